//! VKN, the Turkish tax number.
//!
//! Ten digits; each of the first nine is raised by its place and multiplied by a power of two, and the last completes their sum to a ten. One
//! random string in ten passes.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/tr_vkn",
    entity: "TR_VKN",
    kind: Kind::TaxId,
    countries: &["tr"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::TaxId, Concept::Company],
    context: &[(Language::Any, "vkn, vergi no, vergi numarasi, vergi numaram, vergi kimlik no, vergi kimlik numarasi")],
};

fn check(vkn: &[u8]) -> Verdict {
    if is_filler(vkn) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum: u32 = vkn[..9]
        .iter()
        .zip((1..=9).rev())
        .map(|(byte, place)| match (u32::from(byte & 0x0f) + place) % 10 {
            0 => 0,
            // What nine divides counts nine.
            raised => (raised * (1 << place) - 1) % 9 + 1,
        })
        .sum();
    Verdict::checksum((sum + u32::from(vkn[9] & 0x0f)).is_multiple_of(10), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/tr_vkn",
    sources: &[
        "Revenue Administration of Turkey, \"Vergi kimlik numarası doğrulama\"; examples hold in python-stdnum 2.2, tr.vkn",
    ],
    matches: &["VKN [[4540536920]]", "vergi no: [[4532907034]]", "vergi numaram [[4205795108]]"],
    near_misses: &["4540536920", "4540536921", "vkn 0000000000"],
};
