//! Business registration number of Korea: office 3, kind 2, serial 4 digits and a check digit.
//!
//! Weights 1, 3 and 7, the ninth digit counted five times with its carry, by 10. One random string in eleven passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/kr_brn",
    entity: "KR_BRN",
    kind: Kind::CompanyId,
    countries: &["kr"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &["000-00-00000"] }, need: Need::Support, check },
    concepts: &[Concept::Company],
    context: &[
        (Language::Any, "사업자등록*, 사업자번호*, 사업자*"),
        (Language::En, "business registration, business registration number, brn, korean company"),
    ],
};

fn check(brn: &[u8]) -> Verdict {
    if is_filler(brn) {
        return Verdict::Refuted(Reason::Format);
    }
    if brn[0] == b'0' || &brn[..3] == b"100" || &brn[3..5] == b"00" {
        return Verdict::Refuted(Reason::Format);
    }
    let ninth = i32::from(brn[8] & 0x0f) * 5;
    let sum = weighted_sum(brn, &[1, 3, 7, 1, 3, 7, 1, 3]) + ninth + ninth / 10 + i32::from(brn[9] & 0x0f);
    Verdict::checksum(sum % 10 == 0, 11)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/kr_brn",
    sources: &[
        "National Tax Service of Korea, \"Business registration number: composition\" (OECD, Korea: information on tax identification numbers); examples hold in python-stdnum 2.2, kr.brn",
    ],
    matches: &["사업자등록번호 [[124-81-00998]]", "our brn is [[1168200276]] in seoul", "[[134-86-72683]]"],
    near_misses: &["124-81-00999", "1168200276", "000-00-00000"],
};
