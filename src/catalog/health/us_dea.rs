//! DEA registration, by which a prescriber of controlled substances is known in the United States.
//!
//! A letter for the kind of registrant, the first of the name or a 9, seven digits; the last ends the sum of the first, third and fifth and
//! twice the others. One random string in 44 passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/us_dea",
    entity: "US_NPI_DEA",
    kind: Kind::ProfessionalId,
    countries: &["us"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(1), alnum_between(1, 1), digits(7)], layouts: &[] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "dea, dea#"),
        (Language::En, "dea number, dea no, dea registration, prescriber number, prescriber id"),
    ],
};

fn check(dea: &[u8]) -> Verdict {
    let (kind, name, number) = (dea[0], dea[1], &dea[2..]);
    if is_filler(number) {
        return Verdict::Refuted(Reason::Format);
    }
    if !b"ABCDEFGHJKLMPRSTUX".contains(&kind) || !(name == b'9' || name.is_ascii_uppercase()) {
        return Verdict::Refuted(Reason::Format);
    }
    // Even weights: one changed digit in twenty is not noticed.
    let holds = weighted_sum(number, &[1, 2, 1, 2, 1, 2]) % 10 == i32::from(number[6] & 0x0f);
    if holds { Verdict::plausible(44) } else { Verdict::Refuted(Reason::Checksum) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/us_dea",
    sources: &[
        "Drug Enforcement Administration, Diversion Control Division, \"DEA Registration Number\" (21 CFR 1301): composition and check digit; not compared with the document",
    ],
    matches: &["dea [[BM2620450]]", "DEA number: [[AB1234563]]", "dea# [[F95014294]]"],
    near_misses: &["BM2620450", "dea AB1111111", "dea 1234563"],
};
