//! Tokens: runs of letters and runs of digits of a folded text.

use super::{
    Span,
    eight::{between, eight, high, side_by_side},
    hash::word_hash,
};

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
    let bytes = lower.as_bytes();
    let mut tokens = Vec::with_capacity(bytes.len() / 4 + 1);
    let mut at = 0;
    while at < bytes.len() {
        let block = Block::new(&bytes[at..]);
        let mut from = 0;
        loop {
            let (letters, digits) = (block.letters >> from, block.digits >> from);
            let gap = (letters | digits).trailing_zeros();
            if gap == u64::BITS {
                at += Block::LEN;
                break;
            }
            let start = at + (from + gap) as usize;
            let is_digits = digits >> gap & 1 == 1;
            let run = if is_digits { digits } else { letters };
            let len = (!(run >> gap)).trailing_zeros();
            let mut end = start + len as usize;
            if from + gap + len == Block::LEN as u32 {
                // It may go on in the next block.
                end = bytes[end.min(bytes.len())..].iter().take_while(|byte| is_run(**byte, is_digits)).count() + end;
            }
            if is_digits {
                tokens.push(Token { span: Span::new(start, end), class: Class::Digits, hash: 0 });
            } else if end <= at + Block::LEN && block.high >> (from + gap) << (u64::BITS - len) == 0 {
                tokens.push(Token { span: Span::new(start, end), class: Class::Letters, hash: word_hash(&bytes[start..end]) });
            } else {
                words(lower, start, end, &mut tokens);
            }
            from = (end - at) as u32;
            if from >= Block::LEN as u32 {
                at = end;
                break;
            }
        }
    }
    tokens
}

/// The words among bytes that are letters or of characters beyond ASCII.
fn words(lower: &str, mut at: usize, end: usize, tokens: &mut Vec<Token>) {
    while let Some(token) = token_at(&lower[..end], at) {
        at = token.span.end as usize;
        tokens.push(token);
    }
}

fn is_run(byte: u8, digits: bool) -> bool {
    match BYTES[usize::from(byte)] {
        Byte::Other => false,
        Byte::Digit => digits,
        Byte::Letter | Byte::High => !digits,
    }
}

/// What stands in 64 bytes, a bit for each, the first the lowest.
struct Block {
    /// Letters, and bytes beyond ASCII.
    letters: u64,
    digits: u64,
    /// Bytes beyond ASCII.
    high: u64,
}

impl Block {
    const LEN: usize = 64;

    /// The block at the beginning of these bytes; where they are fewer, nothing stands behind them.
    fn new(bytes: &[u8]) -> Self {
        let mut block = Self { letters: 0, digits: 0, high: 0 };
        for (part, shift) in bytes.chunks(8).zip((0..Self::LEN).step_by(8)) {
            let eight = eight(part);
            let high = high(eight);
            block.letters |= side_by_side(between(eight, b'a', b'z') | between(eight, b'A', b'Z') | high) << shift;
            block.digits |= side_by_side(between(eight, b'0', b'9')) << shift;
            block.high |= side_by_side(high) << shift;
        }
        block
    }
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
