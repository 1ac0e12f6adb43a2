//! Полис ОМС, the uniform number of compulsory health insurance in Russia.
//!
//! Sixteen digits with a check digit that equals that of Luhn. One random string in ten passes, and every payment card does, so the word decides.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/ru_oms",
    entity: "RU_OMS",
    kind: Kind::HealthId,
    countries: &["ru"],
    find: Find::Shape { shape: Shape { runs: &[digits(16)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::HealthInsurance],
    context: &[
        (Language::Ru, "омс, полис*, енп, медполис*, медицинский полис, страховой полис"),
        (Language::En, "oms, oms policy"),
    ],
};

fn check(enp: &[u8]) -> Verdict {
    if is_filler(enp) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(luhn_holds(enp), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/ru_oms",
    sources: &[
        "Order 108н of 2019-02-28 of the Ministry of Health of Russia: the uniform number of the insured, its check digit by the MOD 10 of HL7; not compared with the document",
    ],
    matches: &[
        "полис ОМС [[7739029120971702]]", "номер полиса: [[7671 6979 4699 8727]]", "ЕНП [[7189193953408326]]",
        "my oms policy [[7940234664365148]]",
    ],
    near_misses: &["7739029120971702", "полис омс 0000000000000000", "полис омс 773902912097170"],
};
