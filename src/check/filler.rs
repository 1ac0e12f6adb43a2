//! What people type to fill a field.

/// Whether all digits are the same one: `000000000`, `111111111`. Letters do not count.
pub(crate) fn is_filler(canonical: &[u8]) -> bool {
    let mut digits = canonical.iter().filter(|byte| byte.is_ascii_digit());
    digits.next().is_none_or(|first| digits.all(|digit| digit == first))
}

#[cfg(test)]
mod tests {
    use super::is_filler;

    #[test]
    fn one_digit_over_and_over_fills_a_field() {
        assert!(is_filler(b"00000000T") && is_filler(b"1111111111"));
        assert!(!is_filler(b"00000001R") && !is_filler(b"1111111112"));
    }
}
