//! BSN, the Dutch citizen service number.
//!
//! Nine digits, or eight without the leading zero; weights 9 to 2 and minus 1 make a multiple of 11. One random string in
//! eleven passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/nl_bsn",
    entity: "NL_BSN",
    kind: Kind::NationalId,
    countries: &["nl"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(8, 9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[],
    context: &[
        (Language::Any, "bsn, burgerservicenummer, sofinummer, sofi nummer, sofi, burger service nummer"),
        (Language::En, "dutch bsn, citizen service number"),
    ],
};

fn check(bsn: &[u8]) -> Verdict {
    if is_filler(bsn) {
        return Verdict::Refuted(Reason::Format);
    }
    let sum = weighted_sum(bsn, &[9, 8, 7, 6, 5, 4, 3, 2, -1][9 - bsn.len()..]);
    Verdict::checksum(sum % 11 == 0, 11)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/nl_bsn",
    sources: &[
        "Rijksdienst voor Identiteitsgegevens, \"Burgerservicenummer\": the eleven test (specimen 111222333); examples hold in python-stdnum 2.2, nl.bsn",
    ],
    matches: &["mijn bsn is [[111222333]]", "BSN: [[590798984]]", "burgerservicenummer [[9325 34 703]]", "bsn [[14064017]]"],
    near_misses: &["111222334", "bsn 000000000", "932534703"],
};
