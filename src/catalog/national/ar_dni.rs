//! DNI, the Argentine identity number.
//!
//! Seven or eight digits, often with dots. Nothing to compute, and prices are written like this too: it is one only beside its name.

use crate::{
    check::{is_filler, number},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ar_dni",
    entity: "AR_DNI",
    kind: Kind::NationalId,
    countries: &["ar"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(7, 8)], layouts: &["00.000.000", "0.000.000"] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[(Language::Any, "dni, d.n.i, dni argentino, libreta civica, libreta de enrolamiento")],
};

fn check(dni: &[u8]) -> Verdict {
    if is_filler(dni) || dni[0] == b'0' {
        return Verdict::Refuted(Reason::Format);
    }
    // From 63 to 89 million nobody has one, beyond are foreigners.
    if dni.len() == 8 && matches!(number(&dni[..2]), 63..=89) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::PLAUSIBLE
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ar_dni",
    sources: &[
        "Argentina, Ley 17.671 of 1968, Registro Nacional de las Personas: the number of the DNI; examples hold in python-stdnum 2.2, ar.dni",
    ],
    matches: &["mi dni es [[17.345.918]]", "DNI [[9345918]]", "dni argentino: [[34567812]]"],
    near_misses: &["sale 17.345.918 pesos", "dni 11.111.111", "17345918"],
};
