//! A passport of a country that no scheme of ours knows, and the name for one that could be several countries'.
//!
//! Up to three letters and six to nine digits behind the word for a passport. ICAO 9303 allows nine characters.

use crate::recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict, is_given_number};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/passport",
    entity: "GENERIC_PASSPORT",
    kind: Kind::Passport,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::Passport],
    context: &[(Language::En, "passport is, passport number is")],
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_code_beside_cue(check);
    scan.drop_counted();
}

fn check(code: &[u8]) -> Option<Verdict> {
    is_given_number(code, &(6..=9), &(6..=9)).then_some(Verdict::PLAUSIBLE)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/passport",
    sources: &[
        "ICAO Doc 9303 part 4, section 4.2.2: passport number, nine characters in the machine readable zone; not compared with the document",
    ],
    matches: &[
        "pasaporte argentino [[44Q718823]]", "my passport is [[LT7391846]]", "passport [[Q4471882]]", "passeport [[31EO27349]]",
        "номер паспорта [[FP4471882]]", "reisepass [[44Q718823]]", "passaporto [[44Q718823]]", "passaporte [[FZ447188]]",
    ],
    near_misses: &[
        "where do i enter my passport number", "my passport expires in 2027", "passport 000000000", "passport photos 12.99",
        "паспорт получу 12.05.2024",
    ],
};
