//! ПИНФЛ or JSHSHIR, the personal number of a natural person in Uzbekistan.
//!
//! Fourteen digits: sex and century, birth date, region, serial number, and a check digit weighted 7, 3, 1. One random string in 680 passes.

use crate::{
    check::{date_of, is_filler, sum_731},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/uz_pinfl",
    entity: "UZ_PINFL",
    kind: Kind::NationalId,
    countries: &["uz"],
    find: Find::Shape { shape: Shape { runs: &[digits(14)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId, Concept::TaxId],
    context: &[(Language::Any, "пинфл, pinfl, jshshir, жшшир, jshir")],
};

fn check(pin: &[u8]) -> Verdict {
    if is_filler(pin) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(pin[0], b'3'..=b'6') || !date_of(&pin[1..7], *b"dmy") {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(sum_731(&pin[..13]) % 10 == u32::from(pin[13] & 0x0f), 680)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/uz_pinfl",
    sources: &[
        "Portal of public services of Uzbekistan (my.gov.uz), \"JSH SHIR\"; the check digit is that of ICAO Doc 9303; not compared with the document",
    ],
    matches: &["ПИНФЛ [[31808697315575]]", "JSHSHIR: [[31903748857074]]", "мой пинфл [[42110698367359]]", "[[31307550745534]]"],
    near_misses: &["31808697315576", "31813697315575", "пинфл 33333333333333"],
};
