//! CNP, the Romanian personal numeric code.
//!
//! Thirteen digits: sex and century, birth date, county, serial number, and a weighted sum by 11 where ten is written as 1. One random string
//! in 690 passes.

use crate::{
    check::{date_of, is_filler, number, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ro_cnp",
    entity: "RO_CNP",
    kind: Kind::NationalId,
    countries: &["ro"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "cnp, cod numeric personal, cnp-ul"), (Language::En, "romanian personal code")],
};

fn check(cnp: &[u8]) -> Verdict {
    if is_filler(cnp) {
        return Verdict::Refuted(Reason::Format);
    }
    let county = number(&cnp[7..9]);
    let place = matches!(county, 1..=52 | 70 | 80..=83);
    if !matches!(cnp[0], b'1' | b'2' | b'5'..=b'9') || !date_of(&cnp[1..7], *b"ymd") || !place {
        return Verdict::Refuted(Reason::Component);
    }
    let control = match weighted_sum(cnp, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 {
        10 => 1,
        control => control,
    };
    Verdict::checksum(control == i32::from(cnp[12] & 0x0f), 690)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ro_cnp",
    sources: &["Law 105/1996 of Romania on the register of inhabitants, art. 5; examples hold in python-stdnum 2.2, ro.cnp"],
    matches: &["CNP [[1630615123457]]", "cod numeric personal: [[2780828511884]]", "[[6920602515677]]"],
    near_misses: &["1630615123458", "0800101221142", "1632215123457", "cnp 1111111111111"],
};
