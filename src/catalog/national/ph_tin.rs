//! TIN of the Philippines: nine digits, and three or five more of a branch.
//!
//! The ninth is a check digit whose rule the tax office keeps to itself. Nothing to compute: it needs its name.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ph_tin",
    entity: "MY_ID_TH_VN_PH",
    kind: Kind::TaxId,
    countries: &["ph"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(9, 14)], layouts: &["000-000-000", "000-000-000-000", "000-000-000-00000"] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "bir tin, umid, philsys"),
        (Language::En, "philippine tin, philippines tin, tin number, tin no, tin id, my tin, philippine tax number"),
    ],
};

fn check(tin: &[u8]) -> Verdict {
    if is_filler(tin) {
        return Verdict::Refuted(Reason::Format);
    }
    match tin.len() {
        9 | 12 | 14 => Verdict::PLAUSIBLE,
        _ => Verdict::Refuted(Reason::Length),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ph_tin",
    sources: &[
        "Bureau of Internal Revenue of the Philippines, RMO 34-98 and RMC 58-91: format of the TIN; FOI request BIR-149240649109: the check digit is not disclosed; not compared with the document",
    ],
    matches: &["my tin is [[157-654-886]]", "bir tin [[431-920-775-000]]", "philippine tin [[157654886]]"],
    near_misses: &["157-654-886", "tin 000-000-000", "157-654-88"],
};
