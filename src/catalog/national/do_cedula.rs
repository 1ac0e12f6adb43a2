//! Cédula of the Dominican Republic.
//!
//! Eleven digits, the last a Luhn digit. One random string in ten passes.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/do_cedula",
    entity: "CENTRAL_AMERICA_IDS",
    kind: Kind::NationalId,
    countries: &["do"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &["000-0000000-0"] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "dominican*, jce")],
};

fn check(cedula: &[u8]) -> Verdict {
    if is_filler(cedula) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(luhn_holds(cedula), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/do_cedula",
    sources: &[
        "Junta Central Electoral, República Dominicana, Ley 6125 (cédula) and its check digit by 10; examples hold in python-stdnum 2.2, do.cedula",
    ],
    matches: &["cédula dominicana [[001-3163644-1]]", "mi cedula [[00162310452]] de santo domingo", "[[402-0172714-2]]"],
    near_misses: &["001-6231045-3", "00162310452", "cédula 000-0000000-0"],
};
