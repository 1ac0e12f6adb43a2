//! FİN, the Azerbaijani personal identification number.
//!
//! Seven digits and letters without I and O. Nothing to compute, and many words and codes look the same, so only its name makes it one.

use crate::recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/az_fin",
    entity: "AZ_IDS",
    kind: Kind::NationalId,
    countries: &["az"],
    find: Find::Shape { shape: Shape { runs: &[alnum_between(7, 7)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "fin kod, fin kodu, fin kodum, fin code, finkod, fin nomresi, fərdi identifikasiya nomrəsi"),
        (Language::Ru, "фин код, финкод, фин-код"),
        (Language::En, "azerbaijani id, azerbaijan id"),
    ],
};

fn check(fin: &[u8]) -> Verdict {
    let digits = fin.iter().filter(|byte| byte.is_ascii_digit()).count();
    if !(1..=6).contains(&digits) || fin.contains(&b'I') || fin.contains(&b'O') {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::PLAUSIBLE
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/az_fin",
    sources: &[
        "Description of the identity card, edict of the President of Azerbaijan of 2012-02-07 (specimen 94FMDDD); not compared with the document",
    ],
    matches: &["FİN kod: [[94FMDDD]]", "mənim fin kodum [[5ZK7R2B]]", "фин код [[1WE8C4T]]"],
    near_misses: &["94FMDDD", "fin de mes 25 euros", "fin kod 94FMDDO", "fin kod AAAAAAA"],
};
