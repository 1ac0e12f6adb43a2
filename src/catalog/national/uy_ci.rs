//! Cédula de identidad of Uruguay.
//!
//! Six or seven digits and a weighted sum by 10. One random string in ten passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/uy_ci",
    entity: "UY_IDS",
    kind: Kind::NationalId,
    countries: &["uy"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(7, 8)], layouts: &["0.000.000-0"] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "ci uruguaya"), (Language::Es, "ci, c.i")],
};

fn check(cedula: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 8] = [2, 9, 8, 7, 6, 3, 4, 1];
    if is_filler(cedula) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(weighted_sum(cedula, &WEIGHTS[8 - cedula.len()..]) % 10 == 0, 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/uy_ci",
    sources: &[
        "Dirección Nacional de Identificación Civil, Uruguay: check digit of the cédula, weights 2 9 8 7 6 3 4; not compared with the document",
    ],
    matches: &["cédula uruguaya [[6.386.513-0]]", "mi ci es [[7481855-6]]", "[[7.481.855-6]]"],
    near_misses: &["7.481.855-7", "74818556", "ci 1.111.111-1"],
};
