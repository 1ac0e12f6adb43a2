//! IDNP, the Moldovan number of a person.
//!
//! Thirteen digits: a 2, or a nought in the first years, the year of issue, an office, a serial number, and a check digit weighted 7, 3, 1. One
//! random string in fifty passes.

use crate::{
    check::{is_filler, sum_731},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/md_idnp",
    entity: "MD_IDNP",
    kind: Kind::NationalId,
    countries: &["md"],
    find: Find::Shape { shape: Shape { runs: &[digits(13)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "idnp, cod personal, idnp-ul"), (Language::Ru, "иднп, персональный код молдовы")],
};

fn check(idnp: &[u8]) -> Verdict {
    if is_filler(idnp) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(idnp[0], b'0' | b'2') {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(sum_731(&idnp[..12]) % 10 == u32::from(idnp[12] & 0x0f), 50)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/md_idnp",
    sources: &[
        "Decision 333 of 2002-03-18 of the Government of Moldova, annex 2; python-stdnum 2.2, md.idno, whose check digit is the same; examples hold in python-stdnum 2.2, md.idno",
    ],
    matches: &["IDNP [[2004762922718]]", "cod personal: [[0997063806134]]", "иднп [[2002165465968]]"],
    near_misses: &["2004762922718", "2004762922719", "idnp 0000000000000"],
};
