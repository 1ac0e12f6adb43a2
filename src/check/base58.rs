//! `Base58Check`: Bitcoin's alphabet without `0`, `O`, `I` and `l`, and four bytes of a double SHA-256 at the end.

use zeroize::Zeroizing;

use super::sha256;

pub(super) const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// The longest value in use: an extended key of BIP-32, 78 bytes and the checksum.
const LONGEST: usize = 82;

/// What a value with a right checksum is, without its secret part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Base58Check {
    /// The first byte, which names the kind and the network.
    pub(crate) version: u8,
    /// Bytes before the checksum, the version included.
    pub(crate) len: usize,
}

/// Reads `Base58Check`; nothing if the alphabet, the length or the checksum is wrong. One in 2³² passes by chance.
pub(crate) fn base58check(text: &[u8]) -> Option<Base58Check> {
    let mut number = Zeroizing::new([0; LONGEST]);
    let bytes = decode(text, &mut number)?;
    let (payload, checksum) = bytes.split_last_chunk::<4>()?;
    let (&version, _) = payload.split_first()?;
    let once = Zeroizing::new(sha256(payload));
    let twice = Zeroizing::new(sha256(once.as_slice()));
    twice.starts_with(checksum).then_some(Base58Check { version, len: payload.len() })
}

/// How many bytes the text stands for; nothing if a character is none of the alphabet.
pub(crate) fn base58_len(text: &[u8]) -> Option<usize> {
    let mut number = Zeroizing::new([0; LONGEST]);
    decode(text, &mut number).map(<[u8]>::len)
}

/// Decodes into the end of `number`; each leading `1` stands for a zero byte of its own.
fn decode<'n>(text: &[u8], number: &'n mut [u8; LONGEST]) -> Option<&'n [u8]> {
    let mut start = LONGEST;
    for &symbol in text {
        let mut carry = ALPHABET.iter().position(|&known| known == symbol)?;
        for byte in number[start..].iter_mut().rev() {
            carry += usize::from(*byte) * 58;
            *byte = carry as u8;
            carry >>= 8;
        }
        // At most one byte: a carry is below 58 when the number is below 256 to its length.
        if carry > 0 {
            start = start.checked_sub(1)?;
            number[start] = carry as u8;
        }
    }
    let zeros = text.iter().take_while(|&&symbol| symbol == b'1').count();
    start = start.checked_sub(zeros)?;
    Some(&number[start..])
}

#[cfg(test)]
mod tests {
    use super::{Base58Check, base58check};

    #[test]
    fn published_values_are_read() {
        for (text, version, len) in [
            // The address of the first Bitcoin block, and the pay-to-script-hash example of the Bitcoin wiki.
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", 0x00, 21),
            ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", 0x05, 21),
            // The private key of the Bitcoin wiki's page on the wallet import format.
            ("5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ", 0x80, 33),
            // A token contract on TRON.
            ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", 0x41, 21),
            // Test vector 1 of BIP-32.
            (
                "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
                0x04,
                78,
            ),
        ] {
            assert_eq!(base58check(text.as_bytes()), Some(Base58Check { version, len }), "{text}");
        }
    }

    #[test]
    fn a_key_of_32_bytes_is_measured() {
        // The token program of Solana, and the system program, which is all zeros.
        assert_eq!(super::base58_len(b"TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"), Some(32));
        assert_eq!(super::base58_len(b"11111111111111111111111111111111"), Some(32));
        assert_eq!(super::base58_len(b"0OIl"), None);
    }

    #[test]
    fn one_changed_character_is_noticed() {
        let address = b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
        for index in 0..address.len() {
            let mut wrong = *address;
            wrong[index] = if wrong[index] == b'2' { b'3' } else { b'2' };
            assert_eq!(base58check(&wrong), None, "character {index}");
        }
    }

    #[test]
    fn a_missing_leading_one_is_noticed() {
        assert_eq!(base58check(b"A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), None);
    }

    #[test]
    fn what_cannot_be_a_value_is_refused() {
        for text in ["", "1", "1111", "0OIl", "1A1zP1eP5QGefi2DMPTfTL5SLmv7Div Na"] {
            assert_eq!(base58check(text.as_bytes()), None, "{text}");
        }
        assert_eq!(base58check(&[b'z'; 500]), None);
        assert_eq!(base58check(&[b'1'; 500]), None);
    }
}
