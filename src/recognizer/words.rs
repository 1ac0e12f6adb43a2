//! Words of seven languages: which are first names, and which end a name.

use std::sync::OnceLock;

use crate::text::{hash, order};

/// What a word is known for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordKind {
    /// A common first name.
    Name,
    /// A first name, and a word of its own: Rosa, Will, Вера.
    NameAndWord,
    /// A word that no name has.
    Ordinary,
    Unknown,
}

/// What a word in lower case is known for.
pub(crate) fn word_kind(word: &str) -> WordKind {
    lists().kind(word)
}

/// The hashes of the words of each list, in rising order: of two thousand, one unknown word in a million is taken for one of them.
struct Lists {
    names: Vec<u32>,
    both: Vec<u32>,
    ordinary: Vec<u32>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let rows = |table: &'static str| table.lines().filter_map(|line| line.split_once('\t'));
        let (both, names): (Vec<_>, Vec<_>) =
            rows(include_str!("../../data/first_names.txt")).partition(|(key, _)| *key == "words");
        let words = |rows: Vec<(&'static str, &'static str)>| {
            let hashes: Vec<u32> = rows.iter().flat_map(|(_, words)| words.split(' ')).map(hash).collect();
            order(hashes.iter().map(|hash| u64::from(*hash))).into_iter().map(|place| hashes[place as usize]).collect()
        };
        Lists {
            names: words(names),
            both: words(both),
            ordinary: words(rows(include_str!("../../data/ordinary_words.txt")).collect()),
        }
    })
}

impl Lists {
    fn kind(&self, word: &str) -> WordKind {
        let word = hash(word);
        let holds = |words: &[u32]| words.binary_search(&word).is_ok();
        if holds(&self.both) {
            WordKind::NameAndWord
        } else if holds(&self.names) {
            WordKind::Name
        } else if holds(&self.ordinary) {
            WordKind::Ordinary
        } else {
            WordKind::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_a_name_an_everyday_word_or_both() {
        for (word, kind) in [
            ("carlos", WordKind::Name),
            ("наталья", WordKind::Name),
            ("will", WordKind::NameAndWord),
            ("вера", WordKind::NameAndWord),
            ("zufrieden", WordKind::Ordinary),
            ("договоре", WordKind::Unknown),
        ] {
            assert_eq!(word_kind(word), kind, "{word}");
        }
    }

    #[test]
    fn every_row_of_the_lists_is_read_and_folded() {
        let rows =
            include_str!("../../data/first_names.txt").lines().chain(include_str!("../../data/ordinary_words.txt").lines());
        for word in rows.filter_map(|row| row.split_once('\t')).flat_map(|(_, words)| words.split(' ')) {
            assert_eq!(crate::text::Folded::new(word).lower(), word);
            assert_ne!(word_kind(word), WordKind::Unknown, "{word}");
        }
        let lists = lists();
        let apart = |a: &[u32], b: &[u32]| a.iter().all(|word| b.binary_search(word).is_err());
        assert!(apart(&lists.names, &lists.both), "what is both stands in the row of words only");
        assert!(apart(&lists.ordinary, &lists.names) && apart(&lists.ordinary, &lists.both));
    }
}
