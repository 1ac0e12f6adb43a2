//! Numbering plans: which digits a phone number has in each region, from `data/phone_plans.tsv`.
//!
//! A row holds groups of `kind lengths [/ fourth digits] : first three digits`; the first group that fits says what the
//! number is. The table knows the first four digits, so it says where a number may be in use, not whether it is.

use std::ops::Range;
use std::sync::OnceLock;

/// What a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Mobile,
    Fixed,
    /// Mobile or fixed: the plan does not tell them apart.
    Either,
    /// Toll-free, premium and shared-cost numbers: a company's rather than a person's.
    Service,
}

/// A number that fits a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Subscriber {
    /// ISO 3166 code, or `001` for the networks of no country.
    pub(super) region: &'static str,
    pub(super) line: Line,
}

/// One region's plan.
struct Plan {
    region: &'static str,
    calling_code: &'static [u8],
    /// What may be dialled before a number at home, the longest first, between commas.
    trunks: &'static [u8],
    groups: Range<usize>,
}

/// Numbers of one kind that share their lengths, first three digits and fourth digit.
struct Group {
    line: Line,
    /// A bit for each length.
    lengths: u32,
    /// A bit for each digit.
    fourth: u16,
    stems: Range<usize>,
}

/// The plans of every region.
pub(crate) struct Plans {
    /// In the order of their calling codes; of regions that share one, the main region first.
    regions: Vec<Plan>,
    /// The place of the first region of each calling code among them.
    by_code: [Option<u8>; CODES],
    /// The place of each region of two letters among them, by [`letters`].
    by_letters: [Option<u8>; LETTERS],
    groups: Vec<Group>,
    /// First and last of the three digits that numbers of a group begin with.
    stems: Vec<(u16, u16)>,
}

/// The plans, read at the first call.
pub(crate) fn plans() -> &'static Plans {
    static PLANS: OnceLock<Plans> = OnceLock::new();
    PLANS.get_or_init(|| Plans::read(include_str!("../../../data/phone_plans.tsv")))
}

impl Plans {
    /// Looks up the digits of an international number: those after `+` or `00`, the calling code first. A trunk prefix
    /// between the code and the number, as in `+44 (0)20`, is skipped. Where four digits do not tell apart the regions that
    /// share a code, the main one answers: Great Britain for Jersey.
    pub(super) fn international(&self, digits: &[u8]) -> Option<Subscriber> {
        // No calling code begins with another one.
        let mut code = 0;
        let (sharing, number) = (1..=3).find_map(|len| {
            let (last, number) = digits.get(len - 1).zip(digits.get(len..))?;
            code = 10 * code + usize::from(last & 0x0f);
            let sharing = &self.regions[usize::from(self.by_code[code]?)..];
            let count = sharing.iter().take_while(|plan| *plan.calling_code == digits[..len]).count();
            (count > 0).then(|| (&sharing[..count], number))
        })?;
        let direct = sharing.iter().find_map(|plan| self.subscriber(plan, number));
        direct.or_else(|| sharing.iter().find_map(|plan| self.after_trunk(plan, number)))
    }

    /// True for a region of two letters that exists.
    pub(crate) fn has(&self, region: &str) -> bool {
        letters(region).is_some_and(|place| self.by_letters[place].is_some())
    }

    /// Looks up the digits of a number as it is written in its own region, with the trunk prefix or without.
    pub(super) fn national(&self, region: &str, digits: &[u8]) -> Option<Subscriber> {
        let plan = &self.regions[usize::from(self.by_letters[letters(region)?]?)];
        self.after_trunk(plan, digits).or_else(|| self.subscriber(plan, digits))
    }

    fn after_trunk(&self, plan: &Plan, digits: &[u8]) -> Option<Subscriber> {
        let trunks = plan.trunks.split(|&byte| byte == b',').filter(|trunk| !trunk.is_empty());
        trunks.filter_map(|trunk| digits.strip_prefix(trunk)).find_map(|number| self.subscriber(plan, number))
    }

    fn subscriber(&self, plan: &Plan, number: &[u8]) -> Option<Subscriber> {
        let (&[a, b, c, d], _) = number.split_first_chunk()?;
        let length = 1_u32.checked_shl(number.len() as u32)?;
        let [a, b, c, d] = [a, b, c, d].map(|byte| u16::from(byte & 0x0f));
        let (stem, fourth) = (100 * a + 10 * b + c, 1 << d);
        let fits = |group: &&Group| {
            group.lengths & length != 0 && group.fourth & fourth != 0 && within(&self.stems[group.stems.clone()], stem)
        };
        let group = self.groups[plan.groups.clone()].iter().find(fits)?;
        Some(Subscriber { region: plan.region, line: group.line })
    }
}

/// Calling codes have up to three digits.
const CODES: usize = 1000;

/// Two letters of either case can be so many things.
const LETTERS: usize = 26 * 26;

/// A place below [`LETTERS`] for a region of two letters.
fn letters(region: &str) -> Option<usize> {
    let &[first, second] = region.as_bytes() else {
        return None;
    };
    let place = |letter: u8| letter.is_ascii_alphabetic().then(|| usize::from(letter.to_ascii_uppercase() - b'A'));
    Some(26 * place(first)? + place(second)?)
}

fn within(stems: &[(u16, u16)], stem: u16) -> bool {
    let after = stems.partition_point(|&(first, _)| first <= stem);
    after > 0 && stem <= stems[after - 1].1
}

// Bytes and closures instead of `str` patterns: the table's pieces are too short for a substring search to pay.
impl Plans {
    fn read(table: &'static str) -> Self {
        // Room for the whole table, so that nothing moves while it is read.
        let mut plans = Self {
            regions: Vec::with_capacity(255),
            by_code: [None; CODES],
            by_letters: [None; LETTERS],
            groups: Vec::with_capacity(1800),
            stems: Vec::with_capacity(6000),
        };
        for row in table.lines().skip(1) {
            let mut columns = row.split('\t');
            let mut column = || columns.next().unwrap_or_default();
            let (region, calling_code, trunks) = (column(), column().as_bytes(), column().as_bytes());
            let start = plans.groups.len();
            for group in column().as_bytes().split(|&byte| byte == b' ') {
                plans.read_group(group);
            }
            let groups = start..plans.groups.len();
            if let Ok(index) = u8::try_from(plans.regions.len()) {
                plans.by_code[usize::from(number(calling_code))].get_or_insert(index);
                if let Some(place) = letters(region) {
                    plans.by_letters[place] = Some(index);
                }
            }
            plans.regions.push(Plan { region, calling_code, trunks, groups });
        }
        plans
    }

    fn read_group(&mut self, text: &[u8]) {
        let mut parts = text.split(|&byte| byte == b':');
        let (Some([kind, head @ ..]), Some(stems)) = (parts.next(), parts.next()) else {
            return;
        };
        let mut head = head.split(|&byte| byte == b'/');
        let lengths = bits(head.next().unwrap_or_default());
        let fourth = bits(head.next().unwrap_or(b"0-9")) as u16;
        let line = match kind {
            b'm' => Line::Mobile,
            b'f' => Line::Fixed,
            b'b' => Line::Either,
            _ => Line::Service,
        };
        let start = self.stems.len();
        self.stems.extend(ranges(stems).map(|(first, last)| (filled(first, b'0'), filled(last, b'9'))));
        self.groups.push(Group { line, lengths, fourth, stems: start..self.stems.len() });
    }
}

/// The ends of each range of a list: `201-203,205` has 201 and 203, 205 and 205.
fn ranges(list: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    list.split(|&byte| byte == b',').map(|range| match range.iter().position(|&byte| byte == b'-') {
        Some(hyphen) => (&range[..hyphen], &range[hyphen + 1..]),
        None => (range, range),
    })
}

/// Three digits, of which the table leaves out zeros at the start of a range and nines at its end.
fn filled(digits: &[u8], rest: u8) -> u16 {
    let digit = |index: usize| u16::from(digits.get(index).copied().unwrap_or(rest) & 0x0f);
    100 * digit(0) + 10 * digit(1) + digit(2)
}

/// A bit for each number of a list of ranges: `7-9,11`.
fn bits(list: &[u8]) -> u32 {
    ranges(list).flat_map(|(first, last)| number(first)..=number(last)).fold(0, |bits, bit| bits | 1 << bit)
}

fn number(digits: &[u8]) -> u16 {
    digits.iter().fold(0, |number, digit| 10 * number + u16::from(digit & 0x0f))
}

#[cfg(test)]
mod tests {
    use super::{Line, Subscriber, plans};

    fn international(digits: &str) -> Option<Subscriber> {
        plans().international(digits.as_bytes())
    }

    fn national(region: &str, digits: &str) -> Option<Subscriber> {
        plans().national(region, digits.as_bytes())
    }

    fn subscriber(region: &'static str, line: Line) -> Subscriber {
        Subscriber { region, line }
    }

    #[test]
    fn numbers_that_regulators_keep_for_fiction_are_known_in_both_writings() {
        use Line::{Either, Fixed, Mobile};
        for (region, abroad, home, line) in [
            // Ofcom, telephone numbers for use in TV and radio drama programmes.
            ("GB", "442079460123", "02079460123", Fixed),
            ("GB", "447700900123", "07700900123", Mobile),
            ("GB", "441134960123", "01134960123", Fixed),
            // North American Numbering Plan, 555-0100 to 555-0199.
            ("US", "12125550123", "2125550123", Either),
            ("US", "13105550199", "13105550199", Either),
            ("CA", "14165550100", "4165550100", Either),
            // ACMA, phone numbers for use in TV shows, films and creative works.
            ("AU", "61491570156", "0491570156", Mobile),
            ("AU", "61255501234", "0255501234", Fixed),
            // Arcep, decision 2018-0881, numbers for audiovisual works.
            ("FR", "33639981234", "0639981234", Mobile),
            ("FR", "33199001234", "0199001234", Fixed),
            // Bundesnetzagentur, numbers for media productions ("Drama Numbers").
            ("DE", "493023125123", "03023125123", Fixed),
            ("DE", "4917139200123", "017139200123", Mobile),
            // PTS, telephone numbers for use in books and films.
            ("SE", "46701740605", "0701740605", Mobile),
            ("SE", "4684650004", "084650004", Fixed),
        ] {
            assert_eq!(international(abroad), Some(subscriber(region, line)), "+{abroad}");
            assert_eq!(national(region, home), Some(subscriber(region, line)), "{home} in {region}");
        }
    }

    #[test]
    fn example_numbers_of_the_metadata_are_known() {
        use Line::{Fixed, Mobile};
        // Example numbers that libphonenumber prints for these regions.
        for (region, abroad, line) in [
            ("ES", "34612345678", Mobile),
            ("ES", "34810123456", Fixed),
            ("RU", "79123456789", Mobile),
            ("RU", "73011234567", Fixed),
            ("KZ", "77710009998", Mobile),
            ("IT", "393123456789", Mobile),
            ("IT", "390212345678", Fixed),
            ("PT", "351912345678", Mobile),
            ("BR", "5511961234567", Mobile),
            ("BR", "551123456789", Fixed),
            ("AR", "5491123456789", Mobile),
            ("MX", "522221234567", Line::Either),
            ("CO", "573211234567", Mobile),
            ("UA", "380501234567", Mobile),
            ("CN", "8613123456789", Mobile),
            ("IN", "918123456789", Mobile),
            ("JP", "819012345678", Mobile),
            ("SG", "6581234567", Mobile),
        ] {
            assert_eq!(international(abroad), Some(subscriber(region, line)), "+{abroad}");
        }
    }

    #[test]
    fn a_trunk_prefix_is_read_at_home_and_forgiven_abroad() {
        assert_eq!(national("RU", "89123456789"), Some(subscriber("RU", Line::Mobile)));
        assert_eq!(national("HU", "06201234567"), Some(subscriber("HU", Line::Mobile)));
        assert_eq!(national("gb", "7700900123"), Some(subscriber("GB", Line::Mobile)));
        assert_eq!(international("4402079460123"), Some(subscriber("GB", Line::Fixed)));
    }

    #[test]
    fn argentine_mobile_numbers_are_known_with_15_too() {
        assert_eq!(national("AR", "0111523456789"), Some(subscriber("AR", Line::Mobile)));
        assert_eq!(national("AR", "111523456789"), Some(subscriber("AR", Line::Mobile)));
    }

    #[test]
    fn countries_that_share_a_calling_code_are_told_apart() {
        for (digits, region) in [("18762101234", "JM"), ("12423591234", "BS"), ("14165550100", "CA"), ("77710009998", "KZ")] {
            assert_eq!(international(digits).map(|found| found.region), Some(region), "+{digits}");
        }
    }

    #[test]
    fn company_numbers_are_told_apart() {
        for digits in ["18005550199", "448081570123", "80012345678"] {
            assert_eq!(international(digits).map(|found| found.line), Some(Line::Service), "+{digits}");
        }
    }

    #[test]
    fn what_no_plan_has_is_not_a_number() {
        for (digits, reason) in [
            ("", "nothing"),
            ("1", "only a code"),
            ("1212555012", "a digit short"),
            ("121255501234", "a digit long"),
            ("11115550123", "no such area"),
            ("12121550123", "no exchange begins with 1"),
            ("34112345678", "no Spanish number begins with 1"),
            ("999123456789", "no such calling code"),
            ("44123", "too short for the table"),
            ("4412345678901234567890123456789012345", "longer than any bit mask"),
        ] {
            assert_eq!(international(digits), None, "+{digits}: {reason}");
        }
        assert_eq!(national("XX", "2125550123"), None);
        assert_eq!(national("ES", "02079460123"), None);
    }

    #[test]
    fn every_region_is_found_by_its_letters() {
        let regions = plans().regions.iter().map(|plan| plan.region).filter(|region| *region != "001");
        for region in regions {
            let place = super::letters(region).and_then(|letters| plans().by_letters[letters]).expect(region);
            assert_eq!(plans().regions[usize::from(place)].region, region);
        }
        for unknown in ["", "x", "001", "ESP", "é", "1a"] {
            assert_eq!(national(unknown, "612345678"), None, "{unknown}");
        }
    }

    #[test]
    fn every_row_is_read_whole() {
        for plan in &plans().regions {
            assert!(!plan.groups.is_empty(), "{} has no groups", plan.region);
            assert!((1..=3).contains(&plan.calling_code.len()), "{}", plan.region);
            for group in &plans().groups[plan.groups.clone()] {
                let stems = &plans().stems[group.stems.clone()];
                assert!(group.lengths != 0 && group.fourth != 0 && !stems.is_empty(), "{}", plan.region);
                assert!(stems.is_sorted() && stems.iter().all(|(first, last)| first <= last), "{}", plan.region);
            }
        }
    }

    #[test]
    fn each_calling_code_is_one_block_and_none_begins_with_another() {
        let mut codes: Vec<&[u8]> = plans().regions.iter().map(|plan| plan.calling_code).collect();
        codes.dedup();
        for (index, code) in codes.iter().enumerate() {
            let later = &codes[index + 1..];
            assert!(later.iter().all(|other| !other.starts_with(code) && !code.starts_with(other)), "{}", code.escape_ascii());
        }
    }
}
