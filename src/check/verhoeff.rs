//! The Verhoeff scheme: a check digit over the symmetries of a pentagon.
//!
//! J. Verhoeff, "Error Detecting Decimal Codes", Mathematical Centre Tracts 29, 1969.

/// One step of the permutation that a digit's place asks for.
const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// Whether the last digit is the Verhoeff check digit of the others. `digits` holds ASCII digits; one in ten passes by chance.
pub(crate) fn verhoeff_holds(digits: &[u8]) -> bool {
    digits.iter().rev().enumerate().fold(0, |sum, (place, byte)| {
        let moved = (0..place % 8).fold(byte & 0x0f, |digit, _| PERMUTATION[usize::from(digit % 10)]);
        times(sum, moved)
    }) == 0
}

/// Multiplication in the dihedral group of order ten: 0 to 4 turn the pentagon, 5 to 9 flip it as well.
fn times(a: u8, b: u8) -> u8 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b) % 5,
        (false, true) => 5 + (a - b) % 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

#[cfg(test)]
mod tests {
    use super::verhoeff_holds;

    #[test]
    fn the_usual_specimen_holds() {
        // 236 with check digit 3, the example most descriptions work through.
        assert!(verhoeff_holds(b"2363"));
        assert!(!verhoeff_holds(b"2364"));
    }

    #[test]
    fn exactly_one_check_digit_holds_and_swapped_neighbours_are_noticed() {
        let holds = |last: u8| verhoeff_holds(&[b"49911883071", &[last][..]].concat());
        assert_eq!((b'0'..=b'9').filter(|&last| holds(last)).count(), 1);
        assert!(!verhoeff_holds(b"2633"));
    }
}
