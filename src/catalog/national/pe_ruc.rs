//! RUC, the Peruvian taxpayer's number.
//!
//! Eleven digits: two for the kind of taxpayer, for a person then the DNI, a weighted sum by 11. One random string in two hundred passes, but
//! the kinds are also how telephone numbers begin.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pe_ruc",
    entity: "PE_IDS",
    kind: Kind::TaxId,
    countries: &["pe"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "ruc, r.u.c, sunat")],
};

fn check(ruc: &[u8]) -> Verdict {
    if is_filler(ruc) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(&ruc[..2], b"10" | b"15" | b"16" | b"17" | b"20") {
        return Verdict::Refuted(Reason::Component);
    }
    let rest = weighted_sum(ruc, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    Verdict::checksum((11 - rest) % 10 == i32::from(ruc[10] - b'0'), 200)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pe_ruc",
    sources: &[
        "SUNAT, Peru, Decreto Legislativo 943 (RUC) and its algorithm of the check digit; examples hold in python-stdnum 2.2, pe.ruc",
    ],
    matches: &["ruc [[20472012640]]", "mi RUC es el [[20337110313]]"],
    near_misses: &["20472012641", "20472012640", "ruc 11111111111"],
};
