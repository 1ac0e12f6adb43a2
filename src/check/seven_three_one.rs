//! The weights 7, 3, 1 of ICAO Doc 9303 part 3, which many national numbers took over.

use super::alnum_value;

/// The sum of digits and capital letters, a letter counting 10 to 35, times 7, 3, 1, 7, 3, 1 and so on.
pub(crate) fn sum_731(text: &[u8]) -> u32 {
    text.iter().zip([7, 3, 1].into_iter().cycle()).map(|(&byte, weight)| alnum_value(byte) * weight).sum()
}

#[cfg(test)]
mod tests {
    use super::sum_731;

    #[test]
    fn the_example_of_the_standard_holds() {
        // Doc 9303 part 3, 4.9: the date 520727 has the check digit 3, the number AB2134 the check digit 5.
        assert_eq!(sum_731(b"520727") % 10, 3);
        assert_eq!(sum_731(b"AB2134") % 10, 5);
    }
}
