//! What the compiler does not check: layers that only look down, a complete list, one vocabulary, clean files.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use antifaz::Category;

use crate::common::{
    files::{any_below, below, read, root},
    marked::Marked,
};

/// From the ground up: a module may use those before it.
static LAYERS: &[&str] = &[
    "error", "text", "check", "recognizer", "catalog", "context", "candidates", "rules", "resolve", "policy", "mask", "engine",
    "manifest", "wasm",
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == module)
}

/// The module of `src` that a file belongs to: `src/text/fold.rs` and `src/text.rs` to `text`.
fn module_of(path: &Path) -> String {
    let below_src = path.strip_prefix("src").expect("a file of src");
    below_src.components().next().expect("a file of src").as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// A file without its comments.
fn code(path: &Path) -> String {
    let lines = read(path);
    lines.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// Every first segment behind `crate::`, those inside braces included.
fn uses_of_crate(code: &str) -> BTreeSet<String> {
    let mut uses = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let Some(list) = rest.strip_prefix('{') else {
            uses.insert(identifier(rest));
            continue;
        };
        let mut depth = 0;
        let mut segment = String::new();
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    uses.insert(identifier(segment.trim()));
                    segment.clear();
                    continue;
                }
                _ => {}
            }
            segment.push(c);
        }
        uses.insert(identifier(segment.trim()));
    }
    uses
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn layers_only_look_down() {
    let mut seen = 0;
    for path in below("src", ".rs") {
        let module = module_of(&path);
        // The crate's root and the command line stand above all.
        let Some(own) = layer(&module) else {
            assert!(
                ["lib", "main", "config", "lint"].contains(&module.as_str()),
                "{} belongs to no layer of tests/tidy.rs",
                path.display()
            );
            continue;
        };
        for used in uses_of_crate(&code(&path)) {
            let Some(other) = layer(&used) else { continue };
            seen += 1;
            assert!(other <= own, "{} looks up: `{module}` uses `{used}`", path.display());
        }
    }
    assert!(seen > 20, "the imports are read: {seen}");
}

#[test]
fn imports_are_read_as_the_compiler_reads_them() {
    let code = "use crate::{check::{luhn, mod97}, text::Span,\n    Kind};\nfn f(x: crate::mask::Vault) {}";
    let expected = ["Kind", "check", "mask", "text"].map(str::to_owned);
    assert_eq!(uses_of_crate(code).into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn no_recognizer_uses_another() {
    let schemes: BTreeSet<&str> =
        antifaz::catalog().filter_map(|entry| entry.id.split_once('/').map(|(_, scheme)| scheme)).collect();
    for path in below("src/catalog", ".rs").iter().filter(|path| !path.ends_with("catalog/mod.rs")) {
        let code = code(path);
        assert!(!uses_of_crate(&code).contains("catalog"), "{} uses the catalogue", path.display());
        for (at, _) in code.match_indices("super::") {
            let used = identifier(&code[at + "super::".len()..]);
            assert!(!schemes.contains(used.as_str()), "{} uses the recognizer `{used}`", path.display());
        }
    }
}

#[test]
fn every_file_of_the_catalogue_is_in_its_list() {
    let ids: BTreeSet<String> = antifaz::catalog().map(|entry| entry.id.to_owned()).collect();
    let mut files = BTreeSet::new();
    for path in below("src/catalog", ".rs").iter().filter(|path| !path.ends_with("catalog/mod.rs")) {
        let id =
            path.strip_prefix("src/catalog").expect("a file of the catalogue").with_extension("").to_string_lossy().into_owned();
        if code(path).contains("static RECOGNIZER") {
            assert!(ids.contains(&id), "{} has no line in src/catalog/mod.rs", path.display());
            files.insert(id);
        }
    }
    assert_eq!(files, ids, "an id is the path of its file");
}

#[test]
fn only_the_boundary_knows_javascript() {
    for path in below("src", ".rs").iter().filter(|path| !path.ends_with("src/wasm.rs")) {
        for name in ["wasm_bindgen", "js_sys", "serde_wasm_bindgen"] {
            assert!(!code(path).contains(name), "{} mentions {name}", path.display());
        }
    }
}

/// Entity → category, as `data/entities.tsv` has them.
fn entities() -> BTreeMap<String, String> {
    let table = read("data/entities.tsv");
    let rows = table.lines().skip(1).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [entity, priority, country, category] = columns[..] else { panic!("four columns: {line}") };
        assert!(matches!(priority, "0" | "1" | "2" | "3"), "{entity}: priority {priority}");
        assert!(!country.is_empty(), "{entity} has no country");
        assert!(Category::from_id(category).is_some(), "{entity}: no category {category}");
        (entity.to_owned(), category.to_owned())
    });
    let rows: Vec<(String, String)> = rows.collect();
    let count = rows.len();
    let entities: BTreeMap<String, String> = rows.into_iter().collect();
    assert_eq!(entities.len(), count, "an entity stands there twice");
    entities
}

#[test]
fn the_vocabulary_has_every_entity_and_gives_it_its_category() {
    let entities = entities();
    // The catalogue's 193, and ours for a number that could be several countries'.
    assert_eq!(entities.len(), 193 + 1);
    for entry in antifaz::catalog() {
        assert!(entities.contains_key(entry.entity), "{}: data/entities.tsv has no {}", entry.id, entry.entity);
    }
    // An entity may hold numbers of several kinds: New Zealand's of tax, health and banks.
    for (entity, category) in &entities {
        let mut schemes = antifaz::catalog().filter(|entry| entry.entity == entity);
        assert!(schemes.any(|entry| entry.category().info().id == category), "no {entity} is {category}");
    }
}

#[test]
fn the_corpus_names_recognizers_that_exist() {
    let ids: BTreeSet<&str> = antifaz::catalog().map(|entry| entry.id).collect();
    for path in below("tests/corpus", ".txt") {
        for (number, line) in read(&path).lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            for (_, id) in Marked::new(line).values {
                assert!(ids.contains(id.as_str()), "{}:{}: no recognizer `{id}`", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn the_corpus_has_two_lines_for_every_recognizer() {
    let mut lines: BTreeMap<String, u32> = BTreeMap::new();
    for path in below("tests/corpus", ".txt") {
        for line in read(&path).lines().filter(|line| !line.starts_with('#')) {
            let ids: BTreeSet<String> = Marked::new(line).values.into_iter().map(|(_, id)| id).collect();
            for id in ids {
                *lines.entry(id).or_default() += 1;
            }
        }
    }
    let rare: Vec<&str> =
        antifaz::catalog().map(|entry| entry.id).filter(|id| lines.get(*id).is_none_or(|&count| count < 2)).collect();
    assert!(rare.is_empty(), "fewer than two lines: {}", rare.join(", "));
}

#[test]
fn the_corpus_speaks_seven_languages() {
    for (language, least) in [("en", 300), ("es", 300), ("ru", 300), ("de", 60), ("fr", 60), ("pt", 60), ("it", 60)] {
        let lines = below(&format!("tests/corpus/{language}"), ".txt")
            .iter()
            .map(|path| read(path).lines().filter(|line| !line.is_empty() && !line.starts_with('#')).count())
            .sum::<usize>();
        assert!(lines >= least, "{language}: {lines} lines");
    }
}

/// What people write and read here.
fn written() -> Vec<PathBuf> {
    const FOLDERS: [&str; 8] = ["src", "tests", "docs", "data", "xtask", "www", "benches", "pkg-test"];
    const ENDINGS: [&str; 12] = [".rs", ".md", ".toml", ".ts", ".mjs", ".cjs", ".js", ".json", ".html", ".css", ".tsv", ".txt"];
    const FILES: [&str; 6] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "Cargo.toml", "Cargo.lock"];
    let mut written: Vec<PathBuf> = FOLDERS.iter().flat_map(|folder| any_below(folder, &ENDINGS)).collect();
    written.extend(FILES.iter().map(PathBuf::from).filter(|path| root().join(path).exists()));
    written
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("unimple", "mented!"), concat!("XX", "X:")];
    for path in written() {
        let text = read(&path);
        for mark in marks {
            assert!(!text.contains(mark), "{} says {mark}", path.display());
        }
    }
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let machine = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("registry.", "npmjs.org"),
        concat!("crates.", "io/api"),
        concat!("../", "shared"),
    ];
    for path in written() {
        let text = read(&path);
        for mark in machine {
            assert!(!text.contains(mark), "{} mentions {mark}", path.display());
        }
    }
}
