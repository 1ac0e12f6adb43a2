//! CUSIP, the North American number of a security.
//!
//! Eight characters and a check digit by 10, every second value doubled. One random writing in ten passes: it is one only beside its name.

use crate::{
    check::{alnum_value, is_filler},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "finance/cusip",
    entity: "SECURITIES_ID",
    kind: Kind::SecuritiesId,
    countries: &["us", "ca"],
    find: Find::Shape { shape: Shape { runs: &[alnum_between(8, 8), digits(1)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[(Language::Any, "cusip, cusip number")],
};

fn check(cusip: &[u8]) -> Verdict {
    if is_filler(cusip) {
        return Verdict::Refuted(Reason::Format);
    }
    let sums = cusip[..8].iter().zip([1, 2].iter().cycle()).map(|(&byte, times)| alnum_value(byte) * times);
    let sum: u32 = sums.map(|value| value / 10 + value % 10).sum();
    Verdict::checksum((sum + u32::from(cusip[8] - b'0')).is_multiple_of(10), 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "finance/cusip",
    sources: &[
        "ANSI X9.6-2020, committee on uniform security identification procedures: check digit; examples hold in python-stdnum 2.2, cusip",
    ],
    matches: &["cusip [[22254Q109]]", "CUSIP: [[106198344]] in my ira"],
    near_misses: &["22254Q109", "cusip 000000000", "96891Q102"],
};
