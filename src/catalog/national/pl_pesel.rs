//! PESEL, the Polish number of a person.
//!
//! Eleven digits: the birth date, twenty added to the month from 2000 on, a serial number that tells the sex, and a check digit. One random
//! string in 140 passes.

use crate::{
    check::{is_filler, shifted_date, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pl_pesel",
    entity: "PL_PESEL",
    kind: Kind::NationalId,
    countries: &["pl"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "pesel, numer pesel, nr pesel, peselu")],
};

fn check(pesel: &[u8]) -> Verdict {
    if is_filler(pesel) {
        return Verdict::Refuted(Reason::Format);
    }
    if !shifted_date(pesel, 0) && !shifted_date(pesel, 20) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(weighted_sum(pesel, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0, 140)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pl_pesel",
    sources: &[
        "Act on population registration of 2010-09-24 (Dz.U. 2010 nr 217 poz. 1427), art. 15 to 18; examples hold in python-stdnum 2.2, pl.pesel",
    ],
    matches: &[
        "mój pesel to [[44051401359]]", "PESEL: [[90091259267]]", "[[08211919953]]", "my polish id number is [[79110801212]]",
    ],
    near_misses: &["44051401358", "02381307589", "pesel 00000000000", "44131401357"],
};
