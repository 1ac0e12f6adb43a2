//! CPR number of Denmark.
//!
//! Birth date as DDMMYY and four digits. The check by 11 was given up in 2007: where it holds, one random string in 300 passes,
//! else one in 30, so bare digits need a word.

use crate::{
    check::{date_of, is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/dk_cpr",
    entity: "DK_CPR",
    kind: Kind::NationalId,
    countries: &["dk"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &["000000-0000"] }, need: Need::Support, check },
    concepts: &[],
    context: &[(Language::Any, "cpr, cpr-nummer, cpr nr, cprnr, cpr-nr, personnummer"), (Language::En, "danish cpr, danish id")],
};

fn check(cpr: &[u8]) -> Verdict {
    if is_filler(cpr) {
        return Verdict::Refuted(Reason::Format);
    }
    if !date_of(&cpr[..6], *b"dmy") {
        return Verdict::Refuted(Reason::Component);
    }
    if weighted_sum(cpr, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 { Verdict::proven(300) } else { Verdict::plausible(30) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/dk_cpr",
    sources: &[
        "CPR-kontoret, \"Personnummeret i CPR\" and the notice on numbers without a check by 11, 2007 (specimen 211062-5629); examples hold in python-stdnum 2.2, dk.cpr",
    ],
    matches: &["mit cpr-nummer er [[211062-5629]]", "cpr [[1611749801]] nemid virker ikke", "CPR: [[200476-4860]]"],
    near_misses: &["2004764860", "000000-0000", "320476-4860"],
};
