//! ОГРН and ОГРНИП, the Russian numbers of a company and of a sole trader in the state register.
//!
//! Thirteen digits or fifteen: a sign, the year, the region, a record number, and what the rest leaves by 11 or by 13. One random string in 150
//! passes, of fifteen digits one in 300.

use crate::{
    check::{is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ru_ogrn",
    entity: "RU_OGRN",
    kind: Kind::CompanyId,
    countries: &["ru"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(13, 15)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::Company],
    context: &[
        (Language::Any, "ogrn, ogrnip, огрн, огрнип"),
        (Language::Ru, "основной государственный регистрационный номер, госрегистраци*"),
    ],
};

fn check(ogrn: &[u8]) -> Verdict {
    if is_filler(ogrn) {
        return Verdict::Refuted(Reason::Format);
    }
    let (signs, divisor, n) = match ogrn.len() {
        13 => (&b"15"[..], 11, 150),
        15 => (&b"3"[..], 13, 300),
        _ => return Verdict::Refuted(Reason::Length),
    };
    // The register was opened in 2002.
    if !signs.contains(&ogrn[0]) || !(2..=35).contains(&number(&ogrn[1..3])) {
        return Verdict::Refuted(Reason::Component);
    }
    let (rest, last) = ogrn.split_at(ogrn.len() - 1);
    Verdict::checksum(number(rest) % divisor % 10 == number(last), n)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ru_ogrn",
    sources: &[
        "Order 165н of 2017-10-30 of the Ministry of Finance of Russia on the state registers of companies and sole traders; examples hold in python-stdnum 2.2, ru.ogrn",
    ],
    matches: &["ОГРН [[1022200525819]]", "огрнип [[305773357535263]]", "ogrn: [[1027709981970]]"],
    near_misses: &["1022200525818", "1022200525819", "огрн 1111111111111"],
};
