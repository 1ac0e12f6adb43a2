//! ΑΦΜ, the Greek number of a taxpayer.
//!
//! Nine digits, the last a sum of powers of two by 11. One random string in ten passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/gr_afm",
    entity: "GR_IDS",
    kind: Kind::TaxId,
    countries: &["gr"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "αφμ, afm, αριθμος φορολογικου μητρωου")],
};

fn check(afm: &[u8]) -> Verdict {
    if is_filler(afm) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(weighted_sum(afm, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == i32::from(afm[8] & 0x0f), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/gr_afm",
    sources: &["Ministerial decision POL 1006/2013 of Greece; examples hold in python-stdnum 2.2, gr.vat"],
    matches: &["ΑΦΜ [[094259216]]", "το αφμ μου: [[165883410]]", "greek tax number [[144991049]]"],
    near_misses: &["094259216", "123456781", "αφμ 000000000"],
};
