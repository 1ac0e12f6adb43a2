//! Number of a German passport.
//!
//! A letter and eight characters, without vowels and what looks like a digit, and in the machine-readable zone a check digit
//! with weights 7, 3, 1. Nine characters say nothing alone, so it is looked at beside a word only.

use crate::{
    check::{alnum_value, is_filler, sum_731},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/de_passport",
    entity: "DE_PASSPORT",
    kind: Kind::Passport,
    countries: &["de"],
    find: Find::Shape { shape: Shape { runs: &[letters(1), alnum_between(8, 9)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::En, "german passport"),
        (Language::De, "reisepass, reisepassnummer, reisepass-nr, passnummer, pass-nr, kinderreisepass"),
        (Language::Es, "pasaporte aleman"),
        (Language::Fr, "passeport allemand"),
        (Language::It, "passaporto tedesco"),
        (Language::Pt, "passaporte alemao"),
        (Language::Ru, "немецкий паспорт"),
    ],
};

fn check(serial: &[u8]) -> Verdict {
    // Vowels and letters that look like digits are not used. Digits only behind the letter are old cards, or "y 12345678".
    if !serial.iter().all(|byte| b"0123456789CFGHJKLMNPRTVWXYZ".contains(byte))
        || is_filler(serial)
        || (serial[0] != b'T' && serial[1..9].iter().all(u8::is_ascii_digit))
    {
        return Verdict::Refuted(Reason::Format);
    }
    match serial {
        [_, _, _, _, _, _, _, _, _] => Verdict::plausible(4),
        [.., b'0'..=b'9'] => Verdict::checksum(sum_731(&serial[..9]) % 10 == alnum_value(serial[9]), 45),
        _ => Verdict::Refuted(Reason::Format),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/de_passport",
    sources: &["Passverordnung, annex 1 (specimen C01X00T47); ICAO Doc 9303 part 3; not compared with the document"],
    matches: &["reisepass [[C01X00T47]] für die buchung", "passnummer: [[K0YTM67J83]]", "my german passport is [[c01x00t47]]"],
    near_misses: &["C01X00T47", "reisepass C00000000", "pass gilt bis 12 mai 2030"],
};
