//! NIT, the Guatemalan taxpayer's number.
//!
//! Five to eight digits and a weighted sum by 11, K for ten. One random writing in eleven passes: it is one only beside its name.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/gt_nit",
    entity: "CENTRAL_AMERICA_IDS",
    kind: Kind::TaxId,
    countries: &["gt"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(5, 8), alnum_between(1, 1)], layouts: &[] },
        need: Need::Cue,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "nit, nit guatemala, nit de guatemala")],
};

fn check(nit: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 8] = [9, 8, 7, 6, 5, 4, 3, 2];
    let (last, digits) = (nit[nit.len() - 1], &nit[..nit.len() - 1]);
    if is_filler(nit) || !(last.is_ascii_digit() || last == b'K') {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(mod_11_digit(digits, &WEIGHTS[8 - digits.len()..], b'K') == last, 14)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/gt_nit",
    sources: &[
        "SAT, Guatemala, \"Algoritmo de validación del NIT\": weights from 2, by 11, K for ten; examples hold in python-stdnum 2.2, gt.nit",
    ],
    matches: &["mi nit es [[2174202-2]]", "NIT [[2348182-K]]"],
    near_misses: &["2348182-K", "nit 000000-0"],
};
