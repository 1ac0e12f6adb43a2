//! Driving licence of Russia: series and number.
//!
//! Four digits, or two digits and two letters, and six digits. Nothing to compute, so it is found beside a word only.

use crate::recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ru_driver_licence",
    entity: "RU_DRIVER_LICENCE",
    kind: Kind::DriverLicence,
    countries: &["ru"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::DrivingLicence],
    context: &[
        (
            Language::Ru,
            "водительское удостоверение, водительского удостоверения, водительские права, права, номер прав, серия прав, в/у, ву, номер ву, вод. удост*, вод удост*",
        ),
        (Language::En, "russian license"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    if let Some((number, end)) = scan.document(4, 10) {
        scan.push(number.start(), end, Verdict::PLAUSIBLE);
    } else if let Some((letters, _, end)) = scan.lettered_document(6) {
        // "77 УМ 123456"
        let region = letters.checked_sub(1).map(|before| scan.tokens[before]);
        if let Some(region) = region.filter(|region| region.is_digits() && region.span.len() == 2) {
            scan.push(region.span.start as usize, end, Verdict::PLAUSIBLE);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ru_driver_licence",
    sources: &[
        "Order 365 of 2009-05-13 of the Ministry of the Interior of Russia: the form of the driving licence; not compared with the document",
    ],
    matches: &[
        "права [[9912 345678]]",
        "водительское удостоверение: [[77 24 118093]]",
        "в/у [[77УМ384120]]",
        "номер ву [[50 КХ 204417]]",
        "russian driving licence [[9900 561203]]",
    ],
    near_misses: &["9912 345678", "права 9912 34567", "имею права с 2012 года", "права 0000000000"],
};
