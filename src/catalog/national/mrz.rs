//! The machine readable lines of a passport, visa or identity card.
//!
//! Lines of 30, 36 or 44 capitals, digits and `<`; the digit lines carry check digits with the weights 7, 3, 1 (ICAO 9303), each passed by one random digit in ten.

use crate::{
    check::alnum_value,
    recognizer::{Find, Kind, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/mrz",
    entity: "GENERIC_PASSPORT",
    kind: Kind::Passport,
    countries: &[],
    find: Find::Scan { opening: Opening::Literals(&["<<"]), scan },
    concepts: &[],
    context: &[],
};

/// The lengths of a line of the three formats; people lose a filler or two when they copy one.
const LENGTHS: std::ops::RangeInclusive<usize> = 28..=46;

fn scan(scan: &mut Scan<'_>) {
    let bytes = scan.text().as_bytes();
    let part = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'<';
    let before = bytes[..scan.at].iter().rev().take(LENGTHS.end() + 1).take_while(part).count();
    let mut start = scan.at - before;
    // The first `<<` of a line speaks for it.
    if scan.text()[start..scan.at].contains("<<") || bytes[start..scan.at].last() == Some(&b'<') {
        return;
    }
    let after = bytes[scan.at..].iter().take(LENGTHS.end() + 1).take_while(part).count();
    let mut end = scan.at + after;
    let Some(line) = verdict(&bytes[start..end]) else { return };
    // The other lines, where only a line break stands between: they hold `<<` only by accident.
    let breaks = |byte: &&u8| matches!(**byte, b'\n' | b'\r');
    loop {
        let gap = bytes[end..].iter().take(3).take_while(breaks).count();
        let next = bytes[end + gap..].iter().take(LENGTHS.end() + 1).take_while(part).count();
        if gap == 0 || verdict(&bytes[end + gap..end + gap + next]).is_none() {
            break;
        }
        end += gap + next;
    }
    let gap = bytes[..start].iter().rev().take(3).take_while(breaks).count();
    let previous = bytes[..start - gap].iter().rev().take(LENGTHS.end() + 1).take_while(part).count();
    if gap > 0 && verdict(&bytes[start - gap - previous..start - gap]).is_some() {
        start -= gap + previous;
    }
    scan.push(start, end, line);
}

/// What a line proves; none for what is none.
fn verdict(line: &[u8]) -> Option<Verdict> {
    if !LENGTHS.contains(&line.len()) || !line.contains(&b'<') {
        return None;
    }
    let digits = line.iter().filter(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        // Names, perhaps behind the kind of document and the country.
        let fillers: usize = line.iter().map(|byte| usize::from(*byte == b'<')).sum();
        return (fillers >= 4 && fillers < line.len()).then_some(Verdict::plausible(4096));
    }
    // Where the parts with their check digits stand, in the lines of two formats; the third puts the document number first, too.
    let two_dates = holds(line, 13) && holds(line, 21);
    let card_dates = holds(line, 0) && holds(line, 8);
    let card_number = line.len() >= 28 && field_holds(line, 5, 9);
    if two_dates || card_dates {
        return Some(Verdict::proven(100));
    }
    if card_number || field_holds(line, 0, 9) {
        return Some(Verdict::proven(10));
    }
    (digits >= 6).then_some(Verdict::Refuted(Reason::Checksum))
}

/// Whether a date of six digits is followed by its check digit.
fn holds(line: &[u8], from: usize) -> bool {
    field_holds(line, from, 6)
}

fn field_holds(line: &[u8], from: usize, len: usize) -> bool {
    const WEIGHTS: [u32; 3] = [7, 3, 1];
    let (Some(field), Some(check)) = (line.get(from..from + len), line.get(from + len)) else { return false };
    let value = |byte: u8| if byte == b'<' { 0 } else { alnum_value(byte.to_ascii_uppercase()) };
    let sum: u32 = field.iter().zip(WEIGHTS.iter().cycle()).map(|(byte, weight)| value(*byte) * weight).sum();
    check.is_ascii_digit() && sum % 10 == u32::from(check & 0x0f)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/mrz",
    sources: &[
        "ICAO Doc 9303, eighth edition, part 3, section 4.9 (check digits) and appendix B of part 4 (the specimen of Utopia); not compared with the document",
    ],
    matches: &[
        "mrz line [[P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<]]",
        "[[L898902C36UTO7408122F1204159ZE184226B<<<<<10]]",
        "[[P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10]]",
        "[[I<UTOD231458907<<<<<<<<<<<<<<<]]",
    ],
    near_misses: &[
        "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "git merge left <<<<<<< HEAD in the file", "cout << x << y", "P<UTO<<",
    ],
};
