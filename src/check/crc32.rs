//! CRC-32 as in ISO 3309, Ethernet and zip, which GitHub and npm put at the end of their tokens.

/// The CRC-32 of `bytes`. Computed bit by bit: tokens are short and rare, a table would ship in every page.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |register, &byte| {
        (0..8).fold(register ^ u32::from(byte), |register, _| {
            (register >> 1) ^ (0xedb8_8320 & (register & 1).wrapping_neg())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn known_answers_hold() {
        // The check value that every catalogue of CRC parameters gives for this one, and the empty message.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
