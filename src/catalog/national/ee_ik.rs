//! Isikukood, the Estonian personal code.
//!
//! Eleven digits: sex and century, birth date, serial number, and a weighted sum by 11 that is taken again with other weights where it leaves
//! ten. One random string in 680 passes; a code of Lithuania has the same rule.

use crate::{
    check::{baltic_code_holds, is_filler},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ee_ik",
    entity: "EE_IK",
    kind: Kind::NationalId,
    countries: &["ee"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "isikukood, isikukoodi, isikukoodiga"),
        (Language::En, "estonian personal code"),
        (Language::Ru, "исикукод"),
    ],
};

fn check(code: &[u8]) -> Verdict {
    if is_filler(code) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(baltic_code_holds(code), 680)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ee_ik",
    sources: &["Estonian standard EVS 585:2007, \"Personal code. Structure\"; examples hold in python-stdnum 2.2, ee.ik"],
    matches: &["minu isikukood on [[36805280109]]", "isikukood: [[45708121315]]", "estonian id [[38605244945]]"],
    near_misses: &["36805280108", "36813280109", "isikukood 33333333333"],
};
