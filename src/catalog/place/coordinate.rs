//! A point on the map: `40.41678, -3.70379` or `40°25'00"N 3°42'13"W`.
//!
//! Two numbers in range with four decimals or more each, written side by side, are hardly anything else; with fewer decimals
//! they need a cue. Degrees with minutes tell by their signs.

use crate::recognizer::{
    Find, Kind, Language, Opening, Recognizer, Scan, Verdict, before_signs, behind_signs, comes_from, goes_on, is_letter,
    is_word_char,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "place/coordinate",
    entity: "GEO_COORDINATE",
    kind: Kind::Coordinate,
    countries: &[],
    find: Find::Scan { opening: Opening::Digits(2), scan },
    concepts: &[],
    context: &[
        (Language::Any, "gps, lat, lon, lng, latitude, longitude, geo"),
        (Language::En, "coordinates, coords, coordinate, location, pin location"),
        (Language::Es, "coordenadas, ubicacion, latitud, longitud, localizacion"),
        (Language::Ru, "координат*, широта, долгота, геолокац*, локаци*, гпс, геоточк*, точка"),
        (Language::De, "koordinaten, standort, breitengrad, langengrad"),
        (Language::Fr, "coordonnees, position, localisation"),
        (Language::Pt, "coordenadas, localizacao, latitude, posicao"),
        (Language::It, "coordinate, posizione, latitudine, longitudine"),
    ],
};

/// A number of degrees, from its sign to its last digit or letter.
struct Degrees {
    start: usize,
    end: usize,
    whole: u64,
    decimals: usize,
    /// With minutes, or with a point of the compass.
    marked: bool,
}

fn scan(scan: &mut Scan<'_>) {
    const PRECISE: usize = 4;
    const LEAST: usize = 2;
    // Behind the degrees stands a point or their sign.
    if scan.len > 3 || !matches!(scan.text().as_bytes().get(scan.at + scan.len), Some(b'.' | 0x80..)) {
        return;
    }
    let Some(latitude) = degrees(scan.text(), scan.at, b"NS").filter(|latitude| latitude.whole <= 90) else { return };
    let Some(at) = next_number(scan.lower(), latitude.end) else { return };
    let Some(longitude) = degrees(scan.text(), at, b"EOW").filter(|longitude| longitude.whole <= 180) else { return };
    let marked = latitude.marked && longitude.marked;
    let decimals = latitude.decimals.min(longitude.decimals);
    // Shares and scores lie between 0 and 1.
    let fractions = latitude.whole == 0 && longitude.whole == 0;
    if !marked && decimals < LEAST {
        return;
    }
    let verdict = if marked || decimals >= PRECISE && !fractions { Verdict::proven(64) } else { Verdict::PLAUSIBLE };
    scan.push(latitude.start, longitude.end, verdict);
}

/// Digits from here on as many as there are.
fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The degrees whose first digit stands here.
fn degrees(text: &str, at: usize, compass: &[u8]) -> Option<Degrees> {
    const MOST_DECIMALS: usize = 16;
    let bytes = text.as_bytes();
    let len = digits(&bytes[at..]);
    let before = text[..at].chars().next_back();
    if !(1..=3).contains(&len) || before.is_some_and(|c| is_word_char(c) || ".:".contains(c)) {
        return None;
    }
    let whole = bytes[at..at + len].iter().fold(0, |number, byte| number * 10 + u64::from(byte - b'0'));
    let signed = matches!(before, Some('-' | '+')) && !comes_from(&text[..at - 1], b"");
    let start = at - usize::from(signed);
    let mut end = at + len;
    let mut decimals = 0;
    if bytes.get(end) == Some(&b'.') {
        decimals = digits(&bytes[end + 1..]);
        if decimals == 0 || decimals > MOST_DECIMALS {
            return None;
        }
        end += 1 + decimals;
    }
    let mut marked = false;
    // Minutes and seconds.
    if let Some(rest) = sign(text, end, "°º˚") {
        end = rest;
        for _ in 0..2 {
            let from = end + (text[end..].len() - behind_signs(&text[end..], b" ").len()).min(1);
            let count = digits(&bytes[from..]);
            let fraction = if bytes.get(from + count) == Some(&b'.') { 1 + digits(&bytes[from + count + 1..]) } else { 0 };
            let Some(next) = (1..=2).contains(&count).then(|| sign(text, from + count + fraction, "'’′\"”″")).flatten()
            else {
                break;
            };
            end = next;
            marked = true;
        }
    }
    let from = end + usize::from(bytes.get(end) == Some(&b' '));
    if bytes.get(from).is_some_and(|byte| compass.contains(byte)) && !bytes.get(from + 1).is_some_and(u8::is_ascii_alphanumeric) {
        end = from + 1;
        marked |= decimals > 0;
    }
    let goes_on = goes_on(&text[end..], b"%");
    let decimal_goes_on = bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    (!goes_on && !decimal_goes_on).then_some(Degrees { start, end, whole, decimals, marked })
}

/// The end of one of these signs; two apostrophes are one sign.
fn sign(text: &str, at: usize, signs: &str) -> Option<usize> {
    let c = text[at..].chars().next().filter(|c| signs.contains(*c))?;
    let end = at + c.len_utf8();
    Some(if text[end..].starts_with('\'') { end + 1 } else { end })
}

/// Where the second number begins: behind a comma, a blank, "lon" and its kin.
fn next_number(lower: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 24;
    let rest = &lower[at..lower.floor_char_boundary(at + LONGEST)];
    let digit = rest.find(|c: char| c.is_ascii_digit())?;
    let gap = before_signs(&rest[..digit], b"-+");
    let word = gap.trim_matches(|c: char| !is_letter(c));
    let named = ["", "lon", "lng", "long", "longitude", "longitud", "долгота", "y", "и", "e", "et", "and", "und"].contains(&word);
    (!gap.is_empty() && named && gap.chars().all(|c| is_letter(c) || " ,;/:=\n\t°\"'".contains(c))).then_some(at + digit)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "place/coordinate",
    sources: &["ISO 6709:2022, annex D; RFC 5870 (geo URI) section 3.4.2; not compared with the document"],
    matches: &[
        "[[40.41678, -3.70379]] leave it at the gate", "gps [[40.748,-73.985]]", "i'm at [[51°30'05.1\"N 0°08'31.0\"W]]",
        "lat [[-33.85678 lon 151.21530]]", "координаты [[55.751244, 37.618423]]", "[[59.939099 30.315877]]",
        "https://maps.example.com/?q=[[48.85837,2.29448]]", "koordinaten [[52.52° N, 13.40° E]]",
    ],
    near_misses: &[
        "from 19.9912, then 0.5", "it costs 40.41, 3.70 with the discount", "version 10.15.7, 11.2.3",
        "precision 0.91234, recall 0.87654", "95.12345, 200.12345", "10.30, 11.45 or 12.15",
    ],
};
