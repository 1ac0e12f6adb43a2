//! LEI, the identifier of a legal entity.
//!
//! Eighteen characters and two check digits, ISO 7064 MOD 97-10 over letters read as numbers. One random writing in 97 passes.

use crate::{
    check::{is_filler, remainder_97},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "finance/lei",
    entity: "SECURITIES_ID",
    kind: Kind::SecuritiesId,
    countries: &[],
    find: Find::Shape { shape: Shape { runs: &[alnum_between(18, 18), digits(2)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[],
    context: &[(Language::Any, "lei code, lei-code, lei number, legal entity identifier, gleif"), (Language::Ru, "lei код")],
};

fn check(lei: &[u8]) -> Verdict {
    // The issuer's number stands in front; a string of digits only is an account.
    if !lei.iter().any(u8::is_ascii_alphabetic) || is_filler(lei) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(remainder_97(lei) == 1, 97)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "finance/lei",
    sources: &["ISO 17442-1:2020, structure of the LEI and its check digits; examples hold in python-stdnum 2.2, lei"],
    matches: &["lei code [[529900T8BM49AURSDO55]] of our company", "[[2138007QXW4ZPK1R6S09]]"],
    near_misses: &["529900T8BM49AURSDO56", "lei code 00000000000000000000", "la Lei 116, de 30 de junho de 2006"],
};
