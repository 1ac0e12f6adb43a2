//! ИИН, the individual identification number of Kazakhstan.
//!
//! Twelve digits: the birth date, century and sex, a serial number, and a weighted sum by 11 that is taken again with other weights where it
//! leaves ten. One random string in 550 passes.

use crate::{
    check::{date_of, is_filler, two_pass_11},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/kz_iin",
    entity: "KZ_IIN",
    kind: Kind::NationalId,
    countries: &["kz"],
    find: Find::Shape { shape: Shape { runs: &[digits(12)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId, Concept::TaxId],
    context: &[(Language::Any, "иин, iin, жсн, zhsn"), (Language::Ru, "индивидуальный идентификационный номер")],
};

fn check(iin: &[u8]) -> Verdict {
    if is_filler(iin) {
        return Verdict::Refuted(Reason::Format);
    }
    if !date_of(&iin[..6], *b"ymd") || !matches!(iin[6], b'0' | b'3'..=b'6') {
        return Verdict::Refuted(Reason::Component);
    }
    let control = two_pass_11(&iin[..11], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], &[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
    Verdict::checksum(control == i32::from(iin[11] & 0x0f), 550)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/kz_iin",
    sources: &[
        "Resolution 565 of 2003-06-11 of the Government of Kazakhstan: how the identification number is made; the README of ZhymabekRoman/kz-iin-validator; read 2026-11",
    ],
    matches: &["ИИН [[880814391308]]", "мой иин: [[661214490778]]", "ЖСН [[780828456490]]", "[[950123387071]]"],
    near_misses: &["880814391309", "881314391308", "иин 000000000000"],
};
