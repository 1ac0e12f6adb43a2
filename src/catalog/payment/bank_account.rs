//! Bank account number in a national writing.
//!
//! Six to twenty-four digits in any grouping. Each country has its own rules and most have no check digit, so only the word beside it tells
//! an account from any other number.

use crate::{
    check::is_date,
    recognizer::{Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict, WordList, ends_with_sign, has_sign},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/bank_account",
    entity: "BANK_ACCOUNT",
    kind: Kind::BankAccount,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "account, account number, acount, acount number, accout, accout number, acccount number, account no, account nr, account num, acc, acc no, acc nr, acc number, acct, acct no, acct number, a/c, a/c no, a/c number, bank account, bank details, checking account, checking, savings account, current account, account is",
        ),
        (
            Language::Es,
            "cuenta, cuenta bancaria, numero de cuenta, num cuenta, n de cuenta, cuenta corriente, cuenta de ahorro, caja de ahorro, cta, cta cte, ccc, c/c, datos bancarios",
        ),
        (
            Language::Ru,
            "счет, счета, счетом, номер счета, лицевой, лицевой счет, лицевого счета, л/с, л/сч, лиц счет, лс, р/с, р/сч, рс, расчетный счет, расчетный, банковский счет, реквизиты, карточный счет, аккаунт, акк",
        ),
        (
            Language::De,
            "konto, kontonummer, kontonr, konto-nr, konto nr, kto, kto nr, kto-nr, ktonr, bankkonto, girokonto, sparkonto",
        ),
        (
            Language::Fr,
            "compte, numero de compte, n° de compte, no de compte, compte bancaire, compte courant, cpte, rib, compte n°",
        ),
        (Language::Pt, "conta, numero da conta, conta corrente, conta bancaria, conta poupanca, nib, c/c, cc, dados bancarios"),
        (Language::It, "conto, conto corrente, numero di conto, numero conto, conto bancario, n conto, c/c, cc"),
    ],
};

/// What else near an account is told in digits.
static OTHERS: WordList = WordList::new(
    "balance, saldo, order, ticket, case, ref, invoice, phone, tel, call, sms, code, card, amount, limit, pedido, factur, telefono, movil, codigo, tarjeta, importe, баланс, остат, фактур, заказ, телефон, карт, сумм, бик, инн, код, оплат, bestell, rechnung, telefon, karte, betrag, kontostand, commande, carte, solde, montant, encomenda, telefone, cartao, valor, ordine, fattura, carta, importo, version, updated, fee, statement, movement, point, movimiento, comision, выписк, auszug, gebuhr, releve, frais, extrato, estratto, blz, bankleitzahl",
);

fn scan(scan: &mut Scan<'_>) {
    // "on the statement: account number …"
    let apart = scan.cue.is_some_and(|cue| ends_with_sign(scan.lower()[..cue.start as usize].trim_end(), b":.;\n"));
    // An account of a bank where the bank's code is told, too.
    let is_bank = |word: &str| word.starts_with("сорт") || word.starts_with("роутинг");
    let online = scan.cue.is_some_and(|cue| matches!(&scan.lower()[cue.range()], "аккаунт" | "акк"))
        && !scan.words_before_cue(8).any(is_bank);
    if online {
        return;
    }
    if apart || !scan.words_before_cue(1).any(is_other) {
        scan.push_beside_cue(account, Verdict::PLAUSIBLE);
    }
}

fn is_other(word: &str) -> bool {
    OTHERS.begins(word)
}

fn account(number: Number<'_>) -> Option<Number<'_>> {
    const DIGITS: std::ops::RangeInclusive<usize> = 6..=24;
    /// So many digits at once are an account by themselves; a short group behind them is the next word.
    const WHOLE: usize = 6;
    const SHORT: usize = 2;
    if number.words().any(is_other) || is_other(number.word_before()) || is_dated(&number) || is_amount(&number) {
        return None;
    }
    let is_whole = number.groups() > 1
        && number.group(0).len() >= WHOLE
        && number.group(1).len() <= SHORT
        && has_sign(number.gap(0), b" \n");
    let most = if is_whole { 1 } else { number.groups() };
    let is_account = |groups: usize| {
        DIGITS.contains(&number.digits(groups))
            && number.stands_alone(groups)
            && !number.is_all(groups, b'0')
            && !number.counts(groups)
    };
    (1..=most).rev().find(|&groups| is_account(groups)).map(|groups| number.take(groups))
}

/// `150000.50`
fn is_amount(number: &Number<'_>) -> bool {
    number.groups() == 2 && matches!(number.gap(0), "." | ",") && number.group(1).len() <= 2
}

/// True where the number is a day, perhaps with a time, or begins with a year.
fn is_dated(number: &Number<'_>) -> bool {
    let value = |digits: &str| digits.parse::<u32>().unwrap_or(0);
    let parts = |day: &str, month: &str, year: &str| {
        let year = if year.len() == 2 { 2000 + value(year) } else { value(year) };
        (1900..2100).contains(&year) && (is_date(year, value(month), value(day)) || is_date(year, value(day), value(month)))
    };
    let group = |index: usize| number.group(index);
    match group(0).len() {
        8 if number.groups() == 1 || number.gap(0) == " " => {
            let digits = group(0);
            let this_century = digits.starts_with("20");
            this_century && is_date(value(&digits[..4]), value(&digits[4..6]), value(&digits[6..]))
        }
        4 if number.is_year(1) && !number.is_direct() => true,
        4 if number.groups() > 2 => matches!(number.gap(0), "-" | "/" | ".") && parts(group(2), group(1), group(0)),
        1 | 2 if number.groups() > 2 => matches!(number.gap(0), "/" | ".") && parts(group(0), group(1), group(2)),
        _ => false,
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/bank_account",
    sources: &[
        "SWIFT IBAN registry, release 99: the national account numbers it is made from have 6 to 24 digits",
        "Banco de España, Circular 2/2013: código cuenta cliente, 4-4-2-10 digits; read 2026-11",
    ],
    matches: &[
        "account number [[28048581]]", "acct # [[584058967409]] please close it", "sort code 20-00-00 account [[12345678]]",
        "cuenta [[2100 0418 47 0200051338]]", "[[6724580013]] is my account number", "лицевой счёт [[6049844553]]",
        "Konto-Nr: [[7224 130 20]]",
    ],
    near_misses: &[
        "my account balance is 1250000", "i opened my account on 12/05/2024", "account 12345",
        "i paid 450000 euros into my account", "счет-фактура 000187",
    ],
};
