//! Tokens: runs of letters and runs of digits of a folded text.

use super::Span;

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
}

impl Token {
    pub(crate) fn is_digits(self) -> bool {
        self.class == Class::Digits
    }
}

/// The tokens of a folded text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let class = match bytes[at] {
            b'0'..=b'9' => {
                at += bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
                Class::Digits
            }
            byte if byte.is_ascii_alphabetic() || !byte.is_ascii() => {
                at = letters_end(text, at);
                if at == start {
                    // A character beyond ASCII that is no letter.
                    at += text[at..].chars().next().map_or(1, char::len_utf8);
                    continue;
                }
                Class::Letters
            }
            _ => {
                at += 1;
                continue;
            }
        };
        tokens.push(Token { span: Span::new(start, at), class });
    }
    tokens
}

/// A letter of any script; the tables of the standard library are asked only beyond the Cyrillic ones.
pub(super) fn is_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}') || c.is_alphabetic()
}

fn letters_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        if bytes[at].is_ascii_alphabetic() {
            at += 1;
        } else if bytes[at].is_ascii() {
            break;
        } else {
            let c = text[at..].chars().next().unwrap_or(' ');
            if !is_letter(c) {
                break;
            }
            at += c.len_utf8();
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_part_even_where_nothing_stands_between() {
        let text = "GB82 вот, 12-x";
        let parts: Vec<&str> = tokens(text).iter().map(|t| &text[t.span.range()]).collect();
        assert_eq!(parts, ["GB", "82", "вот", "12", "x"]);
    }
}
