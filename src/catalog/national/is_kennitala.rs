//! Kennitala of Iceland, for persons and companies.
//!
//! Birth date as DDMMYY (day plus 40 for companies), two digits, a check digit by 11, and the century. One random string in 750
//! passes, as do clock times, so it is looked at beside a word only.

use crate::{
    check::{is_date_in_some_century, is_filler, pairs, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/is_kennitala",
    entity: "IS_KENNITALA",
    kind: Kind::NationalId,
    countries: &["is"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &["000000-0000"] }, need: Need::Cue, check },
    concepts: &[Concept::NationalId, Concept::TaxId],
    context: &[(Language::Any, "kennitala, kennitolu, kt")],
};

fn check(kennitala: &[u8]) -> Verdict {
    if is_filler(kennitala) {
        return Verdict::Refuted(Reason::Format);
    }
    let [day, month, year] = pairs(kennitala);
    if !is_date_in_some_century(year, month, if day > 40 { day - 40 } else { day }) || !matches!(kennitala[9], b'0' | b'9') {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(weighted_sum(kennitala, &[3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0, 750)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/is_kennitala",
    sources: &[
        "Þjóðskrá Íslands (Registers Iceland), \"About ID numbers\": structure and check digit; examples hold in python-stdnum 2.2, is_.kennitala",
    ],
    matches: &["kennitala [[050371-9059]]", "kt. [[2503856849]]", "mín kennitala: [[210169-0329]]"],
    near_misses: &["050371-9059", "kennitala 000000-0000", "12 10:00-11:30"],
};
