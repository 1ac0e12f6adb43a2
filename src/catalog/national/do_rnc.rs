//! RNC, the number of a Dominican taxpayer.
//!
//! Nine digits, the last a weighted sum by 11. One random string in ten passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/do_rnc",
    entity: "CENTRAL_AMERICA_IDS",
    kind: Kind::TaxId,
    countries: &["do"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &["0-00-00000-0"] }, need: Need::Support, check },
    concepts: &[],
    context: &[(Language::Any, "rnc, dgii, registro nacional del contribuyente, comprobante fiscal")],
};

fn check(rnc: &[u8]) -> Verdict {
    if is_filler(rnc) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum((10 - weighted_sum(rnc, &[7, 9, 8, 6, 5, 4, 3, 2]) % 11) % 9 + 1 == i32::from(rnc[8] - b'0'), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/do_rnc",
    sources: &[
        "DGII, República Dominicana, Registro Nacional del Contribuyente: check digit by 11; examples hold in python-stdnum 2.2, do.rnc",
    ],
    matches: &["rnc [[1-06-52485-9]]", "RNC [[132168178]] con comprobante", "[[1-32-16817-8]]"],
    near_misses: &["1-32-16817-9", "132168178", "rnc 0-00-00000-0"],
};
