//! Plate of a vehicle of any country, beside a word for it.
//!
//! Five to eight letters and digits in up to four groups. Spanish ones, four digits and three consonants, are taken beside a
//! word for a car, too.

use crate::recognizer::{
    Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordKind, WordList, comes_from, goes_on, has_part, has_sign,
    is_link, is_small, word_kind, words,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "vehicle/plate",
    entity: "LICENSE_PLATE",
    kind: Kind::LicensePlate,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "license plate, licence plate, number plate, plate number, plate, plates, reg, reg number, reg plate, car reg, rego, vrn, car registration, vehicle registration, registration plate, tag number",
        ),
        (Language::Es, "matricula, matriculas, matricula del coche, placa, placas, patente, chapa, dominio"),
        (Language::Es, ES_CARS),
        (Language::Ru, "номер авто, номер* машин*, номер* автомобил*, гос номер*, госномер*, номера, автономер*, номерной знак"),
        (Language::De, "kennzeichen, autokennzeichen, kfz-kennzeichen, kfz kennzeichen, nummernschild, amtliches kennzeichen"),
        (Language::Fr, "immatriculation, immatricule, immatriculee, plaque, plaque d'immatriculation"),
        (Language::Pt, "placa, placas, matricula, placa do carro"),
        (Language::It, "targa, targata, targato, targhe"),
    ],
};

const ES_CARS: &str = "coche, carro, moto, furgoneta, vehiculo, multa";

const MOST_GROUPS: usize = 4;
/// Letters and digits change no more often: "RIO2A18".
const MOST_RUNS: usize = 4;
const LEAST: usize = 5;
const MOST: usize = 8;
const LONGEST_GROUP: usize = 5;
/// How many words may stand between.
const REACH: usize = 5;

/// Parts of computers that stand behind "placa" and "plate".
static PARTS: WordList = WordList::new("rtx, gtx, rx, base, size, set");

fn scan(scan: &mut Scan<'_>) {
    let cue = scan.cue.map_or("", |cue| &scan.lower()[cue.range()]);
    let car = words(ES_CARS).any(|car| car == cue);
    let mut end = scan.at;
    for first in scan.token..(scan.token + REACH).min(scan.tokens.len()) {
        let place = scan.tokens[first].span;
        let gap = &scan.text()[end..place.start as usize];
        if has_sign(gap, b"!?;@") || has_part(gap, ". ") {
            return;
        }
        if let Some((start, end)) =
            read(scan, first).filter(|&(start, end)| !car || is_spanish(&scan.text().as_bytes()[start..end]))
        {
            scan.push(start, end, Verdict::plausible(8));
            return;
        }
        end = place.end as usize;
    }
}

/// The longest plate that begins with this token.
fn read(scan: &Scan<'_>, first: usize) -> Option<(usize, usize)> {
    let lower = scan.lower();
    let (mut len, mut letters, mut digits, mut groups, mut runs) = (0, 0, 0, 0, 0);
    let mut best = None;
    let start = scan.tokens[first].span.start as usize;
    let glued = comes_from(&scan.text()[..start], b"-./");
    for at in first..scan.tokens.len() {
        let token = scan.tokens[at];
        let word = &lower[token.span.range()];
        let gap_before = if at == first { "" } else { &lower[scan.tokens[at - 1].span.end as usize..token.span.start as usize] };
        let apart = at == first || matches!(gap_before, " " | "-" | " - ");
        let small = scan.text()[token.span.range()].contains(is_small);
        let is_word = !token.is_digits()
            && (PARTS.has(word)
                || small
                    && (at == first || gap_before == " ")
                    && (is_link(word) || word.len() == 1 && at > first || word_kind(word) == WordKind::Ordinary));
        if at > first && !apart && !gap_before.is_empty() || glued || is_word || !word.is_ascii() || word.len() > LONGEST_GROUP {
            break;
        }
        groups += usize::from(apart);
        runs += usize::from(at == first || token.is_digits() != scan.tokens[at - 1].is_digits());
        len += word.len();
        if len > MOST || groups > MOST_GROUPS || runs > MOST_RUNS {
            break;
        }
        if token.is_digits() {
            digits += word.len();
        } else {
            letters += word.len();
        }
        let end = token.span.end as usize;
        let ends = !goes_on(&lower[end..], b"@_");
        if ends && len >= LEAST && letters > 0 && digits > 0 && letters <= LONGEST_GROUP {
            best = Some((start, end));
        }
    }
    best
}

/// Four digits and three consonants, as Spain numbers since 2000.
fn is_spanish(plate: &[u8]) -> bool {
    let (mut digits, mut consonants) = (0, 0);
    for byte in plate.iter().filter(|byte| byte.is_ascii_alphanumeric()) {
        match byte.to_ascii_lowercase() {
            b'0'..=b'9' if consonants == 0 => digits += 1,
            b'a' | b'e' | b'i' | b'o' | b'u' | b'q' | b'0'..=b'9' => return false,
            _ => consonants += 1,
        }
    }
    digits == 4 && consonants == 3
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "vehicle/plate",
    sources: &[
        "Council Regulation (EC) 2411/98; DVLA INF104; Real Decreto 2822/1998 annex XVIII; FZV § 9; Contran resolution 969/2022; not compared with the document",
    ],
    matches: &[
        "my number plate is [[BD51 SMR]]", "car reg [[lb68wxy]] parking fine", "matrícula [[4821 KLM]]",
        "una multa al [[1837hjk]] no soy yo", "kennzeichen [[M-AB 1234]]", "immatriculation [[FG-482-KL]]", "placa [[RIO2A18]]",
        "targa [[FK482LP]]", "номер машины [[123 ABC 02]]", "license plate [[8ABC123]] california",
    ],
    near_misses: &[
        "dinner plates set of 6", "plate 27cm white", "BD51 SMR", "mi coche es de 2014", "placa rtx 4090",
        "number plate frames sold?", "la multa es de 200 eur", "справочные номера T0R20O9D",
    ],
};
