//! Identity card of Hong Kong: one or two letters, six digits, a check digit in brackets.
//!
//! The digit, A for ten, makes a weighted sum divisible by 11. The brackets tell it; without them one random string in eleven passes and the
//! name is needed.

use crate::{
    check::{alnum_value, is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/hk_id",
    entity: "HK_TW_IDS",
    kind: Kind::NationalId,
    countries: &["hk"],
    find: Find::Scan { opening: Opening::Run(7), scan },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "hkid, 香港身份證*, 香港身份证*, 身份證*, 身份证*, 我的身份證*"),
        (Language::En, "hkid number, hkid card, hong kong id, hong kong identity card, hk id"),
        (Language::Es, "identidad de hong kong"),
        (Language::Ru, "гонконгский*"),
        (Language::De, "hongkong-ausweis"),
        (Language::Fr, "carte d'identite de hong kong"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    const DIGITS: usize = 6;
    const LONGEST: usize = 2 + DIGITS + 1;
    if scan.len > LONGEST {
        return;
    }
    let text = scan.text().as_bytes();
    let (card, rest) = text[scan.at..].split_at(scan.len);
    let letters = card.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let front = &card[..letters];
    let Some((digits, last)) = card[letters..].split_at_checked(DIGITS) else { return };
    let (last, more) = match (last, rest) {
        (&[last], _) => (last, 0),
        ([], &[b'(', last, b')', ..]) => (last, 3),
        ([], &[b' ', b'(', last, b')', ..]) => (last, 4),
        _ => return,
    };
    let value = |byte: u8| alnum_value(byte.to_ascii_uppercase()).cast_signed();
    let front = match *front {
        [one] => 36 * 9 + value(one) * 8,
        [one, two] => value(one) * 9 + value(two) * 8,
        _ => return,
    };
    if is_filler(digits) || !digits.iter().all(u8::is_ascii_digit) || !(last.is_ascii_digit() || last.eq_ignore_ascii_case(&b'A'))
    {
        return;
    }
    let holds = (front + weighted_sum(digits, &[7, 6, 5, 4, 3, 2]) + value(last)) % 11 == 0;
    let verdict = if more > 0 || !holds { Verdict::checksum(holds, 11) } else { Verdict::PLAUSIBLE };
    scan.push(scan.at, scan.at + scan.len + more, verdict);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/hk_id",
    sources: &[
        "Immigration Department of Hong Kong, \"Hong Kong identity card: number and check digit\" (HKSAR Government Interoperability Framework, XML schema guide); not compared with the document",
    ],
    matches: &["hkid [[A123456(3)]]", "[[K891411(7)]] for the account", "hong kong id [[WX393483(5)]]", "hkid [[y467621a]]"],
    near_misses: &["A123456(4)", "K8914117", "A000000(3)", "ABC123456(3)"],
};
