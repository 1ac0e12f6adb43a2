//! Messages that carry their answer: `my card is [[4111 1111 1111 1111|payment/card]]`.

use antifaz::Span;

/// A message and what is to be found in it.
#[derive(Debug)]
pub(crate) struct Marked {
    /// Without the marks.
    pub(crate) text: String,
    /// Where the values stand, in bytes of the text, with their recognizer's id (empty where the mark names none).
    pub(crate) values: Vec<(Span, String)>,
}

impl Marked {
    /// Reads the marks.
    pub(crate) fn new(line: &str) -> Self {
        let mut text = String::new();
        let mut values = Vec::new();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("[[") {
            let mut end = after.find("]]").unwrap_or_else(|| panic!("`[[` without `]]`: {line}"));
            while after[end + 2..].starts_with(']') {
                end += 1;
            }
            let (value, id) = after[..end].rsplit_once('|').unwrap_or((&after[..end], ""));
            text.push_str(before);
            values.push((Span::new(text.len(), text.len() + value.len()), id.to_owned()));
            text.push_str(value);
            rest = &after[end + 2..];
        }
        text.push_str(rest);
        Self { text, values }
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
