//! South African identity number: date of birth, four digits, citizenship, one more, and Luhn.
//!
//! One random string in 900 passes.

use crate::{
    check::{date_of, is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/za_id",
    entity: "ZA_ID",
    kind: Kind::NationalId,
    countries: &["za"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(13)], layouts: &["000000 0000 00 0", "000000 0000 000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "rsa id, sa id, za id, id nommer"),
        (Language::En, "south african id, south african id number, rsa id number, sa id number"),
        (Language::Fr, "identite sud-africaine"),
        (Language::Ru, "южноафриканск*"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    if !date_of(&id[..6], *b"ymd") || id[10] > b'2' {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(luhn_holds(id), 900)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/za_id",
    sources: &[
        "Department of Home Affairs of South Africa, Identification Act 68 of 1997 and \"ID number: composition\"; examples hold in python-stdnum 2.2, za.idnr",
    ],
    matches: &["south african id [[8001015009087]]", "[[920229 2799 08 0]]", "my id number is [[7511049864183]]"],
    near_misses: &["8001015009088", "8013015009087", "0000000000000"],
};
