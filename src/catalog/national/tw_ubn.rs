//! Unified business number of a company in Taiwan: eight digits.
//!
//! The digits of the products with 1, 2, 1, 2, 1, 2, 4, 1 add up to a multiple of 5, of 10 before 2023; where the seventh is 7 the sum may be one
//! short. One random string in five passes: it needs its name.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/tw_ubn",
    entity: "HK_TW_IDS",
    kind: Kind::CompanyId,
    countries: &["tw"],
    find: Find::Shape { shape: Shape { runs: &[digits(8)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "統一編號*, 統編*, 公司統編*, ubn"),
        (Language::En, "unified business number, taiwan business number"),
    ],
};

fn check(ubn: &[u8]) -> Verdict {
    if is_filler(ubn) {
        return Verdict::Refuted(Reason::Format);
    }
    let mut sum = 0;
    for (digit, weight) in ubn.iter().zip([1, 2, 1, 2, 1, 2, 4, 1]) {
        let product = u32::from(digit & 0x0f) * weight;
        sum += product / 10 + product % 10;
    }
    Verdict::checksum(sum.is_multiple_of(5) || (ubn[6] == b'7' && sum % 5 == 4), 5)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/tw_ubn",
    sources: &[
        "Fiscal Information Agency, Ministry of Finance of Taiwan, \"Checking rule of the unified business number\" (revised 2023); examples hold in python-stdnum 2.2, tw.ubn, those it knows",
    ],
    matches: &["統一編號 [[04595257]]", "our ubn is [[30561648]]", "統編 [[57198386]]"],
    near_misses: &["04595257", "ubn 00000000", "30561649"],
};
