//! Routing number of a bank in the United States.
//!
//! Nine digits: the Federal Reserve district, the bank, and a weighted sum by 10. One random string in 26 passes: it is one only beside its name.

use crate::{
    check::{is_filler, number, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/us_routing",
    entity: "ROUTING_NUMBER",
    kind: Kind::BankCode,
    countries: &["us"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "routing, routing number, routing no, aba, aba number, rtn, ach, fedwire, wire routing"),
        (Language::Es, "numero de ruta, ruta y transito"),
        (Language::Ru, "роутинг*, рутинг*, аба"),
    ],
};

fn check(routing: &[u8]) -> Verdict {
    if is_filler(routing) {
        return Verdict::Refuted(Reason::Format);
    }
    // Districts, thrift institutions, electronic transactions, traveller's cheques.
    if !matches!(number(&routing[..2]), 0..=12 | 21..=32 | 61..=72 | 80) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::checksum(weighted_sum(routing, &[3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0, 26)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/us_routing",
    sources: &[
        "American Bankers Association, Routing Number Policy & Procedures; Federal Reserve, E-Payments Routing Directory: prefixes, check digit; examples hold in python-stdnum 2.2, us.rtn, those it knows",
    ],
    matches: &["routing number [[087142923]]", "aba: [[032777217]]", "my routing is [[0871 42923]]"],
    near_misses: &["087142923", "routing 000000000", "087142924"],
};
