//! Driver license of one of the United States.
//!
//! Each state has its own form: seven to thirteen digits, or one to three letters and six to fourteen digits. No check that all share: read only
//! beside a cue.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/us_driver_license",
    entity: "US_DRIVER_LICENSE",
    kind: Kind::DriverLicence,
    countries: &["us"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::DrivingLicence],
    context: &[
        (Language::Any, "dl#"),
        (
            Language::En,
            "drivers license, driver's license, driver license, dl no, dmv, dmv id, state id, real id, california license, florida license, texas license, new york license",
        ),
        (
            Language::Es,
            "licencia de florida, licencia de california, licencia de texas, licencia de nueva york, licencia americana",
        ),
        (Language::De, "us-fuhrerschein"),
        (Language::Pt, "carteira americana"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_code_beside_cue(check);
}

fn check(licence: &[u8]) -> Option<Verdict> {
    let letters = licence.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let digits = &licence[letters..];
    let fits = match (letters, digits.len()) {
        // Washington: its own letters, then either.
        (3.., 0..=9) if licence.starts_with(b"WDL") => licence.len() == 12,
        (0, 7..=10 | 12 | 13) | (1, 6..=9 | 11..=14) | (2, 5..=7) | (3, 6) => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    (fits && !is_filler(licence)).then_some(Verdict::PLAUSIBLE)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/us_driver_license",
    sources: &[
        "AAMVA, DL/ID Card Design Standard (2020), and the state formats collected for Form I-9 and NLETS: lengths and letters of license numbers; not compared with the document",
    ],
    matches: &[
        "california driver license [[D4718204]]", "my dl# is [[F255-9215-0094]]", "drivers license [[482 193 057]] new york",
        "[[T520420817330]] is my driver license", "dl [[WDLABCD456DG]]",
    ],
    near_misses: &["D4718204", "driver license 000000000", "driver license 12345"],
};
