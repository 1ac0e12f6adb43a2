//! QIWI wallet: a telephone number that money is sent to.
//!
//! The number itself is told from a telephone only by the word beside it.

use crate::recognizer::{Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "finance/qiwi",
    entity: "PAYMENT_HANDLE",
    kind: Kind::Wallet,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::En, "qiwi, qiwi wallet"),
        (Language::Es, "qiwi, monedero qiwi, billetera qiwi"),
        (Language::Ru, "qiwi, киви, квиви, киви кошелек, qiwi кошелек"),
        (Language::De, "qiwi, qiwi wallet"),
        (Language::Fr, "qiwi, portefeuille qiwi"),
        (Language::Pt, "qiwi, carteira qiwi"),
        (Language::It, "qiwi, portafoglio qiwi"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text();
    let found = scan
        .numbers_after()
        .find_map(|number| wallet(text, &number))
        .or_else(|| scan.number_before().and_then(|n| wallet(text, &n)));
    if let Some((start, end)) = found {
        scan.push(start, end, Verdict::PLAUSIBLE);
    }
}

/// An international number, with or without its plus; in Russia the trunk prefix 8 stands for it.
fn wallet(text: &str, number: &Number<'_>) -> Option<(usize, usize)> {
    const DIGITS: std::ops::RangeInclusive<usize> = 10..=13;
    let plus = text[..number.start()].ends_with('+');
    let groups = (1..=number.groups()).rev().find(|&groups| DIGITS.contains(&number.digits(groups)))?;
    let start = number.start() - usize::from(plus);
    (!number.is_all(groups, b'0') && !number.counts(groups)).then(|| (start, number.end(groups)))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "finance/qiwi",
    sources: &["QIWI, public offer of the QIWI Wallet service: the wallet's identifier is the subscriber number; read 2026-11"],
    matches: &[
        "киви [[+79799765715]]", "qiwi wallet [[+7 971 142-80-93]]", "мой qiwi кошелек: [[79741649441]]",
        "пополните киви [[8 996 347 14 56]] на 500",
    ],
    near_misses: &["qiwi не работает с 2023", "+79799765715", "киви 5 кг"],
};
