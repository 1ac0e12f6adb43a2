//! The sum of the digits of products, as German and Austrian numbers are checked with.

/// The sum of the digits that each digit times its weight has, first with first; digits or weights left over do not count. A
/// product has two digits at most. `digits` holds ASCII digits, or their values.
pub(crate) fn weighted_digit_sum(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).fold(0, |sum, (byte, weight)| {
        let product = u32::from(byte & 0x0f) * weight;
        sum + product / 10 + product % 10
    })
}

#[cfg(test)]
mod tests {
    use super::weighted_digit_sum;

    #[test]
    fn a_product_of_two_digits_counts_as_both() {
        // The specimen of the German pension insurance, 15 070649 C 103: C is 03, and the check digit 3.
        let digits = b"1507064903".iter().chain(b"10").copied().collect::<Vec<_>>();
        assert_eq!(weighted_digit_sum(&digits, &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10, 3);
    }

    #[test]
    fn what_has_no_partner_does_not_count() {
        assert_eq!(weighted_digit_sum(b"99", &[9]), 9);
        assert_eq!(weighted_digit_sum(&[9], &[2, 5]), 9);
    }
}
