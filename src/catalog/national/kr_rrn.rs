//! Resident registration number of Korea: date of birth, sex and century, six digits.
//!
//! The last is a check digit by 11 where the number was given before October 2020. One random string in 350 passes; of those born since, who have
//! no check digit, one in a thousand.

use crate::{
    check::{date_of, is_filler, number, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/kr_rrn",
    entity: "KR_RRN",
    kind: Kind::NationalId,
    countries: &["kr"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &["000000-0000000"] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "주민등록*, 주민번호*, 외국인등록*, 내 주민번호*, rrn"),
        (Language::En, "resident registration number, korean rrn, alien registration number, korean resident"),
        (Language::Ru, "корейский номер"),
    ],
};

fn check(rrn: &[u8]) -> Verdict {
    if is_filler(rrn) {
        return Verdict::Refuted(Reason::Format);
    }
    if !date_of(&rrn[..6], *b"ymd") || !(b'1'..=b'8').contains(&rrn[6]) {
        return Verdict::Refuted(Reason::Component);
    }
    let sum = weighted_sum(rrn, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
    let holds = (11 - sum % 11) % 10 == i32::from(rrn[12] & 0x0f);
    // Children of this century, registered at birth.
    let without_check = matches!(rrn[6], b'3' | b'4' | b'7' | b'8') && (2010..=3012).contains(&number(&rrn[..4]));
    if !holds && without_check { Verdict::plausible(700) } else { Verdict::checksum(holds, 350) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/kr_rrn",
    sources: &[
        "Ministry of the Interior and Safety of Korea, Enforcement Rules of the Resident Registration Act, article 2 (with the change of 2020-10-05); examples hold in python-stdnum 2.2, kr.rrn, those it knows",
    ],
    matches: &[
        "주민등록번호 [[850630-2168942]]", "my korean rrn is [[9204171104478]]", "[[850630-2168942]]",
        "born last year, [[210315-3084211]]",
    ],
    near_misses: &["850630-2168943", "853130-2168942", "850630-9168942", "0000000000000"],
};
