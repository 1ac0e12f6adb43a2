//! CNH, the registration number of a Brazilian driving licence.
//!
//! Eleven digits, the last two by 11; where the first would be ten, two is taken from the second. One random string in a hundred passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/br_cnh",
    entity: "BR_CNH_PIS_TITULO_CNS",
    kind: Kind::DriverLicence,
    countries: &["br"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::DrivingLicence],
    context: &[(Language::Any, "cnh, c.n.h, carteira nacional de habilitacao, renach, detran")],
};

fn check(cnh: &[u8]) -> Verdict {
    if is_filler(cnh) {
        return Verdict::Refuted(Reason::Format);
    }
    let descending = weighted_sum(cnh, &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
    let ascending = weighted_sum(cnh, &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
    let (first, taken) = if descending == 10 { (0, 2) } else { (descending, 0) };
    let second = if ascending == 10 { 0 } else { (ascending + 11 - taken) % 11 % 10 };
    Verdict::checksum(first == i32::from(cnh[9] - b'0') && second == i32::from(cnh[10] - b'0'), 100)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/br_cnh",
    sources: &[
        "SENATRAN, Brazil, Resolução CONTRAN 886/2021: the registration number of the CNH; the check digits as state offices publish them; not compared with the document",
    ],
    matches: &["minha cnh é [[88861185290]]", "CNH [[67677590784]] vencida"],
    near_misses: &["88861185291", "cnh 11111111111", "pedido 88861185290"],
};
