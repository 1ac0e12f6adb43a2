//! DNI of Peru.
//!
//! Eight digits, on the card followed by a check character, a digit or a letter, by 11. Without it nothing is to compute: it is one only beside
//! its name.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pe_dni",
    entity: "PE_IDS",
    kind: Kind::NationalId,
    countries: &["pe"],
    find: Find::Shape { shape: Shape { runs: &[digits(8), alnum_between(0, 1)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[(Language::Any, "dni, reniec")],
};

fn check(dni: &[u8]) -> Verdict {
    if is_filler(dni) {
        return Verdict::Refuted(Reason::Format);
    }
    let Some(&last) = dni.get(8) else { return Verdict::PLAUSIBLE };
    let rest = usize::try_from(weighted_sum(dni, &[3, 2, 7, 6, 5, 4, 3, 2]) % 11).unwrap_or(0);
    Verdict::checksum(b"65432110987"[rest] == last || b"KJIHGFEDCBA"[rest] == last, 12)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pe_dni",
    sources: &[
        "RENIEC, Peru, Resolución Jefatural 025-2012: the check character beside the number of the DNI; examples hold in python-stdnum 2.2, pe.cui",
    ],
    matches: &["dni peruano [[70276552]]", "DNI de Perú [[78049306-8]]", "mi dni peruano [[39234972C]]"],
    near_misses: &["70276552", "78049306-7 ok", "dni peruano 00000000"],
};
