//! Purse and WMID of `WebMoney`.
//!
//! A purse is a letter for its currency and twelve digits, a WMID the twelve digits of the person. Nothing to compute.

use crate::recognizer::{Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict, has_part};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "finance/webmoney",
    entity: "PAYMENT_HANDLE",
    kind: Kind::Wallet,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Run(PURSE)]), scan },
    concepts: &[],
    context: &[
        (Language::En, "webmoney, web money, wmid, wm id, wmz, wme, wmr, wmp, wmx, purse, wm purse"),
        (Language::Es, "webmoney, wmid, wmz, wme, monedero, billetera, purse"),
        (Language::Ru, "webmoney, вебмани, веб мани, вмид, вмз, вмр, wmid, wmz, wme, wmr, wmp, вм, кошелек, кошелька"),
        (Language::De, "webmoney, wmid, wmz, wme, purse"),
        (Language::Fr, "webmoney, wmid, wmz, wme, purse"),
        (Language::Pt, "webmoney, wmid, wmz, wme, purse"),
        (Language::It, "webmoney, wmid, wmz, wme, purse"),
    ],
};

const DIGITS: usize = 12;
const PURSE: usize = DIGITS + 1;

/// Dollar, rouble (two), euro, hryvnia, Belarusian rouble, tenge, gold, bitcoin and its kin, credit.
static CURRENCIES: &[u8] = b"ZRPEUBKGXHLCDTYSF";

fn scan(scan: &mut Scan<'_>) {
    if scan.len == PURSE {
        if let [letter, digits @ ..] = &scan.text().as_bytes()[scan.at..scan.at + PURSE]
            && CURRENCIES.contains(&letter.to_ascii_uppercase())
            && digits.iter().all(u8::is_ascii_digit)
        {
            let (start, end) = (scan.at, scan.at + PURSE);
            // Invoices are numbered like this, too.
            scan.push(start, end, Verdict::plausible(2));
        }
        return;
    }
    if scan.len > 0 {
        return;
    }
    let found = scan
        .numbers_after()
        .find_map(|number| account(scan, &number))
        .or_else(|| scan.number_before().and_then(|n| account(scan, &n)));
    if let Some((start, end)) = found {
        scan.push(start, end, Verdict::PLAUSIBLE);
    }
}

/// Twelve digits, with the letter of their currency if it stands before them; alone they need a word that asks for a WMID.
fn account(scan: &Scan<'_>, number: &Number<'_>) -> Option<(usize, usize)> {
    let groups = (1..=number.groups()).find(|&groups| number.digits(groups) == DIGITS)?;
    if number.is_all(groups, b'0') || number.counts(groups) {
        return None;
    }
    let letter = number.first().checked_sub(1).map(|before| scan.tokens[before]).filter(|letter| {
        let apart = number.start() - letter.span.end as usize;
        let letter = &scan.text().as_bytes()[letter.span.range()];
        apart <= 1 && letter.len() == 1 && CURRENCIES.contains(&letter[0].to_ascii_uppercase())
    });
    let is_named = scan.cue.is_none_or(|cue| {
        let cue = &scan.lower()[cue.range()];
        has_part(cue, "id") || has_part(cue, "ид") || has_part(cue, "web") || has_part(cue, "веб")
    });
    match letter {
        Some(letter) => Some((letter.span.start as usize, number.end(groups))),
        None if is_named && number.stands_alone(groups) => Some((number.start(), number.end(groups))),
        None => None,
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "finance/webmoney",
    sources: &["WebMoney Transfer, \"Purse\" and \"WMID\" in the system's help: a letter and 12 digits, 12 digits; read 2026-11"],
    matches: &[
        "вебмани [[Z511745801148]]", "мой кошелек webmoney [[Z 923290340874]]", "WMID [[774260522540]] thats my webmoney id",
        "wmz [[z132147434396]]",
    ],
    near_misses: &["invoice F202400018712", "wmid 77426052254", "A123456789012", "webmoney не работает"],
};
