//! ABN, the Australian business number: eleven digits.
//!
//! The first two are check digits by 89. One random string in 99 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/au_abn",
    entity: "AU_ABN_ACN",
    kind: Kind::CompanyId,
    countries: &["au"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &["00 000 000 000"] }, need: Need::Support, check },
    concepts: &[Concept::Company],
    context: &[(Language::Any, "abn"), (Language::En, "abn number, sole trader")],
};

fn check(abn: &[u8]) -> Verdict {
    if is_filler(abn) {
        return Verdict::Refuted(Reason::Format);
    }
    if abn[0] == b'0' {
        return Verdict::Refuted(Reason::Format);
    }
    // One is taken from the first digit, whose weight is ten.
    let sum = weighted_sum(abn, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10;
    Verdict::checksum(sum % 89 == 0, 99)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/au_abn",
    sources: &[
        "Australian Business Register, \"Format of the ABN\": verification by modulus 89; examples hold in python-stdnum 2.2, au.abn",
    ],
    matches: &["abn [[51 824 753 556]]", "[[33 626 204 439]]", "our abn is [[33626204439]]"],
    near_misses: &["51 824 753 557", "33626204438", "abn 11 111 111 111"],
};
