//! Payment card number.
//!
//! 12 to 19 digits whose first ones an issuer was given (`data/card_ranges.tsv`), in a length that brand issues, closed by
//! a Luhn digit. A tenth of all numbers passes Luhn; with the ranges one random string of sixteen digits in thirty does, of other
//! lengths one in sixty.

use crate::{
    check::{behind, is_filler, luhn_holds, number, number_at, rows},
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

/// What one brand issues: first digits from and to, how many these are, lengths as bits, whether Luhn holds.
#[derive(Clone, Copy)]
struct Range {
    from: u32,
    to: u32,
    digits: u8,
    lengths: u32,
    luhn: bool,
}

static TABLE: &[u8] = include_bytes!("../../../data/card_ranges.tsv");

/// The rows of the table, read when this is compiled.
static RANGES: [Range; rows(TABLE)] = ranges();

const fn ranges() -> [Range; rows(TABLE)] {
    let mut ranges = [Range { from: 0, to: 0, digits: 0, lengths: 0, luhn: false }; rows(TABLE)];
    let mut at = behind(TABLE, 0, b'\n');
    let mut row = 0;
    while row < ranges.len() {
        let from = behind(TABLE, at, b'\t');
        let to = behind(TABLE, from, b'\t');
        let mut length = behind(TABLE, to, b'\t');
        let luhn = behind(TABLE, length, b'\t');
        let range = &mut ranges[row];
        (range.from, range.to, range.digits) = (number_at(TABLE, from), number_at(TABLE, to), (to - 1 - from) as u8);
        while length < luhn {
            range.lengths |= 1 << number_at(TABLE, length);
            // Lengths have two digits, and a comma or the end of the column behind them.
            length += 3;
        }
        range.luhn = TABLE[luhn] == b'y';
        at = behind(TABLE, luhn, b'\n');
        row += 1;
    }
    ranges
}

fn check(card: &[u8]) -> Verdict {
    if is_filler(card) {
        return Verdict::Refuted(Reason::Format);
    }
    // The most specific range decides whether Luhn must hold.
    let mut issued: Option<&Range> = None;
    for range in &RANGES {
        let prefix = number(&card[..usize::from(range.digits)]) as u32;
        if (range.from..=range.to).contains(&prefix)
            && range.lengths >> card.len() & 1 == 1
            && issued.is_none_or(|other| range.digits >= other.digits)
        {
            issued = Some(range);
        }
    }
    match issued {
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
