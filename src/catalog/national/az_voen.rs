//! VÖEN, the Azerbaijani number of a taxpayer.
//!
//! Ten digits: the ninth is a weighted sum by 11 that is never ten, the last tells a company from a person. One random string in 55 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/az_voen",
    entity: "AZ_IDS",
    kind: Kind::TaxId,
    countries: &["az"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "voen, voen-im, voen nomrəsi"), (Language::Ru, "воен")],
};

fn check(voen: &[u8]) -> Verdict {
    if is_filler(voen) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(voen[9], b'1' | b'2') {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(weighted_sum(voen, &[4, 1, 8, 6, 2, 7, 5, 3]) % 11 == i32::from(voen[8] & 0x0f), 55)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/az_voen",
    sources: &["OECD, \"Azerbaijan: information on tax identification numbers\"; examples hold in python-stdnum 2.2, az.voen"],
    matches: &["VÖEN [[1401555071]]", "vöen: [[1479270621]]", "azerbaijan tax id [[1479453262]]"],
    near_misses: &["1401555071", "1401555081", "vöen 1111111111"],
};
