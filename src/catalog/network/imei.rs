//! IMEI: the number of a telephone, 15 digits of which the last is a Luhn digit.
//!
//! The first two name who allotted it: 01, 35, 86 or 99 for nearly every telephone in use. Together one random number in 250
//! looks so; with other beginnings it is one beside a cue.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "network/imei",
    entity: "DEVICE_ID",
    kind: Kind::DeviceId,
    countries: &[],
    find: Find::Shape { shape: Shape { runs: &[digits(15)], layouts: &["00-000000-000000-0"] }, need: Need::Nothing, check },
    concepts: &[],
    context: &[(Language::Any, "imei, imei1, imei2"), (Language::Ru, "имей, имеи, имэй, имея")],
};

fn check(digits: &[u8]) -> Verdict {
    if is_filler(digits) {
        Verdict::Refuted(Reason::Format)
    } else if luhn_holds(digits) && !matches!(&digits[..2], b"01" | b"35" | b"86" | b"99") {
        Verdict::Refuted(Reason::Component)
    } else {
        Verdict::checksum(luhn_holds(digits), 250)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "network/imei",
    sources: &["3GPP TS 23.003 section 6 and annex B; GSMA TS.06 (read 2026-11)"],
    matches: &[
        "imei [[352099001761481]] was stolen", "marco *#06# y sale [[352099001761481]]", "[[35-209900-176148-1]]",
        "мой имей [[35 209900 176148 1]]", "IMEI is [[490154203237518]]",
    ],
    near_misses: &["490154203237517", "imei 000000000000000", "352099001761482", "how do i find my imei"],
};
