//! Plate of a Russian vehicle: `А123ВС 77`.
//!
//! A letter, three digits, two letters, the region; the letters are the twelve of the Cyrillic alphabet that look Latin.
//! Written in Cyrillic it is hardly anything else; in Latin letters, or without its region, it needs a cue, as do the plates
//! of motorcycles, trailers and taxis.

use crate::{
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, comes_from, goes_on, is_small},
    text::Span,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "vehicle/ru_plate",
    entity: "RU_PLATE",
    kind: Kind::LicensePlate,
    countries: &["ru"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Digits(3), Opening::Run(SHORTEST_RUN), Opening::Cue]), scan },
    concepts: &[],
    context: &[
        (
            Language::Ru,
            "номер авто, номер* машин*, номер* автомобил*, гос номер*, госномер*, г/н, грз, гос знак*, номерной знак, автономер*, авто, машин*, тачк*, номера, прицеп*, мотоцикл*, такси",
        ),
        (Language::En, "russian plate, license plate, licence plate, number plate, plate"),
        (Language::Es, "matricula rusa, matricula, placa"),
        (Language::De, "russisches kennzeichen, kennzeichen"),
    ],
};

/// One letter of two bytes, three digits, two letters, a region of two digits; in Latin letters three bytes less.
const SHORTEST_RUN: usize = 8;
const LETTERS: &str = "авекмнорстухabekmhopctyx";
/// How many words and numbers behind the cue it may begin.
const REACH: usize = 5;

fn scan(scan: &mut Scan<'_>) {
    let cued = scan.len == 0;
    if cued {
        let last = (scan.token + REACH).min(scan.tokens.len());
        if let Some((start, end, _)) = (scan.token..last).find_map(|first| read(scan, first, true)) {
            scan.push(start, end, Verdict::plausible(16));
        }
        return;
    }
    // The digits stand behind the letter, unless all is one run.
    let digits = scan.tokens.get(scan.token).is_some_and(|token| token.is_digits());
    let first = scan.token.checked_sub(usize::from(digits)).filter(|&first| scan.tokens[first].span.len() <= 2);
    if let Some((start, end, odds)) = first.filter(|_| scan.len == 3 || !digits).and_then(|first| read(scan, first, false)) {
        scan.push(start, end, Verdict::plausible(odds));
    }
}

/// The plate that begins with this token, and how little else looks so.
fn read(scan: &Scan<'_>, first: usize, cued: bool) -> Option<(usize, usize, u32)> {
    let start = scan.tokens.get(first)?.span.start as usize;
    // How its parts follow one another: letters before, digits, letters behind.
    let (letters, number) = (letters(scan, first), digits(scan, first + 1));
    let last = match (letters, number) {
        (1, 3) if self::letters(scan, first + 2) == 2 => first + 2,
        (2, 3 | 4) if cued => first + 1,
        _ if cued && digits(scan, first) == 4 && self::letters(scan, first + 1) == 2 => first + 1,
        _ => return None,
    };
    if comes_from(&scan.text()[..start], b"-") {
        return None;
    }
    for token in first..last {
        if !matches!(scan.gap_after(token), "" | " " | "-") {
            return None;
        }
    }
    if (first..=last).any(|token| scan.word(token).starts_with("000")) {
        return None;
    }
    let has_region = matches!(digits(scan, last + 1), 2 | 3) && matches!(scan.gap_after(last), "" | " " | "-" | "/" | " / ");
    if !has_region && !cued {
        return None;
    }
    let end = scan.tokens[last + usize::from(has_region)].span.end as usize;
    if goes_on(&scan.text()[end..], b"") {
        return None;
    }
    // "в 100 км 50": words of a sentence stand apart and small.
    let text = scan.folded.typed(Span::new(start, end));
    let cyrillic = !text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let apart = (first..last).any(|token| !scan.gap_after(token).is_empty());
    let small = text.chars().any(is_small);
    Some((start, end, if cyrillic && !(apart && small) { 32 } else { 1 }))
}

/// How many letters of plates this token is; none where it is something else.
fn letters(scan: &Scan<'_>, token: usize) -> usize {
    let mut letters = 0;
    for c in scan.word(token).chars() {
        if !LETTERS.contains(c) {
            return 0;
        }
        letters += 1;
    }
    letters
}

/// How many digits this token is.
fn digits(scan: &Scan<'_>, token: usize) -> usize {
    scan.tokens.get(token).filter(|token| token.is_digits()).map_or(0, |token| token.span.len())
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "vehicle/ru_plate",
    sources: &["GOST R 50577-2018, section 4 and annex on the regions; not compared with the document"],
    matches: &[
        "[[А123ВС77]] эвакуировали", "[[Т 789 УХ 150]]", "номер машины [[к 456 мн 199]]", "госномер [[о001ах]]",
        "номер авто [[a123bc77]]", "номера прицепа [[АВ 1234 77]]", "мотоцикл [[1234 АВ 77]]", "kennzeichen [[A123BC 77]]",
        "matricula rusa [[A123BC77]]",
    ],
    near_misses: &["в 100 км 50 минут", "А000ВС77", "Ж123ВС77", "a123bc77", "от 300 до 500", "с 123 ам 77", "кв 12 эт 3"],
};
