//! National number of Egypt.
//!
//! Fourteen digits: the century, the birth date, a governorate, a serial number that tells the sex, and a check digit whose rule is not published.
//! One random string in 490 fits.

use crate::{
    check::{date_of, is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/eg_id",
    entity: "GULF_EG_IDS",
    kind: Kind::NationalId,
    countries: &["eg"],
    find: Find::Shape { shape: Shape { runs: &[digits(14)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "الرقم القومي, رقم قومي, raqam qawmi"), (Language::Ru, "египетский номер")],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    let governorate = matches!(number(&id[7..9]), 1..=4 | 11..=19 | 21..=29 | 31..=35 | 88);
    if !matches!(id[0], b'2' | b'3') || !date_of(&id[1..7], *b"ymd") || !governorate {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::plausible(490)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/eg_id",
    sources: &["Law 143 of 1994 of Egypt on civil status, art. 44; the README of sekkena/egypt-id-decode; read 2026-11"],
    matches: &["الرقم القومي [[28303012101833]]", "my egyptian id is [[27604138858315]]", "[[29102010151216]]"],
    near_misses: &["28313012101833", "48303012101833", "28303019901833", "egyptian id 22222222222222"],
};
