//! DNI, the Spanish identity number; as NIF also the tax number.
//!
//! Eight digits and a letter, the number's remainder by 23 in a fixed row of letters. Spaniards without a DNI have K, L or M instead of the
//! first digit. One random writing in 23 passes.

use crate::{
    check::{is_filler, nif_letter},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/es_dni",
    entity: "ES_DNI_NIF",
    kind: Kind::NationalId,
    countries: &["es"],
    find: Find::Shape {
        shape: Shape {
            runs: &[alnum_between(1, 1), digits(7), letters(1)],
            layouts: &["00000000-A", "00000000A", "00.000.000-A", "00.000.000A"],
        },
        need: Need::Nothing,
        check,
    },
    // In Spain both cards have one number.
    concepts: &[Concept::DrivingLicence],
    context: &[
        (Language::En, "dni, nif, spanish id, id number, id card, identity card"),
        (
            Language::Es,
            "dni, nif, d.n.i, n.i.f, documento, documento de identidad, documento nacional de identidad, carnet, carne de identidad, identificacion, numero de dni, titular",
        ),
        (Language::Ru, "dni, nif, дни, удостоверение, испанский документ"),
        (Language::De, "dni, nif, ausweis, ausweisnummer, personalausweis"),
        (Language::Fr, "dni, nif, carte d'identite, piece d'identite"),
        (Language::Pt, "dni, nif, documento, identidade"),
        (Language::It, "dni, nif, documento, carta d'identita"),
    ],
};

fn check(dni: &[u8]) -> Verdict {
    let first = match dni[0] {
        digit @ b'0'..=b'9' => digit,
        b'K' | b'L' | b'M' => b'0',
        _ => return Verdict::Refuted(Reason::Format),
    };
    if is_filler(dni) {
        return Verdict::Refuted(Reason::Format);
    }
    let number = dni[1..8].iter().fold(u32::from(first - b'0'), |number, digit| number * 10 + u32::from(digit - b'0'));
    Verdict::checksum(nif_letter(number) == dni[8], 23)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/es_dni",
    sources: &[
        "Ministerio del Interior, \"Cálculo del dígito de control del NIF/NIE\"",
        "Orden EHA/451/2008, K, L and M; read 2026-11",
    ],
    matches: &["mi dni es [[12345678Z]]", "DNI: [[44622015-Z]]", "[[18.986.746-Q]]", "nif [[k0867756n]] gracias"],
    near_misses: &["12345678A", "00000000T", "1234567Z", "X12345678Z"],
};
