//! CPF, the number of a natural person at the Brazilian tax office.
//!
//! Eleven digits; the last two are weighted sums by 11. One random string in a hundred passes.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/br_cpf",
    entity: "BR_CPF",
    kind: Kind::TaxId,
    countries: &["br"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &["000.000.000-00"] }, need: Need::Nothing, check },
    concepts: &[Concept::TaxId, Concept::NationalId],
    context: &[
        (Language::Any, "cpf, c.p.f, cpf/mf, cadastro de pessoa fisica, cadastro de pessoas fisicas, receita federal"),
        (Language::Ru, "кпф, цпф"),
    ],
};

fn check(cpf: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 10] = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    if is_filler(cpf) {
        return Verdict::Refuted(Reason::Format);
    }
    let holds = mod_11_digit(cpf, &WEIGHTS[1..], b'0') == cpf[9] && mod_11_digit(cpf, &WEIGHTS, b'0') == cpf[10];
    Verdict::checksum(holds, 100)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/br_cpf",
    sources: &[
        "Receita Federal do Brasil, Instrução Normativa RFB 1.548/2015 (CPF) and the published rule of its two check digits; examples hold in python-stdnum 2.2, br.cpf",
    ],
    matches: &["meu cpf é [[748.024.600-58]]", "CPF: [[13880614903]]", "[[111.444.777-35]]", "[[138.806.149-03]] da titular"],
    near_misses: &["748.024.600-59", "111.111.111-11", "cpf 000.000.000-00"],
};
