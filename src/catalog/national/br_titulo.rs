//! Título de eleitor, the Brazilian voter's registration.
//!
//! Twelve digits: eight in sequence, two for the state, and two sums by 11, the first over the sequence and the second over the state. One
//! random string in 350 passes.

use crate::{
    check::{is_filler, number, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/br_titulo",
    entity: "BR_CNH_PIS_TITULO_CNS",
    kind: Kind::NationalId,
    countries: &["br"],
    find: Find::Shape { shape: Shape { runs: &[digits(12)], layouts: &[] }, need: Need::Support, check },
    concepts: &[],
    context: &[(Language::Any, "titulo, zona eleitoral, numero do titulo, tse")],
};

fn check(titulo: &[u8]) -> Verdict {
    let state = number(&titulo[8..10]);
    if is_filler(titulo) {
        return Verdict::Refuted(Reason::Format);
    }
    if !(1..=28).contains(&state) {
        return Verdict::Refuted(Reason::Component);
    }
    let holds = |rest: i32, digit: u8| {
        let digit = i32::from(digit - b'0');
        // São Paulo and Minas Gerais write 1 where others write 0.
        rest % 10 == digit || (rest == 0 && state < 3 && digit == 1)
    };
    let first = weighted_sum(titulo, &[2, 3, 4, 5, 6, 7, 8, 9]) % 11;
    let second = weighted_sum(&titulo[8..], &[7, 8, 9]) % 11;
    Verdict::checksum(holds(first, titulo[10]) && holds(second, titulo[11]), 350)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/br_titulo",
    sources: &[
        "Tribunal Superior Eleitoral, Brazil, Resolução 21.538/2003, art. 12: sequence, state and check digits; not compared with the document",
    ],
    matches: &["título de eleitor [[3880 0126 2674]]", "titulo eleitoral: [[877904522690]]"],
    near_misses: &["3880 0126 2675", "titulo de eleitor 000000000000", "388001262674"],
};
