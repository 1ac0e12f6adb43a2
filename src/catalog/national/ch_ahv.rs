//! AHV number (AVS, NAVS13), the Swiss social insurance number.
//!
//! 756, nine digits, and the check digit of EAN-13. One random string in 10 000 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ch_ahv",
    entity: "CH_AHV",
    kind: Kind::NationalId,
    countries: &["ch"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(13)], layouts: &["000.0000.0000.00", "000 0000 0000 00"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::SocialSecurity, Concept::NationalId],
    context: &[
        (Language::Any, "ahv, avs, navs, ahvn13, navs13"),
        (Language::De, "ahv-nummer, ahv-nr, ahvnr, ahv nummer, versichertennummer"),
        (Language::Fr, "numero avs"),
        (Language::It, "numero avs"),
        (Language::Pt, "numero avs"),
    ],
};

fn check(ahv: &[u8]) -> Verdict {
    if !ahv.starts_with(b"756") || is_filler(&ahv[3..]) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = weighted_sum(ahv, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]);
    Verdict::checksum(sum % 10 == 0, 10_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ch_ahv",
    sources: &[
        "Zentrale Ausgleichsstelle, \"Die AHV-Nummer\": structure and check digit (specimen 756.9217.0769.85); examples hold in python-stdnum 2.2, ch.ssn",
    ],
    matches: &["AHV-Nummer [[756.9217.0769.85]]", "mon numéro avs: [[7561071999035]]", "[[756 3382 9195 11]]"],
    near_misses: &["756.9217.0769.84", "756.0000.0000.00", "757.9217.0769.85"],
};
