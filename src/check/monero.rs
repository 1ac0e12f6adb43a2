//! Address of Monero: base58 in blocks, and four bytes of Keccak-256 at the end.

use zeroize::Zeroizing;

use super::{base58::ALPHABET, keccak::keccak256};

/// Eleven characters stand for eight bytes; the seven of the last block for five.
const BLOCK: usize = 11;
const LAST_BLOCK: usize = 7;
/// An integrated address: network, two keys, a payment id, the checksum.
const LONGEST: usize = 77;

/// Whether this is a standard address, a subaddress or an integrated one whose checksum holds. One in 2³² passes by chance.
pub(crate) fn monero_holds(address: &[u8]) -> bool {
    let mut bytes = Zeroizing::new([0_u8; LONGEST]);
    let mut len = 0;
    for block in address.chunks(BLOCK) {
        let size = match block.len() {
            BLOCK => 8,
            LAST_BLOCK => 5,
            _ => return false,
        };
        let value = block.iter().try_fold(0_u64, |value, symbol| {
            let digit = ALPHABET.iter().position(|known| known == symbol)?;
            value.checked_mul(58)?.checked_add(digit as u64)
        });
        let Some(value) = value.filter(|value| size == 8 || value >> (8 * size) == 0) else { return false };
        let Some(place) = bytes.get_mut(len..len + size) else { return false };
        place.copy_from_slice(&value.to_be_bytes()[8 - size..]);
        len += size;
    }
    matches!(len, 69 | LONGEST) && keccak256(&bytes[..len - 4]).starts_with(&bytes[len - 4..len])
}

#[cfg(test)]
mod tests {
    use super::monero_holds;

    /// Where the project takes donations, as its own site prints it.
    const DONATIONS: &[u8] = b"44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A";

    #[test]
    fn a_published_address_holds() {
        assert!(monero_holds(DONATIONS));
    }

    #[test]
    fn one_changed_character_is_noticed() {
        for index in 0..DONATIONS.len() {
            let mut wrong = DONATIONS.to_vec();
            wrong[index] = if wrong[index] == b'2' { b'3' } else { b'2' };
            assert!(!monero_holds(&wrong), "character {index}");
        }
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        assert!(
            !monero_holds(b"") && !monero_holds(&DONATIONS[..94]) && !monero_holds(&[b'z'; 106]) && !monero_holds(&[b'1'; 700])
        );
    }
}
