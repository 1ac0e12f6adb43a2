//! Abgabenkontonummer, the Austrian tax number.
//!
//! Two digits of the office, six, and a Luhn check digit, written 59-119/9013. One random string in ten passes.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/at_tin",
    entity: "AT_TIN_UID",
    kind: Kind::TaxId,
    countries: &["at"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(9)], layouts: &["00-000/0000", "00 000/0000"] },
        need: Need::Support,
        check,
    },
    concepts: &[],
    context: &[
        (
            Language::De,
            "abgabenkontonummer, abgabenkonto, osterreichische steuernummer, finanzamtsnummer, steuernummer, steuernr, finanzamt",
        ),
        (Language::En, "austrian tax number, austrian tin"),
    ],
};

fn check(number: &[u8]) -> Verdict {
    if is_filler(number) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(luhn_holds(number), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/at_tin",
    sources: &[
        "European Commission, \"Tax identification numbers: Austria\" (specimen 59-119/9013); Bundesministerium für Finanzen, \"Abgabenkontonummer\"; examples hold in python-stdnum 2.2, at.tin",
    ],
    matches: &["abgabenkontonummer [[59-119/9013]]", "[[18-277/3200]] finanzamt graz", "austrian tax number: [[188303853]]"],
    near_misses: &["59-119/9014", "591199013", "00-000/0000"],
};
