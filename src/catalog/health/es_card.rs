//! Numbers of a Spanish health card.
//!
//! The code of the national system (eight B, two letters, six digits), the CIP of Catalonia (four letters, the sex, the birth
//! date, three digits), the NUHSA of Andalusia (AN and ten digits), the SIP of Valencia (seven or eight digits, beside its name
//! only). No check digit.

use crate::{
    check::{date_of, is_filler},
    recognizer::{Concept, Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/es_card",
    entity: "ES_HEALTH_CARD",
    kind: Kind::HealthId,
    countries: &["es"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Run(12), Opening::Cue]), scan },
    concepts: &[Concept::HealthInsurance],
    context: &[
        (Language::Any, "cip, nuhsa"),
        (
            Language::Es,
            "tarjeta sanitaria, tarjeta de salud, targeta sanitaria, numero sip, n sip, mi sip, el sip, codigo sip, tarjeta sip, codigo cip, cip-sns",
        ),
    ],
};

const LEN: usize = 16;

fn scan(scan: &mut Scan<'_>) {
    if scan.len > 0 {
        scan.push_written(scan.token, LEN, check);
    } else if scan.cue.is_some_and(|cue| scan.lower()[cue.range()].ends_with("sip")) {
        scan.push_written_beside_cue(LEN, sip);
    } else {
        scan.push_written_beside_cue(LEN, check);
    }
}

/// Digits only: any other health insurer's number would fit.
fn sip(card: &[u8]) -> Verdict {
    if !matches!(card.len(), 7 | 8) || !card.iter().all(u8::is_ascii_digit) || is_filler(card) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::PLAUSIBLE
}

fn check(card: &[u8]) -> Verdict {
    let letters = card.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let digits = &card[letters..];
    if !digits.iter().all(u8::is_ascii_digit) || is_filler(digits) {
        return Verdict::Refuted(Reason::Format);
    }
    match (letters, digits.len()) {
        (10, 6) if card.starts_with(b"BBBBBBBB") => Verdict::plausible(1_000_000),
        (4, 10) if digits[0] < b'2' && date_of(&digits[1..7], *b"ymd") => Verdict::plausible(130),
        (2, 10) if card.starts_with(b"AN") => Verdict::plausible(600),
        _ => Verdict::Refuted(Reason::Format),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/es_card",
    sources: &[
        "Real Decreto 183/2004 and 702/2013 on the health card; CatSalut, \"Codi d'identificació personal\"; Servicio Andaluz de Salud, \"NUHSA\"; Generalitat Valenciana, \"Número SIP\"; not compared with the document",
    ],
    matches: &[
        "tarjeta sanitaria cip [[BBBBBBBBNM394512]]", "mi CIP es [[VZPN 1 681004 85 0]]",
        "nuhsa [[AN4263287812]] para pedir cita", "numero sip [[7871849]]",
    ],
    near_misses: &["7871849", "mutua 20384917", "tarjeta sanitaria 12/05/2026", "BBBBBBBBAA000000"],
};
