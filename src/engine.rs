//! The redactor: the only file that knows every stage.

use std::sync::Arc;

use crate::{
    candidates::{Dispatch, Keep, Reading, Walk},
    catalog::{CATALOG, is_country},
    context::{CueIndex, Expectation, Hit, Scored, Surroundings},
    error::ConfigError,
    mask::{self, TokenId, Vault},
    policy::{Consent, Policy, SUGGESTION},
    recognizer::{Action, Category, Kind, Language, Locale, Recognizer, Verdict},
    resolve::{Rules, resolve},
    text::{Span, order},
};

/// Longer text is blocked unless the builder says otherwise.
const MAX_BYTES: usize = 1 << 20;
/// More findings than any message holds; beyond it the message is blocked.
const MAX_FINDINGS: usize = 10_000;

/// Finds and masks personal data. Cheap to clone.
#[derive(Clone)]
pub struct Redactor {
    inner: Arc<Inner>,
}

impl std::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

struct Inner {
    recognizers: Vec<&'static Recognizer>,
    /// For each recognizer the one that names its group.
    groups: Vec<Option<u16>>,
    dispatch: Dispatch,
    index: CueIndex,
    locale: Locale,
    policy: Policy,
    max_bytes: usize,
}

/// What a redactor is made from.
#[derive(Clone, Debug)]
pub struct RedactorBuilder {
    languages: Vec<String>,
    regions: Vec<String>,
    policy: Policy,
    max_bytes: usize,
}

impl RedactorBuilder {
    /// Whose cue words are read, by ISO 639-1 code; all seven unless named.
    #[must_use]
    pub fn languages<S: AsRef<str>>(mut self, languages: &[S]) -> Self {
        self.languages = languages.iter().map(|language| language.as_ref().to_owned()).collect();
        self
    }

    /// Countries, by ISO 3166 code, whose national writing needs no cue; none unless named.
    #[must_use]
    pub fn regions<S: AsRef<str>>(mut self, regions: &[S]) -> Self {
        self.regions = regions.iter().map(|region| region.as_ref().to_owned()).collect();
        self
    }

    /// How sure the engine must be.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// The longest text, in bytes of UTF-8, that is read; a longer one is blocked.
    #[must_use]
    pub fn max_bytes(mut self, max_bytes: usize) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// Makes the redactor.
    ///
    /// # Errors
    ///
    /// A language or region that does not exist, a limit of 0 or beyond 4 GB. It is the only call that can fail.
    pub fn build(self) -> Result<Redactor, ConfigError> {
        let languages = self
            .languages
            .iter()
            .map(|id| Language::from_id(id).ok_or_else(|| ConfigError::unknown("language", id, Language::ALL.map(Language::id))))
            .collect::<Result<Vec<_>, _>>()?;
        for region in &self.regions {
            if !is_country(region) {
                let message = format!(
                    "`{region}` is no country: use its ISO 3166 code in lower case, such as `es`, or `gb` for the United Kingdom"
                );
                return Err(ConfigError::new("unknown-region", region, message));
            }
        }
        if self.max_bytes == 0 || u32::try_from(self.max_bytes).is_err() {
            let message = "`maxBytes` must be at least 1 and below 4294967296";
            return Err(ConfigError::new("out-of-range", "maxBytes", message));
        }
        let recognizers = CATALOG.to_vec();
        let languages = if languages.is_empty() { Language::ALL.to_vec() } else { languages };
        let number_of = |id: &str| recognizers.iter().position(|recognizer| recognizer.id == id).map(|number| number as u16);
        let groups = recognizers.iter().map(|recognizer| recognizer.kind.group().and_then(number_of)).collect();
        Ok(Redactor {
            inner: Arc::new(Inner {
                groups,
                dispatch: Dispatch::new(&recognizers),
                index: CueIndex::new(&recognizers, &languages),
                recognizers,
                locale: Locale { regions: self.regions },
                policy: self.policy,
                max_bytes: self.max_bytes,
            }),
        })
    }
}

/// Personal data in a text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// In bytes of the text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Who found it: such as `payment/card`.
    pub recognizer: &'static str,
    /// Its name in the catalogue: such as `CREDIT_CARD`.
    pub entity: &'static str,
    /// 0 to 1.
    pub confidence: f32,
    /// A check digit, or an equally strong rule of the issuer, holds.
    pub verified: bool,
    /// The recognizer's place in [`catalog`](crate::catalog()).
    pub recognizer_index: usize,
}

impl Finding {
    /// What the customer decides about.
    #[must_use]
    pub fn category(&self) -> Category {
        self.kind.category()
    }
}

/// A piece of text that another stands for.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Edit {
    /// In bytes of the original text.
    pub span: Span,
    /// What stands there instead.
    pub replacement: String,
    /// What was found.
    pub kind: Kind,
    /// What was done.
    pub action: Action,
    /// The recognizer's place in [`catalog`](crate::catalog()).
    pub recognizer_index: usize,
}

impl std::fmt::Debug for Edit {
    /// Without the replacement: a generalized form still tells something.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Edit")
            .field("span", &self.span)
            .field("kind", &self.kind)
            .field("action", &self.action)
            .finish_non_exhaustive()
    }
}

/// Why nothing may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockReason {
    /// The text is longer than the redactor reads.
    TooLong,
    /// The text holds more findings than any message.
    TooManyFindings,
}

impl BlockReason {
    /// Such as `too-long`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooLong => "too-long",
            Self::TooManyFindings => "too-many-findings",
        }
    }
}

/// The answer to a message.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Redaction {
    /// May leave.
    Cleared {
        /// What may leave.
        text: String,
        /// What was replaced, sorted and disjoint.
        edits: Vec<Edit>,
        /// What was found, also where it stays.
        findings: Vec<Finding>,
    },
    /// Nothing may be sent.
    Blocked {
        /// Why.
        reason: BlockReason,
    },
}

impl std::fmt::Debug for Redaction {
    /// Without the text: what a customer shares is no business of a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cleared { edits, findings, .. } => {
                f.debug_struct("Cleared").field("edits", edits).field("findings", findings).finish_non_exhaustive()
            }
            Self::Blocked { reason } => f.debug_struct("Blocked").field("reason", reason).finish(),
        }
    }
}

/// How one candidate fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// It is a finding.
    Found,
    /// It is reported with `--all` only.
    Suggested,
    /// Too little speaks for it.
    BelowThreshold,
    /// A stronger candidate stands there.
    Overlapped,
}

impl Outcome {
    /// Such as `below-threshold`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Suggested => "suggested",
            Self::BelowThreshold => "below-threshold",
            Self::Overlapped => "overlapped",
        }
    }
}

/// Why a candidate was found or not. Holds no text.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explained {
    /// In bytes of the text.
    pub span: Span,
    /// Such as `payment/card`.
    pub recognizer: &'static str,
    /// Such as `CREDIT_CARD`.
    pub entity: &'static str,
    /// What it would be.
    pub kind: Kind,
    /// `proven`, `plausible` or `refuted`.
    pub verdict: &'static str,
    /// Why it is refuted: `format`, `length`, `checksum` or `component`.
    pub reason: Option<&'static str>,
    /// The cue that spoke for it, in bytes of the text, and its language.
    pub cue: Option<(Span, Language)>,
    /// Confidence before context.
    pub before: f32,
    /// Confidence after it.
    pub confidence: f32,
    /// How it fared.
    pub outcome: Outcome,
}

impl Redactor {
    /// What a redactor is made from, at its defaults.
    #[must_use]
    pub fn builder() -> RedactorBuilder {
        RedactorBuilder { languages: Vec::new(), regions: Vec::new(), policy: Policy::standard(), max_bytes: MAX_BYTES }
    }

    /// One chat: it keeps what tokens stand for.
    #[must_use]
    pub fn conversation(&self) -> Conversation {
        Conversation { redactor: self.clone(), vault: Vault::default(), expectation: Expectation::default() }
    }

    /// What the policy would mask or ask about; with `all` also weaker suggestions.
    ///
    /// # Errors
    ///
    /// The reason why the text is not read at all.
    pub fn analyze(&self, text: &str, all: bool) -> Result<Vec<Finding>, BlockReason> {
        self.inner.findings(text, &Expectation::default(), all)
    }

    /// Every candidate and how it fared, in order.
    ///
    /// # Errors
    ///
    /// The reason why the text is not read at all.
    pub fn explain(&self, text: &str) -> Result<Vec<Explained>, BlockReason> {
        self.inner.explain(text)
    }

    /// The longest text, in bytes of UTF-8, that is read.
    #[must_use]
    pub fn max_bytes(&self) -> usize {
        self.inner.max_bytes
    }
}

impl Inner {
    fn findings(&self, text: &str, expectation: &Expectation, all: bool) -> Result<Vec<Finding>, BlockReason> {
        if text.len() > self.max_bytes {
            return Err(BlockReason::TooLong);
        }
        let reading = Reading::new(text, &self.index);
        let threshold = self.policy.threshold;
        let floor = if all { SUGGESTION } else { threshold };
        let (scored, _) =
            self.scored(&reading, expectation, Keep { suggestions: floor < Policy::standard().threshold, hopeless: false });
        let (winners, _) = resolve(&scored, &self.rules());
        let mut findings: Vec<Finding> =
            winners.iter().filter(|winner| winner.confidence >= floor).map(|winner| self.finding(&reading, winner)).collect();
        // Two spans that met only through what lies between them in the original.
        findings.dedup_by(|later, earlier| {
            let meet = earlier.span.overlaps(later.span);
            if meet {
                earlier.span.end = earlier.span.end.max(later.span.end);
            }
            meet
        });
        if findings.len() > MAX_FINDINGS { Err(BlockReason::TooManyFindings) } else { Ok(findings) }
    }

    fn rules(&self) -> Rules<'_> {
        Rules { recognizers: &self.recognizers, groups: &self.groups, threshold: self.policy.threshold }
    }

    fn finding(&self, reading: &Reading<'_>, winner: &Scored) -> Finding {
        let index = usize::from(winner.candidate.recognizer);
        let recognizer = self.recognizers[index];
        Finding {
            span: reading.folded.to_original(winner.candidate.span),
            kind: recognizer.kind,
            recognizer: recognizer.id,
            entity: recognizer.entity,
            confidence: winner.confidence,
            verified: matches!(winner.candidate.verdict, Verdict::Proven { .. }),
            recognizer_index: index,
        }
    }

    /// Candidates that are at least suggestions, and those that are not.
    fn scored(&self, reading: &Reading<'_>, expectation: &Expectation, keep: Keep) -> (Vec<Scored>, Vec<Scored>) {
        let surroundings = Surroundings {
            lower: reading.folded.lower(),
            tokens: &reading.tokens,
            hits: &reading.hits,
            index: &self.index,
            locale: &self.locale,
        };
        let walk = Walk {
            recognizers: &self.recognizers,
            dispatch: &self.dispatch,
            reading,
            surroundings: &surroundings,
            locale: &self.locale,
            expectation,
            keep,
        };
        walk.candidates()
            .into_iter()
            .map(|candidate| {
                let recognizer = self.recognizers[usize::from(candidate.recognizer)];
                surroundings.score(recognizer, candidate, expectation.holds(candidate.recognizer))
            })
            .partition(|scored| scored.confidence >= SUGGESTION)
    }

    fn explain(&self, text: &str) -> Result<Vec<Explained>, BlockReason> {
        if text.len() > self.max_bytes {
            return Err(BlockReason::TooLong);
        }
        let reading = Reading::new(text, &self.index);
        let (scored, weak) = self.scored(&reading, &Expectation::default(), Keep { suggestions: true, hopeless: true });
        let threshold = self.policy.threshold;
        let (_, won) = resolve(&scored, &self.rules());
        let outcomes = won.iter().zip(&scored).map(|(won, scored)| match (*won, scored.confidence >= threshold) {
            (true, true) => Outcome::Found,
            (true, false) => Outcome::Suggested,
            (false, _) => Outcome::Overlapped,
        });
        let explained: Vec<Explained> = scored
            .iter()
            .zip(outcomes)
            .chain(weak.iter().map(|scored| (scored, Outcome::BelowThreshold)))
            .map(|(scored, outcome)| self.explained(&reading, scored, outcome))
            .collect();
        let rising = order(explained.iter().map(|candidate| candidate.span.key()));
        Ok(rising.into_iter().map(|place| explained[place as usize].clone()).collect())
    }

    fn explained(&self, reading: &Reading<'_>, scored: &Scored, outcome: Outcome) -> Explained {
        let recognizer = self.recognizers[usize::from(scored.candidate.recognizer)];
        Explained {
            span: reading.folded.to_original(scored.candidate.span),
            recognizer: recognizer.id,
            entity: recognizer.entity,
            kind: recognizer.kind,
            verdict: scored.candidate.verdict.id(),
            reason: match scored.candidate.verdict {
                Verdict::Refuted(reason) => Some(reason.id()),
                _ => None,
            },
            cue: scored.cue.map(|(hit, _)| (reading.folded.to_original(hit.span), self.index.language(&hit))),
            before: scored.before,
            confidence: scored.confidence,
            outcome,
        }
    }
}

/// One chat. Keeps the vault and what the other side asked; both are wiped when it is dropped.
pub struct Conversation {
    redactor: Redactor,
    vault: Vault,
    expectation: Expectation,
}

impl std::fmt::Debug for Conversation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Conversation").finish_non_exhaustive()
    }
}

/// A value that was put back, in bytes of the restored text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Restored {
    /// Where it stands.
    pub span: Span,
    /// Its token's category.
    pub category: Category,
    /// Its token's number.
    pub number: u32,
}

impl Conversation {
    /// What the other side said: whatever it asks for may be answered in a word.
    pub fn heard(&mut self, text: &str) {
        // A long reply is no question; its end is.
        const QUESTION: usize = 4096;
        let inner = &self.redactor.inner;
        let mut from = text.len().saturating_sub(QUESTION);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let reading = Reading::new(&text[from..], &inner.index);
        // "What is the error code?" asks for no code: the longer cue says what is meant.
        let is_part =
            |hit: &Hit| reading.hits.iter().any(|other| other.span.len() > hit.span.len() && other.span.overlaps(hit.span));
        let whole = reading.hits.iter().filter(|hit| !is_part(hit));
        let asked = whole.flat_map(|hit| inner.index.recognizers(hit));
        self.expectation = Expectation::new(asked);
    }

    /// What [`redact`](Self::redact) would find; nothing changes.
    ///
    /// # Errors
    ///
    /// The reason why the text is not read at all.
    pub fn analyze(&self, text: &str, all: bool) -> Result<Vec<Finding>, BlockReason> {
        self.redactor.inner.findings(text, &self.expectation, all)
    }

    /// The message as it may leave. Total: any text gives an answer, and never the raw text by accident.
    pub fn redact(&mut self, text: &str, consent: &Consent) -> Redaction {
        let findings = match self.analyze(text, false) {
            Ok(findings) => findings,
            Err(reason) => return Redaction::Blocked { reason },
        };
        self.expectation = Expectation::default();
        let mut out = String::new();
        out.reserve_exact(text.len() + findings.len() * 16);
        let mut edits = Vec::new();
        let mut last = 0;
        for finding in &findings {
            let action = consent.action(finding.category());
            let value = &text[finding.span.range()];
            let countries = self.redactor.inner.recognizers[finding.recognizer_index].countries;
            let Some(replacement) = mask::replacement(action, finding.kind, countries, finding.verified, value, &mut self.vault)
            else {
                continue;
            };
            out.push_str(&text[last..finding.span.start as usize]);
            out.push_str(&replacement);
            last = finding.span.end as usize;
            edits.push(Edit {
                span: finding.span,
                replacement,
                kind: finding.kind,
                action,
                recognizer_index: finding.recognizer_index,
            });
        }
        out.push_str(&text[last..]);
        Redaction::Cleared { text: out, edits, findings }
    }

    /// A reply with the customer's values in place of their tokens: for the customer's eyes only.
    #[must_use]
    pub fn restore(&self, text: &str) -> String {
        self.restore_spans(text).0
    }

    /// The same, with the places that were put back.
    #[must_use]
    pub fn restore_spans(&self, text: &str) -> (String, Vec<Restored>) {
        let mut out = String::new();
        let mut restored = Vec::new();
        let mut last = 0;
        if !self.vault.is_empty() {
            for mention in mask::mentions(text) {
                let id: TokenId = mention.id;
                let Some(value) = self.vault.value(id) else { continue };
                out.push_str(&text[last..mention.span.start as usize]);
                let start = out.len();
                out.push_str(value);
                restored.push(Restored { span: Span::new(start, out.len()), category: id.0, number: id.1 });
                last = mention.span.end as usize;
            }
        }
        out.push_str(&text[last..]);
        (out, restored)
    }

    /// How many bytes of a growing reply are certain not to end inside a token: that much can be restored and shown.
    #[must_use]
    pub fn settled(&self, text: &str) -> usize {
        mask::settled(text)
    }
}
