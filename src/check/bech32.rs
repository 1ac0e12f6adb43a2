//! Segregated witness addresses: Bech32 (BIP-173) and Bech32m (BIP-350).

use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// The longest text that the checksum is made for.
const LONGEST: usize = 90;
const CHECKSUM: usize = 6;

/// The two checksums: the same code, another final constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Variant {
    Bech32,
    Bech32m,
}

/// Whether `address` is a segregated witness address of the network that `prefix` names in lower case (`bc` for Bitcoin).
/// The length, the case, the checksum and the rules for each witness version are checked; one in 2³⁰ passes by chance.
pub(crate) fn is_segwit_address(address: &[u8], prefix: &[u8]) -> bool {
    let mut symbols = Zeroizing::new([0; LONGEST]);
    let Some((variant, found, data)) = decode(address, &mut symbols) else {
        return false;
    };
    let Some((&version, program)) = data.split_first() else {
        return false;
    };
    let expected = if version == 0 { Variant::Bech32 } else { Variant::Bech32m };
    let Some(program_len) = byte_len(program) else {
        return false;
    };
    let length_fits = if version == 0 { matches!(program_len, 20 | 32) } else { (2..=40).contains(&program_len) };
    found.eq_ignore_ascii_case(prefix) && variant == expected && version <= 16 && length_fits
}

/// Splits `text` into prefix and five-bit symbols, without the checksum, which must be right.
fn decode<'t, 's>(text: &'t [u8], symbols: &'s mut [u8; LONGEST]) -> Option<(Variant, &'t [u8], &'s [u8])> {
    let mixed_case = text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase);
    if text.len() > LONGEST || mixed_case {
        return None;
    }
    let separator = text.iter().rposition(|&byte| byte == b'1')?;
    let (prefix, data) = (&text[..separator], &text[separator + 1..]);
    if prefix.is_empty() || data.len() < CHECKSUM || !prefix.iter().all(u8::is_ascii_graphic) {
        return None;
    }
    for (symbol, byte) in symbols.iter_mut().zip(data) {
        let lower = byte.to_ascii_lowercase();
        *symbol = ALPHABET.iter().position(|&known| known == lower)? as u8;
    }
    let symbols = &symbols[..data.len()];
    let mut checksum = 1;
    for byte in prefix {
        checksum = step(checksum, byte.to_ascii_lowercase() >> 5);
    }
    checksum = step(checksum, 0);
    for byte in prefix {
        checksum = step(checksum, byte & 0x1f);
    }
    for symbol in symbols {
        checksum = step(checksum, *symbol);
    }
    let variant = match checksum {
        1 => Variant::Bech32,
        0x2bc8_30a3 => Variant::Bech32m,
        _ => return None,
    };
    Some((variant, prefix, &symbols[..symbols.len() - CHECKSUM]))
}

/// One more symbol in the remainder of the BCH code that both checksums are made with.
fn step(checksum: u32, symbol: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = checksum >> 25;
    let mut sum = ((checksum & 0x01ff_ffff) << 5) ^ u32::from(symbol);
    for (bit, term) in GENERATOR.iter().enumerate() {
        if top >> bit & 1 == 1 {
            sum ^= term;
        }
    }
    sum
}

/// How many bytes the symbols hold; nothing if what is left over is a whole symbol or not zero.
fn byte_len(symbols: &[u8]) -> Option<usize> {
    let bits = symbols.len() * 5;
    let padding = bits % 8;
    let unused = symbols.last().map_or(0, |last| last & ((1 << padding.min(5)) - 1));
    (padding < 5 && unused == 0).then_some(bits / 8)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Variant, decode, is_segwit_address};

    fn variant(text: &[u8]) -> Option<Variant> {
        decode(text, &mut [0; LONGEST]).map(|(variant, ..)| variant)
    }

    #[test]
    fn bech32_texts_of_bip_173_are_read() {
        for text in [
            "A12UEL5L",
            "a12uel5l",
            "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
            "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
            "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j",
            "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
            "?1ezyfcl",
        ] {
            assert_eq!(variant(text.as_bytes()), Some(Variant::Bech32), "{text}");
        }
    }

    #[test]
    fn bech32m_texts_of_bip_350_are_read() {
        for text in [
            "A1LQFN3A",
            "a1lqfn3a",
            "an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6",
            "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
            "11llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllludsr8",
            "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
            "?1v759aa",
        ] {
            assert_eq!(variant(text.as_bytes()), Some(Variant::Bech32m), "{text}");
        }
    }

    #[test]
    fn malformed_texts_of_both_are_refused() {
        for text in [
            &b"\x201nwldj5"[..],
            b"\x7f1axkwrx",
            b"\x801eym55h",
            b"\x201xj0phk",
            b"an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1569pvx",
            b"an84characterslonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11d6pts4",
            b"pzry9x0s0muk",
            b"1pzry9x0s0muk",
            b"x1b4n0q5v",
            b"li1dgmt3",
            b"de1lg7wt\xff",
            b"A1G7SGD8",
            b"10a06t8",
            b"1qzzfhee",
            b"qyrz8wqd2c9m",
            b"y1b0jsk6g",
            b"lt1igcx5c0",
            b"in1muywd",
            b"mm1crxm3i",
            b"au1s5cgom",
            b"M1VUXWEZ",
            b"16plkw9",
            b"1p2gdwpf",
        ] {
            assert_eq!(variant(text), None, "{}", text.escape_ascii());
        }
    }

    #[test]
    fn addresses_of_bip_350_are_valid_in_their_network() {
        for (address, prefix) in [
            ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bc"),
            ("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7", "tb"),
            ("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", "bc"),
            ("BC1SW50QGDZ25J", "bc"),
            ("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", "bc"),
            ("tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy", "tb"),
            ("tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c", "tb"),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "bc"),
        ] {
            assert!(is_segwit_address(address.as_bytes(), prefix.as_bytes()), "{address}");
        }
    }

    #[test]
    fn invalid_addresses_of_bip_350_are_refused() {
        for (address, reason) in [
            ("tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut", "prefix"),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", "Bech32 instead of Bech32m"),
            ("tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf", "Bech32 instead of Bech32m"),
            ("BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL", "Bech32 instead of Bech32m"),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", "Bech32m instead of Bech32"),
            ("tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47", "Bech32m instead of Bech32"),
            ("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", "alphabet"),
            ("BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", "witness version"),
            ("bc1pw5dgrnzv", "program of one byte"),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav", "program of 41 bytes"),
            ("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", "program length of version 0"),
            ("tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq", "mixed case"),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf", "more than four bits of padding"),
            ("tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j", "padding not zero"),
            ("bc1gmk9yu", "no data"),
        ] {
            let prefix = if address.starts_with(['b', 'B']) { b"bc" } else { b"tb" };
            assert!(!is_segwit_address(address.as_bytes(), prefix), "{address}: {reason}");
        }
    }
}
