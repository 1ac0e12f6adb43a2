//! Steuernummer, the number of a German tax office for a person or company.
//!
//! Ten or eleven digits with slashes, as each state does it, or thirteen in the common form, whose fifth is 0. There is no
//! check digit that all states share: the slashes or its name say what it is.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/de_steuernummer",
    entity: "DE_STEUERNUMMER",
    kind: Kind::TaxId,
    countries: &["de"],
    find: Find::Shape {
        shape: Shape {
            runs: &[digits_between(10, 13)],
            layouts: &["000/000/00000", "00/000/00000", "000/0000/0000", "00000/00000", "000 000 00000"],
        },
        need: Need::Support,
        check,
    },
    concepts: &[],
    context: &[
        (Language::En, "german tax number"),
        (Language::De, "steuernummer, steuer-nr, steuernr, st-nr, stnr, st.-nr, finanzamt"),
        (Language::Es, "numero fiscal aleman"),
        (Language::Fr, "numero fiscal allemand"),
        (Language::It, "numero fiscale tedesco"),
    ],
};

fn check(number: &[u8]) -> Verdict {
    if is_filler(number) {
        return Verdict::Refuted(Reason::Format);
    }
    match number.len() {
        10 | 11 => Verdict::PLAUSIBLE,
        13 if number[4] == b'0' => Verdict::plausible(10),
        _ => Verdict::Refuted(Reason::Length),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/de_steuernummer",
    sources: &[
        "Bundesfinanzministerium, Elster: \"Prüfung der Steuer- und Steueridentifikationsnummer\", formats of the states (specimens 181/815/08155, 21/815/08150); examples hold in python-stdnum 2.2, de.stnr",
    ],
    matches: &[
        "steuernummer [[181/815/08155]]", "St.-Nr. [[21/815/08150]] auf die rechnung", "finanzamt [[133/8150/8159]]",
        "steuernummer: [[2181081508155]]",
    ],
    near_misses: &["18181508155", "steuernummer 00/000/00000", "steuernummer 181/815"],
};
