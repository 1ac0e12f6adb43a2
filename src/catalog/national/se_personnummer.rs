//! Personnummer of Sweden.
//!
//! Birth date as YYMMDD or YYYYMMDD (day plus 60 for a samordningsnummer), three digits and a Luhn check digit over the last
//! ten. One random string in 137 passes, and hardly one of twelve digits.

use crate::{
    check::{is_date_in_some_century, is_filler, luhn_holds, pairs},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/se_personnummer",
    entity: "SE_PERSONNUMMER",
    kind: Kind::NationalId,
    countries: &["se"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(10, 12)], layouts: &["000000-0000", "00000000-0000", "000000+0000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId, Concept::SocialSecurity],
    context: &[(Language::Any, "personnummer, personnr, pnr, samordningsnummer, person nummer")],
};

fn check(number: &[u8]) -> Verdict {
    let (ten, odds) = match number {
        [_, _, _, _, _, _, _, _, _, _] => (number, 137),
        [b'1', b'9', ten @ ..] | [b'2', b'0', ten @ ..] if ten.len() == 10 => (ten, 6850),
        _ => return Verdict::Refuted(Reason::Length),
    };
    if is_filler(ten) {
        return Verdict::Refuted(Reason::Format);
    }
    let [year, month, day] = pairs(ten);
    if !is_date_in_some_century(year, month, if day > 60 { day - 60 } else { day }) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(luhn_holds(ten), odds)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/se_personnummer",
    sources: &[
        "Folkbokföringslag (1991:481) § 18; Skatteverket, SKV 704 \"Personnummer\" and SKV 707 \"Samordningsnummer\"; examples hold in python-stdnum 2.2, se.personnummer",
    ],
    matches: &[
        "personnummer [[511008-9306]] bankid wont start", "mitt personnummer: [[19780703-1500]]", "[[930512-2229]]",
        "pnr [[5110221743]]",
    ],
    near_misses: &["511008-9307", "000000-0000", "511308-9306"],
};
