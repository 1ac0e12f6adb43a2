//! Cadastral reference of a property in Spain.
//!
//! Twenty characters: two times seven for the parcel, four digits for the property in it, two check letters. Each letter
//! checks one half: one random string in 680 passes.

use crate::{
    check::alnum_value,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "place/es_catastral",
    entity: "ES_CATASTRAL",
    kind: Kind::PropertyId,
    countries: &["es"],
    find: Find::Shape {
        shape: Shape {
            runs: &[alnum_between(14, 14), digits(4), letters(2)],
            layouts: &["0000000 AA0000A 0000 AA", "00000A000000000000AA"],
        },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "referencia catastral, ref catastral, ref. catastral, catastral, catastro"),
        (Language::En, "cadastral reference, cadastre, land registry"),
        (Language::Ru, "кадастров* номер, кадастр*"),
    ],
};

fn check(reference: &[u8]) -> Verdict {
    if !reference[..14].iter().any(u8::is_ascii_digit) {
        return Verdict::Refuted(Reason::Format);
    }
    let property = &reference[14..18];
    let holds = letter(&reference[..7], property) == reference[18] && letter(&reference[7..14], property) == reference[19];
    Verdict::checksum(holds, 680)
}

/// The letter that checks half of a parcel with the property in it.
fn letter(half: &[u8], property: &[u8]) -> u8 {
    const WEIGHTS: [u32; 11] = [13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1];
    // Letters count from one, and the Ñ is one of them.
    let value = |byte: u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'N' => alnum_value(byte) - 9,
        _ => alnum_value(byte) - 8,
    };
    let sum: u32 = half.iter().chain(property).zip(WEIGHTS).map(|(&byte, weight)| value(byte) * weight).sum();
    b"MQWERTYUIOPASDFGHJKLBZX"[(sum % 23) as usize]
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "place/es_catastral",
    sources: &[
        "Dirección General del Catastro, the cadastral reference: composition and control characters; examples hold in python-stdnum 2.2, es.referenciacatastral",
    ],
    matches: &[
        "referencia catastral [[7837301VG8173B0001TT]]", "[[7837301 VG8173B 0001 TT]]",
        "my house, catastro [[4A08169P03PRAT0001LR]]", "кадастровый номер [[7837301VG8173B0001TT]]",
    ],
    near_misses: &["7837301VG8173B0001TX", "7837301VG8173B0001", "la referencia catastral viene en el recibo"],
};
