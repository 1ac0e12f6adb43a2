//! RVNR, the German pension and social insurance number.
//!
//! Two digits of the office, the birth date as DDMMYY, the first letter of the birth name, two digits, and the sum by 10 of
//! digit sums with weights 2,1,2,5,7,1,2,1,2,1,2,1. One random string in 270 passes.

use crate::{
    check::{date_of, is_filler, weighted_digit_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/de_rvnr",
    entity: "DE_RVNR",
    kind: Kind::NationalId,
    countries: &["de"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(8), letters(1), digits(3)], layouts: &["00 000000 A 000", "00000000A000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::SocialSecurity],
    context: &[
        (Language::Any, "rvnr, svnr, sv-nr, sv-nummer, vsnr"),
        (
            Language::De,
            "rentenversicherungsnummer, rentenversicherungsnr, rentenversicherung*, rv-nummer, rv-nr, sozialversicherungsausweis, sozialversicherungsnr",
        ),
    ],
};

fn check(rvnr: &[u8]) -> Verdict {
    if is_filler(rvnr) {
        return Verdict::Refuted(Reason::Format);
    }
    if !date_of(&rvnr[2..8], *b"dmy") {
        return Verdict::Refuted(Reason::Component);
    }
    let place = rvnr[8].wrapping_sub(b'A') + 1;
    let sum = weighted_digit_sum(&rvnr[..8], &[2, 1, 2, 5, 7, 1, 2, 1])
        + weighted_digit_sum(&[place / 10, place % 10], &[2, 1])
        + weighted_digit_sum(&rvnr[9..11], &[2, 1]);
    Verdict::checksum(sum % 10 == u32::from(rvnr[11] - b'0'), 270)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/de_rvnr",
    sources: &[
        "Versicherungsnummern-, Kontoführungs- und Versicherungsverlaufsverordnung (VKVV) §§ 2 to 4; Deutsche Rentenversicherung, specimen 15 070649 C 103; not compared with the document",
    ],
    matches: &[
        "sozialversicherungsnummer [[15 070649 C 103]]", "RVNR: [[12280270F686]]", "[[02 070769 B 410]]",
        "sv-nr [[02210775T627]] für den arbeitgeber",
    ],
    near_misses: &["15 070649 C 104", "15 370649 C 103", "00 000000 A 000"],
};
