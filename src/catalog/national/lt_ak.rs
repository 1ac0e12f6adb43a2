//! Asmens kodas, the Lithuanian personal code.
//!
//! Eleven digits: sex and century, birth date, serial number, and a weighted sum by 11 that is taken again with other weights where it leaves
//! ten. One random string in 680 passes; a code of Estonia has the same rule.

use crate::{
    check::{baltic_code_holds, is_filler},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/lt_ak",
    entity: "LT_AK",
    kind: Kind::NationalId,
    countries: &["lt"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "asmens kodas, asmens kodo, a.k"), (Language::En, "lithuanian personal code")],
};

fn check(code: &[u8]) -> Verdict {
    if is_filler(code) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(baltic_code_holds(code), 680)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/lt_ak",
    sources: &["Law on the population register of Lithuania, I-2237, art. 8; examples hold in python-stdnum 2.2, lt.asmens"],
    matches: &["asmens kodas [[33309240064]]", "mano asmens kodas: [[48012058067]]", "lithuanian personal code [[39203161087]]"],
    near_misses: &["33309240164", "33313240064", "asmens kodas 44444444444"],
};
