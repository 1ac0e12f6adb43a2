//! EIP-55: the checksum that an Ethereum address carries in the case of its letters.

use zeroize::Zeroizing;

use super::keccak::keccak256;

/// Whether the case of each letter is the one EIP-55 asks for. `address` holds the 40 hexadecimal digits, without `0x`.
///
/// An address written in one case carries no checksum: that is for the caller to notice.
pub(crate) fn eip55_holds(address: &[u8]) -> bool {
    let Ok(lower) = <[u8; 40]>::try_from(address) else {
        return false;
    };
    let mut lower = Zeroizing::new(lower);
    lower.make_ascii_lowercase();
    let hash = Zeroizing::new(keccak256(lower.as_slice()));
    address.iter().enumerate().all(|(index, byte)| {
        let nibble = if index % 2 == 0 { hash[index / 2] >> 4 } else { hash[index / 2] & 0x0f };
        byte.is_ascii_digit() || byte.is_ascii_uppercase() == (nibble >= 8)
    })
}

#[cfg(test)]
mod tests {
    use super::eip55_holds;

    // The test cases of the standard, <https://eips.ethereum.org/EIPS/eip-55>.
    const ADDRESSES: [&str; 4] = [
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "D1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
    ];

    #[test]
    fn addresses_of_the_standard_hold() {
        for address in ADDRESSES {
            assert!(eip55_holds(address.as_bytes()), "{address}");
        }
    }

    #[test]
    fn one_letter_in_the_wrong_case_is_noticed() {
        for address in ADDRESSES {
            let letter = address.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            let mut wrong = address.as_bytes().to_vec();
            wrong[letter] ^= 0x20;
            assert!(!eip55_holds(&wrong), "{address}");
        }
    }

    #[test]
    fn another_length_is_not_an_address() {
        assert!(!eip55_holds(&ADDRESSES[0].as_bytes()[1..]));
    }
}
