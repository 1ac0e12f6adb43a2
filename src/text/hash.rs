//! FNV-1a, for tables of words: small, and quick on short ones.

/// Where a hash begins.
pub(super) const SEED: u32 = 0x811c_9dc5;

/// The hash with one more byte.
pub(super) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash of a word.
pub(crate) fn hash(word: &str) -> u32 {
    hash_bytes(word.as_bytes())
}

/// The hash of a word's first bytes.
pub(crate) fn hash_bytes(bytes: &[u8]) -> u32 {
    bytes.iter().fold(SEED, |hash, byte| step(hash, *byte))
}
