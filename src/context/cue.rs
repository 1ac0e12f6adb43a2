//! Cues: the words that stand near a value, found for all recognizers and languages in one look at each word.

use std::borrow::Cow;

use crate::{
    recognizer::{COUNTRIES, Concept, Language, Recognizer, words},
    text::{Span, Token, hash, opening_hash, order, token_at, tokens, word_hash},
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
    openings: [Table; 2],
    /// For each recognizer the concepts it is one of, a bit each.
    concepts: Vec<u16>,
    /// The recognizers of each concept.
    members: Vec<Members>,
    /// For each recognizer the rows of [`COUNTRIES`] that issue it, a bit each.
    issuers: Vec<u128>,
}

/// How many bytes of a word are looked up where any ending may follow: of Latin letters the first number tells most words
/// apart, of Cyrillic ones the second.
const OPENINGS: [usize; 2] = [4, 6];

/// A set of recognizers; one whose number is beyond it is always in.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Members([u64; 6]);

impl Members {
    pub(crate) fn add(&mut self, recognizer: u16) {
        if let Some(word) = self.0.get_mut(usize::from(recognizer / 64)) {
            *word |= 1 << (recognizer % 64);
        }
    }

    pub(crate) fn holds(&self, recognizer: u16) -> bool {
        self.0.get(usize::from(recognizer / 64)).is_none_or(|word| word >> (recognizer % 64) & 1 == 1)
    }

    pub(crate) fn add_all(&mut self, others: &Self) {
        for (word, more) in self.0.iter_mut().zip(others.0) {
            *word |= more;
        }
    }

    /// Those who are in both.
    pub(crate) fn and(&self, others: &Self) -> Self {
        Self(std::array::from_fn(|i| self.0[i] & others.0[i]))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().fold(0, |any, word| any | word) == 0
    }

    /// In rising order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u16> {
        (0u16..).step_by(64).zip(self.0).flat_map(|(first, mut word)| {
            std::iter::from_fn(move || {
                let bit = word.trailing_zeros() as u16;
                word &= word.wrapping_sub(1);
                (bit < 64).then_some(first + bit)
            })
        })
    }
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
    /// Of a phrase another word than the anchor, and its hash; 0 where any ending may follow that word.
    other: (u8, u32),
    /// Which concepts it is a word for, a bit each.
    concepts: u16,
    /// The row of [`COUNTRIES`] it is a word for.
    country: Option<u8>,
    /// Its stretch of the owners.
    owners: (u32, u32),
}

/// For whom a cue stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Owner {
    Recognizer(u16),
    Concept(u16),
    Country(u8),
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
    /// The cues of these recognizers in these languages; a recognizer's number is its place in the list. `custom` are the
    /// cues of those whose numbers follow.
    pub(crate) fn new(recognizers: &[&Recognizer], languages: &[Language], custom: &[Vec<(Language, String)>]) -> Self {
        let read = |language: Language| language == Language::Any || languages.contains(&language);
        let mut all: Vec<(u8, Cow<'static, str>, Owner)> = Vec::new();
        let mut add = |lists: &'static [(Language, &'static str)], owner: Owner| {
            for &(language, list) in lists.iter().filter(|(language, _)| read(*language)) {
                all.extend(words(list).map(|cue| (1 << language as u8, cue.into(), owner)));
            }
        };
        for (number, recognizer) in recognizers.iter().enumerate() {
            add(recognizer.context, Owner::Recognizer(number as u16));
        }
        for concept in Concept::ALL {
            add(concept.cues(), Owner::Concept(concept.bit()));
        }
        add(NEGATIVE, Owner::Nobody);
        for ((_, list), row) in COUNTRIES.iter().zip(0..) {
            all.extend(words(list).map(|cue| (1 << Language::Any as u8, cue.into(), Owner::Country(row))));
        }
        for (number, cues) in (recognizers.len() as u16..).zip(custom) {
            for (language, cue) in cues.iter().filter(|(language, _)| read(*language)) {
                all.push((1 << *language as u8, cue.clone().into(), Owner::Recognizer(number)));
            }
        }

        let open = all.iter().filter(|(_, cue, _)| cue.contains('*')).count();
        let mut index = Self {
            cues: Vec::new(),
            owners: Vec::with_capacity(all.len()),
            words: Table::new(all.len()),
            openings: [Table::new(open), Table::new(open)],
            concepts: recognizers
                .iter()
                .map(|recognizer| recognizer.concepts.iter().fold(0, |bits, concept| bits | concept.bit()))
                .chain(custom.iter().map(|_| 0))
                .collect(),
            members: Vec::new(),
            issuers: recognizers
                .iter()
                .map(|recognizer| {
                    let issues = |code: &str| recognizer.countries.contains(&code);
                    COUNTRIES.iter().zip(0..).filter(|((code, _), _)| issues(code)).fold(0, |bits, (_, row)| bits | 1 << row)
                })
                .chain(custom.iter().map(|_| 0))
                .collect(),
        };
        for concept in Concept::ALL {
            let mut members = Members::default();
            for (number, of) in index.concepts.iter().enumerate() {
                if of & concept.bit() != 0 {
                    members.add(number as u16);
                }
            }
            index.members.push(members);
        }
        // Brings those who share a cue together.
        for place in order(all.iter().map(|(_, cue, _)| u64::from(hash(cue)) << 32 | cue.len() as u64)) {
            let (language, ref text, owner) = all[place as usize];
            if index.cues.last().is_none_or(|last| last.text != *text) {
                index.add(text.clone());
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
                Owner::Country(row) => cue.country = Some(row),
                Owner::Nobody => {}
            }
        }
        index
    }

    fn add(&mut self, text: Cow<'static, str>) {
        let parts = tokens(&text);
        let Some((longest, anchor)) =
            parts.iter().zip(0u8..).map(|(part, place)| (part.span, place)).max_by_key(|(span, _)| span.len())
        else {
            return;
        };
        let beside = u8::from(anchor == 0);
        let hash_of = |part: &Token| if any_ending(&text, part.span.end) { 0 } else { part.hash };
        let other = (beside, parts.get(usize::from(beside)).map_or(0, hash_of));
        let number = self.cues.len() as u16;
        let word = &text.as_bytes()[longest.range()];
        let hash = if any_ending(&text, longest.end) {
            let longer = usize::from(word.len() >= OPENINGS[1]);
            let hash = opening_hash(word, OPENINGS[longer]).unwrap_or_default();
            self.openings[longer].insert(hash, number);
            hash
        } else {
            let hash = word_hash(word);
            self.words.insert(hash, number);
            hash
        };
        let from = self.owners.len() as u32;
        let words = parts.len() as u8;
        self.cues.push(Cue { text, hash, languages: 0, anchor, words, other, concepts: 0, country: None, owners: (from, from) });
    }

    /// Every cue in a folded, lower-cased text, in order of their first token.
    pub(crate) fn hits(&self, lower: &str, tokens: &[Token]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (number, token) in tokens.iter().enumerate().filter(|(_, token)| !token.is_digits()) {
            if self.words.may_hold(token.hash) {
                self.look(&self.words, token.hash, lower, tokens, number, &mut hits);
            }
            let word = &lower.as_bytes()[token.span.range()];
            for (table, len) in self.openings.iter().zip(OPENINGS) {
                if let Some(hash) = opening_hash(word, len)
                    && table.may_hold(hash)
                {
                    self.look(table, hash, lower, tokens, number, &mut hits);
                }
            }
        }
        let rising = hits.is_sorted_by_key(|hit| hit.span.key());
        if rising {
            return hits;
        }
        order(hits.iter().map(|hit| hit.span.key())).into_iter().map(|place| hits[place as usize]).collect()
    }

    /// Adds the cues that this hash of the token `at` leads to and that stand there.
    fn look(&self, table: &Table, hash: u32, lower: &str, tokens: &[Token], at: usize, hits: &mut Vec<Hit>) {
        for cue in table.find(hash).filter(|cue| self.cues[usize::from(*cue)].hash == hash) {
            hits.extend(self.hit(cue, lower, tokens, at));
        }
    }

    /// The cue, if it stands where the token `at` is its anchor.
    fn hit(&self, number: u16, lower: &str, tokens: &[Token], at: usize) -> Option<Hit> {
        let cue = &self.cues[usize::from(number)];
        let first = at.checked_sub(usize::from(cue.anchor))?;
        let last = first + usize::from(cue.words) - 1;
        let (beside, hash) = cue.other;
        if hash != 0 && tokens.get(first + usize::from(beside))?.hash != hash {
            return None;
        }
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
        // "https://t.co/pw5GdAdtTz"
        let bytes = lower.as_bytes();
        let of_address =
            bytes[..span.start as usize].ends_with(b"/") && bytes.get(span.end as usize).is_some_and(u8::is_ascii_digit);
        if of_address {
            return None;
        }
        Some(Hit { span, first: first as u32, last: last as u32, cue: number })
    }

    /// Everyone for whom one of these cues speaks.
    pub(crate) fn supported(&self, hits: &[Hit]) -> Members {
        let mut all = Members::default();
        for hit in hits {
            for &owner in self.owners(hit) {
                all.add(owner);
            }
            let concepts = self.concepts(hit);
            if concepts != 0 {
                for (members, _) in self.members.iter().zip(0..).filter(|(_, bit)| concepts >> bit & 1 == 1) {
                    all.add_all(members);
                }
            }
        }
        all
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

    /// For whom the cue speaks, and how.
    pub(crate) fn recognizers(&self, hit: &Hit) -> impl Iterator<Item = (u16, Support)> {
        (0..self.concepts.len() as u16).filter_map(|recognizer| Some((recognizer, self.support(hit, recognizer)?)))
    }

    /// True for a word that speaks against numbers being personal.
    pub(crate) fn is_negative(&self, hit: &Hit) -> bool {
        self.owners(hit).is_empty() && self.concepts(hit) == 0 && !self.is_country(hit)
    }

    /// True for a word that names a country.
    pub(crate) fn is_country(&self, hit: &Hit) -> bool {
        self.cues[usize::from(hit.cue)].country.is_some()
    }

    /// True for a word that names a country which issues this recognizer's numbers.
    pub(crate) fn names_issuer(&self, hit: &Hit, recognizer: u16) -> bool {
        let country = self.cues[usize::from(hit.cue)].country;
        let issuers = self.issuers.get(usize::from(recognizer)).copied().unwrap_or_default();
        country.is_some_and(|row| issuers >> row & 1 == 1)
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
    /// A bit for each hash, modulo their number: small enough to stay in the nearest cache.
    held: Box<[u64; HELD / 64]>,
}

/// Bits of [`Table::held`].
const HELD: usize = 1 << 16;

impl Table {
    fn new(entries: usize) -> Self {
        Self { slots: vec![0; (2 * entries + 1).next_power_of_two()].into_boxed_slice(), held: Box::new([0; HELD / 64]) }
    }

    fn insert(&mut self, hash: u32, number: u16) {
        let bit = hash as usize % HELD;
        self.held[bit / 64] |= 1 << (bit % 64);
        let mut at = self.start(hash);
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = number + 1;
    }

    /// False for most hashes that are not held.
    #[inline]
    fn may_hold(&self, hash: u32) -> bool {
        let bit = hash as usize % HELD;
        self.held[bit / 64] >> (bit % 64) & 1 == 1
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
        let index = CueIndex::new(&[&of], &Language::ALL, &[]);
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
