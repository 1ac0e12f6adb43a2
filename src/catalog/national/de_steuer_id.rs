//! `IdNr`, the German tax number of a person.
//!
//! Eleven digits, the first not 0. Of the first ten, one digit occurs twice or thrice and the others at most once; the last is
//! the check digit of ISO 7064 MOD 11,10. One random string in 300 passes.

use crate::{
    check::{is_filler, mod_11_10_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/de_steuer_id",
    entity: "DE_STEUER_ID",
    kind: Kind::TaxId,
    countries: &["de"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &["00 000 000 000"] }, need: Need::Nothing, check },
    concepts: &[Concept::TaxId],
    context: &[
        (Language::Any, "idnr, steuer-idnr, steuerid, st-id"),
        (
            Language::De,
            "steuer-id, steueridentifikationsnummer, steuerliche identifikationsnummer, steuer-identifikationsnummer, steuerident*, identnummer, id-nr, tin",
        ),
        (Language::Es, "steuer id aleman"),
        (Language::Ru, "штойер айди"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) || id[0] == b'0' {
        return Verdict::Refuted(Reason::Format);
    }
    let times = |digit: u8| id[..10].iter().map(|&other| u32::from(other == digit)).sum::<u32>();
    // Pairs are those of the one digit: a second such digit would make more.
    let repeated = id[..10].iter().filter(|&&digit| times(digit) > 1).count();
    Verdict::checksum(matches!(repeated, 2 | 3) && mod_11_10_holds(id), 300)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/de_steuer_id",
    sources: &[
        "Bundeszentralamt für Steuern, \"Steueridentifikationsnummer\": structure and check digit, §139b Abgabenordnung; examples hold in python-stdnum 2.2, de.idnr",
    ],
    matches: &[
        "meine steuer-id: [[35 190 872 888]]", "IdNr [[37850615943]]", "[[94 160 347 545]]",
        "german tax id [[59021538659]] thanks",
    ],
    near_misses: &["35190872889", "00000000000", "35 190 872 8881"],
};
