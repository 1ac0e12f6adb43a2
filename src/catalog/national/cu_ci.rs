//! Carné de identidad of Cuba.
//!
//! Eleven digits that begin with the date of birth. No published check digit: one random string in 27 passes.

use crate::{
    check::date_of,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/cu_ci",
    entity: "CENTRAL_AMERICA_IDS",
    kind: Kind::NationalId,
    countries: &["cu"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "carnet cubano, cuba, cuban*")],
};

fn check(carne: &[u8]) -> Verdict {
    if date_of(&carne[..6], *b"ymd") { Verdict::plausible(27) } else { Verdict::Refuted(Reason::Component) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/cu_ci",
    sources: &[
        "Ministerio del Interior, Cuba, Ley del Sistema de identificación: date of birth, century and sex in the number; examples hold in python-stdnum 2.2, cu.ni",
    ],
    matches: &["carné de identidad cubano [[85041219203]]", "mi carnet cubano [[85041248191]]"],
    near_misses: &["85041219203", "pedido 85041248191", "85441214025 no"],
};
