//! Codice fiscale, the Italian tax code of a person.
//!
//! Three letters of the surname, three of the name, year, letter of the month, day (plus 40 for women), a municipality or
//! country, and a letter by 26 over all. Letters may stand for digits (omocodia), so no shape says it; hardly a random writing
//! passes.

use crate::{
    check::alnum_value,
    recognizer::{Concept, Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/it_codice_fiscale",
    entity: "IT_CODICE_FISCALE",
    kind: Kind::TaxId,
    countries: &["it"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Run(LEN), Opening::Cue]), scan },
    concepts: &[Concept::TaxId, Concept::HealthInsurance],
    context: &[
        (Language::Any, "codice fiscale, cod fiscale, cod fisc, c.f, cf"),
        (Language::It, "tessera, codice"),
        (Language::En, "italian tax code, fiscal code"),
        (Language::Es, "codigo fiscal italiano"),
        (Language::Fr, "code fiscal italien"),
        (Language::Ru, "кодиче фискале"),
        (Language::Pt, "codigo fiscal italiano"),
    ],
};

const LEN: usize = 16;

fn scan(scan: &mut Scan<'_>) {
    if scan.len > 0 {
        scan.push_written(scan.token, LEN, check);
    } else {
        scan.push_written_beside_cue(LEN, check);
    }
}

/// What an odd place counts for each letter; a digit counts as the letter of its place in the alphabet.
const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// A digit, or the letter that stands for it where two people would have the same code.
fn digit(byte: u8) -> Option<u64> {
    match byte {
        b'0'..=b'9' => Some(u64::from(byte & 0x0f)),
        _ => b"LMNPQRSTUV".iter().position(|&letter| letter == byte).map(|place| place as u64),
    }
}

fn check(code: &[u8]) -> Verdict {
    const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];
    let is_structured = code.len() == LEN
        && code.iter().enumerate().all(
            |(place, &byte)| {
                if DIGITS.contains(&place) { digit(byte).is_some() } else { byte.is_ascii_uppercase() }
            },
        );
    if !is_structured || !b"ABCDEHLMPRST".contains(&code[8]) {
        return Verdict::Refuted(Reason::Format);
    }
    let (Some(tens), Some(ones)) = (digit(code[9]), digit(code[10])) else { return Verdict::Refuted(Reason::Format) };
    // Women's days are 40 more.
    if !matches!(tens * 10 + ones, 1..=31 | 41..=71) {
        return Verdict::Refuted(Reason::Component);
    }
    let value = |byte: u8| alnum_value(byte) - if byte.is_ascii_digit() { 0 } else { 10 };
    let sum: u32 = code[..LEN - 1]
        .iter()
        .enumerate()
        .map(|(place, &byte)| if place % 2 == 0 { ODD[value(byte) as usize] } else { value(byte) })
        .sum();
    Verdict::checksum(sum % 26 == value(code[LEN - 1]), 100_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/it_codice_fiscale",
    sources: &[
        "Decreto del Ministro delle finanze 1976-12-23: structure, month letters, omocodia and check character; examples hold in python-stdnum 2.2, it.codicefiscale",
    ],
    matches: &[
        "il mio codice fiscale è [[ZNGTFB71D46L219K]]", "CF: [[vfsgln58t11z404z]]", "[[TFGLSG90A57Z404U]]",
        "cod fiscale [[GBS VNN 83M63 Z404W]] intestatario",
    ],
    near_misses: &["ZNGTFB71D46L219J", "AAAAAA00A00A000A", "ZNGTFB71D86L219K"],
};
