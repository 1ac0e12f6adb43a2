//! NIT, the Colombian tax number.
//!
//! Nine digits and often a check digit: prime weights, by 11. Companies begin with 8 or 9. One random string of ten in ten passes.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/co_nit",
    entity: "CO_IDS",
    kind: Kind::TaxId,
    countries: &["co"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(9, 10)], layouts: &["000000000-0", "000.000.000-0"] },
        need: Need::Support,
        check,
    },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "nit, n.i.t, dian, camara de comercio")],
};

fn check(nit: &[u8]) -> Verdict {
    if is_filler(nit) {
        return Verdict::Refuted(Reason::Format);
    }
    if nit.len() == 9 {
        return Verdict::PLAUSIBLE;
    }
    let company = matches!(nit[0], b'8' | b'9');
    Verdict::checksum(mod_11_digit(nit, &[41, 37, 29, 23, 19, 17, 13, 7, 3], b'1') == nit[9], if company { 50 } else { 12 })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/co_nit",
    sources: &[
        "DIAN, Colombia, Orden Administrativa 4 of 1989: the check digit of the NIT; examples hold in python-stdnum 2.2, co.nit, those it knows",
    ],
    matches: &["nit [[900.764.278-3]]", "el NIT es [[9009422422]]", "[[860531707-7]] persona jurídica", "nit [[900764278]]"],
    near_misses: &["900.764.278-4", "9007642783", "nit 000.000.000-0"],
};
