//! UID (IDE, IDI), the Swiss number of a company.
//!
//! CHE, eight digits, and a check digit by 11; VAT numbers are the same with MWST, TVA or IVA behind. One random writing in 190
//! 000 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ch_uid",
    entity: "CH_UID",
    kind: Kind::CompanyId,
    countries: &["ch"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(3), digits(9)], layouts: &["AAA-000.000.000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::Company, Concept::TaxId],
    context: &[
        (Language::Any, "uid, ide, idi, che"),
        (Language::De, "uid-nummer, unternehmens-identifikationsnummer, mwst-nummer"),
        (Language::Fr, "numero ide"),
        (Language::It, "numero idi"),
    ],
};

fn check(uid: &[u8]) -> Verdict {
    if !uid.starts_with(b"CHE") || is_filler(uid) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(weighted_sum(&uid[3..], &[5, 4, 3, 2, 7, 6, 5, 4, 1]) % 11 == 0, 190_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ch_uid",
    sources: &[
        "Bundesamt für Statistik, \"UID: Struktur und Prüfziffer\", eCH-0097 (specimen CHE-116.281.277); examples hold in python-stdnum 2.2, ch.uid, those it knows",
    ],
    matches: &["UID [[CHE-116.281.277]]", "notre IDE est [[CHE253139531]]", "[[CHE-818.758.483]] MWST"],
    near_misses: &["CHE-116.281.278", "CHE-000.000.000", "CHF 116281277"],
};
