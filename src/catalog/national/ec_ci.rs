//! Cédula de identidad of Ecuador.
//!
//! Ten digits: the province, a third digit below six, and a Luhn digit. One random string in sixty passes; as provinces are how telephone
//! numbers of other countries begin, half of that is counted.

use crate::{
    check::{is_filler, luhn_holds, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ec_ci",
    entity: "EC_IDS",
    kind: Kind::NationalId,
    countries: &["ec"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &["000000000-0"] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "ecuador, ecuatorian*"), (Language::Es, "ci, c.i")],
};

fn check(cedula: &[u8]) -> Verdict {
    if is_filler(cedula) {
        return Verdict::Refuted(Reason::Format);
    }
    // Thirty is for those who were registered abroad.
    if !matches!(number(&cedula[..2]), 1..=24 | 30) || cedula[2] > b'5' {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(luhn_holds(cedula), 67)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ec_ci",
    sources: &[
        "Registro Civil del Ecuador, Ley Orgánica de Gestión de la Identidad y Datos Civiles (2016) and its check digit by 10; examples hold in python-stdnum 2.2, ec.ci",
    ],
    matches: &["cédula ecuatoriana [[1752198075]]", "mi cédula ecuatoriana [[173839582-9]]", "[[093612740-6]]"],
    near_misses: &["175219807-6", "1752198075", "2552198075"],
};
