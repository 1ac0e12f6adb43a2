//! NIE, the Spanish number of a foreigner.
//!
//! X, Y or Z, seven digits, and the letter of the DNI with the first one read as 0, 1 or 2. One random writing in 200 passes.

use crate::{
    check::{is_filler, nif_letter},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/es_nie",
    entity: "ES_NIE",
    kind: Kind::NationalId,
    countries: &["es"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(1), digits(7), letters(1)], layouts: &["A-0000000-A", "A0000000A", "A0000000-A"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::En, "nie, nie number, foreigner number, residence card, tie"),
        (Language::Es, "nie, n.i.e, numero de extranjero, extranjer*, tarjeta de residencia, tie, residencia"),
        (Language::Ru, "nie, ние, вид на жительство, внж"),
        (Language::De, "nie, nie nummer, auslandernummer"),
        (Language::Fr, "nie, numero d'etranger, titre de sejour"),
        (Language::Pt, "nie, numero de estrangeiro"),
        (Language::It, "nie, numero di straniero, permesso di soggiorno"),
    ],
};

fn check(nie: &[u8]) -> Verdict {
    let first = match nie[0] {
        b'X' => 0,
        b'Y' => 1,
        b'Z' => 2,
        _ => return Verdict::Refuted(Reason::Format),
    };
    if is_filler(nie) {
        return Verdict::Refuted(Reason::Format);
    }
    let number = nie[1..8].iter().fold(first, |number, digit| number * 10 + u32::from(digit - b'0'));
    Verdict::checksum(nif_letter(number) == nie[8], 200)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/es_nie",
    sources: &[
        "Ministerio del Interior, \"Cálculo del dígito de control del NIF/NIE\"; Real Decreto 557/2011, art. 206; read 2026-11",
    ],
    matches: &["mi nie es [[X1234567L]]", "NIE [[Y-5519323-G]]", "[[z7841332q]]"],
    near_misses: &["X1234567M", "X0000000T", "W1234567L", "X123456L"],
};
