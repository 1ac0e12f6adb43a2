//! CBU and CVU, the Argentine account number of a bank or a wallet.
//!
//! Twenty-two digits in two parts, each closed by a weighted sum by 10. One random string in a hundred passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/ar_cbu",
    entity: "AR_CBU",
    kind: Kind::BankAccount,
    countries: &["ar"],
    find: Find::Shape { shape: Shape { runs: &[digits(22)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[],
    context: &[(Language::Any, "cbu, cvu, c.b.u, cbu/cvu"), (Language::Es, "clave bancaria uniforme, clave virtual uniforme")],
};

fn check(cbu: &[u8]) -> Verdict {
    if is_filler(cbu) {
        return Verdict::Refuted(Reason::Format);
    }
    let (bank, account) = cbu.split_at(8);
    let bank = weighted_sum(bank, &[7, 1, 3, 9, 7, 1, 3, 1]);
    let account = weighted_sum(account, &[3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3, 1]);
    Verdict::checksum(bank % 10 == 0 && account % 10 == 0, 100)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/ar_cbu",
    sources: &[
        "Banco Central de la República Argentina, Comunicación \"A\" 2622 and SINAP: structure and check digits of the CBU; \"A\" 6510: the CVU; examples hold in python-stdnum 2.2, ar.cbu",
    ],
    matches: &["mi cbu es [[0170450545269149374246]]", "[[2850597880262775457687]]", "cbu: [[01704505 45269149374246]]"],
    near_misses: &["0170450545269149374247", "cbu 0000000000000000000000", "0170450545269149374"],
};
