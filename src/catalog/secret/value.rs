//! What a drawn secret looks like, whoever drew it.

use super::vendor_key::is_placeholder;
use crate::check::entropy_bits;

/// A longer run is a file.
const LONGEST: usize = 1024;
/// So much of a value tells what it is.
const JUDGED: usize = 256;

/// The end of the run of token characters that begins here; the full stop of the sentence is no part of it.
pub(super) fn run_end(text: &str, start: usize) -> usize {
    let rest = &text.as_bytes()[start..];
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+/=_-.~".contains(byte);
    let len = rest.iter().take(LONGEST).take_while(is_part).count();
    start + len - rest[..len].iter().rev().take_while(|&&byte| byte == b'.').count()
}

/// True for letters and digits in a mixture that nobody would type.
pub(super) fn is_random(value: &str, least: usize) -> bool {
    const LEAST_ENTROPY: f32 = 2.8;
    let value = &value.as_bytes()[..value.len().min(JUDGED)];
    let has = |class: fn(&u8) -> bool| value.iter().any(class);
    // Twenty random letters without a digit are rare, but they come in both cases.
    let mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
        || value.len() >= 20
            && value.windows(2).filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()).count() > 2;
    value.len() >= least && mixed && entropy_bits(value) >= LEAST_ENTROPY && !is_placeholder(value)
}
