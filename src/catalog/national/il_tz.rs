//! Teudat zehut, the Israeli identity number.
//!
//! Nine digits with a Luhn check digit. One random string in ten passes.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/il_tz",
    entity: "IL_TZ",
    kind: Kind::NationalId,
    countries: &["il"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "תעודת זהות, מספר זהות, ת.ז, teudat zehut, teudat zeut, mispar zehut"),
        (Language::Ru, "теудат*"),
        (Language::En, "zehut"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(luhn_holds(id), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/il_tz",
    sources: &["Population registry law of Israel of 1965; examples hold in python-stdnum 2.2, il.idnr"],
    matches: &["תעודת זהות [[039337423]]", "my teudat zehut is [[317589125]]", "теудат зеут [[323614156]]", "ת.ז [[301515334]]"],
    near_misses: &["039337423", "teudat zehut 000000000", "390374231"],
};
