//! ΑΜΚΑ, the Greek number of social insurance.
//!
//! Eleven digits: the birth date, a serial number that tells the sex, and a Luhn check digit. One random string in 270 passes.

use crate::{
    check::{date_of, is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/gr_amka",
    entity: "GR_IDS",
    kind: Kind::NationalId,
    countries: &["gr"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId, Concept::SocialSecurity, Concept::HealthInsurance],
    context: &[(Language::Any, "αμκα, amka")],
};

fn check(amka: &[u8]) -> Verdict {
    if is_filler(amka) {
        return Verdict::Refuted(Reason::Format);
    }
    if !date_of(&amka[..6], *b"dmy") {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(luhn_holds(amka), 270)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/gr_amka",
    sources: &["Law 3655/2008 of Greece, art. 153 and 154; examples hold in python-stdnum 2.2, gr.amka"],
    matches: &["ΑΜΚΑ [[01013099997]]", "το amka μου είναι [[14107156250]]", "[[28067187204]]"],
    near_misses: &["01013099998", "32013099997", "amka 00000000000"],
};
