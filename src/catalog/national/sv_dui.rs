//! DUI, the Salvadoran identity number, now also the taxpayer's.
//!
//! Eight digits and a weighted sum by 10. One random string in ten passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/sv_dui",
    entity: "CENTRAL_AMERICA_IDS",
    kind: Kind::NationalId,
    countries: &["sv"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[],
    context: &[(Language::Any, "dui, d.u.i, documento unico de identidad, salvadoren*")],
};

fn check(dui: &[u8]) -> Verdict {
    if is_filler(dui) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(weighted_sum(dui, &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 10 == 0, 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/sv_dui",
    sources: &[
        "Registro Nacional de las Personas Naturales, El Salvador: the DUI and its check digit; not compared with the document",
    ],
    matches: &["mi dui es [[63642624-8]]", "DUI [[655351965]]"],
    near_misses: &["63642624-8", "655351965", "dui 00000000-0"],
};
