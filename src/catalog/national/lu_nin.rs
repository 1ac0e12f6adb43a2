//! Matricule, the Luxembourg identification number.
//!
//! Birth date as YYYYMMDD, three digits, and two check digits: Luhn and Verhoeff, both over the first eleven. One random string
//! in 200 000 passes.

use zeroize::Zeroizing;

use crate::{
    check::{date_of, is_filler, luhn_holds, number, verhoeff_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/lu_nin",
    entity: "LU_NIN",
    kind: Kind::NationalId,
    countries: &["lu"],
    find: Find::Shape {
        shape: Shape {
            runs: &[digits(13)],
            layouts: &["0000 0000 00000", "00000000 00000", "0000 00 00 00000", "00000000-00000"],
        },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId, Concept::SocialSecurity],
    context: &[
        (Language::Any, "matricule, cnss"),
        (Language::Fr, "numero matricule, matricule luxembourgeois, matricule national"),
        (Language::De, "matrikel, matrikelnummer"),
        (Language::Pt, "matricula luxemburgo, numero de matricula"),
    ],
};

fn check(nin: &[u8]) -> Verdict {
    if is_filler(nin) {
        return Verdict::Refuted(Reason::Format);
    }
    let year = number(&nin[..4]);
    if !(1890..2040).contains(&year) || !date_of(&nin[..8], *b"ymd") {
        return Verdict::Refuted(Reason::Component);
    }
    // The last digit is not over the one before it.
    let twelve =
        Zeroizing::new([nin[0], nin[1], nin[2], nin[3], nin[4], nin[5], nin[6], nin[7], nin[8], nin[9], nin[10], nin[12]]);
    Verdict::checksum(luhn_holds(&nin[..12]) && verhoeff_holds(&twelve[..]), 190_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/lu_nin",
    sources: &[
        "Grand-duché de Luxembourg, law of 2013-06-19 on the identification of natural persons, and grand-ducal regulation of 2013-11-28: structure and check digits; not compared with the document",
    ],
    matches: &["matricule [[1989050847133]]", "mon matricule luxembourgeois : [[1971 0107 45361]]", "[[1951010528090]]"],
    near_misses: &["1989050847134", "1989130847133", "0000000000000"],
};
