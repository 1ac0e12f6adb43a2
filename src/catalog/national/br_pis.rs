//! PIS/PASEP or NIS, the Brazilian worker's social number.
//!
//! Eleven digits, the last a weighted sum by 11. One random string in ten passes.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/br_pis",
    entity: "BR_CNH_PIS_TITULO_CNS",
    kind: Kind::NationalId,
    countries: &["br"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &["000.00000.00-0"] }, need: Need::Support, check },
    concepts: &[Concept::SocialSecurity],
    context: &[(
        Language::Any,
        "pis, pasep, pis/pasep, nis, fgts, cartao cidadao, carteira de trabalho, numero de inscricao do trabalhador",
    )],
};

fn check(pis: &[u8]) -> Verdict {
    if is_filler(pis) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(mod_11_digit(pis, &[3, 2, 9, 8, 7, 6, 5, 4, 3, 2], b'0') == pis[10], 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/br_pis",
    sources: &[
        "Caixa Econômica Federal, Brazil, Cadastro NIS: structure and check digit of the PIS/PASEP number; not compared with the document",
    ],
    matches: &["meu pis é [[433.23110.04-9]]", "PIS/PASEP [[02866798745]]", "[[028.66798.74-5]]"],
    near_misses: &["433.23110.04-8", "43323110049", "pis 000.00000.00-0"],
};
