//! NIB, the Portuguese account number that stands in a Portuguese IBAN.
//!
//! Bank, branch, account and two check digits, ISO 7064 MOD 97-10. One random string in 97 passes.

use crate::{
    check::{is_filler, remainder_97},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/pt_nib",
    entity: "PT_NIB",
    kind: Kind::BankAccount,
    countries: &["pt"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(21)], layouts: &["0000 0000 00000000000 00"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[(Language::Any, "nib, n.i.b, numero de identificacao bancaria")],
};

fn check(nib: &[u8]) -> Verdict {
    if is_filler(nib) { Verdict::Refuted(Reason::Format) } else { Verdict::checksum(remainder_97(nib) == 1, 97) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/pt_nib",
    sources: &["Banco de Portugal, Aviso 3/2001: the NIB, 4-4-11-2 digits, MOD 97-10; not compared with the document"],
    matches: &["nib [[0035 5905 90137440260 80]]", "o meu NIB é [[003515472979519684667]]", "[[0035 5905 90137440260 80]]"],
    near_misses: &["0035 5905 90137440260 81", "nib 0000 0000 00000000000 00"],
};
