//! From bytes to what a caller counts in.

use super::{Span, order::order};

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8.
    Bytes,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
    /// Unicode code points, as Python counts.
    CodePoints,
}

/// Start and end of each span, counted in `unit`. The spans may come in any order and overlap.
///
/// # Panics
///
/// Where a span is not on character boundaries of the text.
#[must_use]
pub fn offsets(text: &str, unit: Unit, spans: impl IntoIterator<Item = Span>) -> Vec<(u32, u32)> {
    let mut pairs: Vec<(u32, u32)> = spans.into_iter().map(|span| (span.start, span.end)).collect();
    if unit == Unit::Bytes || text.is_ascii() {
        return pairs;
    }
    // One pass over the text answers all of them.
    let mut ends: Vec<&mut u32> = pairs.iter_mut().flat_map(|(start, end)| [start, end]).collect();
    let rising = order(ends.iter().map(|end| u64::from(**end)));
    let (mut byte, mut count) = (0, 0);
    for place in rising {
        let end = &mut *ends[place as usize];
        let passed = &text[byte..*end as usize];
        byte = *end as usize;
        count += match unit {
            Unit::Utf16 => passed.chars().map(char::len_utf16).sum::<usize>(),
            _ => passed.chars().count(),
        } as u32;
        *end = count;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_counts_its_own_way() {
        let text = "ñ😀ab";
        let spans = [Span::new(6, 7), Span::new(2, 8), Span::new(0, 6)];
        assert_eq!(offsets(text, Unit::Bytes, spans), [(6, 7), (2, 8), (0, 6)]);
        assert_eq!(offsets(text, Unit::Utf16, spans), [(3, 4), (1, 5), (0, 3)]);
        assert_eq!(offsets(text, Unit::CodePoints, spans), [(2, 3), (1, 4), (0, 2)]);
    }
}
