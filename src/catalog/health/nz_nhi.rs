//! NHI, the patient's number in New Zealand.
//!
//! Three letters without I and O, three digits and a check digit by 11; since 2022 also two digits, a letter and a check letter by 24. One random
//! string in 24 passes; product codes look the same, so it needs its name.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/nz_nhi",
    entity: "NZ_IRD_NHI_BANK",
    kind: Kind::HealthId,
    countries: &["nz"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(3), digits(2), alnum_between(2, 2)], layouts: &[] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[(Language::Any, "nhi"), (Language::En, "nhi number, nhi no, national health index, nz health number")],
};

fn check(nhi: &[u8]) -> Verdict {
    /// A to Z without I and O count from 1.
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    let value = |byte: u8| match LETTERS.iter().position(|&letter| letter == byte) {
        Some(place) => place + 1,
        None => usize::from(byte & 0x0f),
    };
    if is_filler(&nhi[3..5]) && nhi[5..] == nhi[3..5] {
        return Verdict::Refuted(Reason::Format);
    }
    if nhi[5].is_ascii_digit() != nhi[6].is_ascii_digit() || nhi.iter().any(|byte| b"IO".contains(byte)) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum: usize = nhi[..6].iter().zip([7, 6, 5, 4, 3, 2]).map(|(&byte, weight)| value(byte) * weight).sum();
    let last = value(nhi[6]);
    let holds =
        if nhi[6].is_ascii_digit() { !sum.is_multiple_of(11) && (11 - sum % 11) % 10 == last } else { 24 - sum % 24 == last };
    Verdict::checksum(holds, 24)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/nz_nhi",
    sources: &[
        "Health New Zealand, HISO 10046:2022 \"Consumer Health Identity Standard\", NHI number format and check character; not compared with the document",
    ],
    matches: &["my nhi is [[ZZZ0016]]", "NHI number [[ABC1235]] on the letter", "nhi: [[alu18kz]]"],
    near_misses: &["ABC1235", "nhi ABC0000", "the ABC1236 model"],
};
