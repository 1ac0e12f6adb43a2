//! Questions to eight bytes at once: the answers are in the upper bit of each byte.

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;
const UPPER: u64 = 0x80 * EACH;

/// The first eight of these bytes, the first of them lowest; zeros where they are fewer.
#[inline]
pub(super) fn eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// Bytes beyond ASCII.
#[inline]
pub(super) fn high(eight: u64) -> u64 {
    eight & UPPER
}

/// Bytes that lie between these two of ASCII.
#[inline]
pub(super) fn between(eight: u64, first: u8, last: u8) -> u64 {
    let ascii = eight & !UPPER;
    let from = ascii + u64::from(0x80 - first) * EACH;
    let behind = ascii + u64::from(0x7f - last) * EACH;
    (from ^ behind) & !eight & UPPER
}

/// This byte of ASCII. The lowest answer is right; above it there may be wrong ones.
#[inline]
pub(super) fn lowest(eight: u64, byte: u8) -> u64 {
    let other = eight ^ (u64::from(byte) * EACH);
    other.wrapping_sub(EACH) & !other & UPPER
}

/// Capital letters of ASCII made small.
#[inline]
pub(super) fn small(eight: u64) -> u64 {
    eight | between(eight, b'A', b'Z') >> 2
}

/// The eight answers as eight bits.
#[inline]
pub(super) fn side_by_side(answers: u64) -> u64 {
    (answers >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_answered_for_as_alone() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = *b"m5~ \x7fZ@q";
                bytes[place] = byte;
                let all = eight(&bytes);
                let answers = |is: &dyn Fn(u8) -> bool| (0..8).filter(|i| is(bytes[*i])).fold(0, |bits, i| bits | 1 << i);
                assert_eq!(side_by_side(high(all)), answers(&|b| b >= 0x80));
                assert_eq!(side_by_side(between(all, b'0', b'9')), answers(&|b| b.is_ascii_digit()));
                assert_eq!(side_by_side(between(all, b'a', b'z')), answers(&|b| b.is_ascii_lowercase()));
                assert_eq!(small(all).to_le_bytes(), bytes.map(|b| b.to_ascii_lowercase()));
                let first = bytes.iter().position(|b| *b == b'&').map_or(u64::BITS, |i| i as u32 * 8 + 7);
                assert_eq!(lowest(all, b'&').trailing_zeros(), first);
            }
        }
    }

    #[test]
    fn what_is_missing_is_zero() {
        assert_eq!(eight(b"ab"), 0x6261);
        assert_eq!(eight(b""), 0);
    }
}
