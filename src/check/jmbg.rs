//! The master citizen number that Yugoslavia introduced and its successors kept.

use super::{is_date, number, weighted_sum};

/// Whether thirteen digits begin with the birth date of somebody alive, its year written with three digits, and end with their check digit.
/// One in two thousand passes by chance.
pub(crate) fn jmbg_holds(jmbg: &[u8]) -> bool {
    let [day, month, year] = [&jmbg[..2], &jmbg[2..4], &jmbg[4..7]].map(|part| number(part) as u32);
    let year = match year {
        0..=35 => 2000 + year,
        900.. => 1000 + year,
        _ => return false,
    };
    // Ten would need two digits; such a serial number is passed over, or gets a nought.
    let control = (11 - weighted_sum(jmbg, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10;
    is_date(year, month, day) && control == i32::from(jmbg[12] & 0x0f)
}

#[cfg(test)]
mod tests {
    use super::jmbg_holds;

    #[test]
    fn the_usual_specimen_holds() {
        // The example of the Slovenian ministry: born on the first of January 2006.
        assert!(jmbg_holds(b"0101006500006"));
        assert!(!jmbg_holds(b"0101006500007") && !jmbg_holds(b"0113006500006") && !jmbg_holds(b"0101506500006"));
    }
}
