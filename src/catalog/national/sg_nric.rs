//! NRIC and FIN, the numbers of citizens and foreigners in Singapore.
//!
//! S, T, F, G or M, seven digits and a letter by 11, each group with its own row of letters. One random writing in 135 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/sg_nric",
    entity: "SG_NRIC_FIN",
    kind: Kind::NationalId,
    countries: &["sg"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(1), digits(7), letters(1)], layouts: &["A0000000A"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "nric, singpass"),
        (
            Language::En,
            "nric number, nric no, nric/fin, fin number, fin no, singapore ic, foreign identification number, work pass",
        ),
    ],
};

fn check(nric: &[u8]) -> Verdict {
    if is_filler(nric) {
        return Verdict::Refuted(Reason::Format);
    }
    let (add, letters) = match nric[0] {
        b'S' => (0, b"JZIHGFEDCBA"),
        b'T' => (4, b"JZIHGFEDCBA"),
        b'F' => (0, b"XWUTRQPNMLK"),
        b'G' => (4, b"XWUTRQPNMLK"),
        b'M' => (3, b"XWUTRQPNJLK"),
        _ => return Verdict::Refuted(Reason::Format),
    };
    let sum = add + weighted_sum(&nric[1..8], &[2, 7, 6, 5, 4, 3, 2]);
    Verdict::checksum(letters[(sum % 11).cast_unsigned() as usize] == nric[8], 135)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/sg_nric",
    sources: &[
        "Immigration & Checkpoints Authority of Singapore, National Registration Regulations; ICA, \"New FIN series M\" (2022); not compared with the document",
    ],
    matches: &["my nric is [[S7031207G]]", "fin number [[F4608432L]]", "[[T9804204G]]", "singapore ic [[m1234567k]]"],
    near_misses: &["S7031207H", "S0000000J", "A7031207G"],
};
