//! JMBG, the number of a citizen in Serbia, Bosnia and Herzegovina, Montenegro and North Macedonia.
//!
//! Thirteen digits: the birth date, a region, a serial number that tells the sex, and a weighted sum by 11. One random string in 2,200 passes;
//! the regions from 50 to 59 are Slovenia.

use crate::{
    check::{is_filler, jmbg_holds},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/rs_jmbg",
    entity: "RS_JMBG",
    kind: Kind::NationalId,
    countries: &["rs", "ba", "me", "mk"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "jmbg, jmb, maticni broj, embg, емб, ембг, матичен број, матични број, јмбг"),
        (Language::En, "bosnian id, macedonian id"),
    ],
};

fn check(jmbg: &[u8]) -> Verdict {
    if is_filler(jmbg) {
        return Verdict::Refuted(Reason::Format);
    }
    if jmbg[7] == b'5' {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(jmbg_holds(jmbg), 2_200)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/rs_jmbg",
    sources: &[
        "Act on the unique master citizen number of Serbia (Službeni glasnik RS 24/2018), art. 4; not compared with the document",
    ],
    matches: &["moj JMBG je [[1611923456000]]", "jmbg: [[0512950456117]]", "ЈМБГ [[1505968456693]]", "[[0707990719469]]"],
    near_misses: &["1611923456001", "1613923456000", "jmbg 0000000000000"],
};
