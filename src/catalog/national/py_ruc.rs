//! RUC, the Paraguayan taxpayer's number.
//!
//! Five to eight digits, for a person those of the cédula, and a weighted sum by 11. One random string in ten passes: it is one only beside its
//! name.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/py_ruc",
    entity: "VE_PY_BO_IDS",
    kind: Kind::TaxId,
    countries: &["py"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(6, 9)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "ruc, dnit, marangatu")],
};

fn check(ruc: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 8] = [9, 8, 7, 6, 5, 4, 3, 2];
    if is_filler(ruc) {
        return Verdict::Refuted(Reason::Format);
    }
    let (last, digits) = (ruc[ruc.len() - 1], &ruc[..ruc.len() - 1]);
    Verdict::checksum(mod_11_digit(digits, &WEIGHTS[8 - digits.len()..], b'0') == last, 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/py_ruc",
    sources: &[
        "DNIT (formerly SET), Paraguay, Ley 1352/1988 and the rule of the RUC's check digit, base 11; examples hold in python-stdnum 2.2, py.ruc",
    ],
    matches: &["ruc [[80890943-6]]", "mi RUC es [[3213632-3]] en asunción"],
    near_misses: &["80890943-6", "ruc 00000000-0", "80890943-5 km"],
};
