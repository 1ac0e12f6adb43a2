//! Number of a Spanish passport.
//!
//! Three letters and six digits. Nothing to compute, so it is looked at beside a word only.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, is_word, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/es_passport",
    entity: "ES_PASSPORT",
    kind: Kind::Passport,
    countries: &["es"],
    find: Find::Shape { shape: Shape { runs: &[letters(3), digits(6)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[Concept::Passport],
    context: &[(Language::Es, "pasaporte, numero de pasaporte, n pasaporte")],
};

fn check(passport: &[u8]) -> Verdict {
    if is_word(&passport[..3]) || is_filler(passport) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::PLAUSIBLE
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/es_passport",
    sources: &[
        "Real Decreto 896/2003 on the ordinary passport; PRADO, passport ESP-AO-05001 (specimen PAA123456); not compared with the document",
    ],
    matches: &["mi pasaporte es [[PAD010956]]", "pasaporte nº [[PAA 534694]] para el check-in", "spanish passport [[xda383035]]"],
    near_misses: &["PAD010956", "pasaporte PAA000000", "pasaporte PAD01095"],
};
