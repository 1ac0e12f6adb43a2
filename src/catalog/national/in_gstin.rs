//! GSTIN, the number of a business for the Indian goods and services tax.
//!
//! State, the holder's PAN, a number within the state, Z (C and D for collectors and deductors), and a check character by 36. Without the check
//! one random string in 200 fits; it only raises what the structure says.

use crate::{
    check::alnum_value,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/in_gstin",
    entity: "IN_GSTIN",
    kind: Kind::TaxId,
    countries: &["in"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(2), letters(5), digits(4), letters(1), alnum_between(3, 3)], layouts: &[] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "gstin, gst, gst no, gst number, gst in")],
};

fn check(gstin: &[u8]) -> Verdict {
    let is_state = matches!(&gstin[..2], [b'0', b'1'..=b'9'] | [b'1' | b'2', _] | [b'3', b'0'..=b'8'] | b"97" | b"99");
    if !is_state || !b"ABCFGHJKLPT".contains(&gstin[5]) || gstin[12] == b'0' || !b"ZCD".contains(&gstin[13]) {
        return Verdict::Refuted(Reason::Format);
    }
    if luhn_36_holds(gstin) { Verdict::proven(8_000) } else { Verdict::plausible(200) }
}

/// Luhn with 36 characters.
fn luhn_36_holds(gstin: &[u8]) -> bool {
    let mut sum = 0;
    for (place, &byte) in gstin.iter().rev().enumerate() {
        let product = alnum_value(byte) * if place % 2 == 0 { 1 } else { 2 };
        sum += product / 36 + product % 36;
    }
    sum.is_multiple_of(36)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/in_gstin",
    sources: &[
        "Goods and Services Tax Network, \"GSTIN: structure of the registration number\"; CGST Rules 2017, rule 10; examples hold in python-stdnum 2.2, in_.gstin",
    ],
    matches: &["gstin [[27AAPFU0939F1ZV]]", "[[29ABCPD5215K1ZS]] on the invoice", "our gst no is [[27aapfu0939f1zv]]"],
    near_misses: &["27AAPFU0939F1AA", "69AAPFU0939F1ZV", "27AAPFU0939F1Z"],
};
