//! ЕГН, the Bulgarian uniform civil number.
//!
//! Ten digits: the birth date, forty added to the month from 2000 on, a serial number, and a weighted sum by 11. One random string in 140
//! passes.

use crate::{
    check::{is_filler, shifted_date, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/bg_egn",
    entity: "BG_EGN",
    kind: Kind::NationalId,
    countries: &["bg"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "егн, egn, единен граждански номер"), (Language::Ru, "болгарский егн, единый гражданский номер")],
};

fn check(egn: &[u8]) -> Verdict {
    if is_filler(egn) {
        return Verdict::Refuted(Reason::Format);
    }
    if !shifted_date(egn, 0) && !shifted_date(egn, 40) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(weighted_sum(egn, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == i32::from(egn[9] & 0x0f), 140)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/bg_egn",
    sources: &[
        "Ordinance RD-02-20-9 of 2012-05-21 of Bulgaria on the civil register; examples hold in python-stdnum 2.2, bg.egn",
    ],
    matches: &["ЕГН [[7542011030]]", "егн: [[9006060071]]", "[[0744150873]]", "my bulgarian id is [[6607058012]]"],
    near_misses: &["7542011031", "8019010008", "егн 0000000000"],
};
