//! RIF, the Venezuelan taxpayer's number.
//!
//! A letter for the kind of holder, eight digits and a weighted sum by 11 that counts the letter. One random writing in forty passes; parts
//! and goods are numbered like this, too.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ve_rif",
    entity: "VE_PY_BO_IDS",
    kind: Kind::TaxId,
    countries: &["ve"],
    find: Find::Shape { shape: Shape { runs: &[letters(1), digits(9)], layouts: &["A-00000000-0"] }, need: Need::Support, check },
    concepts: &[],
    context: &[(Language::Any, "rif, r.i.f, seniat"), (Language::Es, "venezolan*")],
};

fn check(rif: &[u8]) -> Verdict {
    let kind = match rif[0] {
        b'V' => 1,
        b'E' => 2,
        b'J' | b'C' => 3,
        b'P' => 4,
        b'G' => 5,
        _ => return Verdict::Refuted(Reason::Format),
    };
    if is_filler(rif) {
        return Verdict::Refuted(Reason::Format);
    }
    let rest = (4 * kind + weighted_sum(&rif[1..], &[3, 2, 7, 6, 5, 4, 3, 2])) % 11;
    Verdict::checksum(i32::from(rif[9] - b'0') == if rest < 2 { 0 } else { 11 - rest }, 43)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ve_rif",
    sources: &[
        "SENIAT, Venezuela, Providencia 0073 of 2006 (RIF): letter, number, check digit; examples hold in python-stdnum 2.2, ve.rif",
    ],
    matches: &["rif [[J-93880957-6]]", "mi RIF es [[V710753489]]", "[[J-93880957-6]]"],
    near_misses: &["J-93880957-5", "rif V-00000000-0", "X-93880957-6"],
};
