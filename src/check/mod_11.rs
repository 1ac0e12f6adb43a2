//! The check digit by 11 that most countries of Latin America write.

use super::weighted_sum;

/// What the weighted sum lacks to the next multiple of 11. `ten` is what the issuer writes for ten. `digits` holds ASCII digits.
pub(crate) fn mod_11_digit(digits: &[u8], weights: &[i32], ten: u8) -> u8 {
    match weighted_sum(digits, weights) % 11 {
        0 => b'0',
        1 => ten,
        rest => u8::try_from(i32::from(b'0') + 11 - rest).unwrap_or(ten),
    }
}

#[cfg(test)]
mod tests {
    use super::mod_11_digit;

    #[test]
    fn the_digit_closes_the_published_examples() {
        // Receita Federal's CPF 111.444.777-35, its first check digit; the RUT 76.086.428-5 of the SII's examples.
        assert_eq!(mod_11_digit(b"111444777", &[10, 9, 8, 7, 6, 5, 4, 3, 2], b'0'), b'3');
        assert_eq!(mod_11_digit(b"76086428", &[3, 2, 7, 6, 5, 4, 3, 2], b'K'), b'5');
    }

    #[test]
    fn ten_and_eleven_are_written_as_the_issuer_does() {
        assert_eq!(mod_11_digit(b"6", &[2], b'K'), b'K');
        assert_eq!(mod_11_digit(b"0", &[2], b'K'), b'0');
    }
}
