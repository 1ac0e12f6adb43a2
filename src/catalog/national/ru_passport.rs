//! Internal passport of Russia: series and number.
//!
//! Four digits (a region, the year the form was printed) and six. Nothing to compute; many phones and INNs look the same, so it is found
//! beside a word only, and then also with "номер" or № between the two parts.

use crate::recognizer::{Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ru_passport",
    entity: "RU_PASSPORT_INTERNAL",
    kind: Kind::Passport,
    countries: &["ru"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::En, "russian passport, russian internal passport, internal passport, passport series"),
        (Language::Es, "pasaporte ruso, pasaporte interno, pasaporte interno ruso, pasaporte interior ruso"),
        (
            Language::Ru,
            "паспорт*, пасспорт*, пасп, пспорт, сер, серия, серии, серию, серия номер, серия и номер, паспортные данные, данные паспорта, номер паспорта, паспорт рф",
        ),
        (Language::De, "russischer pass, russischer inlandspass, inlandspass, inlandspasses"),
        (Language::Fr, "passeport russe, passeport interieur, passeport interieur russe"),
        (Language::Pt, "passaporte russo, passaporte interno, passaporte interno russo"),
        (Language::It, "passaporto russo, passaporto interno, passaporto interno russo"),
    ],
};

/// One random string in so many has a region and a year that occur.
const FITTING: Verdict = Verdict::plausible(4);

fn scan(scan: &mut Scan<'_>) {
    let found = scan
        .numbers_after()
        .find_map(|number| passport(scan, &number))
        .or_else(|| scan.number_before().and_then(|n| passport(scan, &n)));
    if let Some((start, end, fits)) = found {
        scan.push(start, end, if fits { FITTING } else { Verdict::PLAUSIBLE });
    }
}

const SERIES: usize = 4;
const WHOLE: usize = 10;

/// Where the passport stands that this number is, or begins, and whether its series can occur.
fn passport(scan: &Scan<'_>, number: &Number<'_>) -> Option<(usize, usize, bool)> {
    let ends_at = |number: &Number<'_>, digits: usize| (1..=number.groups()).find(|&groups| number.digits(groups) == digits);
    let mut series = [0; SERIES];
    number.copy(number.groups(), &mut series);
    let fits = series_occurs(series);
    if let Some(groups) = ends_at(number, WHOLE).filter(|&groups| number.stands_alone(groups)) {
        return Some((number.start(), number.end(groups), fits)).filter(|_| !number.is_all(groups, b'0'));
    }
    // "4510 номер 123456"
    let groups = ends_at(number, SERIES).filter(|&groups| groups == number.groups())?;
    let next = number.first() + groups;
    let words = scan.tokens.get(next..)?.iter().take(2).take_while(|word| !word.is_digits()).count();
    let joined = scan.tokens[next..next + words]
        .iter()
        .all(|word| matches!(&scan.lower()[word.span.range()], "номер" | "ном" | "n" | "no" | "и"));
    let rest = scan.tokens.get(next + words).filter(|token| joined && token.is_digits())?;
    let apart = &scan.text()[number.end(groups)..rest.span.start as usize];
    let rest = scan.number(next + words, &[]);
    let groups = ends_at(&rest, WHOLE - SERIES).filter(|&groups| rest.stands_alone(groups))?;
    (apart.len() <= 20 && !apart.contains(['\n', '!', ';', '?'])).then(|| (number.start(), rest.end(groups), fits))
}

/// Regions have two digits from 01; forms were printed from 1997 on.
fn series_occurs(series: [u8; SERIES]) -> bool {
    let value = |tens: u8, ones: u8| (tens & 0x0f) * 10 + (ones & 0x0f);
    let (region, year) = (value(series[0], series[1]), value(series[2], series[3]));
    region > 0 && (year >= 97 || year <= 35)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ru_passport",
    sources: &[
        "Government of Russia, resolution 2267 of 2023-12-23, and order 773 of the Ministry of the Interior: series and number of the passport; read 2026-11",
    ],
    matches: &[
        "паспорт [[4510 123456]]", "мой паспорт: [[75 02 215036]]", "паспорт серия [[3601 номер 782648]]",
        "[[6008 382343]] паспорт мужа", "russian internal passport [[22 06 585687]]",
    ],
    near_misses: &["4510 123456", "паспорт 4510 12345", "какой паспорт нужен в 2024", "паспорт получу 12.05.2024"],
};
