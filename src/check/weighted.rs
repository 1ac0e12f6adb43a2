//! The weighted sum that most national numbers are checked with.

/// The sum of each digit times its weight, first with first; digits or weights left over do not count. `digits` holds ASCII digits.
pub(crate) fn weighted_sum(digits: &[u8], weights: &[i32]) -> i32 {
    digits.iter().zip(weights).map(|(byte, weight)| i32::from(byte & 0x0f) * weight).sum()
}

#[cfg(test)]
mod tests {
    use super::weighted_sum;

    #[test]
    fn each_digit_meets_its_own_weight() {
        // The BSN specimen 111222333 of the Dutch administration: 1·9+1·8+1·7+2·6+2·5+2·4+3·3+3·2−3 = 66.
        assert_eq!(weighted_sum(b"111222333", &[9, 8, 7, 6, 5, 4, 3, 2, -1]), 66);
    }

    #[test]
    fn what_has_no_partner_does_not_count() {
        assert_eq!(weighted_sum(b"123", &[1, 10]), 21);
        assert_eq!(weighted_sum(b"1", &[7, 100]), 7);
    }
}
