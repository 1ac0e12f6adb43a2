//! ISO/IEC 7064 MOD 97-10, and its use in ISO 13616 (IBAN).

/// What the number that `characters` spell leaves when divided by 97. A letter of either case counts as two digits, A = 10 to Z = 35.
pub(crate) fn remainder_97<'a>(characters: impl IntoIterator<Item = &'a u8>) -> u32 {
    characters.into_iter().fold(0, |remainder, &byte| match byte {
        b'0'..=b'9' => (remainder * 10 + u32::from(byte - b'0')) % 97,
        _ => (remainder * 100 + u32::from(byte.to_ascii_uppercase()).saturating_sub(55)) % 97,
    })
}

/// Whether an IBAN's two check digits hold. `iban` holds ASCII letters and digits; one in 97 passes by chance.
pub(crate) fn iban_holds(iban: &[u8]) -> bool {
    let Some((front, account)) = iban.split_at_checked(4) else {
        return false;
    };
    remainder_97(account.iter().chain(front)) == 1
}

#[cfg(test)]
mod tests {
    use super::{iban_holds, remainder_97};

    #[test]
    fn registry_examples_hold_in_either_case() {
        // Examples of the SWIFT IBAN registry.
        for iban in [
            "GB29NWBK60161331926819", "ES9121000418450200051332", "DE89370400440532013000", "NO9386011117947",
            "MT84MALT011000012345MTLCAST001S", "LC55HEMM000100010012001200023015",
        ] {
            assert!(iban_holds(iban.as_bytes()), "{iban}");
            assert!(iban_holds(iban.to_ascii_lowercase().as_bytes()), "{iban} in lower case");
        }
    }

    #[test]
    fn a_changed_digit_and_swapped_digits_are_refused() {
        assert!(!iban_holds(b"GB29NWBK60161331926818"));
        assert!(!iban_holds(b"GB29NWBK60161331926891"));
        assert!(!iban_holds(b"GB2"));
    }

    #[test]
    fn the_remainder_is_that_of_the_whole_number() {
        // ISO/IEC 7064 explains MOD 97-10 with 794, whose check characters are 44.
        assert_eq!(remainder_97(b"79444"), 1);
        assert_eq!(remainder_97(b"2812345678"), 2_812_345_678 % 97);
    }
}
