//! My Number, the individual number of a resident of Japan.
//!
//! Twelve digits; the last is computed by 11. One random string in ten passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/jp_my_number",
    entity: "JP_MYNUMBER",
    kind: Kind::NationalId,
    countries: &["jp"],
    find: Find::Shape { shape: Shape { runs: &[digits(12)], layouts: &["0000 0000 0000"] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "マイナンバー*, 個人番号*, 私のマイナンバー*"),
        (Language::En, "my number card, mynumber, mynumber card, individual number, my number japan"),
        (Language::Ru, "май намбер"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    let rest = weighted_sum(id, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    let digit = if rest <= 1 { 0 } else { 11 - rest };
    Verdict::checksum(digit == i32::from(id[11] & 0x0f), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/jp_my_number",
    sources: &[
        "Ministry of Internal Affairs and Communications of Japan, ordinance 85 of 2014, article 5: check digit of the individual number; examples hold in python-stdnum 2.2, jp.in_",
    ],
    matches: &["マイナンバー [[1234 5678 9018]]", "my number card [[917381684602]]", "japanese id [[505830033542]]"],
    near_misses: &["917381684602", "1234 5678 9019", "my number card 1111 1111 1111"],
};
