//! NISS, the Portuguese social security number.
//!
//! Eleven digits, the first 1 or 2, the last what the others times the primes from 29 down to 2 leave of nine by ten. One
//! random string in 50 passes; some changed digits are not noticed.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pt_niss",
    entity: "PT_NISS",
    kind: Kind::NationalId,
    countries: &["pt"],
    find: Find::Shape { shape: Shape { runs: &[digits(11)], layouts: &[] }, need: Need::Support, check },
    concepts: &[Concept::SocialSecurity],
    context: &[
        (Language::Any, "niss"),
        (
            Language::Pt,
            "seguranca social no, seguranca social n, numero de seguranca social, seg social, beneficiario, numero de beneficiario",
        ),
    ],
};

fn check(niss: &[u8]) -> Verdict {
    if is_filler(niss) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(niss[0], b'1' | b'2') {
        return Verdict::Refuted(Reason::Component);
    }
    let sum = weighted_sum(niss, &[29, 23, 19, 17, 13, 11, 7, 5, 3, 2]);
    if 9 - sum % 10 == i32::from(niss[10] & 0x0f) { Verdict::plausible(50) } else { Verdict::Refuted(Reason::Checksum) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pt_niss",
    sources: &[
        "Instituto da Segurança Social, \"Número de Identificação de Segurança Social\": validation of the check digit; not compared with the document",
    ],
    matches: &["niss [[17877979177]]", "segurança social nº [[29361790361]]", "NISS: [[103 2081 7936]]"],
    near_misses: &["niss 00000000000", "17877979177", "niss 1787797917"],
};
