//! The checks a rule may name.

use zeroize::Zeroizing;

use crate::{
    check::{
        base58check, crc32_tail_holds, entropy_bits, iban_holds, luhn_holds, mod_11_2_holds, mod_11_10_holds, mod_37_36_holds,
        remainder_97, verhoeff_holds, weighted_sum,
    },
    recognizer::{Reason, Verdict},
};

/// A check by name.
#[derive(Debug)]
pub(super) enum Check {
    Luhn,
    Mod97,
    Iban,
    Verhoeff,
    Mod1110,
    Mod112,
    Mod3736,
    Base58,
    Crc32,
    /// Weights and modulus: `weighted:3,1,3,1/10`.
    Weighted(Vec<i32>, i32),
    /// Tenths of a bit a character: `min-entropy:3.5`.
    MinEntropy(u16),
}

impl Check {
    /// What may stand in a rule.
    pub(super) const NAMES: &'static str =
        "luhn, mod97, iban, verhoeff, mod11-10, mod11-2, mod37-36, base58check, crc32, weighted:3,1,3,1/10, min-entropy:3.5";

    /// The check with this name.
    pub(super) fn new(name: &str) -> Option<Self> {
        Some(match name {
            "luhn" => Self::Luhn,
            "mod97" => Self::Mod97,
            "iban" => Self::Iban,
            "verhoeff" => Self::Verhoeff,
            "mod11-10" => Self::Mod1110,
            "mod11-2" => Self::Mod112,
            "mod37-36" => Self::Mod3736,
            "base58check" => Self::Base58,
            "crc32" => Self::Crc32,
            _ => {
                let (name, value) = name.split_once(':')?;
                match name {
                    "weighted" => weighted(value)?,
                    "min-entropy" => Self::MinEntropy(tenths(value)?),
                    _ => return None,
                }
            }
        })
    }

    /// What it says about a value, of which `factor` times as few pass as the check lets pass.
    pub(super) fn verdict(&self, value: &str, factor: u32) -> Verdict {
        let plain: Zeroizing<Vec<u8>> = Zeroizing::new(value.bytes().filter(u8::is_ascii_alphanumeric).collect());
        let upper = Zeroizing::new(plain.to_ascii_uppercase());
        let digits: Zeroizing<Vec<u8>> = Zeroizing::new(plain.iter().copied().filter(u8::is_ascii_digit).collect());
        let (holds, odds) = match self {
            Self::Luhn => (digits.len() > 1 && luhn_holds(&digits), 10),
            Self::Mod97 => (remainder_97(upper.iter()) == 1, 97),
            Self::Iban => (iban_holds(&upper), 97),
            Self::Verhoeff => (digits.len() > 1 && verhoeff_holds(&digits), 10),
            Self::Mod1110 => (mod_11_10_holds(&digits), 10),
            Self::Mod112 => {
                // Ten is written X, and only at the end.
                let mut number = digits.clone();
                if upper.ends_with(b"X") {
                    number.push(b'X');
                }
                (mod_11_2_holds(&number), 11)
            }
            Self::Mod3736 => (mod_37_36_holds(&upper), 36),
            Self::Base58 => (base58check(&plain).is_some(), 1 << 20),
            Self::Crc32 => (crc32_tail_holds(&plain), 1 << 20),
            Self::Weighted(weights, modulus) => {
                if digits.len() != weights.len() {
                    return Verdict::Refuted(Reason::Length);
                }
                (weighted_sum(&digits, weights) % modulus == 0, modulus.unsigned_abs())
            }
            Self::MinEntropy(least) => {
                let enough = entropy_bits(&plain) * 10.0 >= f32::from(*least);
                return if enough { Verdict::plausible(factor) } else { Verdict::Refuted(Reason::Format) };
            }
        };
        Verdict::checksum(holds, odds.saturating_mul(factor))
    }
}

/// `9,8,7/11`: one weight a digit, and what the sum is divisible by.
fn weighted(value: &str) -> Option<Check> {
    const MOST: usize = 40;
    const LARGEST: i32 = 1000;
    let number = |text: &str| text.trim().parse::<i32>().ok().filter(|number| (-LARGEST..=LARGEST).contains(number));
    let (weights, modulus) = value.split_once('/')?;
    let weights = weights.split(',').map(number).collect::<Option<Vec<i32>>>()?;
    let modulus = number(modulus).filter(|modulus| *modulus > 1)?;
    (weights.len() <= MOST && weights.iter().any(|weight| *weight != 0)).then_some(Check::Weighted(weights, modulus))
}

/// `3`, `3.5`: from 0.1 to 6 bits, as many as letters and digits can have.
fn tenths(value: &str) -> Option<u16> {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, "0"));
    let digit = |text: &str| match text.as_bytes() {
        [byte @ b'0'..=b'9'] => Some(u16::from(byte & 0x0f)),
        _ => None,
    };
    Some(digit(whole)? * 10 + digit(fraction)?).filter(|tenths| (1..=60).contains(tenths))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_holds_for_a_specimen_and_not_for_its_neighbour() {
        for (name, right, wrong) in [
            ("luhn", "LX-7992 7398 713", "LX-7992 7398 714"),
            ("mod97", "794-44", "794-45"),
            ("iban", "gb82 west 1234 5698 7654 32", "gb82 west 1234 5698 7654 33"),
            ("verhoeff", "2363", "2364"),
            ("mod11-10", "0794 5", "0794 6"),
            ("mod11-2", "0000-0002-1694-233x", "0000-0002-1694-2331"),
            ("mod37-36", "A12425GABC1234002M", "A12425GABC1234002N"),
            ("base58check", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"),
            ("weighted:9,8,7,6,5,4,3,2,-1/11", "111222333", "111252333"),
            ("min-entropy:3.0", "q8Zr1xW5", "aaaabbbb"),
        ] {
            let check = Check::new(name).unwrap();
            assert!(!matches!(check.verdict(right, 1), Verdict::Refuted(_)), "{name}: {right}");
            assert!(matches!(check.verdict(wrong, 1), Verdict::Refuted(_)), "{name}: {wrong}");
        }
    }

    #[test]
    fn what_is_not_a_check_has_no_name() {
        for name in [
            "", "Luhn", "weighted", "weighted:", "weighted:1,2", "weighted:1,x/10", "weighted:1,2/1", "weighted:0,0/10",
            "min-entropy:", "min-entropy:9", "min-entropy:3.55", "min-entropy:0",
        ] {
            assert!(Check::new(name).is_none(), "{name}");
        }
    }
}
