//! Foreign passport of Russia: series and number.
//!
//! Two digits and seven. Nothing to compute, so it is found beside a word only, and then also with "номер" or № between the two parts.

use crate::recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ru_passport_foreign",
    entity: "RU_PASSPORT_FOREIGN",
    kind: Kind::Passport,
    countries: &["ru"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::Passport],
    context: &[
        (
            Language::Ru,
            "загранпаспорт*, загран, заграна, загранник*, заграничный паспорт, заграничного паспорта, загран паспорт, биометрический паспорт",
        ),
        (Language::En, "russian foreign passport, russian international passport"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    if let Some((number, end)) = scan.document(2, 9) {
        scan.push(number.start(), end, Verdict::PLAUSIBLE);
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ru_passport_foreign",
    sources: &[
        "Order 186 of 2020-03-27 of the Ministry of the Interior of Russia, and resolution 687 of 2005-11-18: the form of the foreign passport; not compared with the document",
    ],
    matches: &[
        "загранпаспорт [[71 1234567]]", "мой загран: [[754128305]]", "номер загранпаспорта [[72 № 3340918]]",
        "russian passport [[53 0912846]]", "[[65 4471209]] это загранник",
    ],
    near_misses: &["71 1234567", "загранпаспорт 71 123456", "загран делали 10 лет назад", "загран 000000000", "загран 111111111"],
};
