//! Lists of words in one string: a quarter of what a list of strings costs in the wasm, and as quick to ask.

use std::sync::OnceLock;

use crate::text::word_hash;

use super::has_part;

/// Words parted by ", ", in lower case and without accents.
#[derive(Debug)]
pub(crate) struct WordList {
    list: &'static str,
    /// A bit for each pair of bytes that a word begins with: most questions end here.
    openings: [u64; 8],
    /// Where the words stand, counted from 1, by their hash with open addressing. Made for the first word that may be one.
    places: OnceLock<Box<[u16]>>,
}

impl WordList {
    pub(crate) const fn new(list: &'static str) -> Self {
        let bytes = list.as_bytes();
        let mut openings = [0; 8];
        let mut at = 0;
        while at < bytes.len() {
            let bit = opening(bytes[at], if at + 1 < bytes.len() { bytes[at + 1] } else { 0 });
            openings[bit / 64] |= 1 << (bit % 64);
            while at < bytes.len() && bytes[at] != b',' {
                at += 1;
            }
            at += 2;
        }
        Self { list, openings, places: OnceLock::new() }
    }

    /// The same for words that end others: the bits are of their last two bytes. Each needs two.
    pub(crate) const fn endings(list: &'static str) -> Self {
        let bytes = list.as_bytes();
        let mut openings = [0; 8];
        let mut at = 2;
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b',' {
                let bit = opening(bytes[at - 2], bytes[at - 1]);
                openings[bit / 64] |= 1 << (bit % 64);
            }
            at += 1;
        }
        Self { list, openings, places: OnceLock::new() }
    }

    /// What stands before the word of the list that ends this one; of more than one, the first. For a list of endings.
    pub(crate) fn before_ending<'t>(&self, word: &'t str) -> Option<&'t str> {
        let [.., first, second] = word.as_bytes() else { return None };
        if !self.has_bit(opening(*first, *second)) {
            return None;
        }
        self.iter().find_map(|ending| word.strip_suffix(ending))
    }

    /// True where the list has this word.
    pub(crate) fn has(&self, word: &str) -> bool {
        if !self.may_hold(word) {
            return false;
        }
        let places = self.places.get_or_init(|| self.places());
        let mut slot = word_hash(word.as_bytes()) as usize;
        loop {
            slot &= places.len() - 1;
            let Some(place) = places[slot].checked_sub(1) else { return false };
            let here = self.list.as_bytes()[usize::from(place)..].strip_prefix(word.as_bytes());
            if here.is_some_and(|behind| matches!(behind.first(), None | Some(b','))) {
                return true;
            }
            slot += 1;
        }
    }

    fn places(&self) -> Box<[u16]> {
        let mut places = vec![0; (2 * words(self.list).count() + 1).next_power_of_two()].into_boxed_slice();
        let mut place = 0;
        for word in words(self.list) {
            let mut slot = word_hash(word.as_bytes()) as usize & (places.len() - 1);
            while places[slot] != 0 {
                slot = (slot + 1) & (places.len() - 1);
            }
            places[slot] = place + 1;
            place += word.len() as u16 + 2;
        }
        places
    }

    /// True where a word of the list begins this one. Each word of the list needs two bytes.
    pub(crate) fn begins(&self, word: &str) -> bool {
        self.may_hold(word) && words(self.list).any(|one| word.starts_with(one))
    }

    /// False where no word of the list, and no phrase, begins with this one.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let bit = match word.as_bytes() {
            [first, second, ..] => opening(*first, *second),
            [only] => opening(*only, 0),
            [] => return false,
        };
        self.has_bit(bit)
    }

    fn has_bit(&self, bit: usize) -> bool {
        self.openings[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// Every word.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> {
        words(self.list)
    }
}

/// One of 512.
const fn opening(first: u8, second: u8) -> usize {
    // The end of the word.
    let second = if matches!(second, b',' | b' ') { 0 } else { second };
    ((first as usize).wrapping_mul(37) ^ (second as usize).wrapping_mul(11)) % 512
}

/// The words of such a list.
pub(crate) fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let list = rest?;
        let end = list.bytes().position(|byte| byte == b',').unwrap_or(list.len());
        rest = list.get(end + 2..);
        Some(&list[..end])
    })
}

/// True where the text holds one of the words of such a list, as a part of a word, too.
pub(crate) fn holds_any(text: &str, list: &'static str) -> bool {
    words(list).any(|word| has_part(text, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: WordList = WordList::new("order, o, заказ, order no");

    #[test]
    fn a_list_knows_its_words_and_no_others() {
        assert!(["order", "o", "заказ", "order no"].iter().all(|word| LIST.has(word)));
        assert!(!["orders", "or", "", "заказы", "no"].iter().any(|word| LIST.has(word)));
        assert_eq!(LIST.iter().collect::<Vec<_>>(), ["order", "o", "заказ", "order no"]);
    }

    #[test]
    fn a_longer_word_may_begin_with_one_of_the_list() {
        assert!(LIST.begins("orders") && LIST.begins("заказы") && !LIST.begins("card"));
    }
    static ENDINGS: WordList = WordList::endings("strasse, str, ул");

    #[test]
    fn a_word_of_a_list_is_found_inside_a_text_and_at_its_end() {
        assert!(holds_any("reorder", "note, order") && !holds_any("ord", "note, order"));
        assert_eq!(ENDINGS.before_ending("lindenstrasse"), Some("linden"));
        assert_eq!(ENDINGS.before_ending("ул"), Some(""));
        assert_eq!(ENDINGS.before_ending("linden"), None);
    }
}
