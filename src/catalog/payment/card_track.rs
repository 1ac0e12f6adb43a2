//! Track data of a payment card's magnetic stripe.
//!
//! Card number, name on the first track, expiry, service code and what the bank put there. Nothing else is written like this; whoever has it can
//! copy the card.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/card_track",
    entity: "CARD_TRACK_DATA",
    kind: Kind::CardTrack,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Digits(12), Opening::Literals(&["%b"])]), scan },
    concepts: &[],
    context: &[
        (Language::Any, "track 1, track 2, track data, magstripe, magnetic stripe, track1, track2"),
        (Language::Es, "banda magnetica, pista 1, pista 2"),
        (Language::Ru, "дорожка, трек, магнитная полоса"),
        (Language::De, "magnetstreifen, spur 2"),
        (Language::Fr, "piste magnetique, piste 2"),
        (Language::Pt, "trilha 2, tarja magnetica"),
        (Language::It, "banda magnetica, traccia 2"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text().as_bytes();
    let (pan, track) = if text[scan.at] == b'%' { (scan.at + scan.len, 1) } else { (scan.at, 2) };
    if let Some(end) = end(text, pan, track) {
        let start = if track == 1 { scan.at } else { pan - usize::from(pan > 0 && text[pan - 1] == b';') };
        let digits = text[pan..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let holds = luhn_holds(&text[pan..pan + digits]);
        scan.push(start, end, if holds { Verdict::proven(1 << 15) } else { Verdict::plausible(1 << 12) });
    }
}

/// One past a track whose card number begins at `pan`.
fn end(text: &[u8], pan: usize, track: usize) -> Option<usize> {
    const PAN: std::ops::RangeInclusive<usize> = 12..=19;
    const NAME: usize = 30;
    /// Expiry and service code.
    const LEAST: usize = 7;
    const MOST: usize = 60;
    let digits = |from: usize| text[from..].iter().take(MOST).take_while(|byte| byte.is_ascii_digit()).count();
    let number = digits(pan);
    if !PAN.contains(&number) || is_filler(&text[pan..pan + number]) {
        return None;
    }
    let mut at = pan + number;
    if track == 1 {
        let name = text.get(at..)?.strip_prefix(b"^")?.iter().take(NAME).position(|&byte| byte == b'^')?;
        at += 1 + name;
    } else if text.get(at) != Some(&b'=') {
        return None;
    }
    let rest = digits(at + 1);
    at += 1 + rest;
    (rest >= LEAST).then(|| at + usize::from(text.get(at) == Some(&b'?')))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/card_track",
    sources: &["ISO/IEC 7813:2006, data content of tracks 1 and 2; not compared with the document"],
    matches: &[
        "dump: [[%B4111111111111111^TESTER/ANA^29121011234567890?]]", "[[;4111111111111111=29121011234567890?]]",
        "pista 2 [[5105105105105100=29011010000000000000?]]",
    ],
    near_misses: &["4111111111111111=100", "%B0000000000000000^X/Y^2912101?", "width=1234567"],
};
