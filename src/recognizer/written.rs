//! Writings of letters and digits that a shape cannot tell: of several lengths, or all digits now and then.

use zeroize::Zeroizing;

use super::{MAX_CANONICAL, Reason, Scan, Verdict, is_link};

/// How many words may stand between a cue and its value.
const MOST_WORDS: usize = 6;

impl Scan<'_> {
    /// Reports the writing that begins with this token and that `check` does not call another format, the longest that holds
    /// first. It is read over single separators, up to `most` letters and digits; true where there is one.
    pub(crate) fn push_written(&mut self, first: usize, most: usize, check: fn(&[u8]) -> Verdict) -> bool {
        let written = self.written(first, most, check);
        if let Some((end, verdict)) = written {
            self.push(self.tokens[first].span.start as usize, end, verdict);
        }
        written.is_some()
    }

    /// The same for the first such writing of the clause behind the cue, else for the one that ends right before it.
    pub(crate) fn push_written_beside_cue(&mut self, most: usize, check: fn(&[u8]) -> Verdict) {
        let text = self.text();
        let mut end = self.at;
        for first in self.token..(self.token + MOST_WORDS).min(self.tokens.len()) {
            let span = self.tokens[first].span;
            let gap = &text[end..span.start as usize];
            if gap.contains(['!', ';'])
                || (first > self.token && gap.contains(['?', '\n']))
                || gap.contains(". ") && first > self.token + 1
            {
                break;
            }
            if self.push_written(first, most, check) {
                return;
            }
            end = span.end as usize;
        }
        let Some(cue) = self.cue else { return };
        let last = self.tokens.partition_point(|token| token.span.start < cue.start);
        for first in last.saturating_sub(2 * MOST_WORDS)..last {
            let fits = self.written(first, most, check).filter(|(end, _)| *end <= cue.start as usize);
            if let Some((end, verdict)) = fits {
                self.push(self.tokens[first].span.start as usize, end, verdict);
                return;
            }
        }
    }

    fn written(&self, first: usize, most: usize, check: fn(&[u8]) -> Verdict) -> Option<(usize, Verdict)> {
        let (text, tokens) = (self.text().as_bytes(), self.tokens);
        let gap = |at: usize| &text[tokens[at].span.end as usize..tokens[at + 1].span.start as usize];
        if first > 0 && gap(first - 1).is_empty() {
            return None;
        }
        // "rut es 12.635.715-K" is no Spanish number.
        let word = &self.text()[tokens[first].span.range()];
        let ends = tokens.get(first + 1).is_none_or(|_| !gap(first).is_empty());
        if ends && is_link(word) && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let mut canonical = Zeroizing::new([0; MAX_CANONICAL]);
        let (mut len, mut best) = (0, None);
        for (at, token) in tokens.iter().enumerate().skip(first) {
            let bytes = &text[token.span.range()];
            if len + bytes.len() > most.min(MAX_CANONICAL)
                || !bytes.is_ascii()
                || (at > first
                    && !matches!(
                        gap(at - 1),
                        [] | [b' ' | b'-' | b'.' | b'/' | b'+' | b'_' | b':' | b'\t' | b'\n' | b'\0'] | [b' ', b'-' | b'/', b' ']
                    ))
            {
                break;
            }
            for (place, byte) in canonical[len..].iter_mut().zip(bytes) {
                *place = byte.to_ascii_uppercase();
            }
            len += bytes.len();
            if let Some(next) = tokens.get(at + 1)
                && (gap(at).is_empty() || (at > first && next.is_digits() && token.is_digits() && gap(at) == gap(at - 1)))
            {
                // One word, or groups of a longer number.
                continue;
            }
            let verdict = check(&canonical[..len]);
            let holds = !matches!(verdict, Verdict::Refuted(_));
            if holds || (best.is_none() && matches!(verdict, Verdict::Refuted(Reason::Checksum | Reason::Component))) {
                best = Some((token.span.end as usize, verdict));
            }
        }
        best
    }
}

/// True where the letters that begin a canonical form are a word of the sentence: "passport is 1234567", "passport no 1234567".
pub(crate) fn is_word(letters: &[u8]) -> bool {
    let mut lower = Zeroizing::new([0; 3]);
    for (place, byte) in lower.iter_mut().zip(letters) {
        *place = byte.to_ascii_lowercase();
    }
    str::from_utf8(&lower[..letters.len().min(lower.len())]).is_ok_and(|word| is_link(word) || word == "for")
}
