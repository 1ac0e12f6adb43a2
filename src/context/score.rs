//! From evidence to confidence: everything that speaks for a candidate is counted in bits.
//!
//! A check that one random string in ten passes is worth log₂ 10 bits, a cue beside the value as many as [`CUE_BEFORE`]
//! says, and how often such a string stands in a chat without being personal is what has to be outweighed. The
//! confidence is the probability these odds stand for.

use crate::{
    recognizer::{Claim, Find, Locale, Reason, Recognizer, Verdict},
    text::{Span, Token},
};

use super::{CueIndex, Hit, Support};

/// A stretch of the folded text that a recognizer wants.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) span: Span,
    pub(crate) recognizer: u16,
    pub(crate) verdict: Verdict,
    /// Written as the issuer writes it.
    pub(crate) layout: bool,
}

/// A candidate with what its surroundings say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scored {
    pub(crate) candidate: Candidate,
    /// Before and after context, 0 to 1.
    pub(crate) before: f32,
    pub(crate) confidence: f32,
    pub(crate) cue: Option<(Hit, Support)>,
    /// What the other side just asked for.
    pub(crate) expected: bool,
    /// The customer's country issues it.
    pub(crate) local: bool,
}

/// What a cue before the value is worth, by the words between.
const CUE_BEFORE: [f32; 12] = [8.0, 8.0, 7.5, 7.0, 6.0, 5.5, 4.5, 4.0, 3.5, 2.5, 2.0, 1.5];
/// What a cue after it is worth.
const CUE_AFTER: [f32; 5] = [6.5, 6.0, 5.0, 3.5, 2.0];
/// What naming only the concept takes from a cue.
const CONCEPT: f32 = 1.5;
/// What a shape that needs a cue asks of it.
pub(crate) const STRONG_CUE: f32 = 5.5;
/// What the other side's question is worth.
const EXPECTED: f32 = 7.0;
/// What living where it is issued is worth.
const LOCAL: f32 = 2.5;
/// How many words a sentence end between cue and value counts as.
const SENTENCE: usize = 3;
/// How sure a refuted value beside its cue is somebody's mistyped one.
const REFUTED_BUT_CUED: f32 = 0.6;

/// Where candidates stand and what is known around them.
pub(crate) struct Surroundings<'a> {
    pub(crate) lower: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) hits: &'a [Hit],
    pub(crate) index: &'a CueIndex,
    pub(crate) locale: &'a Locale,
}

impl Surroundings<'_> {
    /// Weighs a candidate; `expected` where the other side just asked for it.
    pub(crate) fn score(&self, recognizer: &Recognizer, candidate: Candidate, expected: bool) -> Scored {
        let (cue, mut bits) = self.best_cue(candidate.recognizer, candidate.span);
        let local = recognizer.countries.iter().any(|country| self.locale.has(country));
        let against = self.against(candidate.span, bits);
        if expected {
            bits = bits.max(EXPECTED);
        }
        let cued = bits >= STRONG_CUE;
        let (before, confidence) = match candidate.verdict {
            Verdict::Refuted(Reason::Checksum | Reason::Component) if cued => (0.0, REFUTED_BUT_CUED),
            Verdict::Refuted(_) => (0.0, 0.0),
            Verdict::Proven { by_chance } | Verdict::Plausible { by_chance } => {
                let own = by_chance.bits() + layout_bits(recognizer, &candidate) - self.commonness(recognizer, &candidate);
                let penalty = if against && recognizer.kind.claim() < Claim::Card {
                    4.0
                } else if against {
                    2.0
                } else {
                    0.0
                };
                let context = bits + if local { LOCAL } else { 0.0 } - penalty;
                (probability(own), probability(own + context))
            }
        };
        Scored { candidate, before, confidence, cue: cue.filter(|_| cued), expected, local }
    }

    /// The cue that speaks loudest for this recognizer, and what it is worth in bits.
    pub(crate) fn best_cue(&self, recognizer: u16, span: Span) -> (Option<(Hit, Support)>, f32) {
        let mut best = (None, 0.0);
        for hit in self.near(span) {
            let worth = self.worth(hit, span);
            if worth > best.1
                && let Some(support) = self.index.support(hit, recognizer)
            {
                let worth = if support == Support::Own { worth } else { worth - CONCEPT };
                if worth > best.1 {
                    best = (Some((*hit, support)), worth);
                }
            }
        }
        best
    }

    /// True where a word nearer than any cue says that the number is an order, a price, a version.
    fn against(&self, span: Span, cue: f32) -> bool {
        self.near(span).any(|hit| self.index.is_negative(hit) && self.worth(hit, span).max(0.0) > cue.max(2.0))
    }

    /// The hits close enough to matter.
    fn near(&self, span: Span) -> impl Iterator<Item = &Hit> {
        const BEFORE: u32 = 120;
        const AFTER: u32 = 60;
        let from = self.hits.partition_point(|hit| hit.span.start + BEFORE < span.start);
        self.hits[from..].iter().take_while(move |hit| hit.span.start < span.end + AFTER)
    }

    fn worth(&self, hit: &Hit, span: Span) -> f32 {
        if hit.span.end <= span.start {
            let next = self.token_at(span.start);
            let words = next.saturating_sub(hit.last as usize + 1);
            let gap = &self.lower[hit.span.end as usize..span.start as usize];
            CUE_BEFORE.get(words + ends(gap) * SENTENCE).copied().unwrap_or(0.0)
        } else if span.end <= hit.span.start {
            let next = self.token_at(span.end);
            let words = (hit.first as usize).saturating_sub(next);
            let gap = &self.lower[span.end as usize..hit.span.start as usize];
            CUE_AFTER.get(words + ends(gap) * SENTENCE).copied().unwrap_or(0.0)
        } else {
            0.0
        }
    }

    /// The first token at or after a byte.
    fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < byte)
    }

    /// How many bits a string like this must show before it is more likely personal than not.
    fn commonness(&self, recognizer: &Recognizer, candidate: &Candidate) -> f32 {
        let Find::Shape { shape, .. } = &recognizer.find else { return 2.0 };
        let value = &self.lower[candidate.span.range()];
        let len = value.bytes().filter(u8::is_ascii_alphanumeric).count();
        match (shape.is_numeric(), len) {
            (true, 0..=5) => 8.0,
            (true, 6..=8) => 6.0,
            (true, 9..=12) => 5.0,
            (true, _) => 3.0,
            (false, 0..=7) => 4.0,
            (false, 8..=9) => 2.0,
            (false, _) => 1.0,
        }
    }
}

/// What the issuer's own grouping is worth: a hyphen in the right place more than a space.
fn layout_bits(recognizer: &Recognizer, candidate: &Candidate) -> f32 {
    match &recognizer.find {
        Find::Shape { shape, .. } if candidate.layout => {
            let separators = shape.layouts.first().map_or("", |layout| layout).bytes();
            separators.filter(|b| !b.is_ascii_alphanumeric()).map(|b| if b == b' ' { 1.0 } else { 2.0 }).sum()
        }
        _ => 0.0,
    }
}

/// Sentence ends and lines between a cue and a value.
fn ends(gap: &str) -> usize {
    let bytes = gap.as_bytes();
    let stops = bytes
        .iter()
        .enumerate()
        .filter(|&(i, &b)| matches!(b, b'!' | b'?' | b';') || (b == b'.' && bytes.get(i + 1).is_some_and(|&next| next == b' ')))
        .count();
    stops + usize::from(gap.contains("\n\n"))
}

/// The probability that odds of `bits` stand for.
fn probability(bits: f32) -> f32 {
    1.0 / (1.0 + (-bits.clamp(-10.0, 10.0)).exp2())
}
