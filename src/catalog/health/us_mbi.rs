//! MBI, the number on a United States Medicare card.
//!
//! Eleven characters whose places are letters or digits by rule; S, L, O, I, B and Z are not used. No check digit: the pattern of places is
//! what tells it, and one random string of that pattern in four fits.

use crate::recognizer::{
    Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/us_mbi",
    entity: "US_MBI",
    kind: Kind::HealthId,
    countries: &["us"],
    find: Find::Shape {
        shape: Shape {
            runs: &[
                digits(1),
                letters(1),
                alnum_between(1, 1),
                digits(1),
                letters(1),
                alnum_between(1, 1),
                digits(1),
                letters(2),
                digits(2),
            ],
            layouts: &["0AA0-AA0-AA00", "0A00-AA0-AA00", "0AA0-A00-AA00", "0A00-A00-AA00"],
        },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::HealthInsurance],
    context: &[
        (Language::Any, "mbi"),
        (Language::En, "medicare number, medicare card, medicare id, medicare beneficiary, beneficiary identifier, new medicare"),
    ],
};

fn check(mbi: &[u8]) -> Verdict {
    if mbi[0] == b'0' || mbi.iter().any(|byte| b"SLOIBZ".contains(byte)) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::plausible(4)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/us_mbi",
    sources: &[
        "Centers for Medicare & Medicaid Services, \"Understanding the Medicare Beneficiary Identifier (MBI) Format\"; not compared with the document",
    ],
    matches: &[
        "my medicare number is [[1EG4-TE5-MK73]]", "[[2FH7-XR4-TY91]] on the new card", "mbi [[1EG4TE5MK72]]",
        "medicare id: [[7w23ad9kc45]]",
    ],
    near_misses: &["1EG4-TE5-MI73", "0EG4-TE5-MK73", "1EG4-TE5-MK7"],
};
