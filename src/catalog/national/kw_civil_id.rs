//! Civil number of Kuwait.
//!
//! Twelve digits: the century, the birth date, a serial number, and a weighted sum by 11 whose complement has one digit. One random string in
//! 1,700 passes.

use crate::{
    check::{date_of, is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/kw_civil_id",
    entity: "GULF_EG_IDS",
    kind: Kind::NationalId,
    countries: &["kw"],
    find: Find::Shape { shape: Shape { runs: &[digits(12)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "civil id, civil id number, الرقم المدني, البطاقة المدنية")],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(id[0], b'2' | b'3') || !date_of(&id[1..7], *b"ymd") {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(11 - weighted_sum(id, &[2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11 == i32::from(id[11] & 0x0f), 1_700)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/kw_civil_id",
    sources: &[
        "Public Authority for Civil Information of Kuwait; OECD, \"Kuwait: information on tax identification numbers\"; django-localflavor, kw; not compared with the document",
    ],
    matches: &["civil id [[288020122596]]", "الرقم المدني [[254121421004]]", "[[279032548899]]", "kuwait id: [[290101312239]]"],
    near_misses: &["288020122597", "288130122596", "civil id 222222222222"],
};
