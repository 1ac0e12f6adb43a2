//! ACN, the Australian company number: nine digits.
//!
//! The last is a check digit, weights 8 to 1, by 10. One random string in ten passes: it needs its name.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/au_acn",
    entity: "AU_ABN_ACN",
    kind: Kind::CompanyId,
    countries: &["au"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[(Language::Any, "acn, arbn, asic"), (Language::En, "acn number, australian company number")],
};

fn check(acn: &[u8]) -> Verdict {
    if is_filler(acn) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = weighted_sum(acn, &[8, 7, 6, 5, 4, 3, 2, 1]);
    Verdict::checksum((sum + i32::from(acn[8] & 0x0f)) % 10 == 0, 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/au_acn",
    sources: &[
        "Australian Securities & Investments Commission, \"Australian Company Number (ACN) digit check\"; Corporations Regulations 2001; examples hold in python-stdnum 2.2, au.acn",
    ],
    matches: &["acn [[004 085 616]]", "our acn is [[120742761]]", "[[004085616]], acn"],
    near_misses: &["004 085 616", "acn 000 000 000", "120742762"],
};
