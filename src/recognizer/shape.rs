//! What a number scheme looks like before anything is computed: runs of digits and letters, and how people write it.

/// What one run of a shape may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chars {
    Digits,
    Letters,
    /// Letters or digits.
    Either,
}

impl Chars {
    const fn holds(self, byte: u8) -> bool {
        match self {
            Self::Digits => byte.is_ascii_digit(),
            Self::Letters => byte.is_ascii_alphabetic(),
            Self::Either => byte.is_ascii_alphanumeric(),
        }
    }
}

/// A stretch of one class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub(crate) chars: Chars,
    pub(crate) min: u8,
    pub(crate) max: u8,
}

/// Exactly `n` digits.
pub(crate) const fn digits(n: u8) -> Run {
    Run { chars: Chars::Digits, min: n, max: n }
}

/// `min` to `max` digits.
pub(crate) const fn digits_between(min: u8, max: u8) -> Run {
    Run { chars: Chars::Digits, min, max }
}

/// Exactly `n` letters.
pub(crate) const fn letters(n: u8) -> Run {
    Run { chars: Chars::Letters, min: n, max: n }
}

/// `min` to `max` letters.
pub(crate) const fn letters_between(min: u8, max: u8) -> Run {
    Run { chars: Chars::Letters, min, max }
}

/// `min` to `max` letters or digits.
pub(crate) const fn alnum_between(min: u8, max: u8) -> Run {
    Run { chars: Chars::Either, min, max }
}

/// The longest canonical form a shape may have.
pub(crate) const MAX_CANONICAL: usize = 48;

/// What a number scheme looks like.
#[derive(Debug)]
pub(crate) struct Shape {
    /// The runs of the canonical form: separators gone, letters upper case.
    pub(crate) runs: &'static [Run],
    /// How it is officially written, `0` for a digit and `A` for a letter: `000-00-0000`. Matching one is evidence of its own.
    pub(crate) layouts: &'static [&'static str],
}

impl Shape {
    pub(crate) fn min_len(&self) -> usize {
        self.runs.iter().map(|run| usize::from(run.min)).sum()
    }

    pub(crate) fn max_len(&self) -> usize {
        self.runs.iter().map(|run| usize::from(run.max)).sum()
    }

    /// What stands at a place of a canonical form of this length, as [`fits`](Self::fits) reads it.
    pub(crate) fn chars_at(&self, place: usize, len: usize) -> Option<Chars> {
        let (mut rest, mut end) = (len, 0);
        for (index, run) in self.runs.iter().enumerate() {
            let later: usize = self.runs[index + 1..].iter().map(|run| usize::from(run.min)).sum();
            let take = rest.checked_sub(later)?.min(usize::from(run.max));
            rest -= take;
            end += take;
            if place < end {
                return Some(run.chars);
            }
        }
        None
    }

    /// True where every canonical form is digits only.
    pub(crate) fn is_numeric(&self) -> bool {
        self.runs.iter().all(|run| run.chars == Chars::Digits)
    }

    /// True where the canonical form fits the runs. Only the last run of a shape may vary in length, or the one before a
    /// fixed tail: each run takes what the ones after it leave.
    pub(crate) fn fits(&self, canonical: &[u8]) -> bool {
        let mut rest = canonical;
        for (index, run) in self.runs.iter().enumerate() {
            let later: usize = self.runs[index + 1..].iter().map(|run| usize::from(run.min)).sum();
            let Some(available) = rest.len().checked_sub(later) else { return false };
            let take = available.min(usize::from(run.max));
            if take < usize::from(run.min) || !rest[..take].iter().all(|&byte| run.chars.holds(byte)) {
                return false;
            }
            rest = &rest[take..];
        }
        rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_take_what_those_after_them_leave() {
        static RUNS: [Run; 3] = [letters(1), digits_between(6, 7), letters(1)];
        let shape = Shape { runs: &RUNS, layouts: &[] };
        assert!(shape.fits(b"X1234567L"));
        assert!(shape.fits(b"X123456L"));
        assert!(!shape.fits(b"X12345L"));
        assert!(!shape.fits(b"XX234567L"));
        assert!(!shape.fits(b"X12345678"));
    }
}
