//! Places of China, as GB/T 2260 numbers them.

use super::number;

/// Whether two digits are a province, or Hong Kong, Macau or Taiwan.
pub(crate) fn is_chinese_province(digits: &[u8]) -> bool {
    matches!(number(digits), 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

#[cfg(test)]
mod tests {
    use super::is_chinese_province;

    #[test]
    fn the_places_are_those_of_the_standard() {
        let places = (0..100).filter(|place| is_chinese_province(format!("{place:02}").as_bytes())).count();
        assert_eq!(places, 35);
        assert!(
            is_chinese_province(b"11")
                && is_chinese_province(b"65")
                && !is_chinese_province(b"16")
                && !is_chinese_province(b"00")
        );
    }
}
