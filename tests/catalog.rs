//! What holds for every recognizer, read from its evidence: nobody writes these tests by hand.

use std::{collections::BTreeMap, fmt::Write};

use antifaz::{CatalogEntry, Category, Choice, Consent, Evidence, Explained, Redaction, Redactor, Span, testing};

use crate::common::{files, marked::Marked, random::Random, snapshot};

fn entries() -> impl Iterator<Item = (CatalogEntry, &'static Evidence)> {
    antifaz::catalog().zip(antifaz::evidence().iter().copied())
}

fn redactor() -> Redactor {
    Redactor::builder().build().expect("the defaults are valid")
}

/// Whether this recognizer finds exactly this.
fn finds(redactor: &Redactor, text: &str, span: Span, id: &str) -> bool {
    let findings = redactor.analyze(text, false).expect("a message is short");
    findings.iter().any(|finding| finding.span == span && finding.recognizer == id)
}

fn assert_none(failures: &[String]) {
    assert!(failures.is_empty(), "{} wrong:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_recognizer_brings_its_evidence() {
    for (entry, evidence) in entries() {
        assert_eq!(entry.id, evidence.id, "evidence stands beside its recognizer");
        assert!(!evidence.sources.is_empty(), "{} names no source", entry.id);
        assert!(evidence.matches.len() >= 2, "{} needs two matches", entry.id);
        assert!(!evidence.near_misses.is_empty(), "{} needs a near miss", entry.id);
        assert!(evidence.matches.iter().all(|text| text.contains("[[")), "{}: a match marks its value", entry.id);
    }
}

#[test]
fn every_example_is_found_whole() {
    let redactor = redactor();
    let mut failures = Vec::new();
    for (entry, evidence) in entries() {
        for example in evidence.matches {
            let marked = Marked::new(example);
            for (span, _) in &marked.values {
                if !finds(&redactor, &marked.text, *span, entry.id) {
                    failures.push(format!("{}: {example}", entry.id));
                }
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn no_near_miss_is_found() {
    let redactor = redactor();
    let mut failures = Vec::new();
    for (entry, evidence) in entries() {
        for text in evidence.near_misses {
            let findings = redactor.analyze(text, false).expect("a message is short");
            if findings.iter().any(|finding| finding.recognizer == entry.id) {
                failures.push(format!("{}: {text}", entry.id));
            }
        }
    }
    assert_none(&failures);
}

/// The canonical forms of a shape's examples.
fn canonical(evidence: &Evidence) -> impl Iterator<Item = Vec<u8>> + '_ {
    evidence.matches.iter().flat_map(|example| {
        let marked = Marked::new(example);
        let values: Vec<Vec<u8>> = marked
            .values
            .iter()
            .map(|(span, _)| {
                let value = &marked.text[span.range()];
                value.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase()).collect()
            })
            .collect();
        values
    })
}

#[test]
fn a_changed_digit_is_no_longer_verified() {
    let mut checked = 0;
    let mut failures = Vec::new();
    for (entry, evidence) in entries() {
        let (mut changed, mut passed, mut odds) = (0_u32, 0_u32, u32::MAX);
        for value in canonical(evidence) {
            let Some(("proven", chance)) = testing::verdict(entry.id, &value) else { continue };
            odds = odds.min(chance);
            for at in (0..value.len()).filter(|&at| value[at].is_ascii_digit()) {
                for digit in (b'0'..=b'9').filter(|&digit| digit != value[at]) {
                    let mut other = value.clone();
                    other[at] = digit;
                    changed += 1;
                    passed += u32::from(matches!(testing::verdict(entry.id, &other), Some(("proven", _))));
                }
            }
        }
        if changed > 0 {
            checked += 1;
            // Most checks notice every changed digit. One by 11 whose tens count as zeros misses one change in ten, and some
            // cover a part only, the rest being a date or a district that the change may leave possible.
            let share = f64::from(passed) / f64::from(changed);
            let bound = (1.0 / f64::from(odds)).max(0.2);
            if share > bound {
                failures.push(format!("{}: {passed} of {changed} changed digits still hold", entry.id));
            }
        }
    }
    assert!(checked > 0, "no recognizer has a check digit");
    assert_none(&failures);
}

/// A random string of a shape's runs. Where either may stand, three of four are digits, as in what people number.
fn random_value(runs: &[(char, usize, usize)], random: &mut Random) -> Vec<u8> {
    let mut value = Vec::new();
    for &(chars, least, most) in runs {
        let len = least + random.below(most - least + 1);
        for _ in 0..len {
            let digit = match chars {
                '0' => true,
                'A' => false,
                _ => random.below(4) > 0,
            };
            value.push(if digit { b'0' + random.below(10) as u8 } else { b'A' + random.below(26) as u8 });
        }
    }
    value
}

#[test]
fn random_strings_pass_as_often_as_the_check_declares() {
    const MOST_DRAWS: usize = 200_000;
    /// So many passes tell a share; fewer than `ENOUGH` say nothing.
    const PASSES: u32 = 400;
    const ENOUGH: f64 = 40.0;
    let mut failures = Vec::new();
    for (entry, _) in entries() {
        let Some(runs) = testing::runs(entry.id) else { continue };
        let mut random = Random::new(entry.id.bytes().fold(7, |seed: u64, byte| seed.wrapping_mul(31) + u64::from(byte)));
        let mut drawn: BTreeMap<usize, u32> = BTreeMap::new();
        // Declared odds → length → passes.
        let mut passes: BTreeMap<u32, BTreeMap<usize, u32>> = BTreeMap::new();
        let mut enough = 0;
        for draws in 0..MOST_DRAWS {
            // A check that many strings pass is soon known.
            if enough >= PASSES && draws >= MOST_DRAWS / 20 {
                break;
            }
            let value = random_value(&runs, &mut random);
            *drawn.entry(value.len()).or_default() += 1;
            match testing::verdict(entry.id, &value) {
                Some(("proven" | "plausible", odds)) => {
                    enough += 1;
                    *passes.entry(odds).or_default().entry(value.len()).or_default() += 1;
                }
                Some(_) => {}
                None => failures.push(format!("{}: {:?} does not fit its shape", entry.id, String::from_utf8_lossy(&value))),
            }
        }
        for (odds, by_length) in passes {
            let tried: u32 = by_length.keys().map(|len| drawn[len]).sum();
            let expected = f64::from(tried) / f64::from(odds);
            let count = f64::from(by_length.values().sum::<u32>());
            // What is declared too weak is only modest where the passes are too few to count.
            let holds =
                if expected < ENOUGH { count <= 2.0 * ENOUGH } else { (expected / 2.0..=expected * 2.0).contains(&count) };
            if !holds {
                failures.push(format!(
                    "{}: one in {odds} declared, {count} of {tried} passed: one in {:.1}",
                    entry.id,
                    f64::from(tried) / count
                ));
            }
        }
    }
    assert_none(&failures);
}

/// What may stand right around a value, or around the message.
static SURROUNDINGS: &[(&str, &str, &str)] = &[
    ("double quotes", "\"", "\""),
    ("typographic quotes", "“", "”"),
    ("guillemets", "«", "»"),
    ("parentheses", "(", ")"),
    ("square brackets", "[", "]"),
    ("a colon", ": ", ""),
    ("an equals sign", "=", ""),
    ("a full stop", "", "."),
    ("a comma", "", ", ok"),
    ("an exclamation mark", "", "!"),
    ("a question mark", "", "?"),
    ("a semicolon", "", "; thanks"),
    ("emoji", "😀", "😀"),
    ("pointing hands", "👉 ", " 👈"),
    ("a right-to-left mark", "\u{200f}", "\u{200f}"),
    ("a right-to-left isolate", "\u{2067}", "\u{2069}"),
    ("a line end", "", "\nthanks"),
    ("a tab", "\t", "\t"),
    ("an ellipsis", "", "..."),
];

#[test]
fn what_stands_around_a_value_does_not_hide_it() {
    let redactor = redactor();
    let mut failures = Vec::new();
    for (entry, evidence) in entries() {
        for example in evidence.matches {
            let marked = Marked::new(example);
            for (span, _) in &marked.values {
                let (before, value, after) =
                    (&marked.text[..span.start as usize], &marked.text[span.range()], &marked.text[span.end as usize..]);
                if before.ends_with(|c: char| !" :=\n".contains(c)) || after.starts_with(|c: char| !" ,\n".contains(c)) {
                    // The value is a part of something: credentials in an address.
                    continue;
                }
                for (name, left, right) in SURROUNDINGS {
                    // What ends a sentence would part a value from a cue behind it.
                    if !after.is_empty() && left.is_empty() {
                        continue;
                    }
                    let text = format!("{before}{left}{value}{right}{after}");
                    let start = before.len() + left.len();
                    if !finds(&redactor, &text, Span::new(start, start + value.len()), entry.id) {
                        failures.push(format!("{} in {name}: {text:?}", entry.id));
                    }
                }
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn text_that_runs_from_right_to_left_hides_nothing() {
    let redactor = redactor();
    let mut failures = Vec::new();
    for (entry, evidence) in entries() {
        for example in evidence.matches {
            for (before, after) in [("שלום, ", " תודה רבה"), ("مرحبا ", " شكرا"), ("\u{202b}", "\u{202c}")] {
                let marked = Marked::new(&format!("{before}{example}{after}"));
                for (span, _) in &marked.values {
                    if !finds(&redactor, &marked.text, *span, entry.id) {
                        failures.push(format!("{}: {:?}", entry.id, marked.text));
                    }
                }
            }
        }
    }
    assert_none(&failures);
}

/// The strongest account of what a recognizer thinks of this span.
fn opinion(redactor: &Redactor, text: &str, span: Span, id: &str) -> f32 {
    let of_span = |explained: &Explained| explained.recognizer == id && explained.span == span;
    redactor
        .explain(text)
        .expect("short enough")
        .iter()
        .filter(|explained| of_span(explained))
        .map(|explained| explained.confidence)
        .fold(0.0, f32::max)
}

#[test]
fn in_each_language_a_cue_raises_the_confidence() {
    const CERTAIN: f32 = 0.99;
    let mut failures = Vec::new();
    for language in antifaz::Language::ALL {
        let redactor = Redactor::builder().languages(&[language.id()]).build().expect("a known language");
        for (entry, evidence) in entries() {
            let cues: Vec<&str> =
                entry.cues().filter(|(of, _)| *of == language.id()).map(|(_, cue)| cue.trim_end_matches('*')).collect();
            if cues.is_empty() {
                continue;
            }
            let raised = evidence.matches.iter().any(|example| {
                let marked = Marked::new(example);
                marked.values.iter().any(|(span, _)| {
                    let value = &marked.text[span.range()];
                    let bare = opinion(&redactor, value, Span::new(0, value.len()), entry.id);
                    cues.iter().any(|cue| {
                        let text = format!("{cue} {value}");
                        let beside = opinion(&redactor, &text, Span::new(cue.len() + 1, text.len()), entry.id);
                        beside > bare || beside >= CERTAIN
                    })
                })
            });
            if !raised {
                failures.push(format!("{}: no cue in {} helps", entry.id, language.id()));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn what_the_other_side_asked_for_is_found_bare() {
    let redactor = redactor();
    let mut failures = Vec::new();
    for (entry, evidence) in entries() {
        let values: Vec<String> = evidence
            .matches
            .iter()
            .map(|example| Marked::new(example))
            .flat_map(|marked| marked.values.iter().map(|(span, _)| marked.text[span.range()].to_owned()).collect::<Vec<_>>())
            .collect();
        for (language, cue) in entry.cues() {
            let question = format!("{}?", cue.trim_end_matches('*'));
            let answered = values.iter().any(|value| {
                let mut chat = redactor.conversation();
                chat.heard(&question);
                let findings = chat.analyze(value, false).expect("a message is short");
                findings.iter().any(|finding| finding.recognizer == entry.id && &value[finding.span.range()] == value)
            });
            if !answered {
                failures.push(format!("{}: asked `{question}` ({language})", entry.id));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn cues_are_written_as_folded_text_is() {
    /// A stem that is shorter begins too many words.
    const SHORTEST_STEM: usize = 4;
    let mut failures = Vec::new();
    for (entry, _) in entries() {
        for (language, cue) in entry.cues() {
            if testing::folded(cue) != cue {
                failures.push(format!("{} {language}: `{cue}` is folded to `{}`", entry.id, testing::folded(cue)));
            }
            let is_short = |stem: &str| stem.rsplit(' ').next().is_some_and(|word| word.len() < SHORTEST_STEM);
            if cue.split('*').rev().skip(1).any(is_short) {
                failures.push(format!("{} {language}: `{cue}` is open too early", entry.id));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn what_a_token_stands_for_comes_back_exactly() {
    let redactor = redactor();
    let mut failures = Vec::new();
    // Dates, amounts and references leave unless somebody hides them.
    let mut hide = Consent::none();
    for category in Category::ALL {
        hide.choose(*category, Choice::Hide).expect("anything may be hidden");
    }
    for (entry, evidence) in entries() {
        for example in evidence.matches {
            let marked = Marked::new(example);
            let mut chat = redactor.conversation();
            let Redaction::Cleared { text, edits, .. } = chat.redact(&marked.text, &hide) else {
                failures.push(format!("{}: {example} is blocked", entry.id));
                continue;
            };
            if edits.is_empty() {
                failures.push(format!("{}: {example} leaves as it is", entry.id));
            }
            if marked.values.iter().any(|(span, _)| text.contains(&marked.text[span.range()])) {
                failures.push(format!("{}: {text} still holds the value", entry.id));
            }
            if chat.restore(&text) != marked.text {
                failures.push(format!("{}: {example} comes back as {}", entry.id, chat.restore(&text)));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn who_else_claims_an_example_is_known() {
    let redactor = redactor();
    let mut out = String::from(
        "# Who claims what\n\n\
         Written by the tests: for each example of each recognizer everyone who sees something there, and who wins.\n\n\
         | example of | message | claimed by | wins |\n| --- | --- | --- | --- |\n",
    );
    for (entry, evidence) in entries() {
        for example in evidence.matches {
            let marked = Marked::new(example);
            let explained = redactor.explain(&marked.text).expect("short enough");
            let findings = redactor.analyze(&marked.text, false).expect("a message is short");
            for (span, _) in &marked.values {
                let mut claims: BTreeMap<&str, (f32, &str)> = BTreeMap::new();
                for claim in explained.iter().filter(|claim| claim.span.overlaps(*span) && claim.confidence > 0.0) {
                    let best = claims.entry(&claim.recognizer).or_insert((0.0, ""));
                    if claim.confidence > best.0 {
                        *best = (claim.confidence, claim.verdict);
                    }
                }
                let claims: Vec<String> =
                    claims.iter().map(|(id, (confidence, verdict))| format!("{id} {verdict} {confidence:.2}")).collect();
                let winner =
                    findings.iter().find(|finding| finding.span.overlaps(*span)).map_or("nobody", |finding| &finding.recognizer);
                let _ = writeln!(out, "| {} | {} | {} | {winner} |", entry.id, cell(example), claims.join(", "));
            }
        }
    }
    snapshot::assert_current("tests/snapshots/confusion.md", &out);
}

/// Text as a table cell shows it.
fn cell(text: &str) -> String {
    format!("`{}`", text.replace('\n', "↵").replace('|', "¦").replace('`', "'"))
}

/// The `//!` lines of a recognizer's file.
fn module_docs(id: &str) -> String {
    let file = files::read(format!("src/catalog/{id}.rs"));
    let lines: Vec<&str> = file.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    lines.join("\n")
}

#[test]
fn the_document_of_recognizers_is_current() {
    let mut out = String::from(
        "# Recognizers\n\n\
         Written by the tests from `src/catalog`; `UPDATE_SNAPSHOTS=1 cargo test` rewrites it. Categories and classes: `src/recognizer/category.rs`.\n\n\
         | id | entity | kind | category | class | countries |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for (entry, _) in entries() {
        let info = entry.category().info();
        let anchor = entry.id.replace('/', "");
        let countries = entry.countries.join(" ").to_uppercase();
        let _ = writeln!(
            out,
            "| [{}](#{anchor}) | {} | {} | {} | {} | {countries} |",
            entry.id,
            entry.entity,
            entry.kind.id(),
            info.id,
            info.class.id()
        );
    }
    for (entry, evidence) in entries() {
        let _ = write!(out, "\n## {}\n\n{}\n", entry.id, module_docs(entry.id));
        let languages: Vec<&str> = entry.cue_languages().collect();
        if !languages.is_empty() {
            let _ = write!(out, "\nCue words in {}.\n", languages.join(", "));
        }
        let list = |title: &str, items: Vec<String>| format!("\n{title}:\n\n- {}\n", items.join("\n- "));
        out.push_str(&list("Found, between double brackets", evidence.matches.iter().map(|text| cell(text)).collect()));
        out.push_str(&list("Not found", evidence.near_misses.iter().map(|text| cell(text)).collect()));
        out.push_str(&list("Sources", evidence.sources.iter().map(|&source| source.to_owned()).collect()));
    }
    snapshot::assert_current("docs/recognizers.md", &out);
}
