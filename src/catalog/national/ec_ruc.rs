//! RUC, the Ecuadorian taxpayer's number.
//!
//! Thirteen digits: a person's cédula, or province, 9 or 6 and a sum by 11 for a company or an office of the state, then the establishment,
//! 001 in most. One random string in six thousand passes, and more of the bar codes that begin like a province.

use crate::{
    check::{is_filler, luhn_holds, mod_11_digit, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ec_ruc",
    entity: "EC_IDS",
    kind: Kind::TaxId,
    countries: &["ec"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "ruc, sri")],
};

fn check(ruc: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 9] = [4, 3, 2, 7, 6, 5, 4, 3, 2];
    if is_filler(ruc) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(number(&ruc[..2]), 1..=24 | 30) || !matches!(number(&ruc[10..]), 1..=9) {
        return Verdict::Refuted(Reason::Component);
    }
    let holds = match ruc[2] {
        b'0'..=b'5' => luhn_holds(&ruc[..10]),
        b'6' => mod_11_digit(ruc, &WEIGHTS[1..], b' ') == ruc[8] || luhn_holds(&ruc[..10]),
        b'9' => mod_11_digit(ruc, &WEIGHTS, b' ') == ruc[9],
        _ => false,
    };
    Verdict::checksum(holds, 6_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ec_ruc",
    sources: &[
        "SRI, Ecuador, Reglamento a la Ley del RUC, art. 4 to 9: structure and check digits; examples hold in python-stdnum 2.2, ec.ruc",
    ],
    matches: &[
        "ruc [[1752198075001]]", "RUC de la compañía: [[1797143291001]]", "ruc [[1769570420001]]", "mi ruc: [[1798702358001]]",
    ],
    near_misses: &["1797143292001", "1752198075000", "2552198075001 x"],
};
