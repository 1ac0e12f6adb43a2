//! NHS number, the patient's number in England and Wales.
//!
//! Ten digits; weights 10 to 1 make a multiple of 11. One random string in eleven passes, so it is looked at beside a word
//! only.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/uk_nhs",
    entity: "UK_NHS",
    kind: Kind::HealthId,
    countries: &["gb"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "nhs"),
        (Language::En, "nhs number, nhs no, nhs num, national health service"),
        (Language::Fr, "numero nhs"),
        (Language::Es, "numero nhs"),
        (Language::De, "nhs nummer"),
        (Language::Ru, "нхс"),
    ],
};

fn check(nhs: &[u8]) -> Verdict {
    if is_filler(nhs) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(weighted_sum(nhs, &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0, 11)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/uk_nhs",
    sources: &[
        "NHS Data Dictionary, \"NHS NUMBER\": modulus 11 (specimen 943 476 5919); examples hold in python-stdnum 2.2, gb.nhs",
    ],
    matches: &["nhs number [[943 476 5919]]", "my nhs no is [[1215274734]] cant log in", "NHS: [[745-864-2459]]"],
    near_misses: &["9434765919", "nhs 0000000000", "nhs number 943 476 591"],
};
