//! Less instead of nothing: what may stand where a value stood, without pointing at one person.

use crate::recognizer::Kind;

/// A less telling form of a value, or `None` where there is none and a token must stand.
pub(crate) fn generalize(kind: Kind, value: &str, countries: &[&str]) -> Option<String> {
    match kind {
        Kind::CardNumber => last_four(value).map(|four| format!("•••• {four}")),
        Kind::Iban => {
            let country: String = value.chars().filter(char::is_ascii_alphabetic).take(2).collect();
            last_four(value).map(|four| format!("{}•• •••• {four}", country.to_ascii_uppercase()))
        }
        Kind::BankAccount => last_four(value).map(|four| format!("•••• {four}")),
        Kind::Email => domain(value).map(|domain| format!("•••@{domain}")),
        Kind::BirthDate => year(value),
        Kind::StreetAddress => town(value).map(str::to_owned),
        Kind::NationalId | Kind::TaxId | Kind::Passport => match countries {
            [country] => Some(format!("({} ✓)", country.to_ascii_uppercase())),
            _ => None,
        },
        _ => None,
    }
}

/// The last four digits of a number long enough that they do not give it away.
fn last_four(value: &str) -> Option<String> {
    let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 10).then(|| digits[digits.len() - 4..].iter().collect())
}

/// Only where the writer's `@` is one: "juan arroba …" has no domain that could be shown safely.
fn domain(value: &str) -> Option<&str> {
    let (_, domain) = value.split_once('@')?;
    (!domain.contains('@') && domain.contains('.') && domain.is_ascii() && !domain.contains(char::is_whitespace))
        .then_some(domain)
}

/// A year written in four digits.
fn year(value: &str) -> Option<String> {
    value
        .split(|c: char| !c.is_ascii_digit())
        .find(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))
        .map(str::to_owned)
}

/// What follows the last comma, where it is a name without a number.
fn town(value: &str) -> Option<&str> {
    let (_, last) = value.rsplit_once(',')?;
    let town = last.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
    (!town.is_empty() && !town.chars().any(|c| c.is_ascii_digit()) && town.chars().count() >= 3).then_some(town)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generalized_value_keeps_little_of_it() {
        let card = generalize(Kind::CardNumber, "4111 1111 1111 1111", &[]);
        assert_eq!(card.as_deref(), Some("•••• 1111"));
        assert_eq!(generalize(Kind::BirthDate, "12/03/1971", &[]).as_deref(), Some("1971"));
        assert_eq!(generalize(Kind::BirthDate, "12/03/71", &[]), None);
        assert_eq!(generalize(Kind::StreetAddress, "Calle Mayor 3, 28013 Madrid", &[]).as_deref(), Some("Madrid"));
        assert_eq!(generalize(Kind::StreetAddress, "Calle Mayor 3, piso 2", &[]), None);
        assert_eq!(generalize(Kind::NationalId, "12345678Z", &["es"]).as_deref(), Some("(ES ✓)"));
    }
}
