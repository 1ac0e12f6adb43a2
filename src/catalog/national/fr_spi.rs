//! Numéro fiscal (SPI), the French tax number of a person.
//!
//! Thirteen digits, the first 0 to 3; the last three are the remainder of the first ten by 511. One random string in 2500
//! passes.

use crate::{
    check::{is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/fr_spi",
    entity: "FR_TAX_SPI",
    kind: Kind::TaxId,
    countries: &["fr"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &["00 00 000 000 000"] }, need: Need::Nothing, check },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "spi"), (Language::Fr, "numero fiscal de reference, numero spi, n fiscal, impots, avis d'impot")],
};

fn check(spi: &[u8]) -> Verdict {
    if is_filler(spi) {
        return Verdict::Refuted(Reason::Format);
    }
    if spi[0] > b'3' {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(number(&spi[..10]) % 511 == number(&spi[10..]), 2500)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/fr_spi",
    sources: &[
        "Direction générale des Finances publiques, \"Numéro fiscal de référence\"; European Commission, \"Tax identification numbers: France\" (specimen 30 23 217 600 053); examples hold in python-stdnum 2.2, fr.nif",
    ],
    matches: &["mon numéro fiscal est le [[30 23 217 600 053]]", "spi [[1392113304092]]", "[[15 48 270 494 281]]"],
    near_misses: &["30 23 217 600 054", "0000000000000", "40 23 217 600 053"],
};
