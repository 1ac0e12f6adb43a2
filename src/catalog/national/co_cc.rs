//! Cédula de ciudadanía, the Colombian identity number.
//!
//! Six to eight digits, ten beginning with 1 in those issued since 2000. Nothing to compute: it is one only beside its name.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/co_cc",
    entity: "CO_IDS",
    kind: Kind::NationalId,
    countries: &["co"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(6, 10)], layouts: &["0.000.000.000", "00.000.000", "0.000.000", "000.000"] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "c.c, cedula de ciudadania, cedula colombiana, nuip, tarjeta de identidad, registraduria"),
        (Language::Es, "cc, cedula"),
    ],
};

fn check(cedula: &[u8]) -> Verdict {
    if is_filler(cedula) || cedula[0] == b'0' {
        return Verdict::Refuted(Reason::Format);
    }
    match (cedula.len(), cedula[0]) {
        (6..=8, _) => Verdict::PLAUSIBLE,
        (10, b'1') => Verdict::plausible(10),
        _ => Verdict::Refuted(Reason::Length),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/co_cc",
    sources: &[
        "Registraduría Nacional del Estado Civil, Colombia, resolución 3571 of 2003: the single number of ten digits (NUIP); not compared with the document",
    ],
    matches: &["cédula [[1.050.024.317]] de bogotá", "cc [[49.392.184]]", "mi cédula de ciudadanía es la [[1010804008]]"],
    near_misses: &["1010804008", "cc 2010804008", "cédula 11111111"],
};
