//! NIN, the national identification number of Nigeria, and BVN, the bank verification number: eleven digits.
//!
//! Issued at random; a check digit is not published. Nothing to compute: it needs its name.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ng_nin",
    entity: "NG_KE_GH_IDS",
    kind: Kind::NationalId,
    countries: &["ng"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "nin, bvn, nimc"),
        (Language::En, "nin number, nin slip, national identification number, bank verification number, nigerian nin, my bvn"),
    ],
};

fn check(nin: &[u8]) -> Verdict {
    if is_filler(nin) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::PLAUSIBLE
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ng_nin",
    sources: &[
        "National Identity Management Commission Act 2007 of Nigeria; NIMC, \"About the NIN\": eleven non-intelligible digits; Central Bank of Nigeria, \"Regulatory framework for BVN operations\" (2021); not compared with the document",
    ],
    matches: &["my nin is [[70123456789]]", "bvn [[22201234567]]", "[[70123456789]] is nin"],
    near_misses: &["70123456789", "nin 00000000000", "nin 7012345678"],
};
