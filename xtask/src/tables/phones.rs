//! `data/phone_plans.tsv`: which digits a subscriber's number may begin with, by region and length.
//!
//! The metadata says it with one regular expression a region and kind of line. Each becomes an automaton, and the automaton
//! answers for every beginning of up to four digits whether some number of exactly this length goes on from there.

use std::collections::BTreeMap;
use std::error::Error;

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use serde_json::Value;

const PATH: &str = "data/phone_plans.tsv";

/// Digits that are looked at: beginnings run from 0000 to 9999.
const DEPTH: u32 = 4;
const BEGINNINGS: u16 = 10_u16.pow(DEPTH);

/// The longest national number of ITU-T E.164, and Germany's longer ones.
const LONGEST: usize = 17;

/// What a beginning may be: bits, because one beginning often is several.
const MOBILE: u8 = 1;
const FIXED: u8 = 2;
const SERVICE: u8 = 4;

/// The places of the metadata's list of types. Personal, pager and internet numbers reach a person like a fixed line does.
const TYPES: [u8; 10] = [FIXED, MOBILE, SERVICE, SERVICE, FIXED, SERVICE, SERVICE, FIXED, FIXED, SERVICE];

pub(super) fn generate(metadata: &Value) -> Result<(String, String), Box<dyn Error>> {
    let mut file = String::from("region\tcalling_code\ttrunk\tplan\n");
    let codes = metadata["country_calling_codes"].as_object().ok_or("no calling codes")?;
    for (calling_code, regions) in codes {
        for region in regions.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let country = &metadata["countries"][region];
            file += &row(region, calling_code, country)?;
        }
    }
    for (calling_code, network) in metadata["nonGeographic"].as_object().into_iter().flatten() {
        // ISO 3166 has no code for the networks of no country; 001 is the world.
        file += &row("001", calling_code, network)?;
    }
    Ok((PATH.to_owned(), file))
}

fn row(region: &str, calling_code: &str, country: &Value) -> Result<String, Box<dyn Error>> {
    let mut by_length: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
    for (index, lines) in TYPES.into_iter().enumerate() {
        let entry = &country[11][index];
        let (pattern, lines) = match entry[0].as_str() {
            None => continue,
            // An empty pattern of mobile numbers: they are not told apart from fixed lines.
            Some("") => (country[11][0][0].as_str().ok_or("no fixed lines")?, MOBILE | FIXED),
            Some(pattern) => (pattern, lines),
        };
        let numbers = Numbers::new(pattern)?;
        let lengths = entry[1].as_array().or(country[3].as_array()).ok_or("no lengths")?;
        for length in lengths.iter().filter_map(Value::as_u64).map(|length| length as usize) {
            let beginnings = by_length.entry(length).or_insert_with(|| vec![0; BEGINNINGS as usize]);
            numbers.beginnings(length, |beginning| beginnings[usize::from(beginning)] |= lines);
        }
    }
    let mut groups: BTreeMap<(u8, String), Vec<usize>> = BTreeMap::new();
    for (&length, beginnings) in &by_length {
        for (letter, lines) in [(b'm', [1,5,1]), (b'f', [2,6,2]), (b'b', [3,7,3]), (b's', [4,4,4])] {
            let r = ranges(beginnings.iter().map(|b| lines.contains(b)));
            if !r.is_empty() { groups.entry((letter, r)).or_default().push(length); }
        }
    }
    let mut out = format!("{region}\t{calling_code}\t\t");
    for ((letter, r), lengths) in groups {
        out += &format!("{}{}:{r} ", letter as char, lengths.iter().map(|l| l.to_string()).collect::<Vec<_>>().join(","));
    }
    Ok(out.trim_end().to_owned() + "\n")
}

fn ranges(allowed: impl Iterator<Item = bool>) -> String {
    let mut v: Vec<(u16,u16)> = vec![];
    for (i, a) in (0_u16..).zip(allowed) {
        if !a { continue }
        match v.last_mut() { Some(l) if l.1 + 1 == i => l.1 = i, _ => v.push((i,i)) }
    }
    v.into_iter().map(|(lo,hi)| {
        let (mut a, mut b) = (format!("{lo:04}"), format!("{hi:04}"));
        while a.len() > 1 && a.ends_with('0') && b.ends_with('9') { a.pop(); b.pop(); }
        if a == b { a } else { format!("{a}-{b}") }
    }).collect::<Vec<_>>().join(",")
}

struct Numbers { dfa: dense::DFA<Vec<u32>> }
impl Numbers {
    fn new(pattern: &str) -> Result<Self, Box<dyn Error>> {
        let dfa = dense::Builder::new()
            .configure(dense::Config::new().start_kind(StartKind::Anchored))
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .build(&format!(r"\A(?:{pattern})\z"))?;
        Ok(Self { dfa })
    }
    fn beginnings(&self, length: usize, mut found: impl FnMut(u16)) {
        let start = self.dfa.start_state(&start::Config::new().anchored(Anchored::Yes)).unwrap();
        let mut memo = std::collections::HashMap::new();
        self.walk(start, 0, 0, length, &mut memo, &mut found);
    }
    fn walk(&self, s: StateID, depth: u32, prefix: u16, left: usize, memo: &mut std::collections::HashMap<(StateID, usize), bool>, found: &mut impl FnMut(u16)) {
        if !self.ends(s, left, memo) { return }
        if depth == DEPTH || left == 0 {
            let unit = 10_u16.pow(DEPTH - depth);
            for b in 0..unit { found(prefix * unit + b) }
            return;
        }
        for d in 0..10_u8 { self.walk(self.dfa.next_state(s, b'0' + d), depth + 1, prefix * 10 + u16::from(d), left - 1, memo, found) }
    }
    fn ends(&self, s: StateID, left: usize, memo: &mut std::collections::HashMap<(StateID, usize), bool>) -> bool {
        if self.dfa.is_dead_state(s) { return false }
        if left == 0 { return self.dfa.is_match_state(self.dfa.next_eoi_state(s)) }
        if let Some(&k) = memo.get(&(s, left)) { return k }
        let r = (b'0'..=b'9').any(|d| self.ends(self.dfa.next_state(s, d), left - 1, memo));
        memo.insert((s, left), r);
        r
    }
}
