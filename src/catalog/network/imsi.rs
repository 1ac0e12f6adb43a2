//! IMSI: the number of a subscriber, 15 digits that begin with the code of a country.
//!
//! No check digit; country codes begin with 2 to 7, or are 901. Said beside its name only.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "network/imsi",
    entity: "DEVICE_ID",
    kind: Kind::DeviceId,
    countries: &[],
    find: Find::Shape { shape: Shape { runs: &[digits(15)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[(Language::Any, "imsi"), (Language::Ru, "имси")],
};

fn check(digits: &[u8]) -> Verdict {
    if is_filler(digits) {
        Verdict::Refuted(Reason::Format)
    } else if matches!(digits[0], b'2'..=b'7') || digits.starts_with(b"901") {
        Verdict::plausible(2)
    } else {
        Verdict::Refuted(Reason::Component)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "network/imsi",
    sources: &["ITU-T E.212, section 6.1 and the list of mobile country codes; read 2026-11"],
    matches: &["imsi [[310150123456789]] no service", "имси [[250991234567890]]", "IMSI: [[901288000000123]]"],
    near_misses: &["310150123456789", "imsi 111111111111111", "what is an imsi"],
};
