//! CUI, the number on Guatemala's identity card, the DPI.
//!
//! Eight digits, their weighted sum by 11, then department and municipality of birth. One random string in 150 passes.

use crate::{
    check::{is_filler, number, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/gt_cui",
    entity: "CENTRAL_AMERICA_IDS",
    kind: Kind::NationalId,
    countries: &["gt"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &["0000 00000 0000"] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "cui, dpi, renap, codigo unico de identificacion, documento personal de identificacion")],
};

fn check(cui: &[u8]) -> Verdict {
    if is_filler(cui) {
        return Verdict::Refuted(Reason::Format);
    }
    // No department has more than 33 municipalities.
    if !(1..=22).contains(&number(&cui[9..11])) || !(1..=33).contains(&number(&cui[11..])) {
        return Verdict::Refuted(Reason::Component);
    }
    let rest = weighted_sum(cui, &[2, 3, 4, 5, 6, 7, 8, 9]) % 11;
    Verdict::checksum(rest == i32::from(cui[8] - b'0'), 150)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/gt_cui",
    sources: &[
        "RENAP, Guatemala, Ley del Registro Nacional de las Personas (Decreto 90-2005), art. 61: the CUI; check digit by 11; not compared with the document",
    ],
    matches: &["mi dpi es [[8359 64051 0101]]", "CUI [[5096231310101]]", "[[5096 23131 0101]]"],
    near_misses: &["5096 23132 0101", "5096231310101", "dpi 0000 00000 0000"],
};
