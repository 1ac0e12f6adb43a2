//! NIR, the French social security number.
//!
//! Sex, year and month of birth, department (2A and 2B in Corsica), commune, order, and two digits that complete the rest to a
//! multiple of 97. One random string in 190 passes. Corsican ones have a letter, so no shape says it.

use crate::{
    check::{is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/fr_nir",
    entity: "FR_NIR",
    kind: Kind::NationalId,
    countries: &["fr"],
    find: Find::Scan { opening: Opening::Digits(6), scan },
    concepts: &[Concept::SocialSecurity],
    context: &[
        (Language::Any, "nir"),
        (Language::Fr, "numero ss, n ss, secu, carte vitale, vitale, insee, numero insee, numero de secu, niss"),
    ],
};

const LEN: usize = 15;

fn scan(scan: &mut Scan<'_>) {
    scan.push_written(scan.token, LEN, check);
}

fn check(nir: &[u8]) -> Verdict {
    // Without the letter of a Corsican department, which stands for the digit that the second row names.
    let (digit, less) = match nir.get(6) {
        Some(digit @ b'0'..=b'9') => (digit & 0x0f, 0),
        Some(b'A') if nir[5] == b'2' => (0, 1_000_000),
        Some(b'B') if nir[5] == b'2' => (0, 2_000_000),
        _ => return Verdict::Refuted(Reason::Format),
    };
    let digits_only = nir[..6].iter().chain(&nir[7..]).all(u8::is_ascii_digit);
    if nir.len() != LEN || !digits_only || !b"123478".contains(&nir[0]) || is_filler(&nir[1..]) {
        return Verdict::Refuted(Reason::Format);
    }
    // Months of 20 and more stand for one that is not known.
    let month = number(&nir[3..5]);
    if matches!(month, 0 | 13..=19 | 43..=49) || nir[5..7] == *b"00" {
        return Verdict::Refuted(Reason::Component);
    }
    let body = (number(&nir[..6]) * 10 + u64::from(digit)) * 1_000_000 + number(&nir[7..13]) - less;
    let key = number(&nir[13..]);
    Verdict::checksum(key == 97 - body % 97, 190)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/fr_nir",
    sources: &[
        "INSEE, \"Numéro d'inscription au répertoire (NIR)\"; décret 82-103 of 1982-01-22; key as published by the Caisse nationale de l'assurance maladie; examples hold in python-stdnum 2.2, fr.nir",
    ],
    matches: &[
        "mon numéro de sécu [[2 94 01 33 024 509 77]]", "NIR : [[282083310484677]]", "[[1 86 06 2B 205 559 83]]",
        "n° ss [[185032A40614765]]",
    ],
    near_misses: &["2 94 01 33 024 509 78", "000000000000000", "2 94 15 33 024 509 77"],
};
