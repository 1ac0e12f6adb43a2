//! National number of Thailand: thirteen digits, written 1-4-5-2-1.
//!
//! The first is not 0 or 9, the last is a check digit by 11. One random string in twelve passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/th_pin",
    entity: "MY_ID_TH_VN_PH",
    kind: Kind::NationalId,
    countries: &["th"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(13)], layouts: &["0-0000-00000-00-0", "0 0000 00000 00 0"] },
        need: Need::Support,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "บตรประชาชน*, เลขบตร*, เลขประจำตว*, เลขทบตร*"), (Language::Ru, "тайский номер")],
};

fn check(pin: &[u8]) -> Verdict {
    if is_filler(pin) {
        return Verdict::Refuted(Reason::Format);
    }
    if matches!(pin[0], b'0' | b'9') {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = weighted_sum(pin, &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    Verdict::checksum((11 - sum % 11) % 10 == i32::from(pin[12] & 0x0f), 12)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/th_pin",
    sources: &[
        "Bureau of Registration Administration of Thailand, \"Population identification number: structure\" (Civil Registration Act); OECD, Thailand: information on tax identification numbers; examples hold in python-stdnum 2.2, th.pin",
    ],
    matches: &["เลขบัตรประชาชน [[1-5061-80919-01-5]]", "my thai id is [[3799136621038]]", "[[3-7991-36621-03-8]]"],
    near_misses: &["1-5061-80919-01-6", "3799136621038", "0-0000-00000-00-0"],
};
