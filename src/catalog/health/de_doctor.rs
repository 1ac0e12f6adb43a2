//! LANR and BSNR, the numbers of a German doctor and of a practice.
//!
//! Nine digits. The seventh of a doctor's number is a check digit, one random string in ten has it right; a practice's has
//! none. They are looked at beside their names only.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/de_doctor",
    entity: "DE_DOCTOR_IDS",
    kind: Kind::ProfessionalId,
    countries: &["de"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "lanr, bsnr"),
        (Language::De, "arztnummer, lebenslange arztnummer, betriebsstattennummer, arzt-nr"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = weighted_sum(id, &[4, 9, 4, 9, 4, 9, 1]);
    if sum % 10 == 0 { Verdict::plausible(10) } else { Verdict::PLAUSIBLE }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/de_doctor",
    sources: &[
        "Kassenärztliche Bundesvereinigung, \"Richtlinie zur Vergabe der Arzt-, Betriebsstätten- sowie Praxisnetznummern\"; not compared with the document",
    ],
    matches: &["lanr [[739231037]] vom hausarzt", "BSNR: [[712190400]]", "arztnummer [[166083962]]"],
    near_misses: &["739231037", "lanr 000000000", "bsnr 71219040"],
};
