//! Driver number of Great Britain.
//!
//! Five characters of the surname, filled with 9; decade, month (plus 50 for women), day and year of birth; two initials or 9;
//! three characters of the agency. One random writing in 30 000 fits.

use crate::{
    check::pairs,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/uk_driving_licence",
    entity: "UK_DRIVING_LICENCE",
    kind: Kind::DriverLicence,
    countries: &["gb"],
    find: Find::Shape {
        shape: Shape {
            runs: &[letters(1), alnum_between(4, 4), digits(6), alnum_between(3, 3), letters(2)],
            layouts: &["AAAAA 000000 AA0AA", "AAAAA000000AA0AA"],
        },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::DrivingLicence],
    context: &[(Language::Any, "dvla"), (Language::En, "uk licence, driver number, driving licence number")],
};

fn check(licence: &[u8]) -> Verdict {
    let filled = |part: &[u8]| {
        let letters = part.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        part[letters..].iter().all(|&byte| byte == b'9')
    };
    if !filled(&licence[..5]) || !filled(&licence[11..13]) {
        return Verdict::Refuted(Reason::Format);
    }
    let [month, day, _] = pairs(&licence[6..]);
    if !matches!(month, 1..=12 | 51..=62) || !(1..=31).contains(&day) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::plausible(29_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/uk_driving_licence",
    sources: &[
        "DVLA, INF45 and \"Driving licence number\" of the DVLA data standards (specimen MORGA753116SM9IJ); not compared with the document",
    ],
    matches: &["uk driving licence [[MORGA753116SM9IJ]]", "dvla licence number [[FORBE 908081 J99LA]]", "[[smith658084sb9fc]]"],
    near_misses: &["MORGA773116SM9IJ", "MORG9A53116SM9IJ", "MORGA753116SM9I"],
};
