//! A run of more than 64 digits.
//!
//! No number that anyone types is that long, but an account, a card or several may stand in the middle of it, where no shape can
//! begin. It is masked whole.

use crate::recognizer::{Find, Kind, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/long_number",
    entity: "BANK_ACCOUNT",
    kind: Kind::BankAccount,
    countries: &[],
    find: Find::Scan { opening: Opening::Digits(65), scan },
    concepts: &[],
    context: &[],
};

const LONGEST_KNOWN: usize = 64;

fn scan(scan: &mut Scan<'_>) {
    if scan.len > LONGEST_KNOWN {
        let (start, end) = (scan.at, scan.at + scan.len);
        scan.push(start, end, Verdict::plausible(64));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/long_number",
    sources: &["None: it is this project's own rule for what nobody issues"],
    matches: &[
        "[[41111111111111114111111111111111411111111111111141111111111111111]]",
        "see [[314159265358979323846264338327950288419716939937510582097494459230]] ok",
    ],
    near_misses: &["4111111111111111411111111111111141111111111111114111111111111111"],
};
