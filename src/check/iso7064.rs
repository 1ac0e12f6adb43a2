//! The pure and hybrid systems of ISO/IEC 7064 with one check character.

/// Whether the last digit makes the number congruent to 1 in the hybrid system MOD 11,10. `digits` holds ASCII digits; one in ten passes
/// by chance.
pub(crate) fn mod_11_10_holds(digits: &[u8]) -> bool {
    hybrid(digits, 10, |byte| u32::from(byte & 0x0f))
}

/// The same in MOD 37,36, over digits and capital letters; one in 36 passes by chance.
pub(crate) fn mod_37_36_holds(text: &[u8]) -> bool {
    hybrid(text, 36, alnum_value)
}

/// Whether the last character, `X` for ten, makes the number congruent to 1 in the pure system MOD 11-2; one in eleven passes by chance.
pub(crate) fn mod_11_2_holds(digits: &[u8]) -> bool {
    let value = |byte: u8| if byte == b'X' { 10 } else { u32::from(byte & 0x0f) };
    digits.iter().fold(0, |sum, &byte| (sum * 2 + value(byte)) % 11) == 1
}

/// What a digit or capital letter counts: 0 to 9, then 10 for A to 35 for Z.
pub(crate) fn alnum_value(byte: u8) -> u32 {
    if byte.is_ascii_digit() { u32::from(byte & 0x0f) } else { u32::from(byte.wrapping_sub(b'A')) + 10 }
}

fn hybrid(text: &[u8], modulus: u32, value: impl Fn(u8) -> u32) -> bool {
    let Some((&last, rest)) = text.split_last() else { return false };
    let product = rest.iter().fold(modulus, |product, &byte| {
        let sum = (product + value(byte)) % modulus;
        2 * if sum == 0 { modulus } else { sum } % (modulus + 1)
    });
    (product + value(last)) % modulus == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard_hold() {
        // ISO/IEC 7064:2003, the worked examples of MOD 11-2, MOD 11,10 and MOD 37,36.
        assert!(mod_11_2_holds(b"07940") && mod_11_2_holds(b"079X"));
        assert!(mod_11_10_holds(b"07945"));
        assert!(mod_37_36_holds(b"A12425GABC1234002M"));
    }

    #[test]
    fn exactly_one_check_character_holds() {
        assert_eq!((b'0'..=b'9').filter(|&last| mod_11_10_holds(&[b"8659574262", &[last][..]].concat())).count(), 1);
        let characters = (b'0'..=b'9').chain(b'A'..=b'Z');
        assert_eq!(characters.filter(|&last| mod_37_36_holds(&[b"AX17", &[last][..]].concat())).count(), 1);
    }
}
