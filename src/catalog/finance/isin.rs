//! ISIN, the number of a security.
//!
//! Two letters for the country, nine characters, and a Luhn digit over letters read as numbers. With the countries whose securities most people
//! hold a random writing passes once in a hundred.

use crate::{
    check::alnum_value,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "finance/isin",
    entity: "SECURITIES_ID",
    kind: Kind::SecuritiesId,
    countries: &[],
    find: Find::Shape {
        shape: Shape { runs: &[letters(2), alnum_between(9, 9), digits(1)], layouts: &[] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "isin, isin-code, wkn"),
        (Language::En, "fund, shares, stock, bond"),
        (Language::Es, "fondo, acciones"),
        (Language::Ru, "исин, акци*, облигаци*"),
        (Language::De, "aktie, fonds, depot"),
        (Language::Fr, "action, fonds, titre"),
        (Language::Pt, "fundo, acoes"),
        (Language::It, "titolo, fondo, azioni"),
    ],
};

/// Countries, and XS and EU for what is issued in none.
static COUNTRIES: &[u8] =
    b"USCAMXBRARCLCOPEGBIEFRDEATCHLILUNLBEESPTITGRMTCYDKSENOFIISEELVLTPLCZSKHUROBGHRSIRSTRRUUAKZILZAEGMAAESAQAJPCNHKTW\
KRINIDMYSGTHPHVNAUNZBMKYVGJEGGIMPAXSEU";

fn check(isin: &[u8]) -> Verdict {
    if !COUNTRIES.chunks(2).any(|country| country == &isin[..2]) || isin[2..].iter().all(|byte| *byte == isin[11]) || is_day(isin)
    {
        return Verdict::Refuted(Reason::Format);
    }
    // From the right every other digit is doubled; a letter is two digits.
    let (mut sum, mut doubled) = (0, false);
    let mut add = |digit: u32| {
        sum += if doubled { digit * 2 / 10 + digit * 2 % 10 } else { digit };
        doubled = !doubled;
    };
    for &byte in isin.iter().rev() {
        let value = alnum_value(byte);
        add(value % 10);
        if value > 9 {
            add(value / 10);
        }
    }
    Verdict::checksum(sum.is_multiple_of(10), 85)
}

/// "Fri, 10 Aug 2018" has twelve characters, too.
fn is_day(isin: &[u8]) -> bool {
    let like = |run: &[u8], digits: bool| run.iter().all(|byte| byte.is_ascii_digit() == digits);
    like(&isin[..3], false) && like(&isin[3..5], true) && like(&isin[5..8], false) && isin[8..].starts_with(b"20")
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "finance/isin",
    sources: &["ISO 6166:2021, structure and check digit of the ISIN; examples hold in python-stdnum 2.2, isin"],
    matches: &["isin [[US9082K86384]] is missing", "[[ES0973136783]]", "der fonds [[us9890k50402]]"],
    near_misses: &["US9082K86385", "QZ9082K86384", "US0000000000", "a table for Fri, 10 Aug 2018"],
};
