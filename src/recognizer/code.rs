//! Codes beside a cue that may hold letters or not: a passport of nine digits, or of a letter and eight.

use zeroize::Zeroizing;

use super::{Scan, Verdict, is_link};

/// The longest code.
const LONGEST: usize = 16;
/// How many words may stand between a cue and its code.
const MOST_WORDS: usize = 7;
/// The same in front of the cue, where only linking words may.
const MOST_LINKS: usize = 4;

impl Scan<'_> {
    /// Reports the nearest code behind the cue, else the one in front of it where only linking words stand between. `check` sees the
    /// canonical form, separators gone and letters in upper case, and has nothing to say of what is no code.
    pub(crate) fn push_code_beside_cue(&mut self, check: fn(&[u8]) -> Option<Verdict>) {
        if let Some((start, end, verdict)) = self.code_behind(check).or_else(|| self.code_before(check)) {
            self.push(start, end, verdict);
        }
    }

    fn code_behind(&self, check: fn(&[u8]) -> Option<Verdict>) -> Option<(usize, usize, Verdict)> {
        const LONG: usize = 6;
        let mut end = self.at;
        for first in self.token..(self.token + MOST_WORDS + 1).min(self.tokens.len()) {
            let token = self.tokens[first].span;
            let gap = &self.text()[end..token.start as usize];
            // "policy no. 118834" is one sentence, "matrícula 8829. Em 13/03" two.
            let stops = first > self.token && gap.contains(". ") && self.tokens[first - 1].span.len() > 3;
            if stops || gap.contains(['!', ';']) || gap.contains("\n\n") || (gap.contains('?') && first > self.token) {
                return None;
            }
            // "NY 482 193 057": the letters are of the sentence where what follows goes further without them.
            let without = || self.code(first + 1, check).filter(|_| !self.tokens[first].is_digits());
            if let Some(code) = self.code(first, check) {
                return without().filter(|other| other.1 > code.1).or(Some(code));
            }
            if self.tokens[first].is_digits() && token.len() >= LONG {
                // Another number, which this cue does not name.
                return None;
            }
            end = token.end as usize;
        }
        None
    }

    fn code_before(&self, check: fn(&[u8]) -> Option<Verdict>) -> Option<(usize, usize, Verdict)> {
        const MOST_TOKENS: usize = 8;
        let mut end = self.cue?.start as usize;
        let behind = self.tokens.partition_point(|token| (token.span.start as usize) < end);
        for last in (behind.saturating_sub(MOST_LINKS + 1)..behind).rev() {
            let token = self.tokens[last].span;
            let gap = &self.text()[token.end as usize..end];
            if gap.contains(['!', '?', ';', '\n']) || gap.contains(". ") {
                return None;
            }
            let ending_here = |first: usize| self.code(first, check).filter(|(_, code_end, _)| *code_end == token.end as usize);
            let code = (last.saturating_sub(MOST_TOKENS)..=last).find_map(ending_here);
            if code.is_some() || !is_link(&self.lower()[token.range()]) {
                return code;
            }
            end = token.start as usize;
        }
        None
    }

    /// The code that begins with this token.
    fn code(&self, first: usize, check: fn(&[u8]) -> Option<Verdict>) -> Option<(usize, usize, Verdict)> {
        let (text, tokens) = (self.text(), self.tokens);
        tokens.get(first)?;
        let gap = |before: usize| Some(&text[tokens[before].span.end as usize..tokens.get(before + 1)?.span.start as usize]);
        let start = tokens[first].span.start as usize;
        if first > 0 && first != self.token && gap(first - 1) == Some("") {
            return None;
        }
        let mut canonical = Zeroizing::new([0; LONGEST]);
        let (mut len, mut has_digits) = (0, false);
        let mut best: Option<(usize, usize, Verdict)> = None;
        for at in first..tokens.len() {
            let token = tokens[at];
            let bytes = &text.as_bytes()[token.span.range()];
            let apart = |gap: Option<&str>| gap.is_none_or(|gap| !matches!(gap, "" | "-"));
            // A word of the sentence is no part of a code: "is 533717619", "533717619 in my name", "MY D4718204".
            let spelled = bytes.len() == 1 && tokens.get(at + 1).is_some_and(|next| next.span.len() == 1);
            let is_word = !(token.is_digits() || spelled && bytes[0].is_ascii_uppercase())
                && if at == first {
                    apart(gap(at)) && (is_link(&self.lower()[token.span.range()]) || bytes.iter().all(u8::is_ascii_lowercase))
                } else {
                    apart(gap(at - 1)) && (!tokens[at - 1].is_digits() || bytes.iter().all(u8::is_ascii_lowercase))
                };
            if is_word || !bytes.is_ascii() || len + bytes.len() > LONGEST {
                break;
            }
            for (place, byte) in canonical[len..].iter_mut().zip(bytes) {
                *place = byte.to_ascii_uppercase();
            }
            len += bytes.len();
            has_digits |= token.is_digits();
            let next = gap(at);
            if has_digits && next != Some("") {
                best = check(&canonical[..len])
                    .filter(|verdict| best.is_none() || !matches!(verdict, Verdict::Refuted(_)))
                    .map(|verdict| (start, token.span.end as usize, verdict))
                    .or(best);
            }
            if !next.is_some_and(|gap| matches!(gap, "" | " " | "-" | "." | "/" | "_" | "\0")) {
                break;
            }
        }
        best
    }
}
