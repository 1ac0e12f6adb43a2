//! Less instead of nothing: what may stand where a value stood, without pointing at one person.

use crate::{
    recognizer::{Category, Kind},
    text::Folded,
};

use super::partial;

/// A less telling form of a value, or `None` where there is none and a token must stand.
pub(super) fn generalize(kind: Kind, plain: &Folded<'_>, countries: &[&str]) -> Option<String> {
    let value = plain.text();
    match kind {
        Kind::CardNumber | Kind::BankAccount => partial::last_four(value),
        Kind::Iban => {
            let mut out = value.get(..2)?.to_ascii_uppercase();
            out.push_str("•• ");
            out.push_str(&partial::last_four(value)?);
            Some(out)
        }
        Kind::Email => partial::domain(value),
        Kind::BirthDate => numbers(value).find(|year| year.len() == 4 && matches!(&year[..2], "19" | "20")).map(str::to_owned),
        Kind::Age => decade(value),
        Kind::StreetAddress => town(value).map(str::to_owned),
        Kind::PostalCode => province(value),
        Kind::Coordinate => rounded(value),
        Kind::NationalId | Kind::TaxId | Kind::Passport => {
            let [country] = countries else { return None };
            let mut out = String::from("(");
            out.push_str(&country.to_ascii_uppercase());
            out.push_str(" ✓)");
            Some(out)
        }
        _ if matches!(kind.category(), Category::Amount | Category::Situation | Category::Spending) => band(value, plain.lower()),
        _ => None,
    }
}

/// The runs of digits of a value.
fn numbers(value: &str) -> impl Iterator<Item = &str> {
    value.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty())
}

/// The ten years that an age lies in: `30–39`.
fn decade(value: &str) -> Option<String> {
    let mut numbers = numbers(value);
    let age = numbers.next().filter(|age| age.len() <= 3 && !age.starts_with('0'))?;
    if numbers.next().is_some() {
        return None;
    }
    let tens = &age[..age.len() - 1];
    let mut out = String::from(tens);
    out.push_str("0–");
    out.push_str(tens);
    out.push('9');
    Some(out)
}

/// What follows the last comma, where it is a name without a number.
fn town(value: &str) -> Option<&str> {
    let comma = value.bytes().rposition(|byte| byte == b',')?;
    let mut town = value[comma + 1..].trim();
    while town.bytes().next().is_some_and(|byte| byte.is_ascii_digit() || byte == b' ' || byte == b'-') {
        town = &town[1..];
    }
    (town.len() >= 3 && !town.bytes().any(|byte| byte.is_ascii_digit())).then_some(town)
}

/// The letters a postcode begins with, or its first two digits: a province, not a street.
fn province(value: &str) -> Option<String> {
    let code: Vec<u8> = value.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let letters = code.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let kept = if letters == 0 { 2 } else { letters };
    if !value.is_ascii() || kept > 2 || code.len() < kept + 2 {
        return None;
    }
    let mut out = String::new();
    for (place, byte) in code.iter().enumerate() {
        out.push(if place < kept { char::from(byte.to_ascii_uppercase()) } else { '•' });
    }
    Some(out)
}

/// Latitude and longitude in tenths of a degree: some ten kilometres.
fn rounded(value: &str) -> Option<String> {
    let (mut out, mut count) = (String::new(), 0);
    let parts = value.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-')).filter(|part| part.len() > 1);
    for degrees in parts {
        let point = degrees.bytes().position(|byte| byte == b'.').filter(|point| (1..=4).contains(point))?;
        if !degrees.as_bytes().get(point + 1)?.is_ascii_digit() {
            return None;
        }
        if count > 0 {
            out.push_str(", ");
        }
        out.push_str(&degrees[..point + 2]);
        // North, south, east and west say what a sign does.
        out.extend(value.chars().filter(|c| matches!(c, 'N' | 'S' | 'E' | 'W')).nth(count));
        count += 1;
    }
    (count == 2).then_some(out)
}

/// The band of an amount, from 1, 2 or 5 times a power of ten to the next: `1000–2000 €`.
fn band(value: &str, lower: &str) -> Option<String> {
    let from = value.bytes().position(|byte| byte.is_ascii_digit())?;
    let to = value.bytes().rposition(|byte| byte.is_ascii_digit())? + 1;
    let number = &value.as_bytes()[from..to];
    if !number.iter().all(|byte| byte.is_ascii_digit() || b" .,'".contains(byte)) {
        return None;
    }
    // One or two digits behind a separator that stands there once are a fraction.
    let last = number.iter().rposition(|byte| !byte.is_ascii_digit());
    let cut = last.filter(|&cut| number.len() - cut <= 3 && !number[..cut].contains(&number[cut])).unwrap_or(number.len());
    let digits = |part: &[u8]| part.iter().filter(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect::<String>();
    let mut whole = digits(&number[..cut]);

    let mut unit = to + usize::from(value[to..].starts_with(' '));
    let word = lower[unit..].split([' ', '.', ',']).next().unwrap_or_default();
    let zeros = zeros(word);
    if zeros > 0 {
        let fraction = digits(&number[cut..]);
        whole.push_str(&fraction);
        (fraction.len()..zeros).for_each(|_| whole.push('0'));
        unit += word.len();
    }
    let whole = whole.trim_start_matches('0');
    let around = [value[..from].trim(), value[unit..].trim()];
    // More than a currency around it is a sentence.
    if around.iter().any(|part| part.len() > 16 || part.contains(' ')) || whole.len() > 15 {
        return None;
    }
    let (low, high) = match whole.as_bytes().first() {
        None => ("0", "1"),
        Some(b'1') => ("1", "2"),
        Some(b'2'..=b'4') => ("2", "5"),
        Some(_) => ("5", "10"),
    };
    let mut out = String::new();
    for (bound, dash) in [(low, "–"), (high, "")] {
        out.push_str(bound);
        (1..whole.len()).for_each(|_| out.push('0'));
        out.push_str(dash);
    }
    for currency in around.into_iter().filter(|part| !part.is_empty()) {
        out.push(' ');
        out.push_str(currency);
    }
    Some(out)
}

/// How many zeros the word behind a number stands for: "20k", "1,5 mln".
fn zeros(word: &str) -> usize {
    const THOUSAND: [&str; 9] = ["k", "к", "mil", "mila", "тыс", "тысяч", "thousand", "tausend", "mille"];
    const MILLION: [&str; 10] = ["m", "м", "mln", "млн", "million", "millones", "milhoes", "milioni", "millionen", "миллиона"];
    if THOUSAND.contains(&word) {
        3
    } else if MILLION.contains(&word) {
        6
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, cases: &[(&str, Option<&str>)]) {
        for (value, expected) in cases {
            assert_eq!(generalize(kind, &Folded::new(value), &[]).as_deref(), *expected, "{value}");
        }
    }

    #[test]
    fn a_number_keeps_its_end_or_its_country() {
        check(Kind::CardNumber, &[("4111 1111 1111 1111", Some("•••• 1111"))]);
        check(Kind::Iban, &[("ES79 2100 0813 6101 2345 6789", Some("ES•• •••• 6789"))]);
        assert_eq!(generalize(Kind::NationalId, &Folded::new("12345678Z"), &["es"]).as_deref(), Some("(ES ✓)"));
    }

    #[test]
    fn a_birth_date_becomes_its_year_and_an_age_its_decade() {
        check(Kind::BirthDate, &[("12/03/1971", Some("1971")), ("12/03/71", None)]);
        check(
            Kind::Age,
            &[("37", Some("30–39")), ("tengo 8 años", Some("0–9")), ("102", Some("100–109")), ("9 y 11", None), ("nine", None)],
        );
    }

    #[test]
    fn a_place_becomes_a_larger_one() {
        check(Kind::StreetAddress, &[("Calle Mayor 3, 28013 Madrid", Some("Madrid")), ("Calle Mayor 3, piso 2", None)]);
        check(
            Kind::PostalCode,
            &[
                ("28013", Some("28•••")),
                ("sw1a 1aa", Some("SW•••••")),
                ("94107-1234", Some("94•••••••")),
                ("K1A 0B1", Some("K•••••")),
                ("123", None),
            ],
        );
        check(
            Kind::Coordinate,
            &[
                ("40.4168, -3.7038", Some("40.4, -3.7")),
                ("40.4168° N, 3.7038° W", Some("40.4N, 3.7W")),
                ("40°25'0\"N 3°42'13\"W", None),
                ("40.4168", None),
            ],
        );
    }

    #[test]
    fn an_amount_becomes_a_band() {
        check(
            Kind::Amount,
            &[
                ("1.250,50 €", Some("1000–2000 €")),
                ("$4,999.99", Some("2000–5000 $")),
                ("1 250 руб", Some("1000–2000 руб")),
                ("€ 0.50", Some("0–1 €")),
                ("20k", Some("20000–50000")),
                ("1,5 млн рублей", Some("1000000–2000000 рублей")),
                ("9.99", Some("5–10")),
                ("1,250", Some("1000–2000")),
                ("from 100 to 200", None),
            ],
        );
    }
}
