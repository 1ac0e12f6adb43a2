//! CCCD, the citizen's number of Vietnam: province 3, sex and century 1, year of birth 2, six digits.
//!
//! No check digit: province, century and year fit one random string in about forty.

use crate::{
    check::{is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/vn_cccd",
    entity: "MY_ID_TH_VN_PH",
    kind: Kind::NationalId,
    countries: &["vn"],
    find: Find::Shape { shape: Shape { runs: &[digits(12)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "cccd, can cuoc, so can cuoc, can cuoc cong dan, so cccd, so dinh danh, dinh danh ca nhan")],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    let province = (1..=96).contains(&number(&id[..3]));
    // 0 and 1 were born before 2000, 2 and 3 since.
    let born = match id[3] {
        b'0' | b'1' => true,
        b'2' | b'3' => id[4] < b'3',
        _ => false,
    };
    if !province || !born {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::plausible(40)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/vn_cccd",
    sources: &[
        "Ministry of Public Security of Vietnam, circular 59/2021/TT-BCA, annex: codes of provinces, sex and century in the personal identification number; not compared with the document",
    ],
    matches: &["cccd [[079060460056]]", "số căn cước của tôi [[001304012345]]", "my vietnam id is [[048190123456]]"],
    near_misses: &["079060460056", "cccd 000000000000", "cccd 1790604600561"],
};
