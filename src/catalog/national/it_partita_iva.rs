//! Partita IVA, the Italian VAT number.
//!
//! Seven digits, three of the office, and a Luhn check digit. With the offices that exist one random string in 95 passes.

use crate::{
    check::{is_filler, luhn_holds, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/it_partita_iva",
    entity: "IT_PARTITA_IVA",
    kind: Kind::TaxId,
    countries: &["it"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "p.iva, p iva, piva, partita iva"), (Language::It, "part iva, partitaiva, p. iva, iva")],
};

fn check(iva: &[u8]) -> Verdict {
    if is_filler(&iva[..7]) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(number(&iva[7..10]), 1..=100 | 120 | 121 | 888 | 999) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(luhn_holds(iva), 95)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/it_partita_iva",
    sources: &[
        "DPR 633/1972 art. 35; Agenzia delle Entrate, structure of the partita IVA (specimen 00743110157); examples hold in python-stdnum 2.2, it.iva",
    ],
    matches: &["partita iva [[00743110157]]", "P.IVA: [[05058260075]] regime forfettario", "p iva [[03967210653]]"],
    near_misses: &["00743110158", "00000000000", "05058260075"],
};
