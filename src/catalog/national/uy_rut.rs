//! RUT, the Uruguayan taxpayer's number.
//!
//! Twelve digits: 01 to 22, six of sequence, 001, and a weighted sum by 11. One random string in fifty thousand passes.

use crate::{
    check::{is_filler, mod_11_digit, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/uy_rut",
    entity: "UY_IDS",
    kind: Kind::TaxId,
    countries: &["uy"],
    find: Find::Shape { shape: Shape { runs: &[digits(12)], layouts: &["00-000000-000-0"] }, need: Need::Nothing, check },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "rut, dgi")],
};

fn check(rut: &[u8]) -> Verdict {
    if is_filler(rut) {
        return Verdict::Refuted(Reason::Format);
    }
    if !(1..=22).contains(&number(&rut[..2])) || &rut[8..11] != b"001" || is_filler(&rut[2..8]) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(mod_11_digit(rut, &[4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], b' ') == rut[11], 48_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/uy_rut",
    sources: &[
        "DGI, Uruguay, Registro Único Tributario: structure and check digit; examples hold in python-stdnum 2.2, uy.rut, those it knows",
    ],
    matches: &["rut de la empresa [[213738370017]]", "RUT [[21-329137-001-7]]", "[[213291370017]]"],
    near_misses: &["213738370018", "213738370027", "rut 000000000000"],
};
