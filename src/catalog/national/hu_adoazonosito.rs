//! Adóazonosító jel, the Hungarian tax number of a person.
//!
//! Ten digits: an 8, the days from the year 1867 to the birth, a serial number, and a weighted sum by 11 that is never ten. One random string
//! in 230 passes.

use crate::{
    check::{is_filler, number, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/hu_adoazonosito",
    entity: "HU_IDS",
    kind: Kind::TaxId,
    countries: &["hu"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "adoazonosito, adoazonosito jel, adoazonositom, adoszam, adoszamom, adojel")],
};

fn check(tin: &[u8]) -> Verdict {
    if is_filler(tin) {
        return Verdict::Refuted(Reason::Format);
    }
    // Births from 1900 to 2031.
    if tin[0] != b'8' || !(12_000..60_000).contains(&number(&tin[1..6])) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(weighted_sum(tin, &[1, 2, 3, 4, 5, 6, 7, 8, 9, -1]) % 11 == 0, 230)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/hu_adoazonosito",
    sources: &[
        "Act XX of 1996 of Hungary, annex 1: how the tax identifier is made; vkovacs/Tax-number-generator; not compared with the document",
    ],
    matches: &["adóazonosító jelem [[8362899735]]", "adószám: [[8432209937]]", "[[8369681786]] is my tax number"],
    near_misses: &["8362899736", "9362899735", "adóazonosító 8888888888"],
};
