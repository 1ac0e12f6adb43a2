//! TFN, the Australian tax file number.
//!
//! Nine digits, or eight of an older kind, whose weighted sum is divisible by 11. One random string in eleven passes; it is written in groups of
//! three like a telephone number, so only its name tells it.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/au_tfn",
    entity: "AU_TFN",
    kind: Kind::TaxId,
    countries: &["au"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(8, 9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "tfn"), (Language::En, "tax file number, tax file no, tax file")],
};

fn check(tfn: &[u8]) -> Verdict {
    if is_filler(tfn) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = match tfn.len() {
        8 => weighted_sum(tfn, &[10, 7, 8, 4, 6, 3, 5, 1]),
        _ => weighted_sum(tfn, &[1, 4, 3, 7, 5, 8, 6, 9, 10]),
    };
    Verdict::checksum(sum % 11 == 0, 11)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/au_tfn",
    sources: &[
        "Australian Taxation Office, \"TFN validation: algorithm for eight and nine digit tax file numbers\"; examples hold in python-stdnum 2.2, au.tfn, those it knows",
    ],
    matches: &["my tfn is [[386 922 219]]", "tax file number: [[885160607]]", "tfn [[37118629]]"],
    near_misses: &["386922219", "tfn 000 000 000", "386 922 218"],
};
