//! IRD number, the New Zealand tax number: eight or nine digits.
//!
//! A check digit by 11, with other weights where the first leave ten; numbers run from 10 000 000 to 200 000 000. One random string of eight
//! digits in twelve passes, of nine one in 55.

use crate::{
    check::{is_filler, number, two_pass_11},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/nz_ird",
    entity: "NZ_IRD_NHI_BANK",
    kind: Kind::TaxId,
    countries: &["nz"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(8, 9)], layouts: &["000-000-000", "00-000-000"] },
        need: Need::Support,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "ird, ird no, ird#"), (Language::En, "ird number, inland revenue number, nz tax number")],
};

fn check(ird: &[u8]) -> Verdict {
    if is_filler(ird) {
        return Verdict::Refuted(Reason::Format);
    }
    if !(10_000_000..200_000_000).contains(&number(ird)) {
        return Verdict::Refuted(Reason::Format);
    }
    // The weights 3, 2, 7, 6, 5, 4, 3, 2 and 7, 4, 3, 2, 5, 2, 7, 6, each taken from 11: the rest is the digit itself.
    let short = 9 - ird.len();
    let digit = two_pass_11(&ird[..ird.len() - 1], &[8, 9, 4, 5, 6, 7, 8, 9][short..], &[4, 7, 8, 9, 6, 9, 4, 5][short..]);
    Verdict::checksum(digit == i32::from(ird[ird.len() - 1] & 0x0f), if short == 1 { 12 } else { 55 })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/nz_ird",
    sources: &[
        "Inland Revenue New Zealand, \"RWT and NRWT specification document\": validation of IRD numbers; examples hold in python-stdnum 2.2, nz.ird",
    ],
    matches: &["my ird number is [[49-091-850]]", "ird [[118451848]]", "[[118-451-848]] ird", "ird [[087-539-423]]"],
    near_misses: &["118-451-849", "49091850", "ird 000-000-000"],
};
