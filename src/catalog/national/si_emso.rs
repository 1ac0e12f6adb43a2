//! EMŠO, the Slovenian number of a citizen.
//!
//! Thirteen digits: the birth date, a region from 50 to 59, a serial number that tells the sex, and a weighted sum by 11. One random string in
//! 20,000 passes.

use crate::{
    check::{is_filler, jmbg_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/si_emso",
    entity: "SI_EMSO",
    kind: Kind::NationalId,
    countries: &["si"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "emso, enotna maticna stevilka")],
};

fn check(emso: &[u8]) -> Verdict {
    if is_filler(emso) {
        return Verdict::Refuted(Reason::Format);
    }
    if emso[7] != b'5' {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(jmbg_holds(emso), 20_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/si_emso",
    sources: &[
        "Central population register act of Slovenia (Uradni list RS 1/1999), art. 5; examples hold in python-stdnum 2.2, si.emso",
    ],
    matches: &["moj EMŠO je [[0101006500006]]", "emšo: [[1610912509130]]", "[[1509956505546]]"],
    near_misses: &["0101006500007", "0113006500006", "emšo 5555555555555"],
};
