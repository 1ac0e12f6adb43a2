//! IBAN, the international bank account number.
//!
//! Country, two check digits, and the account as its country writes it; ISO 7064 MOD 97-10 over the whole. With the length
//! and the pattern of its country, a random string passes about once in ten thousand.

use crate::{
    check::{behind, iban_holds, is_filler, number_at, rows},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/iban",
    entity: "IBAN",
    kind: Kind::Iban,
    countries: &[],
    find: Find::Shape {
        shape: Shape { runs: &[letters(2), digits(2), alnum_between(11, 30)], layouts: &[] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::En, "iban, account, account number, bank account, bank"),
        (Language::Es, "iban, cuenta, cuenta bancaria, numero de cuenta, banco"),
        (Language::Ru, "iban, счет*, банк*"),
        (Language::De, "iban, konto, kontonummer, bankverbindung"),
        (Language::Fr, "iban, compte, rib, banque"),
        (Language::Pt, "iban, conta, banco"),
        (Language::It, "iban, conto, conto corrente, banca"),
    ],
};

/// How a country writes its accounts.
#[derive(Clone, Copy)]
struct Country {
    code: [u8; 2],
    len: u8,
    /// Where its pattern stands in the table: runs of `n` digits, `a` letters, `c` either.
    pattern: (u16, u16),
}

static TABLE: &[u8] = include_bytes!("../../../data/iban.tsv");

/// The rows of the table, read when this is compiled.
static COUNTRIES: [Country; rows(TABLE)] = countries();

const fn countries() -> [Country; rows(TABLE)] {
    let mut countries = [Country { code: [0; 2], len: 0, pattern: (0, 0) }; rows(TABLE)];
    let mut at = behind(TABLE, 0, b'\n');
    let mut row = 0;
    while row < countries.len() {
        let len = behind(TABLE, at, b'\t');
        let pattern = behind(TABLE, len, b'\t');
        let next = behind(TABLE, pattern, b'\n');
        countries[row] = Country {
            code: [TABLE[at], TABLE[at + 1]],
            len: number_at(TABLE, len) as u8,
            pattern: (pattern as u16, next as u16 - 1),
        };
        at = next;
        row += 1;
    }
    countries
}

fn check(iban: &[u8]) -> Verdict {
    let Some(country) = COUNTRIES.iter().find(|country| country.code == iban[..2]) else {
        return Verdict::Refuted(Reason::Format);
    };
    if iban.len() != usize::from(country.len) {
        return Verdict::Refuted(Reason::Length);
    }
    let pattern = &TABLE[usize::from(country.pattern.0)..usize::from(country.pattern.1)];
    if !fits(pattern, &iban[4..]) || is_filler(&iban[4..]) {
        // Not a mistyped one: "is", "no" and "es" are countries, and words, too.
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(iban_holds(iban), 10_000)
}

/// True where an account is written as `n4n4a1` says.
fn fits(pattern: &[u8], account: &[u8]) -> bool {
    let mut rest = account;
    let mut runs = pattern.iter().copied().peekable();
    while let Some(class) = runs.next() {
        let mut len = 0;
        while let Some(digit) = runs.next_if(u8::is_ascii_digit) {
            len = len * 10 + usize::from(digit - b'0');
        }
        let Some((run, after)) = rest.split_at_checked(len) else { return false };
        let holds = run.iter().all(|byte| match class {
            b'n' => byte.is_ascii_digit(),
            b'a' => byte.is_ascii_alphabetic(),
            _ => byte.is_ascii_alphanumeric(),
        });
        if !holds {
            return false;
        }
        rest = after;
    }
    rest.is_empty()
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/iban",
    sources: &[
        "ISO 13616-1:2020, structure of the IBAN; the registry's examples stand in data/README.md",
        "ISO/IEC 7064:2003, MOD 97-10",
    ],
    matches: &[
        "pls send to [[GB82 WEST 1234 5698 7654 32]] today", "[[ES9121000418450200051332]]",
        "mein konto: [[DE89 3704 0044 0532 0130 00]]", "[[fr14 2004 1010 0505 0001 3m02 606]] merci",
    ],
    near_misses: &["GB82 WEST 1234 5698 7654 33", "ES91 2100 0418 4502 0005 133", "ZZ82 1234 5698 7654 32"],
};
