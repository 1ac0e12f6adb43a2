//! Personas kods, the Latvian personal code.
//!
//! Eleven digits: the birth date, a century, four more; since 2017 codes begin with 32 and tell no date. The check digit no longer
//! binds and only raises: one random string in 30 is written so, in 480 holds it, too.

use crate::{
    check::{date_of, is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/lv_pk",
    entity: "LV_PK",
    kind: Kind::NationalId,
    countries: &["lv"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "personas kods, personas kodu, personas kodam, p.k"),
        (Language::En, "latvian personal code"),
        (Language::Ru, "персональный код, латвийский персональный код"),
    ],
};

fn check(code: &[u8]) -> Verdict {
    if is_filler(code) {
        return Verdict::Refuted(Reason::Format);
    }
    let dated = date_of(&code[..6], *b"dmy") && code[6] <= b'2';
    if !dated && !code.starts_with(b"32") {
        return Verdict::Refuted(Reason::Component);
    }
    let sum = 1 + weighted_sum(code, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
    if sum % 11 % 10 == i32::from(code[10] & 0x0f) { Verdict::proven(480) } else { Verdict::plausible(30) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/lv_pk",
    sources: &[
        "Law on the register of natural persons of Latvia, section 5; examples hold in python-stdnum 2.2, lv.pvn, those it knows",
    ],
    matches: &[
        "personas kods [[161175-19997]]", "mans personas kods ir [[328673-00679]]", "[[260292-12783]]",
        "персональный код [[161175-19991]]",
    ],
    near_misses: &["161375-19997", "161175-19991", "personas kods 000000-00000"],
};
