//! FNV-1a, for tables of words: small, and quick on short ones.

/// Where a hash begins.
pub(crate) const SEED: u32 = 0x811c_9dc5;

/// The hash with one more byte.
pub(crate) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash of a word.
pub(crate) fn hash(word: &str) -> u32 {
    word.bytes().fold(SEED, step)
}
