//! Sozialversicherungsnummer, the Austrian social insurance number.
//!
//! Three digits, a check digit by 11 over all others, and the birth date as DDMMYY; where the numbers of a day ran out, the
//! month is 13 or more. One random string in 260 passes.

use crate::{
    check::{is_date_in_some_century, is_filler, pairs, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/at_svnr",
    entity: "AT_SVNR",
    kind: Kind::NationalId,
    countries: &["at"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &["0000 000000"] }, need: Need::Nothing, check },
    concepts: &[Concept::SocialSecurity, Concept::NationalId],
    context: &[(Language::Any, "svnr, sv-nr, vsnr, e-card"), (Language::De, "sv nummer, svnummer")],
};

fn check(svnr: &[u8]) -> Verdict {
    if is_filler(svnr) || svnr[0] == b'0' {
        return Verdict::Refuted(Reason::Format);
    }
    let [day, month, year] = pairs(&svnr[4..]);
    if !is_date_in_some_century(year, if month > 12 { 1 } else { month }, day) || month > 15 {
        return Verdict::Refuted(Reason::Component);
    }
    let sum = weighted_sum(svnr, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]);
    Verdict::checksum(sum % 11 == i32::from(svnr[3] & 0x0f), 260)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/at_svnr",
    sources: &[
        "Dachverband der österreichischen Sozialversicherungsträger, \"Versicherungsnummer\" (specimen 1237 010180); examples hold in python-stdnum 2.2, at.vnr",
    ],
    matches: &["meine SVNr ist [[1237 010180]]", "e-card [[7426140264]]", "[[5699 091163]] steht auf der karte"],
    near_misses: &["1238 010180", "0000 000000", "5699 311163"],
};
