//! Internal passport of Russia: series and number.
//!
//! Four digits (a region, the year the form was printed) and six. Nothing to compute; many phones and INNs look the same, so it is found
//! beside a word only, and then also with "номер" or № between the two parts.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

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
    // "права, серия …": the series of something else.
    let other = |word: &str| ["прав", "вод", "удост", "полис", "свидет"].iter().any(|stem| word.starts_with(stem));
    if scan.words_before_cue(2).any(other) {
        return;
    }
    let Some((number, end)) = scan.document(SERIES, 10) else { return };
    let mut series = [0; SERIES];
    number.copy(number.groups(), &mut series);
    scan.push(number.start(), end, if series_occurs(series) { FITTING } else { Verdict::PLAUSIBLE });
}

const SERIES: usize = 4;

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
