//! Payment card number.
//!
//! 12 to 19 digits whose first ones an issuer was given (`data/card_ranges.tsv`), in a length that brand issues, closed by
//! a Luhn digit. A tenth of all numbers passes Luhn; with the ranges one random string of sixteen digits in thirty does, of other
//! lengths one in sixty.

use std::sync::OnceLock;

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/card",
    entity: "CREDIT_CARD",
    kind: Kind::CardNumber,
    countries: &[],
    find: Find::Shape {
        shape: Shape {
            runs: &[digits_between(12, 19)],
            layouts: &["0000 0000 0000 0000", "0000-0000-0000-0000", "0000 000000 00000"],
        },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (
            Language::En,
            "card, card number, credit card, debit card, visa, mastercard, amex, american express, maestro, cc, cards, card no, card nr, creditcard, discover",
        ),
        (
            Language::Es,
            "tarjeta, tarjeta de credito, tarjeta de debito, numero de tarjeta, visa, mastercard, tarjetas, plastico, tdc",
        ),
        (Language::Ru, "карт*, номер карты, виза, мир, мастеркард, кредитк*, дебетовк*, дебитк*, зарплатн*, пластик*, сберкарт*"),
        (Language::De, "karte, kreditkarte, kartennummer, debitkarte, girocard, kredit karte, kartennr, bankkarte, ec-karte"),
        (Language::Fr, "carte, carte bancaire, carte bleue, numero de carte, cb, carte de credit, carte de debit, n° de carte"),
        (Language::Pt, "cartao, cartao de credito, numero do cartao, cartao de debito, cartoes, n do cartao"),
        (
            Language::It,
            "carta, carta di credito, numero della carta, bancomat, postepay, numero carta, carta di debito, prepagata",
        ),
    ],
};

/// What one brand issues: first digits from and to, lengths as bits, whether Luhn holds.
struct Range {
    from: u32,
    to: u32,
    digits: u32,
    lengths: u32,
    luhn: bool,
}

fn ranges() -> &'static [Range] {
    static RANGES: OnceLock<Vec<Range>> = OnceLock::new();
    RANGES.get_or_init(|| include_str!("../../../data/card_ranges.tsv").lines().skip(1).filter_map(range).collect())
}

fn range(line: &'static str) -> Option<Range> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [_brand, from, to, lengths, luhn] = columns[..] else { return None };
    let bit = |length: &str| length.parse::<u32>().map_or(0, |length| 1 << length);
    Some(Range {
        from: from.parse().ok()?,
        to: to.parse().ok()?,
        digits: from.len() as u32,
        lengths: lengths.split(',').fold(0, |bits, length| bits | bit(length)),
        luhn: luhn == "yes",
    })
}

fn check(card: &[u8]) -> Verdict {
    if is_filler(card) {
        return Verdict::Refuted(Reason::Format);
    }
    let issued = ranges().iter().filter(|range| {
        let prefix = card[..range.digits as usize].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        (range.from..=range.to).contains(&prefix) && range.lengths & (1 << card.len()) != 0
    });
    // The most specific range decides whether Luhn must hold.
    match issued.max_by_key(|range| range.digits) {
        None => Verdict::Refuted(Reason::Component),
        Some(range) if !range.luhn => Verdict::plausible(2),
        // Measured over the ranges of `data/card_ranges.tsv`.
        Some(_) => Verdict::checksum(luhn_holds(card), if card.len() == 16 { 30 } else { 60 }),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/card",
    sources: &[
        "ISO/IEC 7812-1:2017, numbering system and annex B (Luhn)",
        "The brands' published ranges: data/README.md, card_ranges.tsv",
    ],
    matches: &[
        "my card is [[4111 1111 1111 1111]]", "[[5500-0000-0000-0004]] is the number", "amex [[3782 822463 10005]] ok",
        "tarjeta [[4111111111111111]]",
    ],
    near_misses: &["4111 1111 1111 1112", "9999 9999 9999 9995"],
};
