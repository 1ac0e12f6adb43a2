//! TAJ, the Hungarian number of social and health insurance.
//!
//! Nine digits, weighted 3 and 7 in turn. One random string in ten passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/hu_taj",
    entity: "HU_IDS",
    kind: Kind::HealthId,
    countries: &["hu"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::HealthInsurance, Concept::SocialSecurity],
    context: &[(Language::Any, "taj, taj szam, tajszam, taj szamom, tajszamom, taj kartya")],
};

fn check(taj: &[u8]) -> Verdict {
    if is_filler(taj) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(weighted_sum(taj, &[3, 7, 3, 7, 3, 7, 3, 7, -1]) % 10 == 0, 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/hu_taj",
    sources: &["Act XX of 1996 of Hungary, annex 2: how the TAJ is made; karsany/hunlib4j, CheckIdentityNumbers; read 2026-11"],
    matches: &["TAJ: [[487 347 283]]", "a tajszámom [[161195399]]", "health insurance number [[070530584]]"],
    near_misses: &["487347283", "487 347 284", "taj 000000000"],
};
