//! Tax number of Ghana: the number of the Ghana card, GHA and ten digits, or the older one, a letter, two zeros and eight characters.
//!
//! The older one ends in a check digit by 11. Few other strings begin like either.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{
        Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters_between,
    },
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/gh_tin",
    entity: "NG_KE_GH_IDS",
    kind: Kind::TaxId,
    countries: &["gh"],
    find: Find::Shape {
        shape: Shape { runs: &[letters_between(1, 3), digits(9), alnum_between(1, 1)], layouts: &["AAA-000000000-0"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[
        (Language::Any, "ghana card, ghanacard, gra, gra tin"),
        (Language::En, "ghana tin, ghana card number, ghanaian tin, ghana card pin"),
    ],
};

fn check(tin: &[u8]) -> Verdict {
    match tin {
        [b'G', b'H', b'A', digits @ ..] if digits.len() == 10 && digits.iter().all(u8::is_ascii_digit) && !is_filler(digits) => {
            Verdict::plausible(500)
        }
        [b'P' | b'C' | b'G' | b'Q' | b'V', b'0', b'0', rest @ ..] if tin.len() == 11 => {
            if is_filler(rest) || !rest[..7].iter().all(u8::is_ascii_digit) {
                return Verdict::Refuted(Reason::Format);
            }
            let digit = match weighted_sum(&rest[..7], &[3, 4, 5, 6, 7, 8, 9]) % 11 {
                10 => b'X',
                rest => b'0' + rest.cast_unsigned() as u8,
            };
            Verdict::checksum(digit == rest[7], 6000)
        }
        _ => Verdict::Refuted(Reason::Format),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/gh_tin",
    sources: &[
        "Ghana Revenue Authority, \"Taxpayer identification number\" and notice of 2021-04-01: the Ghana card PIN replaces the TIN; OECD, Ghana: information on tax identification numbers; examples hold in python-stdnum 2.2, gh.tin, those it knows",
    ],
    matches: &["ghana card [[GHA-723456189-0]]", "my tin [[P0080156193]]", "[[C0000803561]]", "[[GHA-000123459-7]]"],
    near_misses: &["C0000803562", "GHA-000000000-0", "P00ABCDEFGH"],
};
