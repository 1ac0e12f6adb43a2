//! Part of a value, where the rest stays hidden. What is kept is cut from the folded form and ASCII only: each character
//! stands for itself, so none is cut in two, and no table of graphemes has to ship.

/// The last four letters or digits, of a value of which they are at most half.
pub(super) fn last_four(value: &str) -> Option<String> {
    shown("", value, 8)
}

/// What the card industry lets be shown of a card number.
pub(super) fn first_six_last_four(value: &str) -> Option<String> {
    let digits = letters_and_digits(value);
    let six = digits.get(..6).filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    shown(six, &digits, 13)
}

/// Only where the writer's `@` is one: "juan arroba …" has no domain that could be shown safely.
pub(super) fn domain(value: &str) -> Option<String> {
    let at = value.bytes().position(|byte| byte == b'@')?;
    let domain = &value[at + 1..];
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
    (domain.bytes().all(plain) && domain.bytes().any(|byte| byte == b'.')).then(|| {
        let mut out = String::from("•••@");
        out.push_str(domain);
        out
    })
}

/// Country and bank of an IBAN.
pub(super) fn bank_code(iban: &str) -> Option<String> {
    let plain = letters_and_digits(iban);
    let country = plain.get(..2)?;
    // A check letter may stand before it.
    let from = 4 + usize::from(matches!(country, "IT" | "SM"));
    let bank = plain.get(from..from + bank_len(country))?;
    // Of a short account the bank would be most.
    (!bank.is_empty() && plain.len() >= from + bank.len() + 6).then(|| {
        let mut out = String::from(country);
        out.push_str("•• ");
        out.push_str(bank);
        out.push_str(" ••••");
        out
    })
}

/// How long the bank's code is, by the IBAN registry (schwifty 2026.10.1, see data/README.md); 0 where it does not say.
fn bank_len(country: &str) -> usize {
    // Where it is not four.
    const LENGTHS: &[u8] = b"AO0GW0IR0KM0MG0MZ0EE2FK2GE2IS2MD2SA2SD2SI2TN2XK2AE3AL3AX3BA3BE3CY3FI3GR3HU3IL3KZ3LU3LY3ME3MK3OM3RS3\
        SE3TL3VA3AT5BF5BI5BJ5BL5CF5CG5CH5CI5CM5DJ5DZ5FR5GA5GF5GP5GQ5IT5LI5LT5MA5MC5MF5ML5MQ5MR5NC5NE5PF5PM5RE5SM5SN5TD5TF5TG5TR5\
        WF5YT5MU6SC6UA6HR7BR8DE8PL8RU9";
    let row = LENGTHS.chunks_exact(3).find(|row| row[..2] == *country.as_bytes());
    row.map_or(4, |row| usize::from(row[2] & 0x0f))
}

/// A value's letters and digits in capitals; what is not ASCII shows as `?`.
fn letters_and_digits(value: &str) -> String {
    let kept = value.chars().filter(|c| c.is_ascii_alphanumeric() || !c.is_ascii());
    kept.map(|c| if c.is_ascii() { c.to_ascii_uppercase() } else { '?' }).collect()
}

/// The head, then the end of a value that has at least so many letters and digits.
fn shown(head: &str, value: &str, least: usize) -> Option<String> {
    let plain = letters_and_digits(value);
    let end = plain.len().checked_sub(4).filter(|_| plain.len() >= least)?;
    // A letter that is not ASCII may be a part of a character.
    let tail = Some(&plain[end..]).filter(|tail| !tail.contains('?'))?;
    let mut out = String::from(head);
    out.push_str("•••• ");
    out.push_str(tail);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_shown_where_it_is_at_most_half() {
        assert_eq!(last_four("4111 1111 1111 1234").as_deref(), Some("•••• 1234"));
        assert_eq!(last_four("AB-12.345-Z").as_deref(), Some("•••• 345Z"));
        assert_eq!(last_four("1234567"), None);
        assert_eq!(last_four("12345678я"), None, "a letter that is not ASCII may be half of a character");
    }

    #[test]
    fn a_card_shows_its_issuer_and_its_end() {
        assert_eq!(first_six_last_four("4111-1122 2233 1234").as_deref(), Some("411111•••• 1234"));
        assert_eq!(first_six_last_four("411111222233"), None);
    }

    #[test]
    fn an_address_shows_its_domain_where_it_has_one() {
        assert_eq!(domain("ana@correo.example").as_deref(), Some("•••@correo.example"));
        for hidden in ["ana arroba correo punto example", "ana@x", "ana@b@c.example", "ana@correo .example"] {
            assert_eq!(domain(hidden), None, "{hidden}");
        }
    }

    #[test]
    fn an_iban_shows_its_bank() {
        assert_eq!(bank_code("es79 2100 0813 6101 2345 6789").as_deref(), Some("ES•• 2100 ••••"));
        assert_eq!(bank_code("DE89370400440532013000").as_deref(), Some("DE•• 37040044 ••••"));
        assert_eq!(bank_code("IT60 X054 2811 1010 0000 0123 456").as_deref(), Some("IT•• 05428 ••••"));
        assert_eq!(bank_code("GB82 WEST 1234 5698 7654 32").as_deref(), Some("GB•• WEST ••••"));
        assert_eq!(bank_code("AO06004400006729503010102"), None, "the registry does not say where its bank stands");
        assert_eq!(bank_code("ES79"), None);
    }
}
