//! National number of Taiwan: a letter for the place, nine digits.
//!
//! The second character is 1 or 2, for foreigners 8 or 9; the letter counts as two digits and the weighted sum ends in 0. One random string in
//! 25 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/tw_id",
    entity: "HK_TW_IDS",
    kind: Kind::NationalId,
    countries: &["tw"],
    find: Find::Shape { shape: Shape { runs: &[letters(1), digits(9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[],
    context: &[
        (Language::Any, "身分證*, 身份證*, 身分证*, 我的身分證*, 統一證號*, 居留證*"),
        (Language::En, "taiwan id, taiwanese id, taiwan national id, arc number"),
        (Language::Es, "identidad taiwanesa"),
        (Language::De, "taiwanischer ausweis"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    /// In the order of their numbers, from 10 on.
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVXYWZIO";
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(id[1], b'1' | b'2' | b'8' | b'9') {
        return Verdict::Refuted(Reason::Format);
    }
    let place = LETTERS.iter().zip(10..).find(|(letter, _)| **letter == id[0]).map_or(0, |(_, place)| place);
    let sum = place / 10 + place % 10 * 9 + weighted_sum(&id[1..], &[8, 7, 6, 5, 4, 3, 2, 1, 1]);
    // Even weights: one changed digit in twelve is not noticed.
    if sum % 10 == 0 { Verdict::plausible(25) } else { Verdict::Refuted(Reason::Checksum) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/tw_id",
    sources: &[
        "Ministry of the Interior of Taiwan, \"National identification card unified number: coding\" and new uniform ID number for foreigners (2021); not compared with the document",
    ],
    matches: &["身分證字號 [[A123456789]]", "my taiwan id is [[F280199488]]", "taiwan arc number [[H896846081]]"],
    near_misses: &["A123456788", "A323456789", "A000000000"],
};
