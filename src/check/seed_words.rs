//! BIP-39: the words a wallet is restored from, and the checksum in the last of them.

use std::sync::OnceLock;

use zeroize::Zeroizing;

use super::sha256;

/// Letters that tell a word from all others.
const TELLING: usize = 4;
const LONGEST_WORD: usize = 8;
const BITS_OF_WORD: usize = 11;
/// Words of the longest phrase, and the bytes they stand for.
const MOST_WORDS: usize = 24;
const MOST_BYTES: usize = MOST_WORDS * BITS_OF_WORD / 8;

/// The words' first letters as numbers, in rising order: a word's place is what it stands for.
fn beginnings() -> &'static [u32] {
    static BEGINNINGS: OnceLock<Vec<u32>> = OnceLock::new();
    BEGINNINGS.get_or_init(|| {
        let mut beginnings = Vec::new();
        for line in include_str!("../../data/seed_words.txt").lines() {
            let (first, groups) = line.split_at(1);
            for group in groups.split(',') {
                let (second, rest) = group.split_at(1);
                for pair in rest.as_bytes().chunks(2) {
                    beginnings.push(pack(&[first.as_bytes(), second.as_bytes(), pair].concat()));
                }
            }
        }
        beginnings
    })
}

/// The first four letters; a full stop stands for none.
fn pack(word: &[u8]) -> u32 {
    let letter =
        |place: usize| word.get(place).filter(|letter| letter.is_ascii_lowercase()).map_or(0, |&letter| u32::from(letter));
    letter(0) << 24 | letter(1) << 16 | letter(2) << 8 | letter(3)
}

/// The number of a word in lower case in the English list, by its first four letters.
pub(crate) fn seed_word(word: &[u8]) -> Option<u16> {
    if !(TELLING - 1..=LONGEST_WORD).contains(&word.len()) || !word.iter().all(u8::is_ascii_lowercase) {
        return None;
    }
    beginnings().binary_search(&pack(word)).ok().map(|place| place as u16)
}

/// Whether words can be a whole phrase, 12 to 24 of them, and the checksum in the last one holds. Of twelve words one row in 16
/// passes by chance.
pub(crate) fn seed_checksum_holds(words: &[u16]) -> bool {
    if words.len() < 12 || words.len() > MOST_WORDS || !words.len().is_multiple_of(3) {
        return false;
    }
    let mut bytes = Zeroizing::new([0_u8; MOST_BYTES]);
    for (place, word) in words.iter().enumerate() {
        for bit in 0..BITS_OF_WORD {
            let at = place * BITS_OF_WORD + bit;
            bytes[at / 8] |= ((word >> (BITS_OF_WORD - 1 - bit) & 1) as u8) << (7 - at % 8);
        }
    }
    let entropy = words.len() / 3 * 4;
    let checksum = Zeroizing::new(sha256(&bytes[..entropy]));
    let shift = 8 - words.len() / 3;
    bytes[entropy] >> shift == checksum[0] >> shift
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(phrase: &str) -> bool {
        let words: Option<Vec<u16>> = phrase.split(' ').map(|word| seed_word(word.as_bytes())).collect();
        words.is_some_and(|words| seed_checksum_holds(&words))
    }

    #[test]
    fn the_list_is_whole_and_in_order() {
        assert_eq!(beginnings().len(), 2048);
        assert!(beginnings().is_sorted());
        for (word, place) in [("abandon", 0), ("act", 19), ("action", 20), ("legal", 1019), ("zoo", 2047)] {
            assert_eq!(seed_word(word.as_bytes()), Some(place), "{word}");
        }
        for word in ["the", "is", "Legal", "legalization", "zo", "wallets1"] {
            assert_eq!(seed_word(word.as_bytes()), None, "{word}");
        }
    }

    #[test]
    fn the_vectors_of_the_reference_implementation_hold() {
        for phrase in [
            "legal winner thank year wave sausage worth useful legal winner thank yellow",
            "letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter always",
            "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote",
        ] {
            assert!(holds(phrase), "{phrase}");
        }
        assert!(!holds("legal winner thank year wave sausage worth useful legal winner thank thank"));
        assert!(!holds("legal winner thank year wave sausage worth useful legal winner thank"));
    }
}
