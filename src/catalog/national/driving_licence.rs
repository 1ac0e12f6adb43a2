//! A driving licence of a country that no scheme of ours knows.
//!
//! Six to eighteen letters and digits, at least four of them digits, behind the word for a licence. Each state numbers its own.

use crate::recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict, is_given_number};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/driving_licence",
    entity: "GENERIC_DRIVER_LICENCE",
    kind: Kind::DriverLicence,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::DrivingLicence],
    context: &[
        (Language::Es, "licencia, numero de licencia"),
        (Language::En, "driver's licence number, driving licence number, dl no"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_code_beside_cue(check);
    scan.drop_counted();
}

fn check(code: &[u8]) -> Option<Verdict> {
    is_given_number(code, &(6..=18), &(4..=18)).then_some(Verdict::PLAUSIBLE)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/driving_licence",
    sources: &[
        "Directive 2006/126/EC, annex I: field 5, the number of the licence, as each state gives it; ISO/IEC 18013-1; not compared with the document",
    ],
    matches: &[
        "driving licence [[44-718-82Q3]]",
        "licencia de conducir mexicana [[JAL0194827365]]",
        "führerschein [[B072RRE2I55]]",
        "permis de conduire [[14AB83920]] perdu",
        "patente di guida n. [[TO5839201K]]",
        "carta de condução [[44-718-82Q3]]",
        "водительское удостоверение [[44-718-82Q3]]",
    ],
    near_misses: &[
        "do you need my driving licence for pickup", "права доступа 644", "license plate frames 2 for 1",
        "driving licence 00000000",
    ],
};
