//! REGON, the Polish number of a business.
//!
//! Nine digits, and five more for a branch; the last of each part is a weighted sum by 11. One random string in ten passes, of fourteen
//! digits one in a hundred.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pl_regon",
    entity: "PL_REGON",
    kind: Kind::CompanyId,
    countries: &["pl"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(9, 14)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::Company],
    context: &[(Language::Any, "regon, numer regon, nr regon")],
};

fn check(regon: &[u8]) -> Verdict {
    if is_filler(regon) {
        return Verdict::Refuted(Reason::Format);
    }
    let holds = |weights: &[i32]| weighted_sum(regon, weights) % 11 % 10 == i32::from(regon[weights.len()] & 0x0f);
    let business = holds(&[8, 9, 2, 3, 4, 5, 6, 7]);
    match regon.len() {
        9 => Verdict::checksum(business, 10),
        14 => Verdict::checksum(business && holds(&[2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]), 100),
        _ => Verdict::Refuted(Reason::Length),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pl_regon",
    sources: &[
        "Regulation of the Polish Council of Ministers of 2015-11-30 on the register of businesses REGON; examples hold in python-stdnum 2.2, pl.regon",
    ],
    matches: &["REGON [[123456785]]", "regon oddziału to [[12345678512347]]", "nr regon: [[192598184]]"],
    near_misses: &["192598184", "123456784", "regon 000000000"],
};
