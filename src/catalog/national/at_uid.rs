//! UID, the Austrian VAT number.
//!
//! ATU, seven digits and a check digit of the digit sums that weights 1 and 2 make, to which 4 is added. One random writing in
//! 175 000 passes.

use crate::{
    check::{is_filler, weighted_digit_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/at_uid",
    entity: "AT_TIN_UID",
    kind: Kind::TaxId,
    countries: &["at"],
    find: Find::Shape { shape: Shape { runs: &[letters(3), digits(8)], layouts: &["AAA 00000000"] }, need: Need::Nothing, check },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "uid, atu"), (Language::De, "uid-nr, uid nummer, umsatzsteuer-identifikationsnummer, ust-idnr")],
};

fn check(uid: &[u8]) -> Verdict {
    if !uid.starts_with(b"ATU") || is_filler(uid) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = weighted_digit_sum(&uid[3..], &[1, 2, 1, 2, 1, 2, 1, 1]);
    Verdict::checksum((sum + 4).is_multiple_of(10), 175_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/at_uid",
    sources: &[
        "Bundesministerium für Finanzen, \"Konstruktionsregeln der UID-Nummer\" (specimen ATU13585627); examples hold in python-stdnum 2.2, at.uid",
    ],
    matches: &["UID: [[ATU13585627]]", "[[ATU 27324507]] auf die rechnung", "uid [[atu10926328]]"],
    near_misses: &["ATU13585626", "ATU00000000", "ATU1358562"],
};
