//! What a recognizer claims about itself, for the tests and the docs. It does not ship in the wasm.

/// Sources, examples and counter-examples of one recognizer. Writing them is writing its tests.
#[derive(Debug)]
#[non_exhaustive]
pub struct Evidence {
    /// The recognizer's id.
    pub id: &'static str,
    /// The issuer's page, law or standard, and the day it was read.
    pub sources: &'static [&'static str],
    /// Whole messages in which the value between `[[` and `]]` is found, at least two. A cue may stand around it.
    pub matches: &'static [&'static str],
    /// Messages in which this recognizer finds nothing.
    pub near_misses: &'static [&'static str],
}
