//! Messages that carry their answer: `my card is [[4111 1111 1111 1111|payment/card]]`, `my wife's: [[…|payment/card theirs]]`.

use antifaz::Span;

/// A message and what is to be found in it.
#[derive(Debug)]
pub(crate) struct Marked {
    /// Without the marks.
    pub(crate) text: String,
    /// Where the values stand, in bytes of the text, with their recognizer's id (empty where the mark names none).
    pub(crate) values: Vec<(Span, String)>,
    /// Whose each of them is.
    pub(crate) owners: Vec<Owner>,
}

/// Whose a marked value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The writer's.
    Mine,
    /// Somebody else's.
    Theirs,
    /// It tells a child's name or age.
    Childs,
    /// It stands in a pasted list.
    Listed,
}

impl Owner {
    fn from_mark(word: &str) -> Self {
        match word {
            "" => Self::Mine,
            "theirs" => Self::Theirs,
            "childs" => Self::Childs,
            "listed" => Self::Listed,
            _ => panic!("`{word}` is none of theirs, childs, listed"),
        }
    }
}

impl Marked {
    /// Reads the marks.
    pub(crate) fn new(line: &str) -> Self {
        let mut text = String::new();
        let (mut values, mut owners) = (Vec::new(), Vec::new());
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("[[") {
            let mut end = after.find("]]").unwrap_or_else(|| panic!("`[[` without `]]`: {line}"));
            while after[end + 2..].starts_with(']') {
                end += 1;
            }
            let (value, id) = after[..end].rsplit_once('|').unwrap_or((&after[..end], ""));
            let (id, owner) = id.split_once(' ').unwrap_or((id, ""));
            owners.push(Owner::from_mark(owner));
            text.push_str(before);
            values.push((Span::new(text.len(), text.len() + value.len()), id.to_owned()));
            text.push_str(value);
            rest = &after[end + 2..];
        }
        text.push_str(rest);
        Self { text, values, owners }
    }
}

/// `\u{200b}` → that character. No other backslash is special.
pub(crate) fn unescaped(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, after) = after.split_once('}').unwrap_or_else(|| panic!("`\\u{{` without `}}`: {line}"));
        let code = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        out.push_str(before);
        out.push(code.unwrap_or_else(|| panic!("no such character: {line}")));
        rest = after;
    }
    out.push_str(rest);
    out
}
