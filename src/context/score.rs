//! From evidence to confidence: everything that speaks for a candidate is counted in bits.
//!
//! A check that one random string in ten passes is worth log₂ 10 bits, a cue beside the value as many as [`CUE_BEFORE`]
//! says, and how often such a string stands in a chat without being personal is what has to be outweighed. The
//! confidence is the probability these odds stand for.

use crate::{
    recognizer::{Claim, Find, Locale, Reason, Recognizer, Verdict, is_link},
    text::{Span, Token},
};

use super::{CueIndex, Hit, Members, Support};

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
    pub(crate) expected: Option<Support>,
    pub(crate) place: Place,
}

impl Scored {
    /// What no context can make surer.
    pub(crate) fn sure(candidate: Candidate) -> Self {
        const SURE: f32 = 0.9;
        Self { candidate, before: SURE, confidence: SURE, cue: None, expected: None, place: Place::Unknown }
    }
}

/// What is known about the country that issues a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Another one is named beside the value.
    Foreign,
    Unknown,
    /// The customer lives there.
    Local,
    /// It is named beside the value.
    Named,
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
    /// Whom one of them speaks for.
    pub(crate) cued: Members,
    /// One of them names a country.
    pub(crate) countries: bool,
    pub(crate) index: &'a CueIndex,
    pub(crate) locale: &'a Locale,
}

impl Surroundings<'_> {
    /// Weighs a candidate; `expected` says how the other side just asked for it, if it did.
    pub(crate) fn score(&self, recognizer: &Recognizer, candidate: Candidate, expected: Option<Support>) -> Scored {
        let (cue, mut bits) = self.best_cue(candidate.recognizer, candidate.span);
        let place = self.place(recognizer, candidate);
        let against = self.against(candidate.span, bits);
        if expected.is_some() {
            bits = bits.max(EXPECTED);
        }
        let cued = bits >= STRONG_CUE;
        let named = cue.map(|(_, support)| support).max(expected) == Some(Support::Own);
        let (before, confidence) = match candidate.verdict {
            Verdict::Refuted(Reason::Checksum | Reason::Component) if cued && named && !against => (0.0, REFUTED_BUT_CUED),
            Verdict::Refuted(_) => (0.0, 0.0),
            Verdict::Proven { by_chance } | Verdict::Plausible { by_chance } => {
                let own = by_chance.bits() + self.layout_bits(recognizer, &candidate) - self.commonness(recognizer, &candidate);
                let penalty = if against && recognizer.kind.claim() < Claim::Card {
                    4.0
                } else if against {
                    2.0
                } else {
                    0.0
                };
                let context = bits + if place >= Place::Local { LOCAL } else { 0.0 } - penalty;
                (probability(own), probability(own + context))
            }
        };
        Scored { candidate, before, confidence, cue: cue.filter(|_| cued), expected, place }
    }

    /// The cue that speaks loudest for this recognizer, and what it is worth in bits.
    pub(crate) fn best_cue(&self, recognizer: u16, span: Span) -> (Option<(Hit, Support)>, f32) {
        let (mut best, mut bits) = (None, 0.0);
        if !self.cued.holds(recognizer) {
            return (best, bits);
        }
        let mut loudest = (false, 0.0);
        for hit in self.near(span) {
            let Some(support) = self.index.support(hit, recognizer) else { continue };
            let worth = self.worth(hit, span);
            if worth <= 0.0 || (support == Support::Own && self.means_another(hit, recognizer, span)) {
                continue;
            }
            // "Estonian personal code" says as much as "isikukood".
            let names_issuer = |hit: &Hit| self.index.names_issuer(hit, recognizer) && self.worth(hit, span) >= STRONG_CUE;
            let by_country = support == Support::Concept && self.countries && self.near(span).any(names_issuer);
            let support = if by_country { Support::Own } else { support };
            let worth = if support == Support::Own { worth } else { worth - CONCEPT };
            bits = bits.max(worth);
            // A word of its own says more than a nearer one for many.
            let loud = (support == Support::Own && worth >= STRONG_CUE, worth);
            if loud > loudest {
                (best, loudest) = (Some((*hit, support)), loud);
            }
        }
        (best, bits)
    }

    /// True where the cue is a part of a longer one that is somebody else's: "code" in "sort code".
    fn means_another(&self, cue: &Hit, recognizer: u16, span: Span) -> bool {
        self.near(span).any(|other| {
            other.span.len() > cue.span.len()
                && other.first <= cue.first
                && other.last >= cue.last
                && !self.index.is_country(other)
                && self.index.support(other, recognizer).is_none()
        })
    }

    fn place(&self, recognizer: &Recognizer, candidate: Candidate) -> Place {
        if self.countries {
            let beside = |hit: &&Hit| self.index.is_country(hit) && self.worth(hit, candidate.span) >= STRONG_CUE;
            let mut foreign = false;
            for hit in self.near(candidate.span).filter(beside) {
                if self.index.names_issuer(hit, candidate.recognizer) {
                    return Place::Named;
                }
                foreign = !recognizer.countries.is_empty();
            }
            if foreign {
                return Place::Foreign;
            }
        }
        if recognizer.countries.iter().any(|country| self.locale.has(country)) { Place::Local } else { Place::Unknown }
    }

    /// True where a word nearer than any cue says that the number is an order, a price, a version.
    fn against(&self, span: Span, cue: f32) -> bool {
        self.near(span).any(|hit| self.index.is_negative(hit) && self.worth(hit, span).max(0.0) > cue.max(2.0))
    }

    /// The hits close enough to matter.
    pub(super) fn near(&self, span: Span) -> impl Iterator<Item = &Hit> {
        const BEFORE: u32 = 120;
        const AFTER: u32 = 60;
        let from = self.hits.partition_point(|hit| hit.span.start + BEFORE < span.start);
        self.hits[from..].iter().take_while(move |hit| hit.span.start < span.end + AFTER)
    }

    pub(super) fn worth(&self, hit: &Hit, span: Span) -> f32 {
        if hit.span.end <= span.start {
            let next = self.token_at(span.start);
            // A number between them is one word, however it is grouped.
            let between = self.tokens.get(hit.last as usize + 1..next).unwrap_or_default();
            let groups = between.windows(2).filter(|pair| pair[0].is_digits() && pair[1].is_digits()).count();
            let words = between.len() - groups;
            let gap = &self.lower[hit.span.end as usize..span.start as usize];
            CUE_BEFORE.get(words + ends(gap) * SENTENCE).copied().unwrap_or(0.0)
        } else if span.end <= hit.span.start {
            let next = self.token_at(span.end);
            let between = self.tokens.get(next..hit.first as usize).unwrap_or_default();
            if between.len() > CUE_AFTER.len() {
                return 0.0;
            }
            // "123 is my pin"
            let words = between.iter().filter(|word| !is_link(&self.lower[word.span.range()])).count();
            let gap = &self.lower[span.end as usize..hit.span.start as usize];
            CUE_AFTER.get(words + ends(gap) * SENTENCE).copied().unwrap_or(0.0)
        } else {
            0.0
        }
    }

    /// The first token at or after a byte.
    pub(super) fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < byte)
    }

    /// What the issuer's own grouping is worth: a hyphen in the right place more than a space.
    fn layout_bits(&self, recognizer: &Recognizer, candidate: &Candidate) -> f32 {
        if !candidate.layout || !matches!(recognizer.find, Find::Shape { .. }) {
            return 0.0;
        }
        let separators = self.lower[candidate.span.range()].bytes().filter(|byte| !byte.is_ascii_alphanumeric());
        separators.map(|separator| if separator == b' ' { 1.0 } else { 2.0 }).sum()
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

/// Sentence ends and lines between a cue and a value.
fn ends(gap: &str) -> usize {
    let bytes = gap.as_bytes();
    let stops = bytes
        .iter()
        .enumerate()
        .filter(|&(i, &b)| matches!(b, b'!' | b'?' | b';') || (b == b'.' && bytes.get(i + 1).is_some_and(|&next| next == b' ')))
        .count();
    // "SSN: …, Passport: …", one below the other.
    let elsewhere = gap.contains('\n') && bytes.iter().any(u8::is_ascii_digit);
    stops + 2 * usize::from(elsewhere) + usize::from(gap.contains("\n\n"))
}

/// The probability that odds of `bits` stand for.
fn probability(bits: f32) -> f32 {
    1.0 / (1.0 + (-bits.clamp(-10.0, 10.0)).exp2())
}
