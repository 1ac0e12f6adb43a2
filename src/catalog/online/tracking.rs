//! Number of a parcel, beside a word for it: the S10 numbers of the posts, UPS, USPS.
//!
//! Each ends with a check digit, modulo 11 or 10. Carriers without one are left out, and so are the numbers that manuals
//! show. A reference: it is sent unless a site says otherwise.

use zeroize::Zeroizing;

use crate::{
    check::weighted_sum,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "online/tracking",
    entity: "TRACKING_NUMBER",
    kind: Kind::TrackingNumber,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::Any, "tracking, ups, usps"),
        (Language::En, "tracking number, tracking no, track, parcel, parcel number, package, shipment"),
        (Language::Es, "seguimiento, numero de seguimiento, envio, numero de envio, paquete, localizador, rastreo"),
        (Language::Ru, "трек*, трек номер*, трек-номер*, посылк*, отправлени*, накладн*"),
        (Language::De, "sendung, sendungsnummer, sendungsverfolgung, paket, paketnummer"),
        (Language::Fr, "suivi, numero de suivi, colis, envoi"),
        (Language::Pt, "rastreio, rastreamento, codigo de rastreio, encomenda, objeto"),
        (Language::It, "spedizione, pacco, numero di tracking, codice di tracking"),
    ],
};

const LONGEST: usize = 22;
const REACH: usize = 5;
const MOST_GROUPS: usize = LONGEST;

fn scan(scan: &mut Scan<'_>) {
    let (text, tokens) = (scan.text(), scan.tokens);
    let gap = |at: usize| &text[tokens[at - 1].span.end as usize..tokens[at].span.start as usize];
    for first in scan.token..(scan.token + REACH).min(tokens.len()) {
        // They begin with two letters, "1Z" or a nine.
        let begins = if tokens[first].is_digits() {
            b"19".contains(&text.as_bytes()[tokens[first].span.start as usize])
        } else {
            tokens[first].span.len() == 2
        };
        if !begins {
            continue;
        }
        let mut code = Zeroizing::new([0; LONGEST]);
        let (mut len, mut end) = (0, None);
        for at in first..(first + MOST_GROUPS).min(tokens.len()) {
            let bytes = &text.as_bytes()[tokens[at].span.range()];
            if at > first && !matches!(gap(at), "" | " " | "-" | "." | "_" | "/" | "\n") || len + bytes.len() > LONGEST {
                break;
            }
            for (place, byte) in code[len..].iter_mut().zip(bytes) {
                *place = byte.to_ascii_uppercase();
            }
            len += bytes.len();
            let touched = tokens.get(at + 1).is_some_and(|next| next.span.start == tokens[at].span.end);
            if !touched && is_tracking(&code[..len]) {
                end = Some(tokens[at].span.end as usize);
            }
        }
        if let Some(end) = end.filter(|_| first == scan.token || !gap(first).is_empty()) {
            scan.push(tokens[first].span.start as usize, end, Verdict::plausible(10));
            return;
        }
    }
}

fn is_tracking(code: &[u8]) -> bool {
    let shown = [&b"12345678"[..], b"00000000", b"1Z999AA1"].iter().any(|shown| code.windows(8).any(|part| part == *shown));
    !shown
        && match code {
            [b'1', b'Z', rest @ ..] if rest.len() == 16 => ups_holds(rest),
            [b'9', ..] if matches!(code.len(), 20 | 22) => code.iter().all(u8::is_ascii_digit) && impb_holds(code),
            _ => code.len() == 13 && s10_holds(code),
        }
}

/// The standard S10 of the Universal Postal Union: two letters, nine digits, two letters.
fn s10_holds(code: &[u8]) -> bool {
    let digits = &code[2..11];
    if !code[..2].iter().chain(&code[11..]).all(u8::is_ascii_uppercase) || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let check = match 11 - weighted_sum(digits, &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
        10 => 0,
        11 => 5,
        check => check,
    };
    i32::from(digits[8] - b'0') == check
}

/// Every second character twice, letters by their place from the 63rd of ASCII on.
fn ups_holds(code: &[u8]) -> bool {
    let value = |byte: u8| if byte.is_ascii_digit() { u32::from(byte - b'0') } else { u32::from(byte.saturating_sub(63)) % 10 };
    let sum: u32 = code[..15].iter().enumerate().map(|(place, &byte)| value(byte) * if place % 2 == 0 { 1 } else { 2 }).sum();
    u32::from(code[15].wrapping_sub(b'0')) == (10 - sum % 10) % 10
}

/// As goods are numbered: every second digit from the right three times.
fn impb_holds(digits: &[u8]) -> bool {
    let sum: u32 =
        digits.iter().rev().enumerate().map(|(place, byte)| u32::from(byte - b'0') * if place % 2 == 0 { 1 } else { 3 }).sum();
    sum.is_multiple_of(10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "online/tracking",
    sources: &[
        "Universal Postal Union, standard S10-12; UPS, \"Tracking number check digit calculation\"; USPS Publication 199, section 3.4; read 2026-11",
    ],
    matches: &[
        "tracking number [[CP473124829GB]] where is it", "ups [[1ZP70C263294150815]]", "отследите посылку [[CP123396565RU]]",
        "sendungsnummer [[CP653778527CN]]", "colis [[CP 473124829 FR]]", "seguimiento [[CP473124829ES]]",
        "rastreio [[CP473124829BR]]", "spedizione [[CP473124829IT]]", "usps [[9405511699000481627300]]",
    ],
    near_misses: &[
        "CP473124829GB", "tracking 1Z999AA10123456784 hasnt moved", "parcel RR123456785GB since 3 weeks",
        "tracking CP473124820GB",
    ],
};
