//! Health card of a Canadian province.
//!
//! Ontario: ten digits with Luhn and two version letters; British Columbia: ten digits from 9 on with a check by 11; Quebec: three letters of the
//! name, one of the first name, the date of birth, to whose month a woman adds 50, and two digits; elsewhere nine digits. Read only beside a cue.

use crate::{
    check::{is_filler, luhn_holds, number, weighted_sum},
    recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "health/ca_health",
    entity: "CA_HEALTH",
    kind: Kind::HealthId,
    countries: &["ca"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::Any, "ohip, ontario, ramq, phn, bc msp, ahcip, nam ramq"),
        (
            Language::En,
            "health card, health card no, health card number, health number, ontario health, quebec health card, care card, carecard, personal health number, msp number, provincial health",
        ),
        (
            Language::Fr,
            "assurance maladie, carte soleil, carte d'assurance maladie, numero d'assurance maladie, carte sante, regie de l'assurance maladie",
        ),
        (Language::Es, "tarjeta de salud, tarjeta sanitaria canadiense"),
        (Language::Ru, "рамк, канадская медицинская карта"),
        (Language::De, "kanadische gesundheitskarte"),
        (Language::Pt, "cartao de saude canadense"),
        (Language::It, "tessera sanitaria canadese"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_code_beside_cue(check);
}

fn check(card: &[u8]) -> Option<Verdict> {
    let letters = |text: &[u8]| text.iter().all(u8::is_ascii_uppercase);
    let digits = |text: &[u8]| text.iter().all(u8::is_ascii_digit) && !is_filler(text);
    match card.len() {
        9 if digits(card) => Some(Verdict::PLAUSIBLE),
        10 if digits(card) => Some(Verdict::checksum(luhn_holds(card) || is_british_columbian(card), 9)),
        12 if digits(&card[..10]) && letters(&card[10..]) => Some(Verdict::checksum(luhn_holds(&card[..10]), 10)),
        12 if letters(&card[..4]) && digits(&card[4..]) => {
            let month = number(&card[6..8]) % 50;
            let day = number(&card[8..10]);
            let is_date = (1..=12).contains(&month) && (1..=31).contains(&day);
            Some(if is_date { Verdict::plausible(13) } else { Verdict::Refuted(Reason::Component) })
        }
        _ => None,
    }
}

fn is_british_columbian(card: &[u8]) -> bool {
    let sum = weighted_sum(&card[1..9], &[2, 4, 8, 5, 10, 9, 7, 3]);
    card[0] == b'9' && 11 - sum % 11 == i32::from(card[9] & 0x0f)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "health/ca_health",
    sources: &[
        "Ontario Ministry of Health, \"Health Card Validation Reference Manual\": ten digits, Luhn, version code; not compared with the document",
        "BC Ministry of Health, \"Personal Health Number: conformance standards\": check digit by 11; example holds in python-stdnum 2.2, ca.bc_phn",
        "Régie de l'assurance maladie du Québec, \"Composition du numéro d'assurance maladie\"; not compared with the document",
    ],
    matches: &[
        "ohip [[5933 496 050]]", "my health card number is [[7767-899-730-KR]]", "phn [[9297 167 433]] in victoria",
        "ramq [[TREM 8562 1514]]", "[[7767899730]] is my health card number", "numéro d'assurance maladie [[GAGN79031112]]",
    ],
    near_misses: &["5933 496 050", "ohip 1111111111", "TREM 8562 1514"],
};
