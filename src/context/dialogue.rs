//! What the other side just asked for.

use super::Support;

/// The recognizers whose value the next message may bare. It fades once that message is read.
#[derive(Debug, Default)]
pub(crate) struct Expectation {
    /// By number, rising; how the question named them.
    asked: Vec<(u16, Support)>,
}

impl Expectation {
    /// What a question asked for.
    pub(crate) fn new(recognizers: impl Iterator<Item = (u16, Support)>) -> Self {
        let mut asked: Vec<(u16, Support)> = Vec::new();
        for (recognizer, support) in recognizers {
            match asked.binary_search_by_key(&recognizer, |(number, _)| *number) {
                Ok(place) => asked[place].1 = asked[place].1.max(support),
                Err(place) => asked.insert(place, (recognizer, support)),
            }
        }
        Self { asked }
    }

    /// How this recognizer's value was asked for, if it was.
    pub(crate) fn of(&self, recognizer: u16) -> Option<Support> {
        let place = self.asked.binary_search_by_key(&recognizer, |(number, _)| *number).ok()?;
        Some(self.asked[place].1)
    }

    /// True where this recognizer's value was asked for.
    pub(crate) fn holds(&self, recognizer: u16) -> bool {
        self.of(recognizer).is_some()
    }

    /// Everyone whose value was asked for.
    pub(crate) fn recognizers(&self) -> impl Iterator<Item = u16> {
        self.asked.iter().map(|(recognizer, _)| *recognizer)
    }
}
