//! What the other side just asked for.

/// The recognizers whose value the next message may bare. It fades once that message is read.
#[derive(Debug, Default)]
pub(crate) struct Expectation {
    recognizers: Vec<u16>,
}

impl Expectation {
    /// What a question asked for.
    pub(crate) fn new(mut recognizers: Vec<u16>) -> Self {
        recognizers.sort_unstable();
        recognizers.dedup();
        Self { recognizers }
    }

    /// True where this recognizer's value was asked for.
    pub(crate) fn holds(&self, recognizer: u16) -> bool {
        self.recognizers.binary_search(&recognizer).is_ok()
    }

    /// Everyone whose value was asked for.
    pub(crate) fn recognizers(&self) -> &[u16] {
        &self.recognizers
    }
}
