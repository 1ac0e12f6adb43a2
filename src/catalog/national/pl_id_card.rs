//! Number of the Polish identity card.
//!
//! Three letters, a check digit and five digits, weighted 7, 3, 1. One random writing in ten passes and many product codes look the same, so
//! only a word makes it one.

use crate::{
    check::{is_filler, sum_731},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pl_id_card",
    entity: "PL_ID_CARD",
    kind: Kind::NationalId,
    countries: &["pl"],
    find: Find::Shape { shape: Shape { runs: &[letters(3), digits(6)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "dowod, dowodu, dowod osobisty, dowodu osobistego, nr dowodu, numer dowodu")],
};

fn check(card: &[u8]) -> Verdict {
    if is_filler(card) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = sum_731(&card[..3]) + sum_731(&card[4..]);
    Verdict::checksum(sum % 10 == u32::from(card[3] & 0x0f), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pl_id_card",
    sources: &[
        "Polish act on identity cards of 2010-08-06, art. 12; the specimen ABS 123456 and its check digit in the README of drogimex/validate-polish-id-card; read 2026-11",
    ],
    matches: &["dowód osobisty [[ABS 123456]]", "numer dowodu: [[ZBC635790]]", "my id card is [[EDA685969]]"],
    near_misses: &["ABS123456", "ABS223456", "dowód ABC000000"],
};
