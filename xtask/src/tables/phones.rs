//! `data/phone_plans.tsv`: which digits a subscriber's number may begin with, by region and length.
//!
//! The metadata says it with one regular expression a region and kind of line. Each becomes an automaton, and the automaton
//! answers for every beginning of four digits whether some number of exactly this length goes on from there. Ranges of
//! such beginnings are a hundredth of the size of the automata, and need no engine in the page.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use serde_json::Value;

use super::sources;
use crate::shell::root;

/// A row up to this long stays exact.
const EXACT_ROW: usize = 100;
/// In a longer row a gap closes if that lets in no more than this many of the 10,000 beginnings.
const SMALL_GAP: usize = 20;
/// Lengths share their ranges if each grows by no more than this many percent.
const GROWTH: usize = 20;
/// The calling code whose gaps all stay: its ten digits are often written with nothing that announces a phone number.
const EXACT_GAPS: &str = "1";
/// A service number below this length is one that nobody calls from abroad.
const SHORTEST_SERVICE: u16 = 7;

/// What numbers with one beginning may be: bits, because one beginning often is several.
const MOBILE: u8 = 1;
const FIXED: u8 = 2;
const SERVICE: u8 = 4;

/// The places of the metadata's list of types. Personal, pager and internet numbers reach a person like a fixed line does.
const TYPES: [u8; 10] = [FIXED, MOBILE, SERVICE, SERVICE, FIXED, SERVICE, SERVICE, FIXED, FIXED, SERVICE];

/// The letters of the table in the order in which its groups are tried: mobile, service, both, fixed. Later groups may
/// run over what earlier ones have taken, so the most scattered kind comes last.
const ORDER: [char; 4] = ['m', 's', 'b', 'f'];

type Beginnings = BTreeSet<u16>;

pub(super) fn generate() -> Result<(&'static str, String), Box<dyn Error>> {
    sources::install_npm()?;
    let package = root().join(sources::FOLDER).join("node_modules/libphonenumber-js");
    let metadata = sources::json(&package.join("metadata.max.json"))?;
    let mut rows: Vec<(&String, String)> = Vec::new();
    let codes = metadata["country_calling_codes"].as_object().ok_or("no calling codes")?;
    for (calling_code, regions) in codes {
        for region in regions.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let row = row(region, calling_code, &metadata["countries"][region])?;
            rows.push((calling_code, row));
        }
    }
    for (calling_code, network) in metadata["nonGeographic"].as_object().ok_or("no networks without a country")? {
        // ISO 3166 has no code for them; 001 is the world.
        rows.push((calling_code, row("001", calling_code, network)?));
    }
    // In the order of their digits. Stable: of the regions that share a code, the metadata names the main one first.
    rows.sort_by_key(|&(calling_code, _)| calling_code);
    let rows: String = rows.into_iter().map(|(_, row)| row).collect();
    Ok(("data/phone_plans.tsv", format!("region\tcalling_code\ttrunk\tplan\n{rows}")))
}

fn row(region: &str, calling_code: &str, country: &Value) -> Result<String, Box<dyn Error>> {
    let lines = lines(country)?;
    let exact = plan(&lines, None);
    let plan =
        if exact.len() <= EXACT_ROW { exact } else { plan(&lines, Some(if calling_code == EXACT_GAPS { 0 } else { SMALL_GAP })) };
    Ok(format!("{region}\t{calling_code}\t{}\t{plan}\n", trunks(country)?.join(",")))
}

/// For each kind of line and length the beginnings that are of this kind, those of earlier kinds left out.
type Lines = BTreeMap<char, BTreeMap<u16, Beginnings>>;

fn lines(country: &Value) -> Result<Lines, Box<dyn Error>> {
    let mut bits: BTreeMap<u16, HashMap<u16, u8>> = BTreeMap::new();
    let mut add = |pattern: &str, lengths: &[Value], kind: u8| -> Result<(), Box<dyn Error>> {
        let numbers = Numbers::new(pattern)?;
        for length in lengths.iter().filter_map(|length| u16::try_from(length.as_u64()?).ok()) {
            if kind != SERVICE || length >= SHORTEST_SERVICE {
                let of_length = bits.entry(length).or_default();
                numbers.beginnings(length, &mut |beginning| {
                    *of_length.entry(beginning).or_default() |= kind;
                });
            }
        }
        Ok(())
    };
    for (entry, kind) in country[11].as_array().ok_or("no types")?.iter().zip(TYPES) {
        let lengths = entry[1].as_array().or(country[3].as_array()).ok_or("no lengths")?;
        match entry[0].as_str() {
            None => {}
            // An empty pattern for mobile numbers: nobody can tell them from fixed lines.
            Some("") => add(country[11][0][0].as_str().ok_or("no fixed lines")?, lengths, MOBILE | FIXED)?,
            Some(pattern) => add(pattern, lengths, kind)?,
        }
    }
    // Argentina writes a mobile number with 15 after the area code at home, and with 9 before it from abroad.
    if let Some(area) = country[7].as_str().and_then(|rule| rule.strip_prefix("0?(?:")?.strip_suffix("15)?")) {
        add(&format!(r"{area}15\d{{6,8}}"), &[12.into()], MOBILE)?;
    }

    let mut lines = Lines::new();
    for (length, beginnings) in bits {
        for (beginning, kinds) in beginnings {
            let letter = match kinds & !SERVICE {
                MOBILE => 'm',
                FIXED => 'f',
                0 => 's',
                _ => 'b',
            };
            lines.entry(letter).or_default().entry(length).or_default().insert(beginning);
        }
    }
    Ok(lines)
}

/// What is dialled before a number at home, and left out from abroad; the longest first.
fn trunks(country: &Value) -> Result<Vec<String>, Box<dyn Error>> {
    let Some(rule) = country[7].as_str().or(country[5].as_str()) else {
        return Ok(Vec::new());
    };
    let rule = Numbers::new(rule)?;
    let short = (0..100).map(|number| format!("{number:02}")).chain((0..10).map(|number| number.to_string()));
    Ok(short.filter(|digits| rule.holds(digits.as_bytes())).collect())
}

/// The groups of a row, simplified unless `gap` is nothing.
fn plan(lines: &Lines, gap: Option<usize>) -> String {
    // Groups of the same letter and ranges, with their lengths, in the order in which they are tried.
    let mut groups: Vec<(String, Vec<u16>)> = Vec::new();
    let mut taken: BTreeMap<u16, Beginnings> = BTreeMap::new();
    for letter in ORDER {
        let Some(by_length) = lines.get(&letter) else {
            continue;
        };
        let merged = if gap.is_some() { share_ranges(by_length) } else { by_length.clone() };
        for (&length, beginnings) in &merged {
            let taken = taken.entry(length).or_default();
            for (fourth, mut stems) in by_fourth_digit(beginnings, gap.is_some()) {
                if let Some(gap) = gap {
                    let free = |beginning: &u16| taken.contains(beginning) || beginnings.contains(beginning);
                    close_gaps(&mut stems, |stem| fourth.iter().filter(|&&digit| !free(&(stem * 10 + digit))).count(), gap);
                }
                let text = format!(
                    "{}:{}",
                    if fourth.len() == 10 { String::new() } else { format!("/{}", ranges(&fourth, 1)) },
                    ranges(&stems, 3)
                );
                let key = format!("{letter}{text}");
                match groups.iter_mut().find(|(known, _)| *known == key) {
                    Some((_, lengths)) => lengths.push(length),
                    None => groups.push((key, vec![length])),
                }
            }
        }
        for (length, beginnings) in by_length {
            taken.entry(*length).or_default().extend(beginnings);
        }
    }
    let groups = groups.iter().map(|(key, lengths)| {
        let (letter, rest) = key.split_at(1);
        format!("{letter}{}{rest}", ranges(&lengths.iter().copied().collect(), 1))
    });
    groups.collect::<Vec<_>>().join(" ")
}

/// Lets lengths with nearly the same beginnings have the same ones.
fn share_ranges(by_length: &BTreeMap<u16, Beginnings>) -> BTreeMap<u16, Beginnings> {
    let mut classes: Vec<(Beginnings, Vec<u16>)> = Vec::new();
    for (&length, beginnings) in by_length {
        let close = classes.iter_mut().find_map(|(common, lengths)| {
            let union: Beginnings = common.union(beginnings).copied().collect();
            let fits = |own: &Beginnings| 100 * (union.len() - own.len()) <= GROWTH * own.len();
            let all_fit = fits(beginnings) && lengths.iter().all(|length| fits(&by_length[length]));
            all_fit.then_some((common, lengths, union))
        });
        match close {
            Some((common, lengths, union)) => {
                *common = union;
                lengths.push(length);
            }
            None => classes.push((beginnings.clone(), vec![length])),
        }
    }
    let each = classes.into_iter().flat_map(|(common, lengths)| lengths.into_iter().map(move |length| (length, common.clone())));
    each.collect()
}

/// The first three digits of the beginnings, by the digits that may come fourth. A set of fourth digits that few have
/// becomes the smallest of the more frequent ones around it.
fn by_fourth_digit(beginnings: &Beginnings, simplify: bool) -> BTreeMap<Beginnings, Beginnings> {
    let mut fourth_of: BTreeMap<u16, Beginnings> = BTreeMap::new();
    for beginning in beginnings {
        fourth_of.entry(beginning / 10).or_default().insert(beginning % 10);
    }
    let mut stems_of: BTreeMap<Beginnings, Beginnings> = BTreeMap::new();
    for (stem, fourth) in &fourth_of {
        stems_of.entry(fourth.clone()).or_default().insert(*stem);
    }
    if !simplify {
        return stems_of;
    }
    let frequent =
        stems_of.iter().filter(|(_, stems)| stems.len() >= 4.max(fourth_of.len() / 10)).map(|(fourth, _)| fourth.clone());
    let kept: Vec<Beginnings> = frequent.chain([(0..10).collect()]).collect();
    let mut simple: BTreeMap<Beginnings, Beginnings> = BTreeMap::new();
    for (fourth, stems) in stems_of {
        let around = kept.iter().filter(|wider| fourth.is_subset(wider)).min_by_key(|wider| wider.len());
        simple.entry(around.unwrap_or(&fourth).clone()).or_default().extend(stems);
    }
    simple
}

/// Fills gaps between stems whose cost is small.
fn close_gaps(stems: &mut Beginnings, cost: impl Fn(u16) -> usize, largest: usize) {
    let apart: Vec<u16> = stems.iter().copied().collect();
    for pair in apart.windows(2) {
        let gap = pair[0] + 1..pair[1];
        if gap.clone().map(&cost).sum::<usize>() <= largest {
            stems.extend(gap);
        }
    }
}

/// Numbers of `width` digits as ranges: `201-203,205`. Zeros and nines that both ends share at the end are left out:
/// `20-21` is 200 to 219.
fn ranges(numbers: &Beginnings, width: usize) -> String {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let texts = runs.into_iter().map(|(first, last)| {
        let (mut first, mut last) = (format!("{first:0width$}"), format!("{last:0width$}"));
        while first.len() > 1 && first.ends_with('0') && last.ends_with('9') {
            first.pop();
            last.pop();
        }
        if first == last { first } else { format!("{first}-{last}") }
    });
    texts.collect::<Vec<_>>().join(",")
}

/// The numbers that one regular expression describes.
struct Numbers {
    automaton: dense::DFA<Vec<u32>>,
    start: StateID,
}

impl Numbers {
    fn new(pattern: &str) -> Result<Self, Box<dyn Error>> {
        let automaton = dense::Builder::new()
            .configure(dense::Config::new().start_kind(StartKind::Anchored))
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .build(&format!(r"\A(?:{pattern})\z"))?;
        let start = automaton.start_state(&start::Config::new().anchored(Anchored::Yes))?;
        Ok(Self { automaton, start })
    }

    fn holds(&self, digits: &[u8]) -> bool {
        let end = digits.iter().fold(self.start, |state, &digit| self.automaton.next_state(state, digit));
        self.automaton.is_match_state(self.automaton.next_eoi_state(end))
    }

    /// Calls `found` with the first four digits of every number of this length.
    fn beginnings(&self, length: u16, found: &mut impl FnMut(u16)) {
        self.walk(self.start, 0, 4, length, &mut HashMap::new(), found);
    }

    fn walk(
        &self,
        state: StateID,
        beginning: u16,
        digits: u32,
        left: u16,
        known: &mut HashMap<(StateID, u16), bool>,
        found: &mut impl FnMut(u16),
    ) {
        if !self.can_end(state, left, known) {
            return;
        }
        if digits == 0 {
            return found(beginning);
        }
        for digit in 0..10_u8 {
            let next = self.automaton.next_state(state, b'0' + digit);
            self.walk(next, beginning * 10 + u16::from(digit), digits - 1, left - 1, known, found);
        }
    }

    /// Whether some number ends exactly `left` digits from here.
    fn can_end(&self, state: StateID, left: u16, known: &mut HashMap<(StateID, u16), bool>) -> bool {
        if left == 0 {
            return self.automaton.is_match_state(self.automaton.next_eoi_state(state));
        }
        if let Some(&answer) = known.get(&(state, left)) {
            return answer;
        }
        let answer = (b'0'..=b'9').any(|digit| self.can_end(self.automaton.next_state(state, digit), left - 1, known));
        known.insert((state, left), answer);
        answer
    }
}
