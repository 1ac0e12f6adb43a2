//! SIRET, the French number of a company's place.
//!
//! The SIREN and five digits; the Luhn formula holds for both. Those of La Poste (356000000) are a multiple of five by the sum
//! of their digits instead. One random string in a hundred passes.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/fr_siret",
    entity: "FR_SIREN_SIRET",
    kind: Kind::CompanyId,
    countries: &["fr"],
    find: Find::Shape { shape: Shape { runs: &[digits(14)], layouts: &["000 000 000 00000"] }, need: Need::Support, check },
    concepts: &[],
    context: &[(Language::Any, "siret"), (Language::Fr, "numero siret, n siret"), (Language::En, "french company number")],
};

fn check(siret: &[u8]) -> Verdict {
    if is_filler(siret) {
        return Verdict::Refuted(Reason::Format);
    }
    let digit_sum: u32 = siret.iter().map(|byte| u32::from(byte & 0x0f)).sum();
    let post = siret.starts_with(b"356000000") && digit_sum.is_multiple_of(5);
    Verdict::checksum(post || (luhn_holds(&siret[..9]) && luhn_holds(siret)), 100)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/fr_siret",
    sources: &[
        "INSEE, \"Numéro Siret\" and the exception of La Poste; Code de commerce R123-221; examples hold in python-stdnum 2.2, fr.siret",
    ],
    matches: &["siret [[732 829 320 00074]]", "le SIRET de ma boite : [[95788742500016]]", "[[728 013 855 00008]]"],
    near_misses: &["732 829 320 00075", "siret 00000000000000", "73282932000075"],
};
