//! СНИЛС, the number of a Russian pension account.
//!
//! Nine digits and two that are their weighted sum by 101, where 100 counts as 0. One random string in a hundred passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ru_snils",
    entity: "RU_SNILS",
    kind: Kind::NationalId,
    countries: &["ru"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(11)], layouts: &["000-000-000 00", "000-000-000-00", "000 000 000 00"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::En, "snils, russian pension"),
        (Language::Es, "snils, pension rusa"),
        (Language::Ru, "снилс*, snils, пенсионн*, страховое свидетельство, лицевой счет в пфр"),
        (Language::De, "snils, russische rentenversicherungsnummer, russische sozialversicherungsnummer"),
        (Language::Fr, "snils, numero de pension russe"),
        (Language::Pt, "snils, pensao russa"),
        (Language::It, "snils, pensione russa"),
    ],
};

fn check(snils: &[u8]) -> Verdict {
    if is_filler(&snils[..9]) {
        return Verdict::Refuted(Reason::Format);
    }
    let control = i32::from(snils[9] - b'0') * 10 + i32::from(snils[10] - b'0');
    Verdict::checksum(weighted_sum(snils, &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == control, 100)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ru_snils",
    sources: &[
        "Pension Fund of Russia, order 192п of 2006-07-31, annex: the control number of the account (specimen 112-233-445 95); read 2026-11",
    ],
    matches: &["снилс [[112-233-445 95]]", "мой снилс [[16347805987]]", "[[156-415-118 52]]", "snils: [[103 048 688 23]]"],
    near_misses: &["112-233-445 96", "000-000-000 00", "112-233-445 9"],
};
