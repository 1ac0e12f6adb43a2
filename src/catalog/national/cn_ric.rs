//! Resident identity number of China: 18 characters.
//!
//! Six digits of the place, eight of the date of birth, three more and a check character by ISO 7064 MOD 11-2, X for ten. One random string in
//! several thousand passes.

use zeroize::Zeroizing;

use crate::{
    check::{date_of, is_chinese_province, mod_11_2_holds},
    recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/cn_ric",
    entity: "CN_RIC",
    kind: Kind::NationalId,
    countries: &["cn"],
    find: Find::Scan { opening: Opening::Digits(17), scan },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "身份证*, 身份證*, 居民身份*, 我的身份证*, 我身份证*, 公民身份*, 证件号*"),
        (Language::En, "resident identity card"),
        (Language::Ru, "китайский паспорт"),
    ],
};

const LEN: usize = 18;

fn scan(scan: &mut Scan<'_>) {
    let number = scan.number_here();
    let Some(groups) = (1..=number.groups()).find(|&groups| number.digits(groups) >= LEN - 1) else { return };
    let (digits, mut end) = (number.digits(groups), number.end(groups));
    let mut id = Zeroizing::new([b'X'; LEN]);
    let rest = &scan.text().as_bytes()[end..];
    match digits {
        LEN if number.stands_alone(groups) => {}
        _ if digits + 1 == LEN
            && matches!(rest, [b'x' | b'X', next @ ..] | [b' ' | b'-' | b'.', b'x' | b'X', next @ ..] if !next.first().is_some_and(u8::is_ascii_alphanumeric)) =>
        {
            end += if rest[0].eq_ignore_ascii_case(&b'x') { 1 } else { 2 };
        }
        _ => return,
    }
    number.copy(groups, &mut id[..]);
    if is_chinese_province(&id[..2]) && matches!(&id[6..8], b"18" | b"19" | b"20") && date_of(&id[6..14], *b"ymd") {
        scan.push(number.start(), end, Verdict::checksum(mod_11_2_holds(&id[..]), 10_000));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/cn_ric",
    sources: &[
        "GB 11643-1999 \"Citizen identification number\", with its examples; GB/T 2260 codes of provinces; examples hold in python-stdnum 2.2, cn.ric, those it knows",
    ],
    matches: &[
        "身份证号 [[11010519491231002X]]", "my chinese id is [[310104198607232757]]", "[[44010620010317820x]]",
        "id [[310104 19860723 2757]]",
    ],
    near_misses: &["310104198607232758", "990104198607232757", "310104198613232757", "000000000000000000"],
};
