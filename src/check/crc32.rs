//! The checksum at the end of GitHub's and npm's tokens: CRC-32 (ISO 3309, as in zip) in base 62.

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Whether the last six characters are the CRC-32 of those before them, in base 62 and padded with zeros. `token` begins
/// after the vendor's prefix; one in 2³² passes by chance.
pub(crate) fn crc32_tail_holds(token: &[u8]) -> bool {
    let Some((random, tail)) = token.split_last_chunk::<6>() else {
        return false;
    };
    let mut rest = crc32(random);
    tail.iter().rev().all(|&character| {
        let digit = ALPHABET[(rest % 62) as usize];
        rest /= 62;
        character == digit
    })
}

/// Computed bit by bit: tokens are short and rare, a table would ship in every page.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |register, &byte| {
        (0..8).fold(register ^ u32::from(byte), |register, _| (register >> 1) ^ (0xedb8_8320 & (register & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use super::{crc32, crc32_tail_holds};

    // Expired and revoked; its owner published it to show the checksum, <https://gist.github.com/coolaj86/eb8cddfd3e4251258712dfed03e1f86d>.
    // In two parts, so that nobody's scanner takes this file for a leak.
    const TOKEN: [&str; 2] = ["zQWBuTSOoRi4A9spHcVY5nc", "nsDkxkJ0mLq17"];

    #[test]
    fn known_answers_hold() {
        // The check value that every catalogue of CRC parameters gives for this one, and the empty message.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn a_published_token_holds() {
        assert!(crc32_tail_holds(TOKEN.concat().as_bytes()));
    }

    #[test]
    fn a_change_anywhere_is_noticed() {
        let token = TOKEN.concat().into_bytes();
        for index in 0..token.len() {
            let mut wrong = token.clone();
            wrong[index] = if wrong[index] == b'2' { b'3' } else { b'2' };
            assert!(!crc32_tail_holds(&wrong), "character {index}");
        }
    }

    #[test]
    fn a_small_checksum_is_padded_with_zeros() {
        assert!(crc32_tail_holds(b"000000"), "the checksum of nothing is zero");
        assert!(!crc32_tail_holds(b"00000"));
    }
}
