//! RG, the identity card that a Brazilian state issues.
//!
//! In São Paulo eight digits and a weighted sum by 11, X for ten; other states number as they like, in seven to nine digits. It is one only
//! beside its name.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/br_rg",
    entity: "BR_RG",
    kind: Kind::NationalId,
    countries: &["br"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(6, 8), alnum_between(1, 1)], layouts: &[] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "rg, r.g, registro geral, carteira de identidade, ssp, ssp/sp, orgao emissor"),
        (Language::Pt, "identidade, cedula de identidade"),
    ],
};

fn check(rg: &[u8]) -> Verdict {
    let (last, digits) = (rg[rg.len() - 1], &rg[..rg.len() - 1]);
    if is_filler(rg) || !(last.is_ascii_digit() || last == b'X') {
        return Verdict::Refuted(Reason::Format);
    }
    let holds = digits.len() == 8 && mod_11_digit(digits, &[2, 3, 4, 5, 6, 7, 8, 9], b'X') == last;
    if holds { Verdict::proven(14) } else { Verdict::PLAUSIBLE }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/br_rg",
    sources: &[
        "Brazil, Lei 7.116/1983 (carteira de identidade); Instituto de Identificação of São Paulo: check digit by 11; not compared with the document",
    ],
    matches: &["meu rg é [[21.858.542-1]]", "RG [[12.345.678-X]] ssp/sp", "rg [[4269700]]"],
    near_misses: &["21.858.542-1 km", "rg 00.000.000-0", "rg 111111111"],
};
