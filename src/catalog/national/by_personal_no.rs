//! Identification number of a person in Belarus.
//!
//! Seven digits (sex and century, birth date), a region letter, a serial number, two letters of citizenship, and a check digit weighted 7, 3, 1.
//! One random writing in 680 passes.

use crate::{
    check::{date_of, is_filler, sum_731},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/by_personal_no",
    entity: "BY_IDS",
    kind: Kind::NationalId,
    countries: &["by"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(7), letters(1), digits(3), letters(2), digits(1)], layouts: &[] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Ru, "личный номер, идентификационный номер, личный номер паспорта, идентификационный"),
        (Language::Any, "асабісты нумар, ідэнтыфікацыйны нумар"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(id[0], b'3'..=b'6') || !date_of(&id[1..7], *b"dmy") {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(sum_731(&id[..13]) % 10 == u32::from(id[13] & 0x0f), 680)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/by_personal_no",
    sources: &[
        "Edict 294 of 2008-06-03 of the President of Belarus on the documents of the population; the specimen 0000000A000PB2 of kirit0s/belarus-passport-personal-number-validator; not compared with the document",
    ],
    matches: &[
        "личный номер [[4030483B700PB4]]",
        "идентификационный номер: [[4251282H916PB1]]",
        "[[3090771K573PB0]]",
        "личный номер [[3141099Н159РВ3]]",
    ],
    near_misses: &["4030483B700PB5", "0000000A000PB2", "4031383B700PB4"],
};
