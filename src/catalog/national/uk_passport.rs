//! Number of a British passport.
//!
//! Nine digits. Nothing to compute, so it is looked at beside a word only.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/uk_passport",
    entity: "UK_PASSPORT",
    kind: Kind::Passport,
    countries: &["gb"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[Concept::Passport],
    context: &[(Language::En, "bno passport")],
};

fn check(passport: &[u8]) -> Verdict {
    if is_filler(passport) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::PLAUSIBLE
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/uk_passport",
    sources: &[
        "HM Passport Office, \"Basic passport checks\": nine digits; PRADO, passport GBR-AO-06001 (specimen 925665416); not compared with the document",
    ],
    matches: &[
        "british passport [[925665416]]", "uk passport [[179254387]] expired in june", "pasaporte británico [[119485242]]",
    ],
    near_misses: &["925665416", "british passport 000000000", "british passport 92566541"],
};
