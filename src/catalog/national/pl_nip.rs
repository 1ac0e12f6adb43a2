//! NIP, the Polish number of a taxpayer.
//!
//! Ten digits, the last a weighted sum by 11 that is never ten. One random string in twelve passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pl_nip",
    entity: "PL_NIP",
    kind: Kind::TaxId,
    countries: &["pl"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(10)], layouts: &["000-000-00-00", "000-00-00-000"] },
        need: Need::Support,
        check,
    },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "nip, numer nip, nr nip, nipu, numer identyfikacji podatkowej")],
};

fn check(nip: &[u8]) -> Verdict {
    if is_filler(nip) {
        return Verdict::Refuted(Reason::Format);
    }
    if nip[0] == b'0' {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(weighted_sum(nip, &[6, 5, 7, 2, 3, 4, 5, 6, 7, -1]) % 11 == 0, 12)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pl_nip",
    sources: &["Act on the registration of taxpayers of 1995-10-13, art. 2 and 12; examples hold in python-stdnum 2.2, pl.nip"],
    matches: &["NIP [[856-734-62-15]]", "nip firmy: [[7187752902]]", "[[774-59-89-217]]", "polish tax number [[7468167153]]"],
    near_misses: &["856-734-62-16", "7187752902", "nip 0000000000"],
};
