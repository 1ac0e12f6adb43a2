//! KVNR, the number on a German health insurance card that stays the same for life.
//!
//! A letter and nine digits; the last is the sum by 10 of the digit sums that the others, the letter as two digits, make times
//! 1 and 2 in turn. One random writing in ten passes, as do many product codes, so it is looked at beside a word only.

use crate::{
    check::{is_filler, weighted_digit_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/de_kvnr",
    entity: "DE_KVNR",
    kind: Kind::HealthId,
    countries: &["de"],
    find: Find::Shape { shape: Shape { runs: &[letters(1), digits(9)], layouts: &["A000000000"] }, need: Need::Cue, check },
    concepts: &[Concept::HealthInsurance],
    context: &[
        (Language::Any, "kvnr, kv-nr, egk"),
        (Language::En, "german insurance number"),
        (
            Language::De,
            "krankenversicherungsnummer, krankenversichertennummer, versichertennummer, versicherten-nr, versichertennr, versicherungsnummer, krankenkasse, kasse, tk, aok, barmer, dak",
        ),
    ],
};

fn check(kvnr: &[u8]) -> Verdict {
    if is_filler(kvnr) {
        return Verdict::Refuted(Reason::Format);
    }
    let place = kvnr[0] - b'A' + 1;
    let sum = weighted_digit_sum(&[place / 10, place % 10], &[1, 2]) + weighted_digit_sum(&kvnr[1..9], &[1, 2, 1, 2, 1, 2, 1, 2]);
    Verdict::checksum(sum % 10 == u32::from(kvnr[9] - b'0'), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/de_kvnr",
    sources: &[
        "GKV-Spitzenverband, \"Aufbau der Krankenversichertennummer nach § 290 SGB V\" (specimen A123456780); not compared with the document",
    ],
    matches: &[
        "meine versichertennummer ist [[X228623536]]", "KVNR: [[e770971898]]", "krankenkasse tk, nummer [[J 561 284 745]]",
    ],
    near_misses: &["X228623536", "kvnr A000000000", "versichertennummer X22862353"],
};
