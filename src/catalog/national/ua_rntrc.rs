//! РНОКПП, the Ukrainian number of a taxpayer's card, once ІПН.
//!
//! Ten digits: the days from 1899 to the birth, a serial number that tells the sex, and a weighted sum by 11. One random string in 21 passes.

use crate::{
    check::{is_filler, number, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ua_rntrc",
    entity: "UA_RNTRC",
    kind: Kind::TaxId,
    countries: &["ua"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::TaxId, Concept::NationalId],
    context: &[
        (Language::Any, "рнокпп, іпн, ідентифікаційний код, ідентифікаційний номер, код платника податків, rnokpp, rntrc"),
        (Language::Ru, "рнокпп, ипн, идентификационный код"),
    ],
};

fn check(code: &[u8]) -> Verdict {
    if is_filler(code) {
        return Verdict::Refuted(Reason::Format);
    }
    // The day of birth counts from the last of 1899, here to 2030.
    if !(1..=47_500).contains(&number(&code[..5])) {
        return Verdict::Refuted(Reason::Component);
    }
    let sum = weighted_sum(code, &[-1, 5, 7, 9, 4, 6, 10, 5, 7]);
    Verdict::checksum(sum.rem_euclid(11) % 10 == i32::from(code[9] & 0x0f), 21)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ua_rntrc",
    sources: &["Order 822 of 2017-09-29 of the Ministry of Finance of Ukraine; examples hold in python-stdnum 2.2, ua.rntrc"],
    matches: &[
        "РНОКПП [[1759013776]]", "мій ІПН [[2906058547]]", "идентификационный код: [[2889142985]]",
        "ukrainian tax id [[2873976799]]",
    ],
    near_misses: &["1759013776", "1759013770", "рнокпп 0000000000"],
};
