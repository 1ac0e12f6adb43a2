//! Russian bank account: twenty digits, told together with the bank's BIK.
//!
//! The first five are the account of the chart of accounts, the next three the currency, the ninth a key over the account and the last
//! digits of the BIK: weights 7, 1, 3, the sum ends in 0. Where the BIK stands in the same message the key is checked; without it the
//! chart and the currency alone say so once in about a thousand random strings.

use crate::{
    check::weighted_sum,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

use zeroize::Zeroizing;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/ru_account",
    entity: "RU_BANK_ACCOUNT",
    kind: Kind::BankAccount,
    countries: &["ru"],
    find: Find::Scan { opening: Opening::Digits(20), scan },
    concepts: &[],
    context: &[
        (Language::En, "account, account number, bik, bank account, settlement account"),
        (Language::Es, "cuenta, numero de cuenta, bik"),
        (
            Language::Ru,
            "счет, счета, счету, счете, номер счета, расчетный счет, расчетный, р/с, р/сч, рс, лицевой счет, л/с, счет получателя, реквизиты, бик, получатель",
        ),
        (Language::De, "konto, kontonummer, bik"),
        (Language::Fr, "compte, numero de compte, bik"),
        (Language::Pt, "conta, numero da conta, bik"),
        (Language::It, "conto, numero di conto, bik"),
    ],
};

const DIGITS: usize = 20;

/// Chart of accounts: customers' accounts and deposits, not the banks' own.
const CHART: std::ops::RangeInclusive<u32> = 401..=426;

/// Currencies as accounts carry them: 810 stands for the rouble, 643 in newer ones.
static CURRENCIES: &[&[u8]] = &[
    b"810", b"643", b"840", b"978", b"826", b"156", b"392", b"756", b"398", b"933", b"944", b"949", b"784", b"356", b"860",
    b"417", b"051", b"972", b"980", b"981",
];

fn scan(scan: &mut Scan<'_>) {
    if scan.text().as_bytes()[scan.at] != b'4' {
        return;
    }
    let number = scan.number_here();
    let Some(groups) = (1..=number.groups()).find(|&groups| number.digits(groups) >= DIGITS) else { return };
    if number.digits(groups) != DIGITS || !number.stands_alone(groups) {
        return;
    }
    let mut account = Zeroizing::new([0; DIGITS]);
    number.copy(groups, &mut account[..]);
    let chart = account[..3].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    if !CHART.contains(&chart) || !CURRENCIES.contains(&&account[5..8]) {
        return;
    }
    let (start, end) = (number.start(), number.end(groups));
    let proven = biks(scan, start, end).any(|bik| key_holds(bik, &account[..]));
    scan.push(start, end, if proven { Verdict::proven(10_000) } else { Verdict::plausible(1_000) });
}

/// The BIKs of the same message: nine digits from 04 near the account.
fn biks<'a>(scan: &Scan<'a>, start: usize, end: usize) -> impl Iterator<Item = &'a [u8]> + use<'a> {
    const AROUND: usize = 200;
    let (text, tokens) = (scan.text(), scan.tokens);
    let from = tokens.partition_point(|token| (token.span.start as usize) < start.saturating_sub(AROUND));
    tokens[from..]
        .iter()
        .take_while(move |token| (token.span.start as usize) < end + AROUND)
        .map(move |token| &text.as_bytes()[token.span.range()])
        .filter(|digits| digits.len() == 9 && digits.starts_with(b"04"))
}

/// Of a bank's own BIK the last three digits lead; of an account at the Bank of Russia, whose BIK ends in 000 to 002, a zero and the
/// fifth and sixth.
fn key_holds(bik: &[u8], account: &[u8]) -> bool {
    const WEIGHTS: [i32; DIGITS + 3] = [7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1];
    let lead = match &bik[6..] {
        b"000" | b"001" | b"002" => [b'0', bik[4], bik[5]],
        tail => [tail[0], tail[1], tail[2]],
    };
    (weighted_sum(&lead, &WEIGHTS) + weighted_sum(account, &WEIGHTS[3..])) % 10 == 0
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/ru_account",
    sources: &[
        "Bank of Russia, Regulation 809-P of 2022-11-24: chart of accounts and numbering of accounts",
        "Bank of Russia, letter 515 of 1997-09-08: the key of an account number; read 2026-11",
    ],
    matches: &[
        "р/с [[40817810329678512865]] бик 044525225", "счёт [[40817 810 0 4402 8653547]] бик 044525593",
        "реквизиты: [[40702810900000012345]]",
    ],
    near_misses: &["40817 810 0 4402 865354", "90817810329678512865", "40817999329678512865 заказ"],
};

#[cfg(test)]
mod tests {
    use super::key_holds;

    #[test]
    fn the_key_ties_an_account_to_its_bank() {
        // Made up for BIK 044525225, then the key moved by one, then another bank.
        let account: Vec<Vec<u8>> = (0..10).map(|key| format!("40817810{key}29678512865").into_bytes()).collect();
        assert_eq!(account.iter().filter(|account| key_holds(b"044525225", account)).count(), 1);
        assert_eq!(account.iter().filter(|account| key_holds(b"044525000", account)).count(), 1);
    }
}
