//! CCC, the Spanish account number that stands in a Spanish IBAN.
//!
//! Bank, branch, two check digits by 11, ten of account. One random string in a hundred passes.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/es_ccc",
    entity: "ES_CCC",
    kind: Kind::BankAccount,
    countries: &["es"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(20)], layouts: &["0000-0000-00-0000000000", "0000 0000 00 0000000000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::BankAccount],
    context: &[(Language::Any, "ccc, codigo cuenta cliente")],
};

fn check(account: &[u8]) -> Verdict {
    /// Powers of two by 11. Bank and branch are filled up to ten digits.
    const WEIGHTS: [i32; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    if is_filler(account) {
        return Verdict::Refuted(Reason::Format);
    }
    let branch = mod_11_digit(&account[..8], &WEIGHTS[2..], b'1') == account[8];
    Verdict::checksum(branch && mod_11_digit(&account[10..], &WEIGHTS, b'1') == account[9], 100)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/es_ccc",
    sources: &[
        "Banco de España, Circular 2/2013; Consejo Superior Bancario, Norma 19: código cuenta cliente and its check digits; examples hold in python-stdnum 2.2, es.ccc",
    ],
    matches: &["mi cuenta: [[2100 1515 63 0762189043]]", "CCC [[21002266847726436004]]", "[[2100-2266-84-7726436004]]"],
    near_misses: &["2100 1515 64 0762189043", "ccc 0000 0000 00 0000000000"],
};
