//! SIREN, the French number of a company.
//!
//! Nine digits with the Luhn formula; one random string in ten passes, so bare digits need a word.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/fr_siren",
    entity: "FR_SIREN_SIRET",
    kind: Kind::CompanyId,
    countries: &["fr"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[],
    context: &[(Language::Any, "siren"), (Language::Fr, "numero siren, n siren, rcs"), (Language::En, "french company number")],
};

fn check(siren: &[u8]) -> Verdict {
    if is_filler(siren) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(luhn_holds(siren), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/fr_siren",
    sources: &[
        "INSEE, \"Numéro Siren\"; Code de commerce R123-220 (specimen 732 829 320); examples hold in python-stdnum 2.2, fr.siren",
    ],
    matches: &["siren [[732 829 320]]", "notre SIREN : [[440036085]]", "RCS Lyon [[667 353 437]]"],
    near_misses: &["732829321", "siren 000000000", "667 353 437"],
};
