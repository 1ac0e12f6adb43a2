//! Tokens: runs of letters and runs of digits of a folded text.

use super::{Span, hash::word_hash};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// ASCII digits: every other digit has been folded to one.
    Digits,
    /// Letters of any script.
    Letters,
}

/// A run of one class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// In the folded text.
    pub(crate) span: Span,
    pub(crate) class: Class,
    /// Of the word in lower case; of digits it says nothing.
    pub(crate) hash: u32,
}

impl Token {
    pub(crate) fn is_digits(self) -> bool {
        self.class == Class::Digits
    }
}

/// What a byte may be part of.
#[derive(Clone, Copy, PartialEq)]
enum Byte {
    Other,
    Digit,
    Letter,
    /// Of a character of more bytes.
    High,
}

static BYTES: [Byte; 256] = {
    let mut table = [Byte::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' => Byte::Digit,
            b'a'..=b'z' | b'A'..=b'Z' => Byte::Letter,
            0x80.. => Byte::High,
            _ => Byte::Other,
        };
        byte += 1;
    }
    table
};

/// The tokens of a folded text in lower case, in order.
pub(crate) fn tokens(lower: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(lower.len() / 4 + 1);
    let mut from = 0;
    while let Some(token) = token_at(lower, from) {
        from = token.span.end as usize;
        tokens.push(token);
    }
    tokens
}

/// The first token at or after a byte.
#[inline]
pub(crate) fn token_at(lower: &str, from: usize) -> Option<Token> {
    let bytes = lower.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        match BYTES[usize::from(bytes[at])] {
            Byte::Other => at += 1,
            Byte::Digit => {
                let start = at;
                while at < bytes.len() && bytes[at].is_ascii_digit() {
                    at += 1;
                }
                return Some(Token { span: Span::new(start, at), class: Class::Digits, hash: 0 });
            }
            Byte::Letter => return Some(word(lower, at)),
            Byte::High => match letter_len(lower, at) {
                0 => at += lower[at..].chars().next().map_or(1, char::len_utf8),
                _ => return Some(word(lower, at)),
            },
        }
    }
    None
}

/// The run of letters that begins at a byte.
#[inline]
fn word(lower: &str, start: usize) -> Token {
    let bytes = lower.as_bytes();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        match BYTES[usize::from(byte)] {
            Byte::Letter => at += 1,
            Byte::High => match letter_len(lower, at) {
                0 => break,
                len => at += len,
            },
            _ => break,
        }
    }
    Token { span: Span::new(start, at), class: Class::Letters, hash: word_hash(&bytes[start..at]) }
}

/// How many bytes the letter beyond ASCII takes that begins here; 0 where none does.
fn letter_len(text: &str, at: usize) -> usize {
    // U+0400 to U+047F: letters, every one of them.
    if matches!(text.as_bytes()[at], 0xd0 | 0xd1) {
        return 2;
    }
    text[at..].chars().next().filter(|c| is_letter(*c)).map_or(0, char::len_utf8)
}

/// A letter of any script; the tables of the standard library are asked only beyond the Cyrillic ones.
pub(super) fn is_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}') || c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_part_even_where_nothing_stands_between() {
        let text = "gb82 вот, 12-x";
        let parts: Vec<&str> = tokens(text).iter().map(|t| &text[t.span.range()]).collect();
        assert_eq!(parts, ["gb", "82", "вот", "12", "x"]);
    }
}
