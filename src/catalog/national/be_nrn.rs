//! Rijksregisternummer (numéro national), the Belgian national number.
//!
//! Birth date as YYMMDD, three digits, and what completes them to a multiple of 97, with a 2 in front for births from 2000.
//! Foreigners' months (BIS) are 20 or 40 more; unknown parts are zero. One random string in 400 passes.

use crate::{
    check::{is_date_in_some_century, is_filler, number, pairs},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/be_nrn",
    entity: "BE_NRN",
    kind: Kind::NationalId,
    countries: &["be"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(11)], layouts: &["00.00.00-000.00", "00 00 00 000 00", "00.00.00-000-00"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId, Concept::SocialSecurity],
    context: &[
        (Language::Any, "rijksregisternummer, rijksregister, insz, rrn, bis nummer, nationaal nummer"),
        (Language::En, "belgian national number"),
        (Language::Fr, "registre national, numero de registre national, niss belge"),
        (Language::De, "nationalregisternummer"),
    ],
};

fn check(nrn: &[u8]) -> Verdict {
    if is_filler(nrn) {
        return Verdict::Refuted(Reason::Format);
    }
    let [year, month, day] = pairs(nrn);
    let month = match month {
        20..=32 => month - 20,
        40..=52 => month - 40,
        _ => month,
    };
    let unknown = (month == 0 && day <= 31) || (day == 0 && month <= 12);
    if !unknown && !is_date_in_some_century(year, month, day) {
        return Verdict::Refuted(Reason::Component);
    }
    let (body, control) = (number(&nrn[..9]), number(&nrn[9..]));
    let holds = |body: u64| 97 - body % 97 == control;
    Verdict::checksum(holds(body) || holds(2_000_000_000 + body), 400)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/be_nrn",
    sources: &[
        "Arrêté royal of 1984-04-03 on the identification number of the national register; IBZ, IT 000 \"Rijksregisternummer\" (specimen 85.07.30-033.28); examples hold in python-stdnum 2.2, be.nn",
    ],
    matches: &[
        "rijksregisternummer [[85.07.30-033.28]]", "mijn nationaal nummer is [[96080316076]]", "[[05.08.02-773.07]]",
        "niss belge [[47 09 28 518 80]]",
    ],
    near_misses: &["85.07.30-033.29", "00.00.00-000.00", "85.67.30-033.28"],
};
