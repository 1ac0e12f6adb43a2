//! USt-IdNr., the German VAT number.
//!
//! DE and nine digits, the first not 0, the last the check digit of ISO 7064 MOD 11,10. One random writing in 7500 passes.

use crate::{
    check::{is_filler, mod_11_10_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/de_ustid",
    entity: "DE_USTID",
    kind: Kind::TaxId,
    countries: &["de"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(2), digits(9)], layouts: &["AA 000 000 000", "AA 000000000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[
        (Language::Any, "ust-id, ust-idnr, ustid, ustidnr, ust id nr"),
        (Language::De, "umsatzsteuer-id, umsatzsteueridentifikationsnummer, umsatzsteuer id, umsatzsteuer-identifikationsnummer"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if !id.starts_with(b"DE") || id[2] == b'0' || is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(mod_11_10_holds(&id[2..]), 7500)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/de_ustid",
    sources: &[
        "Bundeszentralamt für Steuern, \"Aufbau der Umsatzsteuer-Identifikationsnummer\"; European Commission, VIES, \"VAT number algorithms\"; examples hold in python-stdnum 2.2, de.vat",
    ],
    matches: &["ust-id [[DE316196446]]", "[[DE 474 358 931]]", "bitte an UStIdNr [[de422956554]]"],
    near_misses: &["DE316196447", "DE000000000", "DE31619644"],
};
