//! Postal code of any country, beside a word for it: `28013`, `SW1A 1AA`, `01310-100`, `190 031`.
//!
//! Bare it is any other number.

use crate::recognizer::{
    Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordList, begins_with_sign, comes_from, has_part, has_sign,
    is_link, is_word_char,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "place/postal_code",
    entity: "POSTAL_CODE",
    kind: Kind::PostalCode,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::En, "zip, zip code, zipcode, postcode, post code, postal code, eircode, pin code, pincode"),
        (Language::Es, "codigo postal, cod postal, c.p., cp, cpa"),
        (Language::Ru, "индекс, индекса, почтовый индекс, почтового индекса"),
        (Language::De, "plz, postleitzahl"),
        (Language::Fr, "code postal, cp, c.p., npa"),
        (Language::Pt, "cep, codigo postal, cod postal"),
        (Language::It, "cap, c.a.p., codice postale, codice di avviamento postale"),
    ],
};

/// How countries write theirs, `0` for a digit, `a` for a letter, a blank where one may stand; what goes on is tried first.
static LAYOUTS: &[&str] = &[
    "00000-0000", "00000-000", "00000000", "0000-000", "000-0000", "0000 aa", "000 000", "000 00", "00-000", "00000", "0000",
    "aa0a 0aa", "aa00 0aa", "aa0 0aa", "a0a 0aa", "a00 0aa", "a0 0aa", "a0a 0a0", "a00 a0a0", "a00 aa00", "a0000aaa", "a0000",
    "aaa 0000", "aa-0000",
];
/// Cues that are other words as well: five digits or a hyphen must follow.
static WEAK: WordList = WordList::new("zip, cp, cap, индекс, индекса, pin code, pincode");
const REACH: usize = 4;
/// Letters and digits count apart.
const MOST_PARTS: usize = 8;

fn scan(scan: &mut Scan<'_>) {
    let weak = scan.cue.is_some_and(|cue| WEAK.has(&scan.lower()[cue.range()]));
    let mut end = scan.at;
    for token in scan.token..(scan.token + REACH).min(scan.tokens.len()) {
        let place = scan.tokens[token].span;
        let gap = &scan.text()[end..place.start as usize];
        if gap.contains(['!', '?', ';', '@', '$', '€', '£']) || has_part(gap, ". ") && end > scan.at {
            break;
        }
        if let Some(end) = read(scan.lower(), place.start as usize, weak) {
            scan.push(place.start as usize, end, Verdict::plausible(16));
            return;
        }
        if !is_link(&scan.lower()[place.range()]) {
            break;
        }
        end = place.end as usize;
    }
    // "H2X 1Y4 code postal"
    let Some(cue) = scan.cue else { return };
    let first = scan.tokens.partition_point(|token| token.span.start < cue.start);
    for token in first.saturating_sub(MOST_PARTS)..first {
        let start = scan.tokens[token].span.start as usize;
        if let Some(end) = read(scan.lower(), start, weak).filter(|end| *end <= cue.start as usize) {
            let gap = &scan.lower()[end..cue.start as usize];
            if gap.split(|c: char| !is_word_char(c)).all(|word| word.is_empty() || is_link(word)) && !has_sign(gap, b"?!") {
                scan.push(start, end, Verdict::plausible(16));
                return;
            }
        }
    }
}

/// Where the code that begins here ends.
fn read(lower: &str, start: usize, weak: bool) -> Option<usize> {
    let bytes = lower.as_bytes();
    if comes_from(&lower[..start], b"-+.,/") {
        return None;
    }
    // "9 0 2 1 0"
    let spelled = bytes.get(start + 1).copied().filter(|sign| b" -.".contains(sign) && bytes.get(start + 3) == Some(sign));
    LAYOUTS.iter().filter(|layout| !weak || !matches!(**layout, "0000" | "aaa 0000" | "aa-0000" | "0000 aa")).find_map(|layout| {
        let mut at = start;
        for like in layout.bytes() {
            let byte = bytes.get(at).copied().unwrap_or(0);
            let fits = match like {
                b'0' => byte.is_ascii_digit(),
                b'a' => byte.is_ascii_lowercase(),
                b' ' if byte != b' ' => continue,
                b' ' | b'-' if spelled.is_some() => continue,
                other => byte == other,
            };
            if !fits {
                return None;
            }
            at += 1;
            at += usize::from(spelled.is_some() && bytes.get(at) == spelled.as_ref());
        }
        at -= usize::from(spelled.is_some() && lower[..at].ends_with([' ', '-', '.']));
        let rest = &lower[at..];
        let goes_on = rest.starts_with(|c: char| is_word_char(c) || "_@%€$£".contains(c))
            || begins_with_sign(rest, b"-.,/") && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        (!goes_on && bytes[start..at].iter().any(|&byte| byte != b'0')).then_some(at)
    })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "place/postal_code",
    sources: &[
        "Universal Postal Union, addressing data by country; BS 7666 for British postcodes; not compared with the document",
    ],
    matches: &[
        "my zip is [[90210]]", "zip code [[10018-4402]]", "postcode [[SW1A 1AA]]", "postal code is [[m5v 3l9]]",
        "código postal [[28013]]", "código postal: [[C1425]]", "индекс [[190 031]]", "мой индекс [[101000]]", "plz [[8001]]",
        "code postal [[69003]]", "cep [[01310-100]]", "código postal [[4150-171]]", "cap [[20121]]", "[[H2X 1Y4]] code postal",
    ],
    near_misses: &[
        "90210", "zip file 2024", "which zip codes do you deliver to", "the postcode field is broken", "zip code 00000",
        "cp 1200 euros", "1234 cp",
    ],
};
