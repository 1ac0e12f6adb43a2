//! Rodné číslo, the birth number of Czechia and Slovakia.
//!
//! The birth date, fifty added to the month of a woman, twenty more where a day ran out of numbers from 2004 on; then four digits that make
//! the whole divisible by 11. Until 1953 three digits without a check. One random string in 90 passes, of nine digits one in 25.

use crate::{
    check::{is_filler, number, shifted_date},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/cz_rc",
    entity: "CZ_SK_RC",
    kind: Kind::NationalId,
    countries: &["cz", "sk"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(9, 10)], layouts: &["000000/0000", "000000/000"] },
        need: Need::Support,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "rodne cislo, rodneho cisla, rodnym cislem, rod. cislo"),
        (Language::En, "birth number, czech birth number, slovak birth number"),
    ],
};

fn check(rc: &[u8]) -> Verdict {
    if is_filler(rc) {
        return Verdict::Refuted(Reason::Format);
    }
    let year = number(&rc[..2]);
    let born = |shift| shifted_date(rc, shift);
    let dated = born(0) || born(50) || (rc.len() == 10 && (4..54).contains(&year) && (born(20) || born(70)));
    if !dated || (rc.len() == 9 && year > 53) {
        return Verdict::Refuted(Reason::Component);
    }
    if rc.len() == 9 {
        return Verdict::plausible(25);
    }
    Verdict::checksum(number(rc).is_multiple_of(11) || (rc[9] == b'0' && number(&rc[..9]) % 11 == 10), 90)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/cz_rc",
    sources: &[
        "Act 133/2000 Sb. on the register of inhabitants, § 13; act of Slovakia 301/1995 Z.z., § 2; examples hold in python-stdnum 2.2, cz.rc",
    ],
    matches: &[
        "rodné číslo [[710319/2745]]", "moje rodné číslo je [[7103192745]]", "[[545822/7687]]", "birth number [[510812/123]]",
    ],
    near_misses: &["710319/2746", "7103192745", "rodné číslo 000000/0000", "rodné číslo 71-03-19"],
};
