//! The Luhn formula, ISO/IEC 7812-1 annex B.

/// Whether the last digit is the Luhn check digit of the others. `digits` holds ASCII digits; one in ten passes by chance.
pub(crate) fn luhn_holds(digits: &[u8]) -> bool {
    luhn_sum(digits).is_multiple_of(10)
}

/// The sum that has to end in 0, every second digit doubled, the last one not; a prefix that is not written adds its own.
pub(crate) fn luhn_sum(digits: &[u8]) -> u32 {
    digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte & 0x0f);
            match (place % 2, digit) {
                (0, _) => digit,
                (_, 0..=4) => 2 * digit,
                _ => 2 * digit - 9,
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{luhn_holds, luhn_sum};

    #[test]
    fn published_test_cards_hold() {
        // Test numbers of Stripe's documentation, <https://docs.stripe.com/testing>.
        for card in ["4242424242424242", "5555555555554444", "378282246310005", "30569309025904", "6205500000000000004"] {
            assert!(luhn_holds(card.as_bytes()), "{card}");
        }
    }

    #[test]
    fn exactly_one_check_digit_holds() {
        // The account number that explains the formula in most descriptions: 7992739871, check digit 3.
        let holding: Vec<u8> = (b'0'..=b'9').filter(|&last| luhn_holds(&[b"7992739871", &[last][..]].concat())).collect();
        assert_eq!(holding, b"3");
    }

    #[test]
    fn two_neighbours_swapped_are_noticed() {
        assert!(!luhn_holds(b"79927398731"));
    }

    #[test]
    fn a_prefix_that_is_not_written_adds_its_own() {
        // The specimen of the NPI rules: 1234567893 behind 80840, which adds 24.
        assert_eq!(luhn_sum(b"808401234567893"), luhn_sum(b"1234567893") + 24);
        assert!(luhn_holds(b"808401234567893"));
    }
}
