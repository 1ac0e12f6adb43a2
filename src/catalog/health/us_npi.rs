//! NPI, the number of a health care provider in the United States.
//!
//! Ten digits from 1 or 2 on; Luhn over them with 80840 in front. One random string in fifty passes, and telephone numbers have ten digits, too:
//! it is one only beside its name.

use crate::{
    check::{is_filler, luhn_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/us_npi",
    entity: "US_NPI_DEA",
    kind: Kind::ProfessionalId,
    countries: &["us"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "npi"),
        (Language::En, "national provider identifier, national provider, provider id, provider identifier, provider number"),
    ],
};

fn check(npi: &[u8]) -> Verdict {
    /// What 80840 adds.
    const PREFIX: u32 = 24;
    if is_filler(npi) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(npi[0], b'1' | b'2') {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum((luhn_sum(npi) + PREFIX).is_multiple_of(10), 50)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/us_npi",
    sources: &[
        "Centers for Medicare & Medicaid Services, \"Requirements for National Provider Identifier (NPI) and NPI Check Digit\"; not compared with the document",
    ],
    matches: &["npi [[1234567893]]", "npi no [[1338726247]]", "npi number [[1467459123]]"],
    near_misses: &["1234567893", "npi 123456789", "npi 1111111111"],
};
