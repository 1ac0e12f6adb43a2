//! NINO, the national insurance number of Great Britain.
//!
//! Two letters, six digits, a letter from A to D. Some letters are never used in front, some pairs are not allocated. No check digit: one
//! random writing in twelve fits. It is written in one piece or in pairs; in other groups it is one only beside its name.

use zeroize::Zeroizing;

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/uk_nino",
    entity: "UK_NINO",
    kind: Kind::NationalId,
    countries: &["gb"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Digits(2), Opening::Run(LEN)]), scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "nino, ni number, ni no, ni nr, national insurance, national insurance number, insurance number, payslip, ni, n i, n i number, n i no, nat ins, nat insurance, national ins",
        ),
        (Language::Es, "nino, national insurance, numero de seguro britanico, seguro nacional"),
        (Language::Ru, "nino, national insurance, национальный страховой номер, страховой номер"),
        (Language::De, "nino, national insurance, britische sozialversicherungsnummer"),
        (Language::Fr, "nino, national insurance, numero d'assurance nationale"),
        (Language::Pt, "nino, national insurance, seguro nacional"),
        (Language::It, "nino, national insurance, assicurazione nazionale"),
    ],
};

const LEN: usize = 9;

fn scan(scan: &mut Scan<'_>) {
    let Some(first) = letters(scan) else { return };
    if let Some((end, verdict)) = read(scan, first) {
        scan.push(scan.tokens[first].span.start as usize, end, verdict);
    }
}

/// Where the two letters begin, before the digits that opened or in the run that did.
fn letters(scan: &Scan<'_>) -> Option<usize> {
    let mut first = scan.token;
    if !scan.tokens.get(first)?.is_digits() {
        return (scan.len == LEN).then_some(first);
    }
    // Back over at most six digits.
    let mut digits = 0;
    while scan.tokens[first].is_digits() {
        digits += scan.tokens[first].span.len();
        first = first.checked_sub(1)?;
        if digits > LEN - 3 || scan.tokens[first].span.len() > LEN - 3 || !is_joined(scan, first) {
            return None;
        }
    }
    match scan.tokens[first].span.len() {
        2 => Some(first),
        1 => first.checked_sub(1).filter(|&before| scan.tokens[before].span.len() == 1 && is_joined(scan, before)),
        _ => None,
    }
}

/// True where a token and the next may be of one writing: nothing between them, or one separator.
fn is_joined(scan: &Scan<'_>, at: usize) -> bool {
    let (Some(token), Some(next)) = (scan.tokens.get(at), scan.tokens.get(at + 1)) else { return false };
    match &scan.text().as_bytes()[token.span.end as usize..next.span.start as usize] {
        [] => true,
        [one] => b" .-/_,|*\n\t~:".contains(one),
        gap => gap.len() <= 3 && gap.iter().all(|byte| b" .-/_,\n\r\t()".contains(byte)),
    }
}

/// The number that begins with this token.
fn read(scan: &Scan<'_>, first: usize) -> Option<(usize, Verdict)> {
    let text = scan.text().as_bytes();
    let mut nino = Zeroizing::new([0; LEN]);
    let (mut len, mut groups, mut last) = (0, [0_usize; LEN], first);
    let mut group = 0;
    if first > 0 && scan.tokens[first - 1].span.end == scan.tokens[first].span.start {
        return None;
    }
    loop {
        let token = scan.tokens.get(last)?;
        let bytes = &text[token.span.range()];
        if len + bytes.len() > LEN || !bytes.is_ascii() {
            return None;
        }
        for (place, byte) in nino[len..].iter_mut().zip(bytes) {
            *place = byte.to_ascii_uppercase();
        }
        len += bytes.len();
        groups[group] += bytes.len();
        let touching = scan.tokens.get(last + 1).is_some_and(|next| next.span.start == token.span.end);
        if len == LEN {
            if touching {
                return None;
            }
            break;
        }
        if !is_joined(scan, last) {
            return None;
        }
        group += usize::from(!touching);
        last += 1;
    }
    let letters = |place: usize| place < 2 || place + 1 == LEN;
    if !(0..LEN).all(|place| if letters(place) { nino[place].is_ascii_uppercase() } else { nino[place].is_ascii_digit() }) {
        return None;
    }
    let official = matches!(groups[..=group], [9] | [2, 2, 2, 2, 1]);
    let verdict = match check(&nino[..]) {
        Verdict::Plausible { .. } if !official => Verdict::Refuted(Reason::Component),
        verdict => verdict,
    };
    Some((scan.tokens[last].span.end as usize, verdict))
}

fn check(nino: &[u8]) -> Verdict {
    if is_filler(nino) {
        return Verdict::Refuted(Reason::Format);
    }
    let unused = [&b"BG"[..], b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"];
    let prefix = &nino[..2];
    let never = prefix.iter().any(|letter| b"DFIQUV".contains(letter)) || prefix[1] == b'O' || unused.contains(&prefix);
    if never || !(b'A'..=b'D').contains(&nino[8]) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::plausible(12)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/uk_nino",
    sources: &["HM Revenue & Customs, NIM39110 \"National Insurance Numbers: format and security\"; read 2026-11"],
    matches: &[
        "my nino: [[zb764257a]]", "NI number is [[LZ710129A]]", "national insurance number [[KS 41 26 27 B]]",
        "[[PP 62 62 89 B]]",
    ],
    near_misses: &["DZ710129A", "LO710129A", "GB710129A", "LZ710129E", "LZ71012A", "policy PK-3817-42-A"],
};
