//! Cues: the words that stand near a value, found for all recognizers and languages in one look at each word.

use crate::{
    recognizer::{Concept, Language, Recognizer, words},
    text::{SEED, Span, Token, hash, lower_case, order, step, tokens},
};

use super::negative::NEGATIVE;

/// The cue words of a set of recognizers.
#[derive(Debug)]
pub(crate) struct CueIndex {
    cues: Vec<Cue>,
    /// Hash of the anchor word (or prefix) → cue, sorted by hash.
    anchors: Vec<(u32, u16)>,
    words: Filter,
    prefixes: Filter,
    /// The first [`OPENING`] bytes of the prefixes: what most words fail at.
    openings: Filter,
    /// For each recognizer the concepts it is one of, a bit each.
    concepts: Vec<u16>,
}

/// After how many bytes a word must have begun like a prefix to be looked at further.
const OPENING: usize = 4;

/// One cue of one language.
#[derive(Debug)]
struct Cue {
    language: Language,
    words: Vec<Word>,
    /// The longest word: the least likely to stand there by accident.
    anchor: usize,
    /// Who asked for it.
    recognizers: Vec<u16>,
    /// Which concepts it is a word for, a bit each.
    concepts: u16,
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

#[derive(Debug, PartialEq)]
struct Word {
    text: String,
    any_ending: bool,
}

impl Word {
    fn matches(&self, word: &str) -> bool {
        if self.any_ending { word.starts_with(&self.text) } else { word == self.text }
    }
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
        let asked = recognizers.iter().enumerate().flat_map(|(number, recognizer)| {
            recognizer
                .context
                .iter()
                .flat_map(move |(language, cues)| words(cues).map(move |cue| (*language, cue, Owner::Recognizer(number as u16))))
        });
        let shared = Concept::ALL.iter().flat_map(|concept| {
            let owner = Owner::Concept(concept.bit());
            concept.cues().iter().flat_map(move |(language, cues)| words(cues).map(move |cue| (*language, cue, owner)))
        });
        let negative = NEGATIVE.iter().flat_map(|(language, cues)| words(cues).map(move |cue| (*language, cue, Owner::Nobody)));
        let read = |language: &Language| *language == Language::Any || languages.contains(language);
        let all: Vec<_> = asked.chain(shared).chain(negative).filter(|(language, ..)| read(language)).collect();
        // Brings the same cue of several recognizers together.
        let together =
            order(all.iter().map(|(language, cue, _)| u64::from(hash(cue)) << 32 | (*language as u64) << 16 | cue.len() as u64));

        let mut index = Self {
            cues: Vec::new(),
            anchors: Vec::new(),
            words: Filter::new(),
            prefixes: Filter::new(),
            openings: Filter::new(),
            concepts: recognizers
                .iter()
                .map(|recognizer| recognizer.concepts.iter().fold(0, |bits, concept| bits | concept.bit()))
                .collect(),
        };
        let mut last = None;
        for place in together {
            let (language, cue, owner) = all[place as usize];
            if last != Some((language, cue)) {
                last = Some((language, cue));
                index.add(language, cue);
            }
            match (owner, index.cues.last_mut()) {
                (Owner::Recognizer(recognizer), Some(cue)) => cue.recognizers.push(recognizer),
                (Owner::Concept(bit), Some(cue)) => cue.concepts |= bit,
                _ => {}
            }
        }
        let rising = order(index.anchors.iter().map(|(hash, _)| u64::from(*hash)));
        index.anchors = rising.into_iter().map(|place| index.anchors[place as usize]).collect();
        index
    }

    fn add(&mut self, language: Language, cue: &str) {
        let words = words_of(cue);
        let Some(anchor) = (0..words.len()).max_by_key(|&i| words[i].text.len()) else { return };
        let anchor_hash = hash(&words[anchor].text);
        if words[anchor].any_ending {
            self.prefixes.insert(anchor_hash);
            self.openings.insert(words[anchor].text.bytes().take(OPENING).fold(SEED, step));
        } else {
            self.words.insert(anchor_hash);
        }
        self.anchors.push((anchor_hash, self.cues.len() as u16));
        self.cues.push(Cue { language, words, anchor, recognizers: Vec::new(), concepts: 0 });
    }

    /// Every cue in a folded, lower-cased text, in order of their first token.
    pub(crate) fn hits(&self, lower: &str, tokens: &[Token]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (number, token) in tokens.iter().enumerate().filter(|(_, token)| !token.is_digits()) {
            let word = &lower[token.span.range()];
            let mut hash = SEED;
            let mut may_begin = true;
            for (index, byte) in word.bytes().enumerate() {
                hash = step(hash, byte);
                if may_begin && index >= 1 && self.prefixes.may_hold(hash) {
                    self.verify(hash, &word[..0], lower, tokens, number, &mut hits);
                }
                if index + 1 == OPENING {
                    may_begin = self.openings.may_hold(hash);
                }
            }
            if self.words.may_hold(hash) {
                self.verify(hash, word, lower, tokens, number, &mut hits);
            }
        }
        if hits.len() < 2 {
            return hits;
        }
        order(hits.iter().map(|hit| hit.span.key())).into_iter().map(|place| hits[place as usize]).collect()
    }

    /// Checks the cues with this anchor hash; `whole` is empty when a prefix matched.
    fn verify(&self, hash: u32, whole: &str, lower: &str, tokens: &[Token], at: usize, hits: &mut Vec<Hit>) {
        let from = self.anchors.partition_point(|(other, _)| *other < hash);
        for &(_, number) in self.anchors[from..].iter().take_while(|(other, _)| *other == hash) {
            let cue = &self.cues[usize::from(number)];
            if cue.words[cue.anchor].any_ending != whole.is_empty() {
                continue;
            }
            let Some(first) = at.checked_sub(cue.anchor) else { continue };
            let last = first + cue.words.len() - 1;
            if last >= tokens.len() {
                continue;
            }
            let fits = cue.words.iter().enumerate().all(|(i, word)| {
                let token = tokens[first + i];
                word.matches(&lower[token.span.range()]) && (i == 0 || joined(lower, tokens[first + i - 1], token))
            });
            if fits {
                hits.push(Hit {
                    span: Span { start: tokens[first].span.start, end: tokens[last].span.end },
                    first: first as u32,
                    last: last as u32,
                    cue: number,
                });
            }
        }
    }

    /// How the cue speaks for this recognizer, if it does.
    pub(crate) fn support(&self, hit: &Hit, recognizer: u16) -> Option<Support> {
        let cue = &self.cues[usize::from(hit.cue)];
        if cue.recognizers.contains(&recognizer) {
            Some(Support::Own)
        } else {
            (cue.concepts & self.concepts[usize::from(recognizer)] != 0).then_some(Support::Concept)
        }
    }

    /// For whom the cue speaks.
    pub(crate) fn recognizers(&self, hit: &Hit) -> impl Iterator<Item = u16> {
        let cue = &self.cues[usize::from(hit.cue)];
        let members = if cue.concepts == 0 { &[][..] } else { &self.concepts };
        let of_concept = members.iter().enumerate().filter(|(_, of)| **of & cue.concepts != 0).map(|(number, _)| number as u16);
        cue.recognizers.iter().copied().chain(of_concept.filter(|number| !cue.recognizers.contains(number)))
    }

    /// True for a word that speaks against numbers being personal.
    pub(crate) fn is_negative(&self, hit: &Hit) -> bool {
        let cue = &self.cues[usize::from(hit.cue)];
        cue.recognizers.is_empty() && cue.concepts == 0
    }

    /// The cue's language.
    pub(crate) fn language(&self, hit: &Hit) -> Language {
        self.cues[usize::from(hit.cue)].language
    }
}

/// The words of a cue as the tokens of a text would be.
fn words_of(cue: &str) -> Vec<Word> {
    let lower = lower_case(cue);
    tokens(&lower)
        .into_iter()
        .map(|token| Word {
            text: lower[token.span.range()].to_owned(),
            any_ending: lower[token.span.end as usize..].starts_with('*'),
        })
        .collect()
}

/// True where two tokens may belong to one phrase: "e-mail", "р/с", "my  pin".
fn joined(text: &str, before: Token, after: Token) -> bool {
    let gap = &text[before.span.end as usize..after.span.start as usize];
    gap.len() <= 3 && !gap.contains(['\n', '?', '!', ';', ','])
}

/// Answers "certainly not" for most hashes with one load.
#[derive(Debug)]
struct Filter(Box<[u64]>);

impl Filter {
    const BITS: u32 = 1 << 16;

    fn new() -> Self {
        Self(vec![0; (Self::BITS / 64) as usize].into_boxed_slice())
    }

    fn place(hash: u32) -> (usize, u64) {
        let bit = (hash ^ (hash >> 16)) % Self::BITS;
        ((bit / 64) as usize, 1 << (bit % 64))
    }

    fn insert(&mut self, hash: u32) {
        let (word, bit) = Self::place(hash);
        self.0[word] |= bit;
    }

    fn may_hold(&self, hash: u32) -> bool {
        let (word, bit) = Self::place(hash);
        self.0[word] & bit != 0
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
        let lower = lower_case(text);
        index
            .hits(&lower, &tokens(&lower))
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
