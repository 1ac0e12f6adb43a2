//! УНП, the Belarusian number of a payer.
//!
//! Nine digits, or two letters and seven digits for a person; the last is a weighted sum by 11 that is never ten. One random string in eleven
//! passes, so it is found beside a word only.

use zeroize::Zeroizing;

use crate::{
    check::weighted_sum,
    recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/by_unp",
    entity: "BY_IDS",
    kind: Kind::TaxId,
    countries: &["by"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "унп, unp"), (Language::Ru, "учетный номер плательщика")],
};

fn scan(scan: &mut Scan<'_>) {
    let mut unp = Zeroizing::new([0; 9]);
    let mut sum = 0;
    let (start, end) = if let Some((series, number, end)) = scan.lettered_document(7) {
        let start = scan.tokens[series].span.start as usize;
        let known = |letter: char| Some(LETTERS.chars().position(|known| known == letter.to_ascii_uppercase())? % 10);
        let mut letters = scan.text()[start..].chars().map_while(known);
        let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return };
        sum = FIRST[first] * WEIGHTS[0];
        unp[1] = second as u8;
        number.copy(number.groups(), &mut unp[2..]);
        (start, end)
    } else if let Some((number, end)) = scan.document(9, 9) {
        number.copy(number.groups(), &mut unp[..]);
        (number.start(), end)
    } else {
        return;
    };
    sum += weighted_sum(&unp[..], &WEIGHTS);
    scan.push(start, end, Verdict::checksum(sum % 11 == i32::from(unp[8] & 0x0f), 11));
}

/// The letters that begin a person's number, in Latin and in Cyrillic; the second counts by its place here.
const LETTERS: &str = "ABCEHKMOPTАВСЕНКМОРТ";
/// What the first counts: its place in the alphabet behind ten digits.
const FIRST: [i32; 10] = [10, 11, 12, 14, 17, 20, 22, 24, 25, 29];
const WEIGHTS: [i32; 8] = [29, 23, 19, 17, 13, 7, 5, 3];

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/by_unp",
    sources: &[
        "Resolution 127 of 2003-12-31 of the Ministry of Taxes and Duties of Belarus; examples hold in python-stdnum 2.2, by.unp",
    ],
    matches: &[
        "УНП [[200988541]]", "мой унп: [[MA1953684]]", "УНП [[КА7813840]]", "belarusian tax number [[KA0723662]]",
        "[[187991844]] унп",
    ],
    near_misses: &["200988541", "УНП 111111111", "унп 20098854"],
};
