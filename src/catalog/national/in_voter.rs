//! EPIC, the Indian voter's card.
//!
//! Three letters of the constituency and seven digits, the last by Luhn. One random string in ten passes; product codes look the same, so it
//! needs its name.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/in_voter",
    entity: "IN_VOTER",
    kind: Kind::NationalId,
    countries: &["in"],
    find: Find::Shape { shape: Shape { runs: &[letters(3), digits(7)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "epic, epic no, epic number, मतदाता*"),
        (Language::En, "voter id, voter card, voter id card, voter number, election card, elector photo identity"),
    ],
};

fn check(epic: &[u8]) -> Verdict {
    if is_filler(epic) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(luhn_holds(&epic[3..]), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/in_voter",
    sources: &[
        "Election Commission of India, \"Manual on Electoral Rolls\" (2023): EPIC number, functional unique serial number and check digit; examples hold in python-stdnum 2.2, in_.epic",
    ],
    matches: &["my voter id is [[WKH1186253]]", "epic no. [[XGT6765861]]", "[[WKH5646799]] voter card"],
    near_misses: &["WKH1186253", "epic WKH1111111", "order XGT6765862"],
};
