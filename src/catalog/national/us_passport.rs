//! Passport of the United States: nine digits, or since 2021 a letter and eight.
//!
//! No check digit outside the machine-readable zone: read only beside a cue.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/us_passport",
    entity: "US_PASSPORT",
    kind: Kind::Passport,
    countries: &["us"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::Passport],
    context: &[
        (Language::En, "us passport, u.s. passport, passport card"),
        (Language::Es, "pasaporte de estados unidos"),
        (Language::De, "us-pass, us-reisepass"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_code_beside_cue(check);
}

fn check(passport: &[u8]) -> Option<Verdict> {
    let fits = passport.len() == 9 && passport[1..].iter().all(u8::is_ascii_digit) && !is_filler(passport);
    fits.then_some(Verdict::PLAUSIBLE)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/us_passport",
    sources: &[
        "Department of State, \"Next Generation U.S. Passport\" and 8 FAM 505: passport numbers; not compared with the document",
    ],
    matches: &["us passport [[533717619]]", "my american passport is [[A12904417]]", "[[407626175]] is my us passport"],
    near_misses: &["533717619", "us passport 000000000", "us passport 53371761"],
};
