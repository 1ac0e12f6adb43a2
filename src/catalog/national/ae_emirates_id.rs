//! Emirates ID, the identity number of the United Arab Emirates.
//!
//! Fifteen digits: 784, the year of birth, a serial number, and a Luhn check digit that some early cards fail. One random string in 700,000 has
//! it all, one in 80,000 the beginning.

use crate::{
    check::{is_filler, luhn_holds, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ae_emirates_id",
    entity: "GULF_EG_IDS",
    kind: Kind::NationalId,
    countries: &["ae"],
    find: Find::Shape { shape: Shape { runs: &[digits(15)], layouts: &["000-0000-0000000-0"] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "eid number, eida, uae id, رقم الهوية, الهوية"), (Language::Ru, "эмирейтс айди")],
};

fn check(id: &[u8]) -> Verdict {
    if !id.starts_with(b"784") || is_filler(&id[7..]) {
        return Verdict::Refuted(Reason::Format);
    }
    if !(1900..=2035).contains(&number(&id[3..7])) {
        return Verdict::Refuted(Reason::Component);
    }
    if luhn_holds(id) { Verdict::proven(700_000) } else { Verdict::plausible(80_000) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ae_emirates_id",
    sources: &[
        "Federal Authority for Identity and Citizenship of the United Arab Emirates, \"Emirates ID\"; the README of geordee's check in identique/idnumbers; read 2026-11",
    ],
    matches: &["emirates id [[784-1978-6621006-1]]", "my EID number: [[784197813459514]]", "[[784-1991-9953188-3]]"],
    near_misses: &["783-1978-6621006-1", "784-1478-6621006-1", "emirates id 784-0000-0000000-0"],
};
