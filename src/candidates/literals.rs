//! Literals that open a recognizer, all looked for at once: three bytes at the beginning of a word decide about nearly all of them.

use crate::text::{Token, order};

/// Every literal of a set of recognizers.
pub(crate) struct Literals {
    /// A bit for each sign that a literal of signs begins with.
    signs: [u64; 4],
    /// A bit for each hash of three bytes from a literal's first letter or digit on.
    openings: Box<[u64]>,
    /// By key.
    all: Vec<Literal>,
}

#[derive(Clone, Copy)]
struct Literal {
    text: &'static str,
    /// Its first two bytes from its first letter or digit on; of signs only, its first byte.
    key: u16,
    /// How many bytes stand before the first letter or digit.
    lead: u8,
    recognizer: u16,
    row: u16,
}

/// A literal in a text.
pub(crate) struct LiteralHit {
    pub(crate) start: usize,
    pub(crate) len: usize,
    pub(crate) recognizer: u16,
    /// Its place among the recognizer's literals.
    pub(crate) row: u16,
}

/// Bits of [`Literals::openings`].
const OPENINGS: usize = 1 << 15;

/// A word as long as this may be two, written without a space: `tokenghp_…`.
const GLUED: usize = 12;

impl Default for Literals {
    fn default() -> Self {
        Self { signs: [0; 4], openings: vec![0; OPENINGS / 64].into_boxed_slice(), all: Vec::new() }
    }
}

impl Literals {
    /// Adds a literal; its ASCII letters are found in either case, others only if it has them in lower case.
    pub(crate) fn add(&mut self, text: &'static str, recognizer: u16, row: u16) {
        let bytes = text.as_bytes();
        let lead = bytes.iter().take_while(|byte| is_sign(**byte)).count();
        let (key, lead) = if let [first, second, ref rest @ ..] = bytes[lead..] {
            let (first, second) = (first.to_ascii_lowercase(), second.to_ascii_lowercase());
            // Anything may follow a literal of two bytes.
            for third in rest.first().map_or(0..=u8::MAX, |third| third.to_ascii_lowercase()..=third.to_ascii_lowercase()) {
                let bit = opening(first, second, third);
                self.openings[bit / 64] |= 1 << (bit % 64);
            }
            (pair(first, second), lead as u8)
        } else {
            self.signs[usize::from(bytes[0] / 64)] |= 1 << (bytes[0] % 64);
            (u16::from(bytes[0]), 0)
        };
        self.all.push(Literal { text, key, lead, recognizer, row });
    }

    /// Brings the literals of a key together. To be called when all are added.
    pub(crate) fn sort(&mut self) {
        // Longest first.
        let places =
            order(self.all.iter().map(|literal| u64::from(literal.key) << 16 | (u16::MAX as usize - literal.text.len()) as u64));
        self.all = places.into_iter().map(|place| self.all[place as usize]).collect();
    }

    /// Shows every literal of a text in lower case, from left to right, of those that begin together the longest.
    pub(crate) fn each(&self, lower: &str, tokens: &[Token], mut show: impl FnMut(LiteralHit)) {
        let bytes = lower.as_bytes();
        let mut free = 0;
        let mut look = |at: usize, key: u16| {
            if let Some(hit) = self.hit(bytes, at, key, free) {
                free = hit.start + hit.len;
                show(hit);
            }
        };
        let begins = |at: usize| {
            let [first, second, ref rest @ ..] = bytes[at..] else { return None };
            let bit = opening(first, second, rest.first().copied().unwrap_or_default());
            (self.openings[bit / 64] >> (bit % 64) & 1 == 1).then(|| pair(first, second))
        };
        let mut end = 0;
        for (start, after) in
            tokens.iter().map(|token| (token.span.start as usize, token.span.end as usize)).chain([(bytes.len(), bytes.len())])
        {
            for (at, &byte) in (end..).zip(&bytes[end..start]) {
                if self.signs[usize::from(byte / 64)] >> (byte % 64) & 1 == 1 {
                    look(at, u16::from(byte));
                }
            }
            if let Some(key) = begins(start) {
                look(start, key);
            }
            if after - start >= GLUED && bytes[start].is_ascii() {
                for at in start + 1..after - 1 {
                    if let Some(key) = begins(at) {
                        look(at, key);
                    }
                }
            }
            end = after;
        }
    }

    fn hit(&self, bytes: &[u8], at: usize, key: u16, free: usize) -> Option<LiteralHit> {
        let from = self.all.partition_point(|literal| literal.key < key);
        self.all[from..].iter().take_while(|literal| literal.key == key).find_map(|literal| {
            let start = at.checked_sub(usize::from(literal.lead)).filter(|start| *start >= free)?;
            let len = literal.text.len();
            bytes.get(start..start + len)?.eq_ignore_ascii_case(literal.text.as_bytes()).then_some(LiteralHit {
                start,
                len,
                recognizer: literal.recognizer,
                row: literal.row,
            })
        })
    }
}

fn pair(first: u8, second: u8) -> u16 {
    u16::from(first) << 8 | u16::from(second)
}

/// One of [`OPENINGS`].
fn opening(first: u8, second: u8, third: u8) -> usize {
    (usize::from(first) << 10 ^ usize::from(second) << 5 ^ usize::from(third)) % OPENINGS
}

fn is_sign(byte: u8) -> bool {
    !byte.is_ascii_alphanumeric() && byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn found(text: &str) -> Vec<String> {
        let mut literals = Literals::default();
        for literal in ["sk-", "sk-ant-", "://", " at ", "(at)", "AKIA", "собака", "0x"] {
            literals.add(literal, 0, 0);
        }
        literals.sort();
        let lower = crate::text::lower_case(text);
        let mut found = Vec::new();
        literals.each(&lower, &tokens(&lower), |hit| found.push(text[hit.start..hit.start + hit.len].to_owned()));
        found
    }

    #[test]
    fn the_longest_of_those_that_begin_together_is_found() {
        assert_eq!(found("key sk-ant-1, SK-2"), ["sk-ant-", "SK-"]);
    }

    #[test]
    fn a_literal_may_begin_with_a_sign_or_a_space() {
        assert_eq!(found("https://me at home(at)x, что Собака 0xff"), ["://", " at ", "(at)", "Собака", "0x"]);
    }

    #[test]
    fn a_literal_is_found_at_the_beginning_of_a_word_or_inside_a_long_one() {
        assert_eq!(found("xAKIA myverysecretAKIAX"), ["AKIA"]);
    }
}
