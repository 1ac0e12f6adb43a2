//! Patterns of the integrator: regular expressions that are refused when they could be slow, and read in linear time.
//!
//! They see the folded text, where digits, dashes and spaces of every kind are the plain ones, so that `\d`, `\w`, `\s` and
//! `\b` are those of ASCII; ASCII letters are found in either case, others as they are written.

use regex_lite::{Error, Regex, RegexBuilder};

use crate::text::Span;

/// Longer patterns are refused.
const MAX_PATTERN: usize = 1000;
/// What a pattern may become: some thousand states.
const MAX_COMPILED: usize = 1 << 15;
/// How deep groups may be nested.
const MAX_NESTED: u32 = 20;
/// Matches are looked for in windows: whoever tries each place of a window may read all of it, but never all of the text.
const WINDOW: usize = 256;
/// Longer values are cut.
const LONGEST: usize = 256;

/// A pattern that may be run.
#[derive(Debug)]
pub(super) struct Pattern {
    regex: Regex,
}

impl Pattern {
    /// The pattern, or what is wrong with it and after how many characters.
    pub(super) fn new(pattern: &str) -> Result<Self, String> {
        if pattern.len() > MAX_PATTERN {
            return Err("it is longer than 1000 bytes".to_owned());
        }
        let regex = compile(pattern).map_err(|error| located(pattern, &error))?;
        if regex.is_match("") { Err("it matches the empty text".to_owned()) } else { Ok(Self { regex }) }
    }

    /// The pattern for a value as a whole.
    pub(super) fn whole(pattern: &str) -> Result<Self, String> {
        Self::new(pattern)?;
        let mut whole = String::from("^(?:");
        whole.push_str(pattern);
        whole.push_str(")$");
        Self::new(&whole)
    }

    /// True where it is found in a value.
    pub(super) fn is_match(&self, value: &str) -> bool {
        self.regex.is_match(value)
    }

    /// Shows every match that begins between two bytes: its group `value`, where it has one, or all of it.
    pub(super) fn each(&self, text: &str, from: usize, to: usize, show: impl FnMut(Span)) {
        let search = |seen: &str, at: usize| {
            let captures = self.regex.captures_at(seen, at)?;
            let whole = captures.get(0)?;
            let value = captures.name("value").unwrap_or(whole);
            Some((Span::new(whole.start(), whole.end()), Span::new(value.start(), value.end())))
        };
        each_window(text, from, to, search, show);
    }
}

/// Shows the values of what `search` finds in windows of the text: it is given what it may see and where to begin, and gives
/// a whole match and its value.
fn each_window(
    text: &str,
    from: usize,
    to: usize,
    mut search: impl FnMut(&str, usize) -> Option<(Span, Span)>,
    mut show: impl FnMut(Span),
) {
    let mut at = floor(text, from);
    while at < to {
        let stop = floor(text, (at + WINDOW).min(to)).max(at + 1);
        let seen = &text[..floor(text, stop + LONGEST)];
        while at < stop {
            // Starting before a character is whole would be no place at all.
            let Some((whole, value)) = search(seen, at) else { break };
            if whole.start as usize >= stop {
                break;
            }
            if !value.is_empty() {
                show(value);
            }
            let end = whole.end as usize;
            at = if whole.is_empty() { ceil(text, end + 1) } else { end };
        }
        at = ceil(text, at.max(stop));
    }
}

fn compile(pattern: &str) -> Result<Regex, Error> {
    RegexBuilder::new(pattern).case_insensitive(true).size_limit(MAX_COMPILED).nest_limit(MAX_NESTED).build()
}

/// The reason, and where: the shortest beginning of the pattern that is wrong in the same way.
fn located(pattern: &str, error: &Error) -> String {
    let same = |end: &usize| compile(&pattern[..*end]).is_err_and(|other| other == *error);
    let ends = pattern.char_indices().map(|(start, c)| start + c.len_utf8());
    let position = ends.into_iter().find(same).map_or(0, |end| pattern[..end].chars().count());
    let mut message = String::from("position ");
    message.push_str(&position.to_string());
    message.push_str(": ");
    message.push_str(&error.to_string());
    message
}

/// The last character boundary at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first one at or after it.
fn ceil(text: &str, byte: usize) -> usize {
    let mut at = byte;
    while at < text.len() && !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        Pattern::new(pattern).unwrap().each(text, 0, text.len(), |span| found.push(text[span.range()].to_owned()));
        found
    }

    #[test]
    fn what_is_wrong_is_named_with_its_position() {
        for (pattern, position) in [("ab(cd", 3), ("a(b)c)d", 6), ("x[z-a]", 5), ("é{2,1}", 6), (r"a\pLb", 3), ("(?=a)", 3)] {
            let reason = Pattern::new(pattern).unwrap_err();
            let start = format!("position {position}: ");
            assert!(reason.starts_with(&start) && reason.len() > start.len() + 5, "{pattern}: {reason}");
        }
        assert_eq!(Pattern::new("a*").unwrap_err(), "it matches the empty text");
    }

    #[test]
    fn a_pattern_that_could_be_slow_is_refused() {
        for pattern in ["a{5000}", "((((a{50}){50}){50}){50})", r"(\w{1,100}\s){1,100}x", &"(".repeat(60), &"a".repeat(1001)] {
            assert!(Pattern::new(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn every_window_is_read() {
        let text = "x ".repeat(WINDOW - 3) + "LX-123456 é" + &"é ".repeat(WINDOW) + "lx-654321";
        assert_eq!(found(r"\bLX-\d{6}\b", &text), ["LX-123456", "lx-654321"]);
        assert_eq!(found(r"a+", &"a".repeat(2 * WINDOW + 10)).concat().len(), 2 * WINDOW + 10);
        assert_eq!(found(r"^\w+$", "one two"), Vec::<String>::new());
        assert_eq!(found(r"nº (?<value>\d+)", "nº 17, nº 18"), ["17", "18"]);
    }

    #[test]
    fn no_search_sees_more_than_two_windows() {
        let text = "1 ".repeat(100_000);
        let mut seen_in_all = 0;
        let search = |seen: &str, at: usize| {
            assert!(seen.len() - at <= WINDOW + LONGEST);
            seen_in_all += seen.len() - at;
            None
        };
        each_window(&text, 0, text.len(), search, |_| {});
        assert!(seen_in_all <= 2 * text.len(), "{seen_in_all}");
    }
}
