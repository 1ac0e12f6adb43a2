//! CUPS, the supply point of electricity or gas in Spain: a home.
//!
//! `ES`, sixteen digits, two letters, and at times the point's sequence and kind. The letters are the remainder of the digits
//! by 529, written in base 23 with the letters of the DNI: one random string in half a million passes.

use crate::{
    check::{nif_letter, number},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "place/es_cups",
    entity: "ES_CUPS",
    kind: Kind::PropertyId,
    countries: &["es"],
    find: Find::Shape {
        shape: Shape {
            runs: &[letters(2), digits(16), letters(2), alnum_between(0, 2)],
            layouts: &["AA 0000 0000 0000 0000 AA", "AA 0000 0000 0000 0000 AA 0A"],
        },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "cups"),
        (Language::Es, "punto de suministro, suministro, contador, luz, gas, electricidad"),
        (Language::En, "supply point, meter point, electricity, gas"),
        (Language::Ru, "капс, точк* поставки, электричеств*"),
    ],
};

fn check(cups: &[u8]) -> Verdict {
    let shaped = match &cups[20..] {
        [] => true,
        [sequence, kind] => sequence.is_ascii_digit() && kind.is_ascii_uppercase(),
        _ => false,
    };
    if !cups.starts_with(b"ES") || !shaped {
        return Verdict::Refuted(Reason::Format);
    }
    let remainder = (number(&cups[2..18]) % 529) as u32;
    Verdict::checksum(cups[18] == nif_letter(remainder / 23) && cups[19] == nif_letter(remainder % 23), 450_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "place/es_cups",
    sources: &[
        "CNMC, codification of supply points (CUPS), from the resolution of 2002 on the format; the example of python-stdnum's page; examples hold in python-stdnum 2.2, es.cups",
    ],
    matches: &[
        "cups [[ES1234123456789012JY]]", "[[ES 1234 1234 5678 9012 JY]]", "el punto de suministro es [[es1234123456789012jy1f]]",
        "supply point [[ES1234123456789012JY]]",
    ],
    near_misses: &["ES1234123456789012XY", "PT1234123456789012JY", "dónde miro el cups"],
};
