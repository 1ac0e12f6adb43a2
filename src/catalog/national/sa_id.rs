//! Identity number of Saudi Arabia, and the iqama of residents.
//!
//! Ten digits: 1 for a citizen, 2 for a resident, and a Luhn check digit. One random string in fifty passes.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/sa_id",
    entity: "GULF_EG_IDS",
    kind: Kind::NationalId,
    countries: &["sa"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "iqama, iqama number, iqama no, رقم الهوية, رقم الهوية الوطنية, الهوية الوطنية")],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(id[0], b'1' | b'2') {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(luhn_holds(id), 50)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/sa_id",
    sources: &[
        "Ministry of Interior of Saudi Arabia, Absher: national identity and iqama; the README of malzaid0/saudi-id-validator-npm (1000000008); read 2026-11",
    ],
    matches: &["my iqama is [[2606077804]]", "رقم الهوية [[1438340950]]", "saudi id: [[1871304687]]"],
    near_misses: &["1438340950", "1438340951", "iqama 1111111111"],
};
