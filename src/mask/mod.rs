//! Mask: what stands where a value stood, and the way back for the customer alone.

mod generalize;
mod hash;
mod partial;
mod vault;

use crate::{
    policy::Mask,
    recognizer::{Class, Kind},
    text::Folded,
};

pub(crate) use hash::Key;
pub(crate) use vault::{TokenId, Vault, mentions, settled, write_token};

/// A value that is to be masked.
pub(crate) struct Value<'a> {
    pub(crate) text: &'a str,
    pub(crate) kind: Kind,
    /// Who issues it.
    pub(crate) countries: &'a [&'a str],
    pub(crate) verified: bool,
}

impl Value<'_> {
    /// What stands in its place; a token where the mask cannot be made of it.
    pub(crate) fn masked(&self, mask: Mask, key: &Key, vault: &mut Vault) -> String {
        let plain = Folded::new(self.text);
        let less = match mask {
            Mask::Token => None,
            Mask::Label => Some(self.labelled("")),
            Mask::LastFour => partial::last_four(plain.text()),
            Mask::FirstSixLastFour => partial::first_six_last_four(plain.text()),
            Mask::Domain => partial::domain(plain.text()),
            Mask::BankCode => partial::bank_code(plain.text()),
            Mask::Generalize => generalize::generalize(self.kind, &plain, if self.verified { self.countries } else { &[] }),
            Mask::Claim => Some(self.claim(&plain)),
            Mask::Hash => {
                let category = self.kind.category().info().id;
                let mut pseudonym = hash::pseudonym(key, category, &self.canonical(&plain));
                pseudonym.insert(0, '#');
                Some(self.labelled(&pseudonym))
            }
        };
        less.unwrap_or_else(|| self.token(&plain, vault))
    }

    fn token(&self, plain: &Folded<'_>, vault: &mut Vault) -> String {
        match vault.token(self.kind.category(), self.canonical(plain), self.text) {
            Some(id) => {
                let mut out = String::new();
                write_token(&mut out, id);
                out
            }
            None => self.labelled(""),
        }
    }

    /// Puts it back behind the token with this number.
    pub(crate) fn remember(&self, number: u32, vault: &mut Vault) {
        let canonical = self.canonical(&Folded::new(self.text));
        vault.remember((self.kind.category(), number), canonical, self.text);
    }

    /// Case and separators do not make another value, except where they are the secret.
    fn canonical(&self, plain: &Folded<'_>) -> String {
        if self.kind.category().info().class == Class::Never {
            self.text.to_owned()
        } else {
            plain.lower().chars().filter(|c| c.is_alphanumeric() || *c == '@' || *c == '+').collect()
        }
    }

    /// `[CARD]`.
    fn labelled(&self, more: &str) -> String {
        let mut out = String::from("[");
        out.push_str(self.kind.category().info().label);
        out.push_str(more);
        out.push(']');
        out
    }

    /// `[IBAN valid ✓, ES]`: what it is, whether a check holds, and the one country that issues it.
    fn claim(&self, plain: &Folded<'_>) -> String {
        let mut out = String::from("[");
        out.extend(self.kind.id().bytes().map(|byte| if byte == b'_' { ' ' } else { char::from(byte.to_ascii_uppercase()) }));
        if self.verified {
            out.push_str(" valid ✓");
            let country = match self.countries {
                [country] => country,
                // An IBAN begins with it.
                [] if self.kind == Kind::Iban => plain.text().get(..2).unwrap_or_default(),
                _ => "",
            };
            if !country.is_empty() {
                out.push_str(", ");
                out.push_str(&country.to_ascii_uppercase());
            }
        } else {
            out.push_str(", not verified");
        }
        out.push(']');
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str, kind: Kind, mask: Mask) -> String {
        let value = Value { text, kind, countries: &[], verified: true };
        value.masked(mask, &Key::new(b"sixteen bytes or more"), &mut Vault::default())
    }

    #[test]
    fn a_claim_holds_no_digit_of_the_value() {
        let iban = "ES79 2100 0813 6101 2345 6789";
        assert_eq!(masked(iban, Kind::Iban, Mask::Claim), "[IBAN valid ✓, ES]");
        let value = Value { text: "12345678Z", kind: Kind::NationalId, countries: &["es"], verified: false };
        assert_eq!(value.masked(Mask::Claim, &Key::default(), &mut Vault::default()), "[NATIONAL ID, not verified]");
        for kind in Kind::ALL {
            let claim = masked("7", *kind, Mask::Claim);
            assert!(!claim.contains(|c: char| c.is_numeric()), "{claim}");
        }
    }

    #[test]
    fn a_pseudonym_does_not_depend_on_the_writing() {
        let one = masked("4111 1111 1111 1111", Kind::CardNumber, Mask::Hash);
        assert_eq!(one, masked("4111-1111-1111-1111", Kind::CardNumber, Mask::Hash));
        assert_ne!(one, masked("4111 1111 1111 1111", Kind::Phone, Mask::Hash).replace("PHONE", "CARD"));
        assert!(one.starts_with("[CARD#") && one.len() == "[CARD#]".len() + 16, "{one}");
        assert!(mentions(&one).is_empty(), "it is no token");
    }

    #[test]
    fn what_cannot_be_masked_in_part_becomes_a_token() {
        for mask in [Mask::LastFour, Mask::FirstSixLastFour, Mask::Domain, Mask::BankCode, Mask::Generalize] {
            assert_eq!(masked("1234567", Kind::Phone, mask), "[PHONE_1]", "{mask:?}");
        }
    }
}
