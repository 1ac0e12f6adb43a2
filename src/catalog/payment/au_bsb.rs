//! BSB, the number of an Australian bank branch, alone or with the account behind it.
//!
//! Six digits, and six to ten for the account. Nothing to compute: it is one only beside its name.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/au_bsb",
    entity: "AU_BSB_ACCOUNT",
    kind: Kind::BankCode,
    countries: &["au"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(6, 16)], layouts: &["000-000"] }, need: Need::Cue, check },
    concepts: &[],
    context: &[(Language::Any, "bsb, b.s.b, bsb no, bsb number, bank state branch")],
};

fn check(bsb: &[u8]) -> Verdict {
    match bsb.len() {
        _ if is_filler(bsb) => Verdict::Refuted(Reason::Format),
        6 | 12.. => Verdict::PLAUSIBLE,
        _ => Verdict::Refuted(Reason::Length),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/au_bsb",
    sources: &[
        "Australian Payments Network, BSB numbers in Australia: six digits, bank, state, branch; not compared with the document",
    ],
    matches: &["bsb [[062-241]] please", "BSB: [[012 357]]", "bsb [[062-241 72184263]]"],
    near_misses: &["062-241", "bsb 000-000", "bsb 1234567"],
};
