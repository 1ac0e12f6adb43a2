//! T.C. kimlik numarası, the Turkish identity number.
//!
//! Eleven digits that do not begin with 0; the tenth follows from the nine before it, the last from all. One random string in 110 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/tr_tckn",
    entity: "TR_TCKN",
    kind: Kind::NationalId,
    countries: &["tr"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[
        (
            Language::Any,
            "tckn, tc kimlik, tc kimlik no, t.c. kimlik no, kimlik no, kimlik numarasi, kimlik numaram, tc no, tc numaram, tc kimlik numarasi",
        ),
        (Language::Ru, "турецкий номер, кимлик"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    if id[0] == b'0' {
        return Verdict::Refuted(Reason::Component);
    }
    let tenth = weighted_sum(id, &[7, -1, 7, -1, 7, -1, 7, -1, 7]).rem_euclid(10);
    let last = weighted_sum(id, &[1; 10]) % 10;
    Verdict::checksum(tenth == i32::from(id[9] & 0x0f) && last == i32::from(id[10] & 0x0f), 110)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/tr_tckn",
    sources: &["Law 5490 of Turkey on population services, art. 46 and 47; examples hold in python-stdnum 2.2, tr.tckimlik"],
    matches: &["TC kimlik no [[17291716060]]", "tckn: [[41760352558]]", "kimlik numaram [[21493793200]]", "[[67878278610]]"],
    near_misses: &["17291716050", "07291716092", "tckn 00000000000"],
};
