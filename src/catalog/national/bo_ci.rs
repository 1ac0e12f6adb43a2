//! Cédula de identidad of Bolivia.
//!
//! Six to eight digits, sometimes with the department behind them. Nothing to compute: it is one only beside its name.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/bo_ci",
    entity: "VE_PY_BO_IDS",
    kind: Kind::NationalId,
    countries: &["bo"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(6, 8)], layouts: &["0.000.000", "00.000.000"] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "cedula boliviana, carnet boliviano, carnet de identidad boliviano, cedula de bolivia, segip"),
        (Language::Es, "ci, c.i, carnet de identidad, carne de identidad"),
    ],
};

fn check(cedula: &[u8]) -> Verdict {
    if is_filler(cedula) || cedula[0] == b'0' { Verdict::Refuted(Reason::Format) } else { Verdict::PLAUSIBLE }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/bo_ci",
    sources: &["SEGIP, Bolivia, Ley 145 of 2011: the number of the cédula de identidad; not compared with the document"],
    matches: &["carnet boliviano [[4830727]]", "ci [[4.521.563]] santa cruz", "carnet de identidad boliviano [[6721904]]"],
    near_misses: &["4830727", "ci 1111111", "bolivia tiene 12000000 de habitantes"],
};
