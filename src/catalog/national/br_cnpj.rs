//! CNPJ, the number of a Brazilian company.
//!
//! Eight characters for the company and four for the branch, letters allowed since July 2026, then two weighted sums by 11 over the
//! characters' codes. One random string in a hundred passes.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/br_cnpj",
    entity: "BR_CNPJ",
    kind: Kind::CompanyId,
    countries: &["br"],
    find: Find::Shape {
        shape: Shape { runs: &[alnum_between(12, 12), digits(2)], layouts: &["00.000.000/0000-00"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::Company, Concept::TaxId],
    context: &[(Language::Any, "cnpj, cnpj/mf, c.n.p.j, cadastro nacional da pessoa juridica")],
};

fn check(cnpj: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 13] = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
    let holds = |len: usize| {
        let weighted = cnpj[..len].iter().zip(&WEIGHTS[13 - len..]).map(|(byte, weight)| i32::from(byte - b'0') * weight);
        // Taken from 11, ten and eleven are written 0.
        let rest = weighted.sum::<i32>() % 11;
        i32::from(cnpj[len] - b'0') == if rest < 2 { 0 } else { 11 - rest }
    };
    if is_filler(cnpj) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(holds(12) && holds(13), 100)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/br_cnpj",
    sources: &[
        "Receita Federal do Brasil, Instrução Normativa RFB 2.229/2024: alphanumeric CNPJ, its example 12.ABC.345/01DE-35; examples hold in python-stdnum 2.2, br.cnpj",
    ],
    matches: &[
        "cnpj [[95.136.160/0001-79]]", "CNPJ da firma: [[12.ABC.345/01DE-35]]", "[[31.522.609/0001-54]]",
        "cnpj [[31522609000154]] mei",
    ],
    near_misses: &["95.136.160/0001-78", "cnpj 00.000.000/0000-00", "12.ABC.345/01DE-36"],
};
