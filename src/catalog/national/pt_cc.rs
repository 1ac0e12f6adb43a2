//! Number of a Portuguese citizen card.
//!
//! Eight digits and their check digit by 11, a version of two characters, and a Luhn check digit over all, letters counting
//! from A = 10. One random writing in 40 passes the last check, one in 420 both.

use crate::{
    check::{alnum_value, is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pt_cc",
    entity: "PT_CC",
    kind: Kind::NationalId,
    countries: &["pt"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(9), alnum_between(2, 2), digits(1)], layouts: &["00000000 0 AA0"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Pt, "cartao de cidadao, cartao cidadao, cc, n.o do cc, bi, numero do cartao de cidadao"),
        (Language::En, "citizen card"),
        (Language::Es, "tarjeta de ciudadano"),
        (Language::Fr, "carte de citoyen"),
    ],
};

fn check(card: &[u8]) -> Verdict {
    if is_filler(&card[..9]) || !card[9].is_ascii_uppercase() {
        return Verdict::Refuted(Reason::Format);
    }
    let rest = weighted_sum(card, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    let number_holds = if rest < 2 { 0 } else { 11 - rest } == i32::from(card[8] & 0x0f);
    let sum: u32 = card
        .iter()
        .enumerate()
        .map(|(place, &byte)| match (place % 2, alnum_value(byte)) {
            (1, value) => value,
            (_, value) if value > 4 => 2 * value - 9,
            (_, value) => 2 * value,
        })
        .sum();
    // The first check digit was the identity card's; the rule that is published asks only for the last.
    Verdict::checksum(sum.is_multiple_of(10), if number_holds { 420 } else { 44 })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pt_cc",
    sources: &[
        "Agência para a Modernização Administrativa, \"Validação de Número de Documento do Cartão de Cidadão\" (specimen 00000000 0 ZZ4); examples hold in python-stdnum 2.2, pt.cc",
    ],
    matches: &["cartão de cidadão [[11560348 4 ZZ7]]", "n.º do cc [[677387369ZZ1]]", "[[34680811 1 ZY2]]"],
    near_misses: &["11560348 4 ZZ8", "cc 00000000 0 ZZ4", "115603484ZZ"],
};
