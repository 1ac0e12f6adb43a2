//! Australian Medicare card number.
//!
//! Eight digits of which the first is 2 to 6, a check digit by 1, 3, 7, 9 and 10, the card's issue and, in eleven, the person on the card.
//! One random string in 22 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/au_medicare",
    entity: "AU_MEDICARE",
    kind: Kind::HealthId,
    countries: &["au"],
    find: Find::Shape {
        shape: Shape {
            runs: &[digits_between(10, 11)],
            layouts: &["0000 00000 0", "0000 00000 0 0", "0000 00000 0/0", "0000 00000 0-0"],
        },
        need: Need::Support,
        check,
    },
    concepts: &[],
    context: &[
        (Language::En, "medicare card number, medicare card, medicare number, australian medicare"),
        (Language::Any, "medicare"),
    ],
};

fn check(card: &[u8]) -> Verdict {
    if is_filler(card) {
        return Verdict::Refuted(Reason::Format);
    }
    if !(b'2'..=b'6').contains(&card[0]) || card[9..].contains(&b'0') {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = weighted_sum(card, &[1, 3, 7, 9, 1, 3, 7, 9]);
    // Nothing covers the digits behind the check digit: what passes is plausible, not proven.
    if sum % 10 == i32::from(card[8] & 0x0f) { Verdict::plausible(22) } else { Verdict::Refuted(Reason::Checksum) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/au_medicare",
    sources: &[
        "Services Australia, \"Medicare card number\": structure and check digit (National Health Data Dictionary, METeOR 270101); not compared with the document",
    ],
    matches: &[
        "medicare [[2123 45670 1]] for the rebate", "my medicare card number is [[4104332181]]", "[[3103 10518 2]]",
        "medicare no [[2123 45670 1/2]]",
    ],
    near_misses: &["2123 45671 1", "4104332181", "medicare 1111111111", "7123 45670 1"],
};
