//! An amount of money: a number with its currency.
//!
//! Bare it is a component of statements and only suggested; beside a word such as "salary" or "i owe" it tells of somebody's finances.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "finance/amount",
    entity: "MONEY_AMOUNT",
    kind: Kind::Amount,
    countries: &[],
    find: Find::Scan { opening: Opening::Digits(1), scan },
    concepts: &[],
    context: &[
        (Language::En, "my salary, salary, wages, my income, income, i earn, i owe, my debt, my pension, net pay, take home pay"),
        (
            Language::Es,
            "mi sueldo, sueldo, mi salario, mi nomina, mis ingresos, cobro, gano, debo, mi deuda, mis ahorros, mi pension",
        ),
        (
            Language::Ru,
            "зарплата, зарплату, оклад, доход, мой долг, моя зарплата, моя пенсия, зарабатываю, получаю на руки, должен банку, мои накопления",
        ),
        (
            Language::De,
            "mein gehalt, gehalt, mein einkommen, einkommen, verdiene, meine schulden, ich schulde, meine rente, mein lohn",
        ),
        (Language::Fr, "mon salaire, salaire, mes revenus, je gagne, ma dette, mes dettes, mon epargne, ma pension, je dois"),
        (Language::Pt, "meu salario, salario, minha renda, ganho, minha divida, minhas economias, meu ordenado"),
        (Language::It, "il mio stipendio, stipendio, mio reddito, guadagno, mio debito, miei risparmi, mia pensione"),
    ],
};

static CURRENCIES: WordList = WordList::new(
    "eur, euro, euros, usd, dollar, dollars, gbp, pounds, quid, bucks, chf, franken, rub, руб, рублей, рубля, рубль, р, pesos, mxn, ars, cop, clp, reais, brl, pln, zl, uah, грн, kzt, тенге, inr, jpy, cny, k, mil, mila, grand, тыс, тысяч",
);

fn scan(scan: &mut Scan<'_>) {
    let (text, first) = (scan.text().as_bytes(), scan.token);
    let before = &text[..scan.at];
    if first > 0 && scan.tokens[first - 1].is_digits() && scan.tokens[first - 1].span.end as usize + 1 == scan.at {
        // A group of a longer number.
        return;
    }
    let spaced = before.strip_suffix(b" ").unwrap_or(before);
    let start = spaced.len() - sign_before(spaced);
    let end = amount_end(scan, first);
    let behind = scan.tokens[end - 1].span.end as usize;
    let near = behind + usize::from(text.get(behind) == Some(&b' '));
    let sign = sign_len(&text[near..]);
    if sign > 0 {
        scan.push(if start < spaced.len() { start } else { scan.at }, near + sign, Verdict::PLAUSIBLE);
    } else if scan.tokens.get(end).is_some_and(|word| word.span.start as usize <= near) && CURRENCIES.has(scan.word(end)) {
        scan.push(if start < spaced.len() { start } else { scan.at }, scan.tokens[end].span.end as usize, Verdict::PLAUSIBLE);
    } else if start < spaced.len() {
        scan.push(start, behind, Verdict::PLAUSIBLE);
    }
}

/// The length of the sign that begins here: $ £ ¥ € ₽ ₴ ₹ ₺, else 0.
fn sign_len(text: &[u8]) -> usize {
    match text {
        [b'$', ..] => 1,
        [0xc2, 0xa3 | 0xa5, ..] => 2,
        [0xe2, 0x82, 0xac | 0xb4 | 0xb9 | 0xba | 0xbd, ..] => 3,
        _ => 0,
    }
}

/// The same of the sign that ends here.
fn sign_before(text: &[u8]) -> usize {
    (1..=text.len().min(3)).find(|&len| sign_len(&text[text.len() - len..]) == len).unwrap_or(0)
}

/// One past the last group of "1.850,00", "85 000" or "12".
fn amount_end(scan: &Scan<'_>, first: usize) -> usize {
    const MOST_GROUPS: usize = 6;
    let mut end = first + 1;
    while end < scan.tokens.len() && end - first < MOST_GROUPS && scan.tokens[end].is_digits() {
        let len = scan.tokens[end].span.len();
        let joins = match scan.gap_after(end - 1) {
            "." | "," => len <= 3,
            " " | "'" => len == 3,
            _ => false,
        };
        if !joins {
            break;
        }
        end += 1;
    }
    end
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "finance/amount",
    sources: &["ISO 4217: currency codes; not compared with the document"],
    matches: &[
        "my salary is [[£2,450]] a month", "i owe [[$3,180]] and cant pay", "mi sueldo es [[1.850 €]]",
        "зарплата у меня [[85 000 руб]]", "mein gehalt sind [[2.450 €]]", "mon salaire est [[2 100 euros]]",
        "meu salario é [[3.200 reais]]", "il mio stipendio è [[1.600 euro]]",
    ],
    near_misses: &[
        "£4.99 delivery fee", "it says total 129.90", "cuota de 318,45 al mes", "129 euros por un enchufe", "my income is fine",
    ],
};
