//! Entry of a company in a German register.
//!
//! HRA, HRB or `GnR` and up to six digits; the court stands beside it. The letters say what it is: one random writing in 5900
//! has them.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/de_handelsregister",
    entity: "DE_HANDELSREGISTER",
    kind: Kind::CompanyId,
    countries: &["de"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(3), digits_between(2, 6)], layouts: &["AAA 00000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "hrb, hra, hr-nr"),
        (Language::En, "german company register, commercial register"),
        (Language::De, "handelsregister*, registergericht, amtsgericht, genossenschaftsregister, registernummer, eingetragen"),
    ],
};

fn check(entry: &[u8]) -> Verdict {
    if !matches!(&entry[..3], b"HRA" | b"HRB" | b"GNR") || is_filler(&entry[3..]) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::plausible(5900)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/de_handelsregister",
    sources: &["Handelsregisterverordnung § 3 (sections A and B) and § 13 (register sheets); not compared with the document"],
    matches: &["Amtsgericht München [[HRB 48213]]", "wir sind [[HRA 7712]], AG Hamburg", "handelsregister: [[hrb 160123]]"],
    near_misses: &["HRC 48213", "HRB 00000", "HRB 1"],
};
