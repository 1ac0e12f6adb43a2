//! Numéro de TVA, the French VAT number.
//!
//! FR, a key of two digits, and the SIREN; the key is 12 plus three times the SIREN, by 97. One random writing in 120 000
//! passes. Keys with letters are of another rule: the SIREN's own check digit is looked at.

use crate::{
    check::{is_filler, luhn_holds, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/fr_tva",
    entity: "FR_TVA",
    kind: Kind::TaxId,
    countries: &["fr"],
    find: Find::Shape {
        shape: Shape {
            runs: &[letters(2), alnum_between(2, 2), digits(9)],
            layouts: &["AA 00 000 000 000", "AA 00 000000000", "AA00 000 000 000"],
        },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "tva"), (Language::Fr, "tva intra, tva intracommunautaire, numero de tva, n tva")],
};

fn check(tva: &[u8]) -> Verdict {
    let (key, siren) = (&tva[2..4], &tva[4..]);
    if !tva.starts_with(b"FR") || is_filler(siren) {
        return Verdict::Refuted(Reason::Format);
    }
    if key.iter().all(u8::is_ascii_digit) {
        Verdict::checksum((12 + 3 * (number(siren) % 97)) % 97 == number(key), 120_000)
    } else if luhn_holds(siren) {
        Verdict::plausible(15_000)
    } else {
        Verdict::Refuted(Reason::Checksum)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/fr_tva",
    sources: &[
        "Code général des impôts art. 286 ter; European Commission, VIES, \"VAT number algorithms\"; key as published by the DGFiP; examples hold in python-stdnum 2.2, fr.tva",
    ],
    matches: &["numéro de tva [[FR07475412292]]", "tva intra [[FR 30 947 919 411]]", "[[fr08000803288]] facture"],
    near_misses: &["FR08475412292", "FR00000000000", "FR0747541229"],
};
