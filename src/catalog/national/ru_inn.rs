//! ИНН, the Russian taxpayer's number.
//!
//! Ten digits for an organisation, twelve for a person; the last, or the last two, are weighted sums by 11, then by 10. One random string in
//! ten passes for an organisation, one in a hundred for a person.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ru_inn",
    entity: "RU_INN",
    kind: Kind::TaxId,
    countries: &["ru"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(10, 12)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[],
    context: &[
        (Language::En, "inn, russian tax number, russian tax id, russian inn"),
        (Language::Es, "inn, numero fiscal ruso, inn ruso"),
        (Language::Ru, "инн, inn, номер налогоплательщика, идентификационный номер, налоговый номер, самозанят*"),
        (Language::De, "inn, russische steuernummer"),
        (Language::Fr, "inn, numero fiscal russe"),
        (Language::Pt, "inn, numero fiscal russo"),
        (Language::It, "inn, codice fiscale russo"),
    ],
};

fn check(inn: &[u8]) -> Verdict {
    /// For the last digit of twelve; a shorter number takes their end.
    const WEIGHTS: [i32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let holds = |digits: usize| {
        let sum = weighted_sum(&inn[..digits], &WEIGHTS[WEIGHTS.len() - digits..]);
        sum % 11 % 10 == i32::from(inn[digits] - b'0')
    };
    if is_filler(inn) {
        return Verdict::Refuted(Reason::Format);
    }
    if inn.starts_with(b"00") {
        // No tax office has this number.
        return Verdict::Refuted(Reason::Component);
    }
    match inn.len() {
        10 => Verdict::checksum(holds(9), 10),
        12 => Verdict::checksum(holds(10) && holds(11), 100),
        _ => Verdict::Refuted(Reason::Length),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ru_inn",
    sources: &[
        "Federal Tax Service of Russia, order ЕД-7-14/559@ of 2020-06-29: structure and check digits of the INN; read 2026-11",
    ],
    matches: &[
        "мой инн [[165676750020]]", "ИНН организации [[5469944499]]", "инн: [[0735 666254 67]]", "[[660442376942]] это мой инн",
    ],
    near_misses: &["165676750021", "000000000000", "5469944498", "54699444991"],
};
