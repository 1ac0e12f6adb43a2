//! A new recognizer: its file from a template, its module and its line in the catalogue.

use std::fs;

use crate::shell::{Outcome, about, root};

const USAGE: &str = "usage: cargo xtask new-recognizer GROUP/SCHEME --entity ENTITY (such as national/fr_nir --entity FR_NIR)";

pub(crate) fn create(options: &[&str]) -> Outcome {
    let &[id, "--entity", entity] = options else { return Err(USAGE.into()) };
    let Some((group, scheme)) = id.split_once('/').filter(|(group, scheme)| is_name(group) && is_name(scheme)) else {
        return Err(format!("`{id}` is not group/scheme in snake case; {USAGE}"));
    };
    let file = root().join(format!("src/catalog/{group}/{scheme}.rs"));
    if file.exists() {
        return Err(format!("{} is there already", file.display()));
    }
    let list = root().join("src/catalog/mod.rs");
    let catalog = fs::read_to_string(&list).map_err(about(&list))?;
    let catalog = with_recognizer(&catalog, group, scheme).ok_or("src/catalog/mod.rs has no `catalog! {` list")?;

    fs::create_dir_all(file.with_file_name("")).map_err(about(&file))?;
    fs::write(&file, template(group, scheme, entity)).map_err(about(&file))?;
    fs::write(&list, catalog).map_err(about(&list))?;
    println!(
        "src/catalog/{group}/{scheme}.rs is in the catalogue. Now give it its kind, shape, check, cues and evidence:\n\
         `cargo test` names what is missing."
    );
    Ok(())
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The catalogue with the module in its group, by name, and with the line after the group's last.
fn with_recognizer(catalog: &str, group: &str, scheme: &str) -> Option<String> {
    let mut lines: Vec<String> = catalog.lines().map(str::to_owned).collect();
    let opening = format!("mod {group} {{");
    let groups = |line: &String| line.starts_with("mod ") && line.ends_with(" {");
    let closing = |lines: &[String], from: usize| Some(from + lines[from..].iter().position(|line| line == "}")?);

    if !lines.contains(&opening) {
        let next = lines.iter().position(|line| groups(line) && *line > opening);
        let place = match next {
            Some(next) => next,
            None => closing(&lines, lines.iter().rposition(groups)?)? + 1,
        };
        lines.splice(place..place, [opening.clone(), "}".to_owned()]);
    }
    let first = lines.iter().position(|line| *line == opening)? + 1;
    let end = closing(&lines, first)?;
    let name = |line: &str| line.rsplit(' ').next().map(|name| name.trim_end_matches(';').to_owned());
    let place = lines[first..end].iter().position(|line| name(line).is_some_and(|name| name.as_str() > scheme));
    lines.insert(place.map_or(end, |place| first + place), format!("    pub(super) mod {scheme};"));

    let list = lines.iter().position(|line| line == "catalog! {")?;
    let end = closing(&lines, list)?;
    let of_group = format!("    {group}::");
    let neighbour = lines[list..end].iter().rposition(|line| line.starts_with(&of_group));
    lines.insert(neighbour.map_or(end, |neighbour| list + neighbour + 1), format!("{of_group}{scheme},"));
    Some(lines.join("\n") + "\n")
}

fn template(group: &str, scheme: &str, entity: &str) -> String {
    let country = match scheme.split_once('_') {
        Some((country, _)) if group == "national" && country.len() == 2 => format!("\"{country}\""),
        _ => String::new(),
    };
    format!(
        "//! {entity}: what it is and who issues it.
//!
//! How it is built, and how often a random one passes.

use crate::recognizer::{{Find, Kind, Need, Recognizer, Shape, Verdict, digits}};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {{
    id: \"{group}/{scheme}\",
    entity: \"{entity}\",
    kind: Kind::NationalId,
    countries: &[{country}],
    find: Find::Shape {{ shape: Shape {{ runs: &[digits(9)], layouts: &[] }}, need: Need::Cue, check }},
    concepts: &[],
    context: &[],
}};

fn check(_number: &[u8]) -> Verdict {{
    Verdict::PLAUSIBLE
}}

#[cfg(not(target_arch = \"wasm32\"))]
pub(crate) static EVIDENCE: crate::Evidence =
    crate::Evidence {{ id: \"{group}/{scheme}\", sources: &[], matches: &[], near_misses: &[] }};
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const CATALOG: &str = "//! The list.

mod contact {
    pub(super) mod email;
}
mod payment {
    pub(super) mod card;
    mod tables;
}

catalog! {
    payment::card,
    contact::email,
}

fn after() {}
";

    #[test]
    fn a_known_group_gets_one_more() {
        let catalog = with_recognizer(CATALOG, "payment", "iban").unwrap();
        assert!(catalog.contains("mod payment {\n    pub(super) mod card;\n    pub(super) mod iban;\n    mod tables;\n}"));
        assert!(catalog.contains("catalog! {\n    payment::card,\n    payment::iban,\n    contact::email,\n}\n\nfn after"));
    }

    #[test]
    fn a_new_group_is_opened_and_its_line_comes_last() {
        let catalog = with_recognizer(CATALOG, "national", "fr_nir").unwrap();
        assert!(catalog.contains("}\nmod national {\n    pub(super) mod fr_nir;\n}\nmod payment {"));
        assert!(catalog.contains("    contact::email,\n    national::fr_nir,\n}\n"));
        let catalog = with_recognizer(CATALOG, "secret", "jwt").unwrap();
        assert!(catalog.contains("}\nmod secret {\n    pub(super) mod jwt;\n}\n\ncatalog!"));
    }

    #[test]
    fn a_name_that_is_no_module_is_refused() {
        assert!(is_name("fr_nir2"));
        assert!(!is_name("FR_NIR") && !is_name("../x") && !is_name("") && !is_name("2fr"));
    }

    #[test]
    fn a_national_scheme_knows_its_country() {
        assert!(template("national", "fr_nir", "FR_NIR").contains("countries: &[\"fr\"]"));
        assert!(template("crypto", "eth_address", "ETH").contains("countries: &[]"));
    }
}
