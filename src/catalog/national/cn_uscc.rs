//! Unified social credit code of an organisation in China: 18 characters.
//!
//! Registrar, kind, six digits of the place, nine of the organisation and a check character by 31; I, O, S, V and Z are not used. One random
//! string in about eighty passes.

use crate::{
    check::{is_chinese_province, is_filler},
    recognizer::{Concept, Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/cn_uscc",
    entity: "CN_USCC",
    kind: Kind::CompanyId,
    countries: &["cn"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Run(LEN), Opening::Cue]), scan },
    concepts: &[Concept::Company],
    context: &[
        (Language::Any, "统一社会信用*, 信用代码*, 社会信用*, 税号*, uscc, uscic"),
        (Language::En, "unified social credit, unified social credit code, social credit code"),
    ],
};

const LEN: usize = 18;

fn scan(scan: &mut Scan<'_>) {
    if scan.len == LEN {
        scan.push_written(scan.token, LEN, check);
    } else if scan.len == 0 {
        scan.push_written_beside_cue(LEN, check);
    }
}

fn check(code: &[u8]) -> Verdict {
    uscc(code).unwrap_or(Verdict::Refuted(Reason::Format))
}

fn uscc(code: &[u8]) -> Option<Verdict> {
    const CHARACTERS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    const MODULUS: usize = CHARACTERS.len();
    let is_digits = code.get(2..8)?.iter().all(u8::is_ascii_digit);
    if code.len() != LEN || code[0] == b'0' || !is_digits || is_filler(code) || !is_chinese_province(&code[2..4]) {
        return None;
    }
    let value = |byte: u8| CHARACTERS.iter().position(|character| character.eq_ignore_ascii_case(&byte));
    let mut weight = 1;
    let mut sum = value(code[LEN - 1])?;
    for &byte in &code[..LEN - 1] {
        sum += weight * value(byte)?;
        weight = weight * 3 % MODULUS;
    }
    Some(Verdict::checksum(sum.is_multiple_of(MODULUS), 80))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/cn_uscc",
    sources: &[
        "GB 32100-2015 \"The coding rule of the unified social credit identifier for legal entities and other organizations\"; examples hold in python-stdnum 2.2, cn.uscc",
    ],
    matches: &[
        "统一社会信用代码 [[91310115MA1K384249]]", "[[91110000600037341L]] is our company", "uscc: [[914403004667116845]]",
    ],
    near_misses: &["91310115MA1K384248", "91110000600037341I", "81990000600037341L"],
};
