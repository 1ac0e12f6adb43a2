//! Lists of words: what is always found, and what never.

use zeroize::Zeroizing;

use crate::{
    error::ConfigError,
    text::{Folded, Span, Token, hash, order, token_at, tokens, word_hash},
};

use super::pattern::Pattern;

/// More words than any list has.
const MAX_TERMS: usize = 10_000;
/// Longer words are none.
const MAX_TERM: usize = 256;

/// Words and patterns; what stands between slashes is a pattern.
#[derive(Debug, Default)]
struct Terms {
    /// In rising order of their hash.
    words: Vec<(u32, String)>,
    patterns: Vec<Pattern>,
}

impl Terms {
    /// Reads a list; `key` says under which hash a word is looked up, and as what it is kept.
    fn new(
        list: &'static str,
        name: &str,
        terms: &[String],
        pattern: impl Fn(&str) -> Result<Pattern, String>,
        key: impl Fn(&str) -> Option<(u32, String)>,
    ) -> Result<Self, ConfigError> {
        let fault = |term: &str, reason: &str| {
            let mut message = String::from(list);
            for part in [" list of `", name, "`, `", term, "`: ", reason] {
                message.push_str(part);
            }
            ConfigError::new("malformed-list", name, message)
        };
        if terms.len() > MAX_TERMS {
            return Err(fault("…", "more than 10000 entries"));
        }
        let mut patterns = Vec::new();
        let mut words = Vec::new();
        for term in terms {
            if let Some(source) = term.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')) {
                patterns.push(pattern(source).map_err(|reason| fault(term, &reason))?);
            } else if term.len() > MAX_TERM {
                return Err(fault("…", "longer than 256 bytes"));
            } else {
                words.push(key(Folded::new(term).lower()).ok_or_else(|| fault(term, "has no letter or digit"))?);
            }
        }
        let rising = order(words.iter().map(|(hash, _)| u64::from(*hash)));
        Ok(Self { words: rising.into_iter().map(|place| words[place as usize].clone()).collect(), patterns })
    }

    fn with_hash(&self, hash: u32) -> impl Iterator<Item = &str> {
        let from = self.words.partition_point(|(other, _)| *other < hash);
        self.words[from..].iter().take_while(move |(other, _)| *other == hash).map(|(_, word)| word.as_str())
    }
}

/// What is always found.
#[derive(Debug)]
pub(crate) struct Denied(Terms);

impl Denied {
    pub(crate) fn new(kind: &str, terms: &[String]) -> Result<Self, ConfigError> {
        Terms::new("deny", kind, terms, Pattern::new, |word| {
            let first = token_at(word, 0)?;
            Some((word_hash(&word.as_bytes()[first.span.range()]), word[first.span.start as usize..].to_owned()))
        })
        .map(Self)
    }

    /// Shows where one stands, as whole words.
    pub(super) fn each(&self, text: &str, lower: &str, all: &[Token], mut show: impl FnMut(Span)) {
        for (number, token) in all.iter().enumerate().filter(|_| !self.0.words.is_empty()) {
            for word in self.0.with_hash(word_hash(&lower.as_bytes()[token.span.range()])) {
                if let Some(end) = ends(word, lower, &all[number..])
                    && !glued(all, number)
                {
                    show(Span { start: token.span.start, end });
                }
            }
        }
        for pattern in &self.0.patterns {
            pattern.each(text, 0, text.len(), &mut show);
        }
    }
}

/// Where a phrase ends that begins with the first of these tokens, whatever little stands between its words.
fn ends(phrase: &str, lower: &str, all: &[Token]) -> Option<u32> {
    const WIDEST: u32 = 3;
    let mut end: Option<u32> = None;
    let mut at = 0;
    let mut rest = all.iter();
    while let Some(word) = token_at(phrase, at) {
        at = word.span.end as usize;
        let token = rest.next()?;
        let alike = phrase[word.span.range()] == lower[token.span.range()];
        if !alike || end.is_some_and(|end| token.span.start > end + WIDEST) {
            return None;
        }
        end = Some(token.span.end);
    }
    // "Falconer", "LX12".
    end.filter(|end| rest.next().is_none_or(|next| next.span.start > *end))
}

fn glued(all: &[Token], number: usize) -> bool {
    number > 0 && all[number - 1].span.end == all[number].span.start
}

/// What is never found by some recognizers.
#[derive(Debug)]
pub(crate) struct Allowed {
    terms: Terms,
    /// By recognizer.
    pub(crate) of: Vec<bool>,
}

impl Allowed {
    pub(crate) fn new(selector: &str, terms: &[String], of: Vec<bool>) -> Result<Self, ConfigError> {
        let terms = Terms::new("allow", selector, terms, Pattern::whole, |word| {
            let canonical = canonical(word);
            (!canonical.is_empty()).then(|| (hash(&canonical), canonical.to_string()))
        })?;
        Ok(Self { terms, of })
    }

    /// True for a whole value that is on the list, however it is separated.
    pub(crate) fn holds(&self, text: &str, lower: &str, span: Span) -> bool {
        let value = canonical(&lower[span.range()]);
        self.terms.with_hash(hash(&value)).any(|word| word == value.as_str())
            || self.terms.patterns.iter().any(|pattern| pattern.is_match(&text[span.range()]))
    }
}

fn canonical(word: &str) -> Zeroizing<String> {
    Zeroizing::new(tokens(word).iter().map(|token| &word[token.span.range()]).collect())
}
