//! Fødselsnummer of Norway, and the D-number of foreigners.
//!
//! Birth date as DDMMYY (day plus 40 for a D-number, month plus 40 or 80 for others), three digits and two check digits by 11.
//! One random string in 600 passes.

use crate::{
    check::{is_date_in_some_century, is_filler, pairs, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/no_fnr",
    entity: "NO_FNR",
    kind: Kind::NationalId,
    countries: &["no"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &["000000 00000"] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId, Concept::SocialSecurity],
    context: &[(Language::Any, "fodselsnummer, fodselsnr, fnr, personnummer, d-nummer, fodselsnummeret, fodsels nummer")],
};

fn check(fnr: &[u8]) -> Verdict {
    if is_filler(fnr) {
        return Verdict::Refuted(Reason::Format);
    }
    let [day, month, year] = pairs(fnr);
    if !is_date_in_some_century(year, month % 40, if day > 40 { day - 40 } else { day }) {
        return Verdict::Refuted(Reason::Component);
    }
    let holds = weighted_sum(fnr, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
        && weighted_sum(fnr, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
    Verdict::checksum(holds, 600)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/no_fnr",
    sources: &[
        "Folkeregisterforskriften § 2-2-1; Skatteetaten, \"Fødselsnummer og D-nummer\": structure and check digits; examples hold in python-stdnum 2.2, no.fodselsnummer, those it knows",
    ],
    matches: &[
        "fødselsnummer [[080540 19875]]", "mitt personnummer er [[07016435729]]", "[[080652 40581]]", "D-nummer [[48054019725]]",
    ],
    near_misses: &["080540 19876", "000000 00000", "321340 19875"],
};
