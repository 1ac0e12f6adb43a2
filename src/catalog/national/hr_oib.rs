//! OIB, the Croatian personal identification number.
//!
//! Eleven digits, the last by ISO 7064 MOD 11,10. One random string in ten passes.

use crate::{
    check::{is_filler, mod_11_10_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/hr_oib",
    entity: "HR_OIB",
    kind: Kind::NationalId,
    countries: &["hr"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::NationalId, Concept::TaxId],
    context: &[(Language::Any, "oib, osobni identifikacijski broj, oib-om")],
};

fn check(oib: &[u8]) -> Verdict {
    if is_filler(oib) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(mod_11_10_holds(oib), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/hr_oib",
    sources: &[
        "Regulation on the personal identification number of Croatia (NN 1/2009), art. 5; examples hold in python-stdnum 2.2, hr.oib",
    ],
    matches: &["moj OIB je [[33392005961]]", "oib: [[85352675054]]", "croatian tax number [[25614465039]]"],
    near_misses: &["33392005961", "33392005962", "oib 00000000000"],
};
