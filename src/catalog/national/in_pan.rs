//! PAN, the permanent account number of the Indian tax office.
//!
//! Five letters of which the fourth says what the holder is, four digits, a letter. No published check: the pattern is what tells it, and one
//! random string of that pattern in two or three fits.

use crate::recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/in_pan",
    entity: "IN_PAN",
    kind: Kind::TaxId,
    countries: &["in"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(5), digits(4), letters(1)], layouts: &["AAAAA0000A"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "pan, pan card, pan no, पन*"), (Language::En, "pan number, permanent account number, pancard")],
};

fn check(pan: &[u8]) -> Verdict {
    if &pan[5..9] == b"0000" {
        return Verdict::Refuted(Reason::Format);
    }
    if !b"ABCFGHJKLPT".contains(&pan[3]) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::plausible(3)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/in_pan",
    sources: &[
        "Income Tax Department of India, \"Permanent Account Number (PAN)\": structure; Income-tax Rules 1962, rule 114; examples hold in python-stdnum 2.2, in_.pan",
    ],
    matches: &["my pan is [[ACUPA7085R]]", "[[AAPPV8261K]] is my pan card", "pan [[abcpd5215k]]", "kyc with [[BNZPM2501F]]"],
    near_misses: &["ABCDE1234F", "ACUPA0000R", "ACUPA70855"],
};
