//! CNIC, the identity card of Pakistan: locality 5, serial 7, sex 1 digit.
//!
//! No check digit: all but one string in four fits, and what tells it is the way it is written, 5-7-1.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pk_cnic",
    entity: "PK_CNIC",
    kind: Kind::NationalId,
    countries: &["pk"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &["00000-0000000-0"] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "cnic, nicop, nadra, شناختی*, snic, cnic no"), (Language::En, "cnic number")],
};

fn check(cnic: &[u8]) -> Verdict {
    if is_filler(cnic) {
        return Verdict::Refuted(Reason::Format);
    }
    if !(b'1'..=b'8').contains(&cnic[0]) || cnic[12] == b'0' {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::PLAUSIBLE
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pk_cnic",
    sources: &[
        "NADRA, National Database and Registration Authority Ordinance 2000; NADRA, \"National identity card\": thirteen digits, 5-7-1; examples hold in python-stdnum 2.2, pk.cnic",
    ],
    matches: &["cnic [[34201-0891231-8]]", "[[42201-0397640-8]] nadra verified", "my cnic is [[3420108912318]]"],
    near_misses: &["3420108912318", "90000-1234567-1", "11111-1111111-1"],
};
