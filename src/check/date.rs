//! Which days the Gregorian calendar has.

/// Whether the calendar has this day.
pub(crate) fn is_date(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    (1..=days_in(month, leap)).contains(&day)
}

/// Whether the day exists in some century, when a year is written with two digits: the 29th of February of 00 does, in 2000.
pub(crate) fn is_date_in_some_century(two_digit_year: u32, month: u32, day: u32) -> bool {
    two_digit_year < 100 && is_date(2000 + two_digit_year, month, day)
}

/// Whether a card may say "valid thru" this month and year, of two digits or four. There is no clock here: the years are those in which
/// a card that is in use, or was not long ago, may end.
pub(crate) fn is_card_expiry(month: &[u8], year: &[u8]) -> bool {
    let year = year.strip_prefix(b"20").filter(|year| year.len() == 2).unwrap_or(year);
    let month = match *month {
        [m] => [b'0', m],
        [m, n] => [m, n],
        _ => return false,
    };
    (*b"01"..=*b"12").contains(&month)
        && month[1].is_ascii_digit()
        && matches!(year, [b'1', b'5'..=b'9'] | [b'2'..=b'4', b'0'..=b'9'])
}

fn days_in(month: u32, leap: bool) -> u32 {
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_card_expiry, is_date, is_date_in_some_century};

    #[test]
    fn leap_days_follow_the_four_hundred_year_rule() {
        assert!(is_date(2000, 2, 29));
        assert!(is_date(2024, 2, 29));
        assert!(!is_date(1900, 2, 29));
        assert!(!is_date(2023, 2, 29));
    }

    #[test]
    fn a_year_has_365_days_and_no_thirteenth_month() {
        let days = (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day)));
        assert_eq!(days.filter(|&(month, day)| is_date(2023, month, day)).count(), 365);
    }

    #[test]
    fn two_digits_name_a_day_of_either_century() {
        assert!(is_date_in_some_century(0, 2, 29));
        assert!(is_date_in_some_century(99, 12, 31));
        assert!(!is_date_in_some_century(99, 2, 29));
        assert!(!is_date_in_some_century(100, 1, 1));
    }

    #[test]
    fn a_card_ends_in_a_month_of_our_days() {
        for (month, year) in [("08", "27"), ("8", "27"), ("12", "2031"), ("01", "15")] {
            assert!(is_card_expiry(month.as_bytes(), year.as_bytes()), "{month}/{year}");
        }
        for (month, year) in
            [("13", "27"), ("00", "27"), ("08", "14"), ("08", "50"), ("08", "1927"), ("008", "27"), ("08", "202")]
        {
            assert!(!is_card_expiry(month.as_bytes(), year.as_bytes()), "{month}/{year}");
        }
    }
}
