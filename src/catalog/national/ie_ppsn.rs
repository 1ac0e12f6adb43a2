//! PPSN, the Irish personal public service number.
//!
//! Seven digits, a check letter by 23, and since 2013 a second letter that counts nine times. One random writing in 26 passes
//! with one letter, in 110 with two.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ie_ppsn",
    entity: "IE_PPSN",
    kind: Kind::NationalId,
    countries: &["ie"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(7), letters_between(1, 2)], layouts: &["0000000AA"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId, Concept::SocialSecurity, Concept::TaxId],
    context: &[(Language::Any, "ppsn, pps"), (Language::En, "pps number, pps no, p.p.s, personal public service")],
};

fn check(ppsn: &[u8]) -> Verdict {
    if is_filler(ppsn) {
        return Verdict::Refuted(Reason::Format);
    }
    // W, T and X stood for a spouse and do not count.
    let second = match ppsn.get(8) {
        None | Some(b'W' | b'T' | b'X') => 0,
        Some(letter @ (b'A' | b'B' | b'H')) => i32::from(letter - b'A') + 1,
        _ => return Verdict::Refuted(Reason::Format),
    };
    let rest = (weighted_sum(ppsn, &[8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23;
    Verdict::checksum(b"WABCDEFGHIJKLMNOPQRSTUV"[rest.unsigned_abs() as usize] == ppsn[7], if ppsn.len() == 8 { 26 } else { 110 })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ie_ppsn",
    sources: &[
        "Department of Social Protection, \"Personal Public Service (PPS) Number\": format; Revenue, \"Format of PPSN\" and its check character; examples hold in python-stdnum 2.2, ie.pps",
    ],
    matches: &["pps number [[0576758E]]", "my PPSN is [[9923467UB]] as its on the payslip", "ppsn [[7579663s]]", "[[3800001VA]]"],
    near_misses: &["0576758F", "pps 0000000W", "057675E"],
};
