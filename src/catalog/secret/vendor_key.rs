//! How vendors write their keys: `data/vendor_keys.tsv`, read once.

use std::sync::OnceLock;

use crate::{
    check::{crc32_tail_holds, entropy_bits},
    recognizer::{Reason, Verdict, ends_with_sign, words},
};

/// A shorter prefix stands in too many words to open anything: its key is a run of letters and digits by itself.
const LEAST_PREFIX: usize = 3;
/// So much of a prefix opens: what is longer would only make the automaton larger.
const LONGEST_OPENING: usize = 6;

/// The characters of a random part.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Class {
    Digits,
    Hex,
    Uuid,
    Upper,
    Caps,
    Alnum,
    Word,
    Dash,
    Base64Url,
    Dotted,
    Url,
    Base64,
    Path,
}

impl Class {
    fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "digits" => Self::Digits,
            "hex" => Self::Hex,
            "uuid" => Self::Uuid,
            "upper" => Self::Upper,
            "caps" => Self::Caps,
            "alnum" => Self::Alnum,
            "word" => Self::Word,
            "dash" => Self::Dash,
            "base64url" => Self::Base64Url,
            "dotted" => Self::Dotted,
            "url" => Self::Url,
            "base64" => Self::Base64,
            "path" => Self::Path,
            _ => return None,
        })
    }

    fn holds(self, byte: u8) -> bool {
        let others: &[u8] = match self {
            Self::Digits => return byte.is_ascii_digit(),
            Self::Hex => return matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
            Self::Uuid => return matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'),
            Self::Upper => return byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Self::Caps => return byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-',
            Self::Alnum => b"",
            Self::Word => b"_",
            Self::Dash => b"-",
            Self::Base64Url => b"-_",
            Self::Dotted => b"-_.",
            Self::Url => b"-_.~$",
            Self::Base64 => b"+/=-_",
            Self::Path => b"/",
        };
        byte.is_ascii_alphanumeric() || others.contains(&byte)
    }
}

/// What closes, or precedes, a random part.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Check {
    None,
    Crc32,
    /// The prefix stands in the middle, after so many of that class.
    After(Class, usize, usize),
}

impl Check {
    fn from_id(id: &str) -> Option<Self> {
        if id == "crc32" {
            return Some(Self::Crc32);
        }
        let (class, lengths) = id.strip_prefix("after:")?.split_once(':')?;
        let (min, max) = lengths.split_once('-')?;
        Some(Self::After(Class::from_id(class)?, min.parse().ok()?, max.parse().ok()?))
    }
}

/// How one vendor writes its keys.
#[derive(Debug)]
pub(super) struct Vendor {
    pub(super) prefix: &'static str,
    class: Class,
    pub(super) min: usize,
    pub(super) max: usize,
    check: Check,
}

pub(super) fn vendors() -> &'static [Vendor] {
    static VENDORS: OnceLock<Vec<Vendor>> = OnceLock::new();
    VENDORS.get_or_init(|| include_str!("../../../data/vendor_keys.tsv").lines().skip(1).filter_map(vendor).collect())
}

fn vendor(line: &'static str) -> Option<Vendor> {
    let mut columns = line.split('\t');
    Some(Vendor {
        prefix: columns.next()?,
        class: Class::from_id(columns.next()?)?,
        min: columns.next()?.parse().ok()?,
        max: columns.next()?.parse().ok()?,
        check: columns.next().map_or(Some(Check::None), Check::from_id)?,
    })
}

/// The beginnings of the prefixes: what opens a scan for keys.
pub(super) fn openings() -> &'static [&'static str] {
    static OPENINGS: OnceLock<Vec<&str>> = OnceLock::new();
    OPENINGS.get_or_init(|| {
        let mut openings: Vec<&str> = Vec::new();
        for vendor in vendors().iter().filter(|vendor| vendor.opens()) {
            let opening = &vendor.prefix[..vendor.prefix.len().min(LONGEST_OPENING)];
            if !openings.iter().any(|known| opening.starts_with(known)) {
                openings.push(opening);
            }
        }
        openings
    })
}

/// True where what stands here is a key, with nothing before it but its name and a sign: `key=(AKIA…`.
pub(super) fn is_key(text: &str, start: usize, end: usize) -> bool {
    let ends_here = |vendor: &Vendor| {
        let at = start + text[start..end].find(vendor.prefix)?;
        vendor.read(text.as_bytes(), at).filter(|&(from, to, verdict)| {
            let named = from <= start || matches!(text.as_bytes()[from - 1], b'=' | b':' | b'(' | b'"' | b'\'');
            named && to >= end && !matches!(verdict, Verdict::Refuted(_))
        })
    };
    vendors().iter().filter(|vendor| vendor.opens()).any(|vendor| ends_here(vendor).is_some())
}

impl Vendor {
    /// True where the prefix is found by itself: it is long, or no word has its sign.
    fn opens(&self) -> bool {
        self.prefix.len() >= LEAST_PREFIX || !self.prefix.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }

    /// True where the prefix stands in the middle of a run of letters and digits.
    pub(super) fn is_inside(&self) -> bool {
        matches!(self.check, Check::After(Class::Alnum | Class::Hex, ..))
            && self.prefix.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }

    /// The key whose prefix stands at `at`.
    pub(super) fn read(&self, text: &[u8], at: usize) -> Option<(usize, usize, Verdict)> {
        let body = at + self.prefix.len();
        let start = match self.check {
            Check::After(class, min, max) => {
                let len = text[..at].iter().rev().take(max + 1).take_while(|&&byte| class.holds(byte)).count();
                (min..=max).contains(&len).then_some(at - len)?
            }
            _ if at > 0 && text[at - 1].is_ascii_alphanumeric() => return None,
            _ => at,
        };
        let end = body + self.body_len(&text[body..])?;
        // Of `…-us21` the random part stands in front.
        let random = if end - body >= at - start { &text[body..end] } else { &text[start..at] };
        let verdict = if is_placeholder(random) {
            Verdict::Refuted(Reason::Format)
        } else if self.check != Check::Crc32 {
            // A vendor's own mark, alphabet and length are as good as a check digit.
            Verdict::proven(1 << 12)
        } else if crc32_tail_holds(&text[body..end]) {
            Verdict::proven(1 << 30)
        } else {
            Verdict::plausible(1 << 12)
        };
        Some((start, end, verdict))
    }

    /// How much of the text after the prefix is the random part.
    fn body_len(&self, text: &[u8]) -> Option<usize> {
        // Whoever lengthens a key keeps the sign that ends its prefix; a prefix of letters only begins other things, too.
        let longer = ends_with_sign(self.prefix, b"-_.") && self.min > LEAST_PREFIX;
        let run = text.iter().take(self.max.max(LONGEST) + 1).take_while(|&&byte| self.class.holds(byte)).count();
        // No key ends with the full stop of its sentence.
        let run = run - text[..run].iter().rev().take_while(|&&byte| matches!(byte, b'.' | b'/')).count();
        if run < self.min {
            return None;
        }
        if run <= self.max {
            let goes_on = text.get(run).is_some_and(u8::is_ascii_alphanumeric);
            return (!goes_on).then_some(run);
        }
        if !text[self.max].is_ascii_alphanumeric() {
            return Some(self.max);
        }
        (longer && run <= LONGEST).then_some(run)
    }
}

/// How far a key is followed that is longer than its vendor says.
const LONGEST: usize = 512;

/// What manuals and templates write where a key belongs.
const PLACEHOLDERS: &str = "example, your, xxxx, placeholder, replace, insert, 123456789, abcdefgh";

/// Keys that Stripe's documentation shows to everybody, without their prefix: a scanner may take this file for a leak.
const PUBLISHED: &[&[u8]] = &[b"4eC39HqLyjWDarjtT1zdp7dc", b"BQokikJOvBiI2HlWgH4olfQ2"];

/// True for what nobody drew at random.
pub(super) fn is_placeholder(random: &[u8]) -> bool {
    // The shortest keys have 14 characters of 62, and hardly one in a million of them as little.
    const LEAST_ENTROPY: f32 = 2.4;
    const LONGEST_WORD: usize = 12;
    const LONGEST_COUNT: usize = 4;
    let says = |word: &str| {
        random.windows(word.len()).any(|window| {
            window == word.as_bytes()
                || window.eq_ignore_ascii_case(word.as_bytes()) && !window.iter().any(u8::is_ascii_lowercase)
        })
    };
    let mut parts = random.split(|byte| !byte.is_ascii_alphanumeric());
    // Words, years and counts: a slug of an address.
    let is_word = |piece: &[u8]| {
        piece.len() <= LONGEST_WORD
            && piece.iter().all(u8::is_ascii_alphabetic)
            && (piece.iter().skip(1).all(u8::is_ascii_lowercase) || piece.iter().all(u8::is_ascii_uppercase))
            || piece.len() <= LONGEST_COUNT && piece.iter().all(u8::is_ascii_digit)
    };
    PUBLISHED.contains(&random) || entropy_bits(random) < LEAST_ENTROPY || words(PLACEHOLDERS).any(says) || parts.all(is_word)
}
