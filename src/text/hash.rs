//! FNV-1a, for tables of words: small, and quick on short ones.

/// Where a hash begins.
const SEED: u32 = 0x811c_9dc5;

/// The hash with one more byte.
fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash of a word.
pub(crate) fn hash(word: &str) -> u32 {
    word.bytes().fold(SEED, step)
}

/// The hash of a word by its first and last bytes: what words are looked up by that are compared afterwards.
pub(crate) fn word_hash(word: &[u8]) -> u32 {
    let bytes = match word {
        [first @ .., _, _, _, _] if first.len() >= 4 => four(word) | four(first) << 32 ^ four(&word[word.len() - 4..]) << 17,
        [_, _, _, _, ..] => four(word) | four(&word[word.len() - 4..]) << 32,
        [first, .., last] => u64::from(*first) | u64::from(word[1]) << 8 | u64::from(*last) << 16,
        [only] => u64::from(*only),
        [] => 0,
    };
    mixed(bytes ^ (word.len() as u64) << 56)
}

/// The hash of the first bytes of a word, 4 or 6; none where it has fewer.
pub(crate) fn opening_hash(word: &[u8], len: usize) -> Option<u32> {
    let opening = word.get(..len)?;
    Some(mixed(four(opening) | four(&opening[len - 4..]) << 32))
}

fn four(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |four| u64::from(u32::from_le_bytes(*four)))
}

/// The upper half of a product with the golden ratio, where all bits have met.
fn mixed(bytes: u64) -> u32 {
    (bytes.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}
