//! Fold: one plain writing for everything that looks alike, with a map back to what was typed.
//!
//! Full-width and other digits become ASCII, accents and invisible characters go, dashes and spaces become `-` and ` `,
//! HTML character references and percent-encoded ASCII are decoded. Letters of another script that look like Latin ones
//! are replaced only in runs that mix them with ASCII, so that Russian stays Russian.

use std::borrow::Cow;

#[cfg(not(target_arch = "wasm32"))]
use zeroize::Zeroize;

use super::{
    Span,
    eight::{high, lowest, small},
    fold_char::{Folding, fold_char, lookalike, stands_for_itself},
    token::is_letter,
};

/// A text in its plain form.
pub(crate) struct Folded<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    /// Lower-cased, byte for byte as long as `text`.
    lower: String,
    /// Where a character changed its length, in rising order.
    breaks: Vec<Break>,
}

/// One character, or reference, whose folded form has another length.
#[derive(Clone, Copy)]
struct Break {
    folded: u32,
    original: u32,
    folded_len: u8,
    original_len: u8,
}

impl<'t> Folded<'t> {
    /// Folds a text.
    pub(crate) fn new(original: &'t str) -> Self {
        let mut folder = Folder { original, out: String::new(), breaks: Vec::new(), run: Run::default() };
        let text = if folder.run() { Cow::Owned(folder.out) } else { Cow::Borrowed(original) };
        let lower = lower_case(&text);
        Self { original, text, lower, breaks: folder.breaks }
    }

    /// What was typed at a span of the folded text: an accent may decide what a word means.
    pub(crate) fn typed(&self, span: Span) -> &'t str {
        &self.original[self.to_original(span).range()]
    }

    /// The plain form, case kept.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The plain form in lower case, at the same offsets.
    pub(crate) fn lower(&self) -> &str {
        &self.lower
    }

    /// A span of the folded text in bytes of the original: whole characters, invisible ones inside included.
    pub(crate) fn to_original(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.start_of(span.start);
            return Span { start: at, end: at };
        }
        Span { start: self.start_of(span.start), end: self.end_of(span.end) }
    }

    fn start_of(&self, folded: u32) -> u32 {
        match self.before(folded) {
            None => folded,
            Some(b) if folded < b.folded + u32::from(b.folded_len) => b.original,
            Some(b) => b.after(folded),
        }
    }

    fn end_of(&self, folded: u32) -> u32 {
        // The last byte inside decides; a dropped character that follows is not part of the span.
        match self.before(folded - 1) {
            None => folded,
            Some(b) if folded - 1 < b.folded + u32::from(b.folded_len) => b.original + u32::from(b.original_len),
            Some(b) => b.after(folded),
        }
    }

    fn before(&self, folded: u32) -> Option<Break> {
        let index = self.breaks.partition_point(|b| b.folded <= folded);
        index.checked_sub(1).map(|last| self.breaks[last])
    }
}

/// As a library, the crate cannot choose its caller's allocator; that of the wasm wipes whatever it frees, and quicker.
#[cfg(not(target_arch = "wasm32"))]
impl Drop for Folded<'_> {
    fn drop(&mut self) {
        self.lower.zeroize();
        if let Cow::Owned(text) = &mut self.text {
            text.zeroize();
        }
    }
}

impl Break {
    fn after(self, folded: u32) -> u32 {
        folded - (self.folded + u32::from(self.folded_len)) + self.original + u32::from(self.original_len)
    }
}

/// Lower case for the scripts the cues are written in; never changes a character's length.
pub(crate) fn lower_case(text: &str) -> String {
    let mut lower = text.as_bytes().to_vec();
    let (eights, rest) = lower.as_chunks_mut();
    for eight in eights {
        *eight = small(u64::from_le_bytes(*eight)).to_le_bytes();
    }
    rest.make_ascii_lowercase();
    if !text.is_ascii() {
        let mut at = 0;
        loop {
            if lower.get(at).is_some_and(u8::is_ascii) {
                at = next_special(&lower, at);
            }
            let Some(pair) = lower.get_mut(at..at + 2) else { break };
            let to = match pair {
                // Cyrillic Ѐ to Џ, А to Я.
                [0xd0, 0x80..=0x8f] => 0x50,
                // Those, and Greek Α to Ω.
                [0xd0, 0x90..=0xaf] | [0xce, 0x91..=0xa9] => 0x20,
                _ => {
                    at += 1;
                    continue;
                }
            };
            let second = pair[1] + to;
            // The next 64 characters have the next first byte.
            pair.copy_from_slice(&[pair[0] + (second >> 6) - 2, 0x80 | second & 0x3f]);
            at += 2;
        }
    }
    String::from_utf8(lower).unwrap_or_default()
}

/// The first byte at or after `at` that does not stand for itself whatever is around it; else the text's end.
fn next_special(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes[at..].first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        let special = high(eight) | lowest(eight, b'&') | lowest(eight, b'%');
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at + bytes[at..].iter().position(|byte| is_special(*byte)).unwrap_or(bytes.len() - at)
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'%' | 0x80..)
}

struct Folder<'t> {
    original: &'t str,
    out: String,
    breaks: Vec<Break>,
    run: Run,
}

/// The run of letters and digits being read, to decide about look-alikes once it is whole.
#[derive(Clone, Copy, Default)]
struct Run {
    original: usize,
    out: usize,
    breaks: usize,
    ascii: bool,
    foreign: bool,
}

/// What a folded character is.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    /// An ASCII letter or digit.
    Ascii,
    /// A letter of another script.
    Foreign,
    Sign,
}

impl Kept {
    fn of(c: char) -> Self {
        if c.is_ascii_alphanumeric() {
            Self::Ascii
        } else if is_letter(c) {
            Self::Foreign
        } else {
            Self::Sign
        }
    }
}

impl Folder<'_> {
    /// True where the folded text is another one.
    fn run(&mut self) -> bool {
        if let Some(copied) = self.run_plain() {
            return copied > 0;
        }
        self.run_mixed();
        true
    }

    /// Folds as if nobody disguised anything, and says how much of the original is copied or changed; nothing where a word
    /// mixes ASCII with letters of another script.
    fn run_plain(&mut self) -> Option<usize> {
        let bytes = self.original.as_bytes();
        let (mut at, mut copied) = (0, 0);
        // What the last character that was kept is.
        let mut last = Kept::Sign;
        while at < bytes.len() {
            let byte = bytes[at];
            let kept = if !is_special(byte) {
                let from = at;
                at = next_special(bytes, at + 1);
                if last == Kept::Foreign && bytes[from].is_ascii_alphanumeric() {
                    return None;
                }
                last = if bytes[at - 1].is_ascii_alphanumeric() { Kept::Ascii } else { Kept::Sign };
                continue;
            } else if matches!(byte, 0xd0 | 0xd1)
                && stands_for_itself(u32::from(byte & 0x1f) << 6 | u32::from(bytes[at + 1] & 0x3f))
            {
                // Most letters that are not ASCII: Cyrillic ones that stand for themselves.
                at += 2;
                Kept::Foreign
            } else {
                if copied == 0 {
                    // Reserved once: a buffer that grows leaves copies behind for the allocator to wipe.
                    self.out.reserve_exact(bytes.len());
                }
                self.out.push_str(&self.original[copied..at]);
                let (c, len) = next_char(self.original, at);
                let folded = self.folded(c, at, len);
                at += len;
                copied = at;
                let Some(folded) = folded else { continue };
                self.emit(folded, at - len, len);
                Kept::of(folded)
            };
            if matches!((last, kept), (Kept::Ascii, Kept::Foreign) | (Kept::Foreign, Kept::Ascii)) {
                return None;
            }
            last = kept;
        }
        if copied > 0 {
            self.out.push_str(&self.original[copied..]);
        }
        Some(copied)
    }

    fn run_mixed(&mut self) {
        self.out.clear();
        self.breaks.clear();
        let bytes = self.original.as_bytes();
        self.out.reserve_exact(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let (c, len) = next_char(self.original, at);
            if let Some(folded) = self.folded(c, at, len) {
                let kept = Kept::of(folded);
                match kept {
                    Kept::Ascii => self.run.ascii = true,
                    Kept::Foreign => self.run.foreign = true,
                    Kept::Sign => self.end_run(at),
                }
                self.emit(folded, at, len);
                if kept == Kept::Sign {
                    self.begin_run(at + len);
                }
            }
            at += len;
        }
        self.end_run(bytes.len());
    }

    /// What a character becomes; one that is dropped is noted, and ends no run.
    fn folded(&mut self, c: char, at: usize, len: usize) -> Option<char> {
        match fold_char(c) {
            Folding::Keep => Some(c),
            Folding::Byte(byte) => Some(char::from(byte)),
            Folding::Char(other) => Some(other),
            Folding::Drop => {
                self.note(self.out.len(), 0, at, len);
                None
            }
        }
    }

    fn emit(&mut self, c: char, at: usize, len: usize) {
        let start = self.out.len();
        self.out.push(c);
        self.note_change(start, c.len_utf8(), at, len);
    }

    fn note_change(&mut self, folded: usize, folded_len: usize, original: usize, original_len: usize) {
        if folded_len != original_len {
            self.note(folded, folded_len, original, original_len);
        }
    }

    fn note(&mut self, folded: usize, folded_len: usize, original: usize, original_len: usize) {
        self.breaks.push(Break {
            folded: folded as u32,
            original: original as u32,
            folded_len: folded_len as u8,
            original_len: original_len as u8,
        });
    }

    fn begin_run(&mut self, original: usize) {
        self.run = Run { original, out: self.out.len(), breaks: self.breaks.len(), ascii: false, foreign: false };
    }

    /// The run is whole. Letters of another script among ASCII ones are the Latin ones they look like, where all of them look like some.
    fn end_run(&mut self, original_end: usize) {
        let run = self.run;
        if !(run.ascii && run.foreign) {
            return;
        }
        let written = &self.out[run.out..];
        if !written.chars().all(|c| c.is_ascii() || lookalike(c).is_some()) {
            return;
        }
        self.out.truncate(run.out);
        self.breaks.truncate(run.breaks);
        let mut at = run.original;
        while at < original_end {
            let (c, len) = next_char(self.original, at);
            if let Some(c) = self.folded(c, at, len) {
                self.emit(lookalike(c).map_or(c, char::from), at, len);
            }
            at += len;
        }
    }
}

/// The character at `at` and how many bytes it takes, references and percent-encoding decoded.
fn next_char(text: &str, at: usize) -> (char, usize) {
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'&' => {
            if let Some(found) = reference(rest) {
                return found;
            }
        }
        b'%' => {
            if let Some(found) = percent(rest.as_bytes()) {
                return found;
            }
        }
        _ => {}
    }
    let c = rest.chars().next().unwrap_or('\u{fffd}');
    (c, c.len_utf8())
}

/// `%40` is `@`. Only printable ASCII: anything else would turn "5%20" into something nobody meant.
fn percent(rest: &[u8]) -> Option<(char, usize)> {
    let high = char::from(*rest.get(1)?).to_digit(16)?;
    let low = char::from(*rest.get(2)?).to_digit(16)?;
    let byte = (high * 16 + low) as u8;
    (byte.is_ascii_graphic() || byte == b' ').then_some((char::from(byte), 3))
}

/// `&#52;`, `&#x34;` and the named references for what stands inside numbers and addresses.
fn reference(rest: &str) -> Option<(char, usize)> {
    let window = &rest.as_bytes()[1..rest.len().min(18)];
    let len = window.iter().position(|&b| b == b';')?;
    let name = std::str::from_utf8(&window[..len]).ok()?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => match name {
            "nbsp" => '\u{a0}',
            "amp" => '&',
            "commat" => '@',
            "period" => '.',
            "hyphen" | "dash" => '-',
            "sol" => '/',
            "colon" => ':',
            "lowbar" => '_',
            "plus" => '+',
            "shy" => '\u{ad}',
            "zwnj" | "zwj" | "ZeroWidthSpace" => '\u{200b}',
            _ => return None,
        },
    };
    Some((c, len + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Folds, then maps the only occurrence of `part` back.
    fn round(original: &str, folded: &str, part: &str, back: &str) {
        let fold = Folded::new(original);
        assert_eq!(fold.text(), folded);
        let start = folded.find(part).expect("the part stands in the folded text");
        let span = fold.to_original(Span::new(start, start + part.len()));
        assert_eq!(&original[span.range()], back);
    }

    #[test]
    fn plain_ascii_is_not_copied() {
        assert!(matches!(Folded::new("my card is 4111").text, Cow::Borrowed(_)));
    }

    #[test]
    fn digits_of_other_scripts_fold_and_map_back() {
        round("на ４１１１ и", "на 4111 и", "4111", "４１１１");
        round("رقم ٤١١١ ok", "رقم 4111 ok", "4111", "٤١١١");
    }

    #[test]
    fn invisible_characters_inside_belong_to_the_span_and_those_around_do_not() {
        round("\u{200b}41\u{200b}11\u{200b} x", "4111 x", "4111", "41\u{200b}11");
    }

    #[test]
    fn references_and_percent_signs_are_decoded() {
        round("a&#64;b.es &#x34;2", "a@b.es 42", "@", "&#64;");
        round("a%40b.es at 50% off", "a@b.es at 50% off", "a@b.es", "a%40b.es");
    }

    #[test]
    fn look_alikes_fold_only_beside_ascii() {
        round("iban GВ82 вот", "iban GB82 вот", "GB82", "GВ82");
        round("ВОТ карта", "ВОТ карта", "ВОТ", "ВОТ");
        round("А123ВС 77", "A123BC 77", "A123BC", "А123ВС");
    }

    #[test]
    fn lower_case_keeps_every_offset() {
        let fold = Folded::new("Моя КАРТА Ёж ÄRGER");
        assert_eq!(fold.text().len(), fold.lower().len());
        assert_eq!(fold.lower(), "моя карта еж arger");
    }
}
