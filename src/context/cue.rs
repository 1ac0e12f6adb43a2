//! Cues: the words that stand near a value, found for all recognizers and languages in one look at each word.

use std::borrow::Cow;

use crate::{
    recognizer::{Concept, Language, Recognizer, words},
    text::{OPENING, Span, Token, hash, hash_bytes, order, token_at},
};

use super::negative::NEGATIVE;

/// The cue words of a set of recognizers.
#[derive(Debug)]
pub(crate) struct CueIndex {
    cues: Vec<Cue>,
    /// Who asked for the cues, one cue's after another's.
    owners: Vec<u16>,
    /// By the hash of a cue's anchor, and by that of its opening where any ending may follow.
    words: Table,
    openings: Table,
    /// For each recognizer the concepts it is one of, a bit each.
    concepts: Vec<u16>,
}

/// A word or phrase, of all languages that have it.
#[derive(Debug)]
struct Cue {
    text: Cow<'static, str>,
    /// Of its anchor, or of the anchor's opening where any ending may follow.
    hash: u32,
    /// A bit for each.
    languages: u8,
    /// Which of its words is the longest: the least likely to stand there by accident.
    anchor: u8,
    words: u8,
    /// Which concepts it is a word for, a bit each.
    concepts: u16,
    /// Its stretch of the owners.
    owners: (u32, u32),
}

/// For whom a cue stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Owner {
    Recognizer(u16),
    Concept(u16),
    /// It speaks against numbers being personal.
    Nobody,
}

/// How a cue speaks for a recognizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Support {
    /// By the name of what many countries issue.
    Concept,
    /// By a word of its own.
    Own,
}

/// A cue that stands in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// In the folded text.
    pub(crate) span: Span,
    /// First and last token.
    pub(crate) first: u32,
    pub(crate) last: u32,
    cue: u16,
}

impl CueIndex {
    /// The cues of these recognizers in these languages; a recognizer's number is its place in the list.
    pub(crate) fn new(recognizers: &[&Recognizer], languages: &[Language]) -> Self {
        let read = |language: Language| language == Language::Any || languages.contains(&language);
        let mut all: Vec<(u8, &'static str, Owner)> = Vec::new();
        let mut add = |lists: &'static [(Language, &'static str)], owner: Owner| {
            for &(language, list) in lists.iter().filter(|(language, _)| read(*language)) {
                all.extend(words(list).map(|cue| (1 << language as u8, cue, owner)));
            }
        };
        for (number, recognizer) in recognizers.iter().enumerate() {
            add(recognizer.context, Owner::Recognizer(number as u16));
        }
        for concept in Concept::ALL {
            add(concept.cues(), Owner::Concept(concept.bit()));
        }
        add(NEGATIVE, Owner::Nobody);

        let mut index = Self {
            cues: Vec::new(),
            owners: Vec::with_capacity(all.len()),
            words: Table::new(all.len()),
            openings: Table::new(all.iter().filter(|(_, cue, _)| cue.contains('*')).count()),
            concepts: recognizers
                .iter()
                .map(|recognizer| recognizer.concepts.iter().fold(0, |bits, concept| bits | concept.bit()))
                .collect(),
        };
        // Brings those who share a cue together.
        for place in order(all.iter().map(|(_, cue, _)| u64::from(hash(cue)) << 32 | cue.len() as u64)) {
            let (language, text, owner) = all[place as usize];
            if index.cues.last().is_none_or(|last| last.text != text) {
                index.add(text.into());
            }
            let Some(cue) = index.cues.last_mut() else { continue };
            cue.languages |= language;
            match owner {
                Owner::Recognizer(recognizer) => {
                    if index.owners[cue.owners.0 as usize..].last() != Some(&recognizer) {
                        index.owners.push(recognizer);
                        cue.owners.1 += 1;
                    }
                }
                Owner::Concept(bit) => cue.concepts |= bit,
                Owner::Nobody => {}
            }
        }
        index
    }

    fn add(&mut self, text: Cow<'static, str>) {
        let (mut longest, mut anchor, mut words) = (Span::default(), 0, 0);
        let mut at = 0;
        while let Some(word) = token_at(&text, at) {
            at = word.span.end as usize;
            if word.span.len() >= longest.len() {
                (longest, anchor) = (word.span, words);
            }
            words += 1;
        }
        let number = self.cues.len() as u16;
        let word = &text.as_bytes()[longest.range()];
        let hash = if any_ending(&text, longest.end) {
            let hash = hash_bytes(&word[..word.len().min(OPENING)]);
            self.openings.insert(hash, number);
            hash
        } else {
            let hash = hash_bytes(word);
            self.words.insert(hash, number);
            hash
        };
        let from = self.owners.len() as u32;
        self.cues.push(Cue { text, hash, languages: 0, anchor, words, concepts: 0, owners: (from, from) });
    }

    /// Every cue in a folded, lower-cased text, in order of their first token.
    pub(crate) fn hits(&self, lower: &str, tokens: &[Token]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut rising = true;
        for (number, token) in tokens.iter().enumerate().filter(|(_, token)| !token.is_digits()) {
            for (table, hash) in [(&self.words, token.hash), (&self.openings, token.opening)] {
                for cue in table.find(hash).filter(|cue| self.cues[usize::from(*cue)].hash == hash) {
                    if let Some(hit) = self.hit(cue, lower, tokens, number) {
                        rising &= hits.last().is_none_or(|last| last.span.key() <= hit.span.key());
                        hits.push(hit);
                    }
                }
            }
        }
        if rising {
            return hits;
        }
        order(hits.iter().map(|hit| hit.span.key())).into_iter().map(|place| hits[place as usize]).collect()
    }

    /// The cue, if it stands where the token `at` is its anchor.
    fn hit(&self, number: u16, lower: &str, tokens: &[Token], at: usize) -> Option<Hit> {
        let cue = &self.cues[usize::from(number)];
        let first = at.checked_sub(usize::from(cue.anchor))?;
        let last = first + usize::from(cue.words) - 1;
        let mut end = 0;
        for (i, token) in tokens.get(first..=last)?.iter().enumerate() {
            let word = token_at(&cue.text, end)?;
            end = word.span.end as usize;
            let (like, word) = (&cue.text.as_bytes()[word.span.range()], &lower.as_bytes()[token.span.range()]);
            let alike = if any_ending(&cue.text, end as u32) { word.starts_with(like) } else { word == like };
            if !alike || (i > 0 && !joined(lower, tokens[first + i - 1], *token)) {
                return None;
            }
        }
        let span = Span { start: tokens[first].span.start, end: tokens[last].span.end };
        Some(Hit { span, first: first as u32, last: last as u32, cue: number })
    }

    /// How the cue speaks for this recognizer, if it does.
    pub(crate) fn support(&self, hit: &Hit, recognizer: u16) -> Option<Support> {
        if self.owners(hit).contains(&recognizer) {
            Some(Support::Own)
        } else {
            (self.concepts(hit) & self.concepts[usize::from(recognizer)] != 0).then_some(Support::Concept)
        }
    }

    /// Whose own word the cue is.
    pub(crate) fn owners(&self, hit: &Hit) -> &[u16] {
        let (from, to) = self.cues[usize::from(hit.cue)].owners;
        &self.owners[from as usize..to as usize]
    }

    /// Which concepts the cue is a word for, a bit each.
    pub(crate) fn concepts(&self, hit: &Hit) -> u16 {
        self.cues[usize::from(hit.cue)].concepts
    }

    /// For whom the cue speaks.
    pub(crate) fn recognizers(&self, hit: &Hit) -> impl Iterator<Item = u16> {
        (0..self.concepts.len() as u16).filter(|recognizer| self.support(hit, *recognizer).is_some())
    }

    /// True for a word that speaks against numbers being personal.
    pub(crate) fn is_negative(&self, hit: &Hit) -> bool {
        self.owners(hit).is_empty() && self.concepts(hit) == 0
    }

    /// A language that has the cue.
    pub(crate) fn language(&self, hit: &Hit) -> Language {
        let languages = self.cues[usize::from(hit.cue)].languages;
        Language::ALL.into_iter().find(|language| languages >> *language as u8 & 1 == 1).unwrap_or(Language::Any)
    }
}

/// True where the word of a cue that ends here may go on.
fn any_ending(cue: &str, end: u32) -> bool {
    cue.as_bytes().get(end as usize) == Some(&b'*')
}

/// True where two tokens may belong to one phrase: "e-mail", "р/с", "my  pin".
fn joined(text: &str, before: Token, after: Token) -> bool {
    let gap = &text[before.span.end as usize..after.span.start as usize];
    gap.len() <= 3 && !gap.contains(['\n', '?', '!', ';', ','])
}

/// Hash → numbers, with open addressing: most words find an empty slot at the first look.
#[derive(Debug)]
struct Table {
    /// Numbers, counted from 1.
    slots: Box<[u16]>,
}

impl Table {
    fn new(entries: usize) -> Self {
        Self { slots: vec![0; (2 * entries + 1).next_power_of_two()].into_boxed_slice() }
    }

    fn insert(&mut self, hash: u32, number: u16) {
        let mut at = self.start(hash);
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = number + 1;
    }

    /// Every number that may have this hash.
    fn find(&self, hash: u32) -> impl Iterator<Item = u16> {
        let mut at = self.start(hash);
        std::iter::from_fn(move || {
            let number = self.slots[at].checked_sub(1);
            at = (at + 1) & (self.slots.len() - 1);
            number
        })
    }

    fn start(&self, hash: u32) -> usize {
        (hash ^ hash >> 15) as usize & (self.slots.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognizer::{Find, Kind, Opening};

    fn recognizer(context: &'static [crate::recognizer::Cues]) -> Recognizer {
        let find = Find::Scan { opening: Opening::Cue, scan: |_| {} };
        Recognizer { id: "test/cue", entity: "TEST", kind: Kind::Pin, countries: &[], find, concepts: &[], context }
    }

    fn found(text: &str) -> Vec<String> {
        let of = recognizer(&[(Language::En, "pin, my name is, e-mail"), (Language::Ru, "карт*")]);
        let index = CueIndex::new(&[&of], &Language::ALL);
        let lower = crate::text::lower_case(text);
        index
            .hits(&lower, &crate::text::tokens(&lower))
            .iter()
            .filter(|hit| index.support(hit, 0).is_some())
            .map(|hit| text[hit.span.range()].to_owned())
            .collect()
    }

    #[test]
    fn a_cue_is_a_whole_word_unless_it_says_otherwise() {
        assert_eq!(found("the PIN, a pint, pin"), ["PIN", "pin"]);
        assert_eq!(found("моя картой платил"), ["картой"]);
    }

    #[test]
    fn a_phrase_bears_any_usual_gap() {
        assert_eq!(found("My name  is Ana, e-mail or email or e mail"), ["My name  is", "e-mail", "e mail"]);
        assert_eq!(found("my name, is"), Vec::<String>::new());
    }
}
