//! Személyi azonosító, the Hungarian personal identifier.
//!
//! Eleven digits: sex and century, birth date, serial number, and a weighted sum by 11 that is never ten; the weights rise for those born
//! until 1996 and fall for those born later. One random string in 750 passes.

use crate::{
    check::{date_of, is_filler, number, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/hu_szemelyi",
    entity: "HU_IDS",
    kind: Kind::NationalId,
    countries: &["hu"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(11)], layouts: &["0-000000-0000", "0 000000 0000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "szemelyi szam, szemelyi szamom, szemelyi azonosito, szemelyi azonositom, szemelyi, szem. szam")],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(id[0], b'1'..=b'4') || !date_of(&id[1..7], *b"ymd") {
        return Verdict::Refuted(Reason::Component);
    }
    let rising = weighted_sum(&id[..10], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11;
    let falling = weighted_sum(&id[..10], &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
    let later = id[0] > b'2' || number(&id[1..3]) > 96;
    Verdict::checksum(if later { falling } else { rising } == i32::from(id[10] & 0x0f), 750)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/hu_szemelyi",
    sources: &[
        "Act XX of 1996 of Hungary, annex 3: how the personal identifier is made; A. Hraskó and M. Salát, \"Ellenőrző jegyek\", Fazekas Mihály Gimnázium; not compared with the document",
    ],
    matches: &[
        "személyi számom [[2-741008-8232]]", "személyi szám: [[28802189500]]", "[[30109210470]]",
        "my hungarian id [[4 020705 3866]]",
    ],
    near_misses: &["27410088233", "97410088232", "személyi szám 00000000000"],
};
