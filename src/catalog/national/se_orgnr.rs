//! Organisationsnummer of a Swedish company.
//!
//! Ten digits, the third 2 or more, with a Luhn check digit. One random string in 18 passes, so bare digits need a word.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/se_orgnr",
    entity: "SE_ORGNR",
    kind: Kind::CompanyId,
    countries: &["se"],
    find: Find::Shape { shape: Shape { runs: &[digits(10)], layouts: &["000000-0000"] }, need: Need::Support, check },
    concepts: &[],
    context: &[(Language::Any, "orgnr, org nr, org.nr, organisationsnummer, org-nr"), (Language::En, "swedish company number")],
};

fn check(number: &[u8]) -> Verdict {
    if is_filler(number) {
        return Verdict::Refuted(Reason::Format);
    }
    if matches!(number[0], b'0' | b'3' | b'4') || number[2] < b'2' {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(luhn_holds(number), 18)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/se_orgnr",
    sources: &[
        "Lag (1974:174) om identitetsbeteckning för juridiska personer; Skatteverket, SKV 709 \"Organisationsnummer\"; examples hold in python-stdnum 2.2, se.orgnr",
    ],
    matches: &["org.nr [[556998-4148]]", "organisationsnummer [[5568870280]]", "vårt orgnr är [[556528-8726]]"],
    near_misses: &["556998-4149", "orgnr 000000-0000", "5569984148"],
};
