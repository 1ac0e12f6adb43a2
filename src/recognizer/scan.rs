//! What a shape cannot say: functions that look at the text around an opening.

use crate::text::{Folded, Span, Token};

use super::{Locale, Verdict};

/// What makes a scanning recognizer look.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Opening {
    /// One of these literals, in any case. All recognizers' literals are searched at once.
    Literals(&'static [&'static str]),
    /// A literal of a table.
    Table(fn() -> &'static [&'static str]),
    /// A run of digits that does not follow a letter or digit and begins a row of at least so many digits, whatever separates
    /// its groups.
    Digits(u8),
    /// One of the recognizer's own cues; the opening is what follows it.
    Cue,
    /// A run of at least so many letters and digits, at least one of them a digit or 24 in all, that no other touches.
    Run(usize),
    /// Any of these.
    Any(&'static [Opening]),
}

impl Opening {
    /// True where the recognizer is asked behind each of its cues.
    pub(crate) fn follows_cue(&self) -> bool {
        match self {
            Self::Cue => true,
            Self::Any(openings) => openings.iter().any(Self::follows_cue),
            _ => false,
        }
    }
}

/// An opening and the text around it. All offsets are bytes of the folded text.
pub(crate) struct Scan<'a> {
    pub(crate) folded: &'a Folded<'a>,
    pub(crate) tokens: &'a [Token],
    /// First byte of the opening; for [`Opening::Cue`], the first byte after the cue.
    pub(crate) at: usize,
    /// The opening's length in bytes; 0 for a cue.
    pub(crate) len: usize,
    /// The cue before `at`; none where something else opened, or the other side's question did.
    pub(crate) cue: Option<Span>,
    /// The other side just asked for it.
    pub(crate) asked: bool,
    /// The first token at or after `at`.
    pub(crate) token: usize,
    /// Which table row or literal opened.
    pub(crate) literal: usize,
    pub(crate) locale: &'a Locale,
    pub(crate) found: &'a mut Vec<(Span, Verdict)>,
}

impl<'a> Scan<'a> {
    /// The plain text, case kept.
    pub(crate) fn text(&self) -> &'a str {
        self.folded.text()
    }

    /// The plain text in lower case.
    pub(crate) fn lower(&self) -> &'a str {
        self.folded.lower()
    }

    /// Reports a candidate.
    pub(crate) fn push(&mut self, start: usize, end: usize, verdict: Verdict) {
        self.found.push((Span::new(start, end), verdict));
    }
}
