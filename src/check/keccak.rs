//! Keccak-256 as Ethereum uses it: the competition's padding, not that of FIPS 202 (SHA-3).

use zeroize::Zeroize;

#[rustfmt::skip]
const ROUND_CONSTANTS: [u64; 24] = [
    0x0000_0000_0000_0001, 0x0000_0000_0000_8082, 0x8000_0000_0000_808a, 0x8000_0000_8000_8000,
    0x0000_0000_0000_808b, 0x0000_0000_8000_0001, 0x8000_0000_8000_8081, 0x8000_0000_0000_8009,
    0x0000_0000_0000_008a, 0x0000_0000_0000_0088, 0x0000_0000_8000_8009, 0x0000_0000_8000_000a,
    0x0000_0000_8000_808b, 0x8000_0000_0000_008b, 0x8000_0000_0000_8089, 0x8000_0000_0000_8003,
    0x8000_0000_0000_8002, 0x8000_0000_0000_0080, 0x0000_0000_0000_800a, 0x8000_0000_8000_000a,
    0x8000_0000_8000_8081, 0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
];

/// Where the steps ρ and π send each lane in turn, beginning with lane 1, and by how many bits it is rotated.
#[rustfmt::skip]
const MOVES: [(usize, u32); 24] = [
    (10, 1), (7, 3), (11, 6), (17, 10), (18, 15), (3, 21), (5, 28), (16, 36), (8, 45), (21, 55), (24, 2), (4, 14),
    (15, 27), (23, 41), (19, 56), (13, 8), (12, 25), (2, 43), (20, 62), (14, 18), (22, 39), (9, 61), (6, 20), (1, 44),
];

/// Bytes taken in between two permutations: 1600 bits less twice the digest.
const RATE: usize = 136;

/// The Keccak-256 digest of `message`.
pub(super) fn keccak256(message: &[u8]) -> [u8; 32] {
    let mut state = [0_u64; 25];
    let (blocks, rest) = message.as_chunks::<RATE>();
    for block in blocks {
        absorb(&mut state, block);
    }
    let mut last = [0; RATE];
    last[..rest.len()].copy_from_slice(rest);
    last[rest.len()] = 0x01;
    last[RATE - 1] |= 0x80;
    absorb(&mut state, &last);

    let mut digest = [0; 32];
    for (bytes, lane) in digest.as_chunks_mut::<8>().0.iter_mut().zip(state) {
        *bytes = lane.to_le_bytes();
    }
    last.zeroize();
    state.zeroize();
    digest
}

fn absorb(state: &mut [u64; 25], block: &[u8; RATE]) {
    for (lane, bytes) in state.iter_mut().zip(block.as_chunks::<8>().0) {
        *lane ^= u64::from_le_bytes(*bytes);
    }
    for constant in ROUND_CONSTANTS {
        permute(state, constant);
    }
}

/// One round of Keccak-f[1600]: θ, ρ and π, χ, ι.
fn permute(state: &mut [u64; 25], constant: u64) {
    let columns: [u64; 5] = std::array::from_fn(|x| (0..5).fold(0, |parity, y| parity ^ state[x + 5 * y]));
    for (index, lane) in state.iter_mut().enumerate() {
        let x = index % 5;
        *lane ^= columns[(x + 4) % 5] ^ columns[(x + 1) % 5].rotate_left(1);
    }
    let mut carried = state[1];
    for (target, bits) in MOVES {
        carried = std::mem::replace(&mut state[target], carried.rotate_left(bits));
    }
    for row in state.as_chunks_mut::<5>().0 {
        let before = *row;
        for (x, lane) in row.iter_mut().enumerate() {
            *lane ^= !before[(x + 1) % 5] & before[(x + 2) % 5];
        }
    }
    state[0] ^= constant;
}

#[cfg(test)]
mod tests {
    use super::{RATE, keccak256};
    use crate::check::from_hex;

    #[test]
    fn known_answers_hold() {
        // The empty string as in the Ethereum Yellow Paper (the hash of an account without code), the signature of an ERC-20
        // event as every transfer logs it, and "abc".
        for (message, digest) in [
            ("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
            ("Transfer(address,address,uint256)", "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"),
            ("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
        ] {
            assert_eq!(keccak256(message.as_bytes()), from_hex(digest), "{message}");
        }
    }

    #[test]
    fn messages_around_the_length_of_a_block_are_padded_right() {
        // Answers of pycryptodome's `Crypto.Hash.keccak`. With one byte left, both ends of the padding share it.
        for (len, digest) in [
            (RATE - 1, "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446"),
            (RATE, "a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e"),
            (2 * RATE, "cf7fcd4f705ee749930d19ca84561a9bf62516bd90a471545fa2f49fdc7e63c8"),
        ] {
            assert_eq!(keccak256(&vec![b'a'; len]), from_hex(digest), "{len} bytes");
        }
    }
}
