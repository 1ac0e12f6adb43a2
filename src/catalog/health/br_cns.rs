//! CNS, the card of the Brazilian public health system.
//!
//! Fifteen digits whose weighted sum is a multiple of 11. A final number begins with 1 or 2 and holds the worker's number and 000 or 001; a
//! provisional one begins with 7, 8 or 9, and one random string in 36 passes as one.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/br_cns",
    entity: "BR_CNH_PIS_TITULO_CNS",
    kind: Kind::HealthId,
    countries: &["br"],
    find: Find::Shape { shape: Shape { runs: &[digits(15)], layouts: &["000 0000 0000 0000"] }, need: Need::Support, check },
    concepts: &[Concept::HealthInsurance],
    context: &[(Language::Any, "cns, cartao sus, cartao do sus, cartao nacional de saude, carteirinha do sus")],
};

fn check(cns: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 15] = [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    if is_filler(cns) {
        return Verdict::Refuted(Reason::Format);
    }
    let chance = match (cns[0], &cns[11..14]) {
        (b'1' | b'2', b"000" | b"001") => 27_000,
        (b'7'..=b'9', _) => 36,
        _ => return Verdict::Refuted(Reason::Component),
    };
    Verdict::checksum(weighted_sum(cns, &WEIGHTS) % 11 == 0, chance)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/br_cns",
    sources: &[
        "Ministério da Saúde, Brazil, DATASUS: routine that validates the CNS, final and provisional numbers; not compared with the document",
    ],
    matches: &["cartão sus [[751 9441 0506 1330]]", "CNS: [[265357569060002]]", "[[994 6253 5963 8230]]"],
    near_misses: &["751 9441 0506 1331", "994625359638230", "cns 777 7777 7777 7777"],
};
