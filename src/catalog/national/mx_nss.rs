//! NSS, the number of the Mexican social security institute.
//!
//! Eleven digits: office, year of entry, year of birth, sequence, and a Luhn digit. One random string in ten passes.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/mx_nss",
    entity: "MX_NSS_CLABE",
    kind: Kind::NationalId,
    countries: &["mx"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::SocialSecurity],
    context: &[(Language::Any, "nss, n.s.s, imss, infonavit, numero de imss")],
};

fn check(nss: &[u8]) -> Verdict {
    if is_filler(nss) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(luhn_holds(nss), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/mx_nss",
    sources: &[
        "IMSS, Mexico, Reglamento de la Ley del Seguro Social en materia de afiliación: structure of the NSS; not compared with the document",
    ],
    matches: &["mi nss es [[59122498211]]", "imss [[19-68-03-3309-3]]"],
    near_misses: &["59122498211", "59122498212 es mi pedido", "nss 00000000000"],
};
