//! The letter that closes a Spanish DNI, NIE or NIF.

/// The letter of a number: its remainder by 23 in the row that the ministry published.
pub(crate) fn nif_letter(number: u32) -> u8 {
    const LETTERS: [u8; 23] = *b"TRWAGMYFPDXBNJZSQVHLCKE";
    LETTERS[(number % 23) as usize]
}

#[cfg(test)]
mod tests {
    use super::nif_letter;

    #[test]
    fn the_specimen_of_the_ministry_holds() {
        assert_eq!(nif_letter(12_345_678), b'Z');
        assert_eq!(nif_letter(0), b'T');
    }
}
