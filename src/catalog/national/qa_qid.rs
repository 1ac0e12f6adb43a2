//! QID, the identity number of Qatar.
//!
//! Eleven digits: the century, two of the year of birth, the ISO number of the country of nationality, a serial number. No check digit: one random
//! string in five fits.

use crate::{
    check::{is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/qa_qid",
    entity: "GULF_EG_IDS",
    kind: Kind::NationalId,
    countries: &["qa"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "qid, qid number, البطاقة الشخصية")],
};

fn check(qid: &[u8]) -> Verdict {
    if is_filler(qid) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(qid[0], b'2' | b'3') || !(4..=894).contains(&number(&qid[3..6])) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::plausible(5)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/qa_qid",
    sources: &["Ministry of Interior of Qatar, residency permits; ISO 3166-1, numeric codes; not compared with the document"],
    matches: &["QID [[28463466265]]", "my qatar id is [[29663488440]]", "qid number: [[26635667694]]"],
    near_misses: &["28463466265", "qid 2846346626", "qid 22222222222"],
};
