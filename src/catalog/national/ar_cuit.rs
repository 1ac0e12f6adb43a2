//! CUIT and CUIL, the number Argentina's tax and pension offices know a person or a company by.
//!
//! Eleven digits: two for the type of holder, the eight of the DNI or of the company, a weighted sum by 11. One random string in a hundred
//! passes, but the types are also how telephone numbers of several countries begin.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ar_cuit",
    entity: "AR_CUIT",
    kind: Kind::TaxId,
    countries: &["ar"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &["00-00000000-0"] }, need: Need::Support, check },
    concepts: &[Concept::TaxId],
    context: &[
        (Language::Any, "cuit, cuil, cuit/cuil, afip, arca, monotribut*"),
        (Language::Ru, "куит, куил"),
        (Language::Es, "clave fiscal"),
    ],
};

fn check(cuit: &[u8]) -> Verdict {
    if is_filler(cuit) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(&cuit[..2], b"20" | b"23" | b"24" | b"25" | b"26" | b"27" | b"30" | b"33" | b"34") {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(mod_11_digit(cuit, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], b'9') == cuit[10], 110)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ar_cuit",
    sources: &[
        "ARCA (formerly AFIP), Argentina, Resolución General 10/1997 and the form of the CUIT: type, document, check digit by 11; examples hold in python-stdnum 2.2, ar.cuit",
    ],
    matches: &["mi cuit es [[20-95683237-4]]", "CUIL [[27304588123]] para el recibo", "[[20-95683237-4]]"],
    near_misses: &["20-95683237-5", "20956832374", "cuit 00-00000000-0", "29-95683237-4"],
};
