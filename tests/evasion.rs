//! Evasion: each example in each disguise.
//!
//! A disguise changes the value and leaves what stands around it. It holds where findings of the same category still cover the value whole.

use std::{collections::BTreeMap, fmt::Write};

use antifaz::{Redactor, Span};

use crate::common::{marked::Marked, snapshot};

/// A way to write a value so that a program does not see it and a person does.
struct Disguise {
    name: &'static str,
    /// It changes how a number is grouped, and nothing else.
    regroups: bool,
    /// The value in it; `None` where it changes nothing, or makes another value of it.
    wear: fn(&str, &Nature) -> Option<String>,
}

/// What a disguise must know about a value.
struct Nature {
    /// Every character counts, its case included: a password, a key, a base58 address.
    opaque: bool,
    email: bool,
    /// Letters and digits in an order that people group at will.
    number: bool,
}

impl Nature {
    /// A date, an amount, a place on earth change where their separators do; lines for machines are copied whole.
    const NEVER_GROUPED: [&str; 7] = [
        "person/birth_date", "person/date", "payment/card_expiry", "payment/card_track", "place/coordinate", "finance/amount",
        "national/mrz",
    ];

    fn of(id: &str, value: &str) -> Self {
        let opaque = (id.starts_with("secret/") && id != "secret/otp") || id.starts_with("crypto/");
        let email = id == "contact/email";
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let words = value.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 4);
        let grouped = !opaque
            && !email
            && !value.contains('@')
            && !id.starts_with("network/")
            && !id.starts_with("sensitive/")
            && !Self::NEVER_GROUPED.contains(&id);
        // What is longer than any number is a row of several once it is grouped.
        let number = grouped && (3..=64).contains(&digits) && !words && value.is_ascii();
        Self { opaque, email, number }
    }
}

fn each_char(value: &str, change: impl Fn(char) -> Option<char>) -> Option<String> {
    let changed: String = value.chars().map(|c| change(c).unwrap_or(c)).collect();
    (changed != value).then_some(changed)
}

fn digits_from(value: &str, zero: char) -> Option<String> {
    each_char(value, |c| char::from_u32(zero as u32 + c.to_digit(10)?))
}

fn mapped(value: &str, latin: &str, other: &str) -> Option<String> {
    each_char(value, |c| latin.chars().position(|letter| letter == c).and_then(|at| other.chars().nth(at)))
}

fn between(value: &str, what: &str) -> Option<String> {
    let parts: Vec<String> = value.chars().map(String::from).collect();
    (parts.len() > 1).then(|| parts.join(what))
}

/// The groups of a number: as it is written, else by fours.
fn groups(value: &str, nature: &Nature) -> Option<Vec<String>> {
    if !nature.number || value.starts_with('+') || value.contains('(') {
        return None;
    }
    let written: Vec<String> = value.split([' ', '-', '.', '/']).filter(|group| !group.is_empty()).map(str::to_owned).collect();
    let groups = if written.len() > 1 {
        written
    } else {
        // What is so short is told at once, or digit by digit.
        const SHORT: usize = 6;
        let chars: Vec<char> = value.chars().filter(|_| value.len() > SHORT).collect();
        chars.chunks(4).map(|group| group.iter().collect()).collect()
    };
    (groups.len() > 1).then_some(groups)
}

/// The characters of a number one by one.
fn one_by_one(value: &str, nature: &Nature, separator: &str) -> Option<String> {
    let chars: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
    let plus = if value.starts_with('+') { "+" } else { "" };
    Some(format!("{plus}{}", between(&chars, separator).filter(|_| nature.number)?))
}

static DISGUISES: &[Disguise] = &[
    Disguise {
        name: "full-width",
        regroups: false,
        wear: |value, _| each_char(value, |c| if c.is_ascii_alphanumeric() { char::from_u32(c as u32 + 0xfee0) } else { None }),
    },
    Disguise { name: "Arabic-Indic digits", regroups: false, wear: |value, _| digits_from(value, '\u{660}') },
    Disguise { name: "Devanagari digits", regroups: false, wear: |value, _| digits_from(value, '\u{966}') },
    Disguise { name: "mathematical digits", regroups: false, wear: |value, _| digits_from(value, '\u{1d7ce}') },
    Disguise {
        name: "circled digits", regroups: false, wear: |value, _| mapped(value, "123456789", "①②③④⑤⑥⑦⑧⑨")
    },
    Disguise { name: "zero-width spaces", regroups: false, wear: |value, _| between(value, "\u{200b}") },
    Disguise { name: "soft hyphens", regroups: false, wear: |value, _| between(value, "\u{ad}") },
    Disguise { name: "bidi marks", regroups: false, wear: |value, _| between(value, "\u{200f}") },
    Disguise { name: "combining marks", regroups: false, wear: |value, _| between(value, "\u{336}") },
    Disguise {
        name: "Cyrillic look-alikes",
        regroups: false,
        wear: |value, _| mapped(value, "ABCEHKMOPTXYaceopxyi", "АВСЕНКМОРТХУасеорхуі"),
    },
    Disguise {
        name: "Greek look-alikes",
        regroups: false,
        wear: |value, _| mapped(value, "ABEHIKMNOPTXYZov", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖον"),
    },
    Disguise {
        name: "mixed separators",
        regroups: true,
        wear: |value, nature| {
            let groups = groups(value, nature)?;
            let separators = [" ", "-", ".", " - "];
            let mut out = String::new();
            for (at, group) in groups.iter().enumerate() {
                if at > 0 {
                    out.push_str(separators[at % separators.len()]);
                }
                out.push_str(group);
            }
            Some(out)
        },
    },
    Disguise { name: "spaces between all", regroups: true, wear: |value, nature| one_by_one(value, nature, " ") },
    Disguise { name: "hyphens between all", regroups: true, wear: |value, nature| one_by_one(value, nature, "-") },
    Disguise { name: "dots between all", regroups: true, wear: |value, nature| one_by_one(value, nature, ".") },
    Disguise { name: "dots between groups", regroups: true, wear: |value, nature| Some(groups(value, nature)?.join(".")) },
    Disguise { name: "underscores between groups", regroups: true, wear: |value, nature| Some(groups(value, nature)?.join("_")) },
    Disguise { name: "slashes between groups", regroups: true, wear: |value, nature| Some(groups(value, nature)?.join("/")) },
    Disguise { name: "commas between groups", regroups: true, wear: |value, nature| Some(groups(value, nature)?.join(", ")) },
    Disguise {
        name: "line breaks between groups",
        regroups: true,
        wear: |value, nature| Some(groups(value, nature)?.join("\n")),
    },
    Disguise { name: "emoji between groups", regroups: true, wear: |value, nature| Some(groups(value, nature)?.join("😀")) },
    Disguise {
        name: "no-break spaces between groups",
        regroups: true,
        wear: |value, nature| Some(groups(value, nature)?.join("\u{a0}")),
    },
    Disguise {
        name: "long dashes between groups", regroups: true, wear: |value, nature| Some(groups(value, nature)?.join("—"))
    },
    Disguise { name: "arroba, punto", regroups: false, wear: |value, nature| spelled(value, nature, " arroba ", " punto ") },
    Disguise {
        name: "собака, точка", regroups: false, wear: |value, nature| spelled(value, nature, " собака ", " точка ")
    },
    Disguise { name: "(at), (dot)", regroups: false, wear: |value, nature| spelled(value, nature, "(at)", "(dot)") },
    Disguise { name: "[at], [dot]", regroups: false, wear: |value, nature| spelled(value, nature, " [at] ", " [dot] ") },
    Disguise { name: "spaces around @", regroups: false, wear: |value, nature| spelled(value, nature, " @ ", ".") },
    Disguise {
        name: "upper case",
        regroups: false,
        wear: |value, nature| {
            Some(value.to_uppercase())
                .filter(|upper| !nature.opaque && upper != value && upper.chars().count() == value.chars().count())
        },
    },
    Disguise {
        name: "lower case",
        regroups: false,
        wear: |value, nature| Some(value.to_lowercase()).filter(|lower| !nature.opaque && lower != value),
    },
    Disguise {
        name: "HTML references",
        regroups: false,
        wear: |value, _| {
            Some(
                value
                    .chars()
                    .map(
                        |c| {
                            if c.is_ascii_punctuation() || c.is_ascii_digit() {
                                format!("&#{};", c as u32)
                            } else {
                                c.to_string()
                            }
                        },
                    )
                    .collect::<String>(),
            )
            .filter(|changed| changed != value)
        },
    },
    Disguise {
        name: "percent-encoding",
        regroups: false,
        wear: |value, _| {
            Some(
                value
                    .chars()
                    .map(|c| if c.is_ascii() && !c.is_ascii_alphabetic() { format!("%{:02X}", c as u32) } else { c.to_string() })
                    .collect::<String>(),
            )
            .filter(|changed| changed != value)
        },
    },
];

/// Why a disguise still hides a value: the recognizers' ids begin so, the disguise's name does, the reason. The first that fits
/// counts; nothing is hidden without one.
static REASONS: &[(&str, &str, &str)] = &[
    ("", "commas between groups", "A comma parts the values of a list: what it joins would be a number in every list of prices."),
    (
        "place/postal_code",
        "",
        "So few digits are a postcode in one of the written forms only; in another any number would be one.",
    ),
    (
        "vehicle/plate",
        "",
        "Three to eight letters and digits are a plate only grouped as plates are; in another row they are words and counts.",
    ),
    (
        "vehicle/ru_plate",
        "",
        "Three to eight letters and digits are a plate only grouped as plates are; in another row they are words and counts.",
    ),
    ("vehicle/vin", "", "Without a cue a chassis number is seventeen characters in one run."),
    (
        "online/",
        "",
        "A name, a reference or a parcel may hold anything, so it ends at the first sign that its own writing does not have.",
    ),
    (
        "secret/",
        "",
        "Three to eight digits beside a common word are a code in one run or two; a slash or a dot makes a date or a count of them.",
    ),
    ("payment/card_cvv", "", "Three digits one by one are a list."),
    ("", "line breaks between groups", "Where letters and digits mix, what stands on the next line is the next value."),
    ("", "Cyrillic look-alikes", "A letter that stands alone between signs has no neighbour that tells its script."),
    ("", "Greek look-alikes", "A letter that stands alone between signs has no neighbour that tells its script."),
    ("", "mixed separators", "Letters or digits that a wide separator parts from the rest are a word of the sentence."),
    ("", "lower case", "Small letters apart from the number are a word of the sentence."),
    (
        "",
        "spaces between all",
        "Single letters and digits in a row are read where digits dominate; here letters open it or stand in between.",
    ),
    (
        "",
        "hyphens between all",
        "Single letters and digits in a row are read where digits dominate; here letters open it or stand in between.",
    ),
    (
        "",
        "dots between all",
        "Single letters and digits in a row are read where digits dominate; here letters open it or stand in between.",
    ),
    ("", "percent-encoding", "The signs that fill the line are a part of the encoding."),
    ("", "", "No check digit tells this number from others, so it is read in its issuer's grouping only."),
];

/// The first reason that fits.
fn reason(id: &str, disguise: &str) -> &'static str {
    let fits = |(ids, disguises, _): &&(&str, &str, &str)| id.starts_with(ids) && disguise.starts_with(disguises);
    REASONS.iter().find(fits).map_or("", |(_, _, reason)| reason)
}

fn spelled(value: &str, nature: &Nature, at: &str, dot: &str) -> Option<String> {
    let (local, domain) = value.split_once('@').filter(|_| nature.email)?;
    Some(format!("{local}{at}{}", domain.replace('.', dot)))
}

#[derive(Default, Clone, Copy)]
struct Cell {
    holds: u32,
    of: u32,
}

#[test]
fn a_disguise_hides_no_more_than_is_known() {
    let redactor = Redactor::builder().build().expect("the defaults are valid");
    let mut rows: Vec<(&str, Vec<Cell>)> = Vec::new();
    let mut seen_through: BTreeMap<&str, String> = BTreeMap::new();
    for (entry, evidence) in antifaz::catalog().zip(antifaz::evidence()) {
        let mut row = vec![Cell::default(); DISGUISES.len()];
        for example in evidence.matches {
            let marked = Marked::new(example);
            for (span, _) in &marked.values {
                let value = &marked.text[span.range()];
                let nature = Nature::of(entry.id, value);
                let found = |value: &str| {
                    let text = format!("{}{value}{}", &marked.text[..span.start as usize], &marked.text[span.end as usize..]);
                    let disguised = Span::new(span.start as usize, span.start as usize + value.len());
                    let findings = redactor.analyze(&text, false).expect("a message is short");
                    let covers = |finding: &antifaz::Finding| {
                        finding.category() == entry.category()
                            && finding.span.start <= disguised.start
                            && finding.span.end >= disguised.end
                    };
                    findings.iter().any(covers)
                };
                // Where the grouping is all that speaks for a number, without it there is nothing to find.
                let plain: String = value.chars().filter(|c| c.is_alphanumeric() || *c == '+').collect();
                let is_told = found(&plain);
                for (disguise, cell) in DISGUISES.iter().zip(&mut row) {
                    let Some(worn) = (disguise.wear)(value, &nature).filter(|worn| worn != value) else { continue };
                    if disguise.regroups && !is_told {
                        continue;
                    }
                    cell.of += 1;
                    if found(&worn) {
                        cell.holds += 1;
                    } else {
                        let text = format!("{}{worn}{}", &marked.text[..span.start as usize], &marked.text[span.end as usize..]);
                        let lines = seen_through.entry(reason(entry.id, disguise.name)).or_default();
                        let _ = writeln!(lines, "- {}, {}: `{}`", entry.id, disguise.name, visible(&text));
                    }
                }
            }
        }
        rows.push((entry.id, row));
    }
    snapshot::assert_current("tests/snapshots/evasion.md", &table(&rows, &seen_through));
    let (holds, of) = total(rows.iter().flat_map(|(_, row)| row));
    assert!(f64::from(holds) >= 0.97 * f64::from(of), "only {holds} of {of} disguised values are found");
}

fn total<'a>(cells: impl Iterator<Item = &'a Cell>) -> (u32, u32) {
    cells.fold((0, 0), |(holds, of), cell| (holds + cell.holds, of + cell.of))
}

fn table(rows: &[(&str, Vec<Cell>)], seen_through: &BTreeMap<&str, String>) -> String {
    let (holds, of) = total(rows.iter().flat_map(|(_, row)| row));
    let mut out = format!(
        "# Evasion\n\n\
         Written by the tests: how many examples of each recognizer are still found whole in each disguise. A dash where a disguise does not \
         apply: it changes nothing (digits, letters or separators that the value has not), it makes another value of it (the case of a \
         password, spaces in a key, another point in an amount or a date), it takes away all that speaks for the value (a bare \
         number known by its grouping only), or nobody writes it so (an address by fours, the lines of a machine, five digits \
         in groups).\n\n\
         In all {holds} of {of} hold: {:.1} %.\n\n| disguise |",
        100.0 * f64::from(holds) / f64::from(of)
    );
    for (at, _) in rows.iter().enumerate() {
        let _ = write!(out, " {} |", at + 1);
    }
    out.push_str(" share |\n| --- |");
    out.push_str(&" --: |".repeat(rows.len() + 1));
    for (at, disguise) in DISGUISES.iter().enumerate() {
        let _ = write!(out, "\n| {} |", disguise.name);
        for (_, row) in rows {
            let cell = row[at];
            let shown = match (cell.holds, cell.of) {
                (_, 0) => "–".to_owned(),
                (holds, of) if holds == of => "✓".to_owned(),
                (holds, of) => format!("{holds}/{of}"),
            };
            let _ = write!(out, " {shown} |");
        }
        let (holds, of) = total(rows.iter().map(|(_, row)| &row[at]));
        let _ = write!(out, " {holds}/{of} |");
    }
    out.push_str("\n\n| column | recognizer | share |\n| --: | --- | --: |\n");
    for (at, (id, row)) in rows.iter().enumerate() {
        let (holds, of) = total(row.iter());
        let _ = writeln!(out, "| {} | {id} | {holds}/{of} |", at + 1);
    }
    out.push_str("\n## What still hides a value\n");
    for (reason, lines) in seen_through {
        let _ = write!(out, "\n{reason}\n\n{lines}");
    }
    out
}

/// Text with what cannot be seen written out.
fn visible(text: &str) -> String {
    let mut names: BTreeMap<char, String> = BTreeMap::new();
    for c in "\n\u{200b}\u{200f}\u{ad}\u{336}\u{a0}`".chars() {
        names.insert(c, format!("\\u{{{:x}}}", c as u32));
    }
    text.chars().map(|c| names.get(&c).cloned().unwrap_or_else(|| c.to_string())).collect()
}
