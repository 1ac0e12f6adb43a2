//! What the other side just asked for.

/// The recognizers whose value the next message may bare. It fades once that message is read.
#[derive(Debug, Default)]
pub(crate) struct Expectation {
    /// A bit for each recognizer.
    asked: Vec<u64>,
}

impl Expectation {
    /// What a question asked for.
    pub(crate) fn new(recognizers: impl Iterator<Item = u16>) -> Self {
        let mut asked = Vec::new();
        for recognizer in recognizers {
            let word = usize::from(recognizer / 64);
            if word >= asked.len() {
                asked.resize(word + 1, 0);
            }
            asked[word] |= 1 << (recognizer % 64);
        }
        Self { asked }
    }

    /// True where this recognizer's value was asked for.
    pub(crate) fn holds(&self, recognizer: u16) -> bool {
        self.asked.get(usize::from(recognizer / 64)).is_some_and(|word| word >> (recognizer % 64) & 1 == 1)
    }

    /// Everyone whose value was asked for.
    pub(crate) fn recognizers(&self) -> impl Iterator<Item = u16> {
        (0..self.asked.len() as u16 * 64).filter(|recognizer| self.holds(*recognizer))
    }
}
