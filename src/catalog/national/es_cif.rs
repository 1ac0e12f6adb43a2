//! CIF, the Spanish tax number of a company.
//!
//! A letter for the kind of company, seven digits, and the Luhn check digit of those, as a digit or as the letter of that place
//! in JABCDEFGHI; sources disagree on which kind has which. One random writing in 18 passes.

use crate::{
    check::{is_filler, weighted_digit_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/es_cif",
    entity: "ES_CIF",
    kind: Kind::CompanyId,
    countries: &["es"],
    find: Find::Shape {
        shape: Shape {
            runs: &[letters(1), digits(7), alnum_between(1, 1)],
            layouts: &["A-00000000", "A00000000", "A-0000000-A"],
        },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "cif, c.i.f"),
        (Language::Es, "nif, nif de la empresa, nif empresa, empresa, sociedad, razon social, s.l"),
        (Language::En, "spanish company"),
        (Language::Pt, "nif espanhol"),
    ],
};

fn check(cif: &[u8]) -> Verdict {
    if is_filler(cif) || !b"ABCDEFGHJNPQRSUVW".contains(&cif[0]) {
        return Verdict::Refuted(Reason::Format);
    }
    // What the seven need to be a multiple of ten.
    let digit = (10 - weighted_digit_sum(&cif[1..8], &[2, 1, 2, 1, 2, 1, 2]) % 10) % 10;
    let holds = match cif[8] {
        control @ b'0'..=b'9' => u32::from(control & 0x0f) == digit,
        control => b"JABCDEFGHI"[digit as usize] == control,
    };
    Verdict::checksum(holds, 18)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/es_cif",
    sources: &[
        "Orden EHA/451/2008: composition of the NIF of legal persons and entities; control character as published by the Agencia Tributaria; examples hold in python-stdnum 2.2, es.cif",
    ],
    matches: &["el cif de la empresa es [[V43091750]]", "CIF [[S-2494189-J]]", "nif de la empresa: [[e54237904]]"],
    near_misses: &["V43091751", "cif B00000000", "cif V4309175"],
};
