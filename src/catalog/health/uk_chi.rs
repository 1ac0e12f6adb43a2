//! CHI number, the patient's number in Scotland.
//!
//! The birth date as DDMMYY and four digits; weights 10 to 1 make a multiple of 11. One random string in 300 passes.

use crate::{
    check::{date_of, is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/uk_chi",
    entity: "UK_CHI",
    kind: Kind::HealthId,
    countries: &["gb"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &["000000 0000"] }, need: Need::Nothing, check },
    concepts: &[],
    context: &[(Language::En, "chi number, chi no, chi num, scottish chi, my chi, community health index, nhs scotland")],
};

fn check(chi: &[u8]) -> Verdict {
    if is_filler(chi) {
        return Verdict::Refuted(Reason::Format);
    }
    if !date_of(&chi[..6], *b"dmy") {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(weighted_sum(chi, &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0, 300)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/uk_chi",
    sources: &[
        "Public Health Scotland, Health and Social Care Data Dictionary, \"CHI Number\": structure and check digit; examples hold in python-stdnum 2.2, gb.nhs",
    ],
    matches: &["chi number [[0212530917]] i am registered in glasgow", "scottish chi [[120465 4751]]", "my CHI: [[030595 6647]]"],
    near_misses: &["0212530918", "chi number 0000000000", "chi number 021253091"],
};
