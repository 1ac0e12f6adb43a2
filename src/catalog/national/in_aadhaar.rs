//! Aadhaar, the number of a resident of India, and the virtual one (VID) that stands for it.
//!
//! Twelve digits, sixteen of a VID, from 2 on; the last is a Verhoeff check digit. One random string in twelve passes.

use crate::{
    check::{is_filler, verhoeff_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/in_aadhaar",
    entity: "IN_AADHAAR",
    kind: Kind::NationalId,
    countries: &["in"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(12, 16)], layouts: &["0000 0000 0000"] },
        need: Need::Support,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "aadhaar*, aadhar*, adhaar*, adhar*, uidai, uidai vid, आधार*"),
        (Language::En, "virtual id, aadhaar vid, aadhaar card no, aadhaar card number, aadhar card no, aadhar card number"),
    ],
};

fn check(aadhaar: &[u8]) -> Verdict {
    if is_filler(aadhaar) {
        return Verdict::Refuted(Reason::Format);
    }
    let odds = match aadhaar.len() {
        12 => 12,
        // Sixteen digits in fours are more likely a card's.
        16 => 7,
        _ => return Verdict::Refuted(Reason::Length),
    };
    if aadhaar[0] < b'2' {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(verhoeff_holds(aadhaar), odds)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/in_aadhaar",
    sources: &[
        "UIDAI, \"Aadhaar number: a UID numbering scheme for India\" (2010), Verhoeff check digit; UIDAI circular 1 of 2018: virtual ID; not compared with the document",
    ],
    matches: &[
        "my aadhaar is [[5775 9017 5186]]", "adhar no [[800323651994]]", "[[2341 2341 2346]] linked to my mobile",
        "aadhaar vid [[9341 5678 0012 3459]]",
    ],
    near_misses: &["577590175186", "5775 9017 5187", "1341 2341 2346", "aadhaar 2222 2222 2222"],
};
