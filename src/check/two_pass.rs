//! Weighted sums by 11 that are taken again, with other weights, where they leave ten.

use super::{date_of, weighted_sum};

/// What the first weights leave by 11 or, where that is ten, the second ones. `digits` holds ASCII digits.
pub(crate) fn two_pass_11(digits: &[u8], first: &[i32], second: &[i32]) -> i32 {
    match weighted_sum(digits, first) % 11 {
        10 => weighted_sum(digits, second) % 11,
        remainder => remainder,
    }
}

/// Whether eleven digits are a personal code of Estonia or Lithuania: sex and century of somebody alive, date of birth, serial number and
/// check digit. One in 680 passes by chance.
pub(crate) fn baltic_code_holds(code: &[u8]) -> bool {
    let control = two_pass_11(&code[..10], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1], &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 10;
    matches!(code[0], b'3'..=b'6') && date_of(&code[1..7], *b"ymd") && control == i32::from(code[10] & 0x0f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_is_not_what_the_first_weights_may_leave() {
        assert_eq!(two_pass_11(b"12", &[1, 2], &[1, 1]), 5);
        assert_eq!(two_pass_11(b"55", &[1, 1], &[1, 2]), 4);
        assert_eq!(two_pass_11(b"55", &[1, 1], &[2, 0]), 10);
    }

    #[test]
    fn the_usual_codes_of_both_countries_hold() {
        // The examples most descriptions use: 36805280109 of Estonia, 33309240064 of Lithuania.
        assert!(baltic_code_holds(b"36805280109") && baltic_code_holds(b"33309240064"));
        assert!(!baltic_code_holds(b"36805280108") && !baltic_code_holds(b"36813280109") && !baltic_code_holds(b"06805280109"));
    }
}
