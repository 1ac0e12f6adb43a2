//! NIK, the number on the identity card of Indonesia: place 6, date of birth 6, serial 4 digits.
//!
//! A woman adds 40 to the day. No check digit: place and date fit one random string in about forty. Since 2024 it is the tax number as well.

use crate::{
    check::{is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/id_nik",
    entity: "MY_ID_TH_VN_PH",
    kind: Kind::NationalId,
    countries: &["id"],
    find: Find::Shape { shape: Shape { runs: &[digits(16)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "nik, no nik, nomor nik, ktp, no ktp, nomor ktp, e-ktp, nomor induk kependudukan, npwp"),
        (Language::En, "indonesian nik, indonesian ktp"),
    ],
};

fn check(nik: &[u8]) -> Verdict {
    if is_filler(nik) {
        return Verdict::Refuted(Reason::Format);
    }
    let province = matches!(number(&nik[..2]), 11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81 | 82 | 91..=97);
    let (day, month) = (number(&nik[6..8]), number(&nik[8..10]));
    let is_day = (1..=31).contains(&(day % 40)) && day < 72;
    if !province || !is_day || !(1..=12).contains(&month) || &nik[12..] == b"0000" {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::plausible(35)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/id_nik",
    sources: &[
        "Government Regulation 40/2019 of Indonesia (implementation of the population administration law), NIK: structure; Permendagri 58/2021: codes of regions; examples hold in python-stdnum 2.2, id.nik",
    ],
    matches: &["nik [[3171011708450001]]", "nomor ktp saya [[3273056203910004]]", "my indonesian nik is [[3171 0117 0845 0001]]"],
    near_misses: &["3171011708450001", "9971011708450001", "nik 0000000000000000"],
};
