//! Numbers that only their name makes personal: "policy no HX-2207-118834", "pasaporte AAD987369".

use std::ops::RangeInclusive;

use crate::check::{date_of, is_filler};

use super::Scan;

/// Whether a canonical form may be a number somebody was given: long enough, mostly digits, no filler, no day of the calendar.
pub(crate) fn is_given_number(code: &[u8], lengths: &RangeInclusive<usize>, digits: &RangeInclusive<usize>) -> bool {
    let count = code.iter().filter(|byte| byte.is_ascii_digit()).count();
    let dated = count == code.len() && count == 8 && (date_of(code, *b"dmy") || date_of(code, *b"ymd") || date_of(code, *b"mdy"));
    lengths.contains(&code.len()) && digits.contains(&count) && !dated && !is_filler(code)
}

impl Scan<'_> {
    /// Takes back what was just reported where it is an amount, a quantity, a year, or goes on beyond its end.
    pub(crate) fn drop_counted(&mut self) {
        let Some((span, _)) = self.found.last().copied() else { return };
        let (lower, tokens) = (self.lower(), self.tokens);
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let (before, after) = (&lower[..span.start as usize], &lower[span.end as usize..]);
        let plain = lower[span.range()].bytes().all(|byte| !byte.is_ascii_alphabetic());
        let number = self.number(first, &[]);
        let counts = plain
            && tokens.get(first).is_some_and(|token| token.is_digits())
            && (number.counts(number.groups()) || number.is_year(number.groups()) || !number.stands_alone(number.groups()));
        // A longer number, such as a UUID.
        let goes_on = before.ends_with(['-', '/', '.'])
            && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_alphanumeric())
            || after.starts_with(['-', '/', ':']) && after[1..].starts_with(|c: char| c.is_ascii_alphanumeric());
        // "as in the passport", and the number of something else on the next line.
        let elsewhere = self.cue.is_some_and(|cue| {
            lower
                .get(cue.end as usize..span.start as usize)
                .is_some_and(|between| between.trim_matches([' ', ':']).trim_end_matches('\n').contains('\n'))
        });
        if counts
            || goes_on
            || elsewhere
            || before.ends_with(['@', '_', '*', '{', '$', '#']) && !before.ends_with(" #")
            || after.starts_with(['@', '_', '*', '<', '{', '%'])
        {
            self.found.pop();
        }
    }
}
