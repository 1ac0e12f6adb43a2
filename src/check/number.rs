//! Reading digits: as a number, and as the date that many identity numbers begin with.

use super::{is_date, is_date_in_some_century};

/// The number that at most 19 ASCII digits stand for.
pub(crate) fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |number, byte| number * 10 + u64::from(byte & 0x0f))
}

/// The three numbers of two digits each that six digits are.
pub(crate) fn pairs(digits: &[u8]) -> [u32; 3] {
    let pair = |at: usize| digits.get(at..at + 2).map_or(0, |pair| number(pair) as u32);
    [pair(0), pair(2), pair(4)]
}

/// Whether six digits (a year of two) or eight are a day of the calendar, in the order that `order` says: `ymd` or `dmy`.
pub(crate) fn date_of(digits: &[u8], order: [u8; 3]) -> bool {
    let year_len = digits.len().saturating_sub(4);
    let (mut year, mut month, mut day) = (0, 0, 0);
    let mut rest = digits;
    for part in &order {
        let (head, tail) = rest.split_at((if *part == b'y' { year_len } else { 2 }).min(rest.len()));
        let value = number(head) as u32;
        match part {
            b'y' => year = value,
            b'm' => month = value,
            _ => day = value,
        }
        rest = tail;
    }
    match year_len {
        2 => is_date_in_some_century(year, month, day),
        4 => is_date(year, month, day),
        _ => false,
    }
}

/// Whether six digits are year, month and day, where the month is written as so many more: a sex or a century hides in it.
pub(crate) fn shifted_date(digits: &[u8], shift: u32) -> bool {
    let [year, month, day] = [&digits[..2], &digits[2..4], &digits[4..6]].map(|part| number(part) as u32);
    is_date_in_some_century(year, month.wrapping_sub(shift), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_may_hold_more_than_the_month() {
        assert!(shifted_date(b"085231", 40) && shifted_date(b"710319", 0));
        assert!(!shifted_date(b"085231", 20) && !shifted_date(b"080531", 40));
    }

    #[test]
    fn a_date_is_read_in_the_order_it_is_written() {
        assert!(date_of(b"710312", *b"ymd") && date_of(b"120371", *b"dmy") && date_of(b"19710312", *b"ymd"));
        assert!(!date_of(b"711332", *b"ymd") && !date_of(b"310271", *b"dmy") && !date_of(b"7103", *b"ymd"));
    }

    #[test]
    fn digits_are_a_number() {
        assert_eq!(number(b"00420"), 420);
    }
}
