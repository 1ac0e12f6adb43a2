//! The redactor: the only file that knows every stage.

use std::{borrow::Cow, sync::Arc};

use crate::{
    candidates::{Dispatch, Keep, Reading, Walk},
    catalog::{CATALOG, is_country},
    context::{Candidate, CueIndex, Expectation, Hit, Owner, Place, Says, Scored, Support, Surroundings},
    error::ConfigError,
    mask::{self, Key, TokenId, Value, Vault},
    policy::{Consent, Mask, Policy, SUGGESTION, Setting, Settings},
    recognizer::{Action, Category, Kind, Language, Locale, Recognizer, Verdict},
    resolve::{Rules, Winner, beaten_by, resolve},
    rules::{self, Allowed, Custom, Rule},
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
    /// The rules of the integrator; their numbers follow those of the catalogue.
    customs: Vec<Custom>,
    /// What each recognizer finds.
    kinds: Vec<Kind>,
    /// For each recognizer the one that names its group.
    groups: Vec<Option<u16>>,
    /// Who names people, unless it is switched off: the labels of pasted contacts are names.
    names: Option<u16>,
    dispatch: Dispatch,
    index: CueIndex,
    locale: Locale,
    settings: Settings,
    /// Of what is weaker than any recognizer finds, nothing is to be kept.
    lowest: f32,
    key: Key,
    max_bytes: usize,
}

/// What a redactor is made from.
#[derive(Clone, Debug)]
pub struct RedactorBuilder {
    languages: Vec<String>,
    regions: Vec<String>,
    policy: Policy,
    rules: Vec<Rule>,
    denied: Vec<(String, Vec<String>)>,
    settings: Vec<(String, Setting)>,
    key: Key,
    max_bytes: usize,
}

impl RedactorBuilder {
    /// Whose cue words are read, by ISO 639-1 code; all seven unless named.
    #[must_use]
    pub fn languages<S: AsRef<str>>(mut self, languages: &[S]) -> Self {
        self.languages = strings(languages);
        self
    }

    /// Countries, by ISO 3166 code, whose national writing needs no cue; none unless named.
    #[must_use]
    pub fn regions<S: AsRef<str>>(mut self, regions: &[S]) -> Self {
        self.regions = strings(regions);
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

    /// Adds a rule; its examples are read when the redactor is built.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Words that are always found, as whole words in any case; what stands between slashes is a [pattern](Rule). `kind` is
    /// what they are: a kind (`person_name`), or a category (`id.name`). Findings say `custom/deny`.
    #[must_use]
    pub fn deny<S: AsRef<str>>(mut self, kind: &str, words: &[S]) -> Self {
        match self.denied.iter_mut().find(|(known, _)| known == kind) {
            Some((_, all)) => all.extend(strings(words)),
            None => self.denied.push((kind.to_owned(), strings(words))),
        }
        self
    }

    /// Values that are never found by the recognizers that `name` [stands for](Self::off), in any case and with any
    /// separators; what stands between slashes is a [pattern](Rule) for the whole value. What another recognizer sees in
    /// them stays found.
    #[must_use]
    pub fn allow<S: AsRef<str>>(mut self, name: &str, values: &[S]) -> Self {
        let known = self.settings.iter_mut().find_map(|(known, setting)| match setting {
            Setting::Allow(all) if known == name => Some(all),
            _ => None,
        });
        match known {
            Some(all) => all.extend(strings(values)),
            None => return self.setting(name, Setting::Allow(strings(values))),
        }
        self
    }

    /// The confidence, from 0.15 to 0.99, from which on the recognizers that `name` [stands for](Self::off) find something.
    #[must_use]
    pub fn threshold(self, name: &str, threshold: f32) -> Self {
        self.setting(name, Setting::Threshold(threshold))
    }

    /// Switches recognizers off. A name stands for one recognizer (`payment/card`, `custom/member`), an entity
    /// (`CREDIT_CARD`), a kind (`card_number`), a category (`fin.card`), a group (`national/*`) or all (`*`).
    ///
    /// What is of class never cannot be switched off, allowed, or given a higher threshold: a name of many passes over it, a
    /// name of nothing else is an error.
    #[must_use]
    pub fn off<S: AsRef<str>>(mut self, names: &[S]) -> Self {
        for name in names {
            self = self.setting(name.as_ref(), Setting::Off);
        }
        self
    }

    /// What stands where the recognizers that `name` [stands for](Self::off) found something, unless the customer chose.
    #[must_use]
    pub fn mask(self, name: &str, mask: Mask) -> Self {
        self.setting(name, Setting::Mask(mask))
    }

    /// The key of [`Mask::Hash`], at least 16 bytes that nobody can guess. Wiped with the redactor.
    #[must_use]
    pub fn hash_key(mut self, key: &[u8]) -> Self {
        self.key = Key::new(key);
        self
    }

    fn setting(mut self, name: &str, setting: Setting) -> Self {
        self.settings.push((name.to_owned(), setting));
        self
    }

    /// Makes the redactor.
    ///
    /// # Errors
    ///
    /// A language, region or recognizer that does not exist, a limit of 0 or beyond 4 GB, a rule that is malformed or fails
    /// one of its examples, a setting that would loosen what is of class never. It is the only call that can fail.
    pub fn build(self) -> Result<Redactor, ConfigError> {
        let languages = self
            .languages
            .iter()
            .map(|id| Language::from_id(id).ok_or_else(|| ConfigError::unknown("language", id, Language::ALL.map(Language::id))))
            .collect::<Result<Vec<_>, _>>()?;
        for region in &self.regions {
            if !is_country(region) {
                let mut message = String::from("`");
                message.push_str(region);
                message.push_str(
                    "` is no country: use its ISO 3166 code in lower case, such as `es`, or `gb` for the United Kingdom",
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
        let customs = rules::compile(&self.rules, &self.denied)?;
        let mut cues = self.rules.iter().map(rules::cues).collect::<Result<Vec<_>, _>>()?;
        // Lists of words have none.
        cues.resize_with(customs.len(), Vec::new);

        let named: Vec<(&str, &str, Kind)> = recognizers
            .iter()
            .map(|recognizer| (recognizer.id, recognizer.entity, recognizer.kind))
            .chain(customs.iter().map(|custom| (custom.id.as_str(), custom.recognizer.entity, custom.recognizer.kind)))
            .collect();
        let settings = Settings::new(&named, self.policy, &self.settings)?;
        if self.key.len() < Key::SHORTEST && (self.key.len() > 0 || settings.masks.contains(&Some(Mask::Hash))) {
            return Err(ConfigError::new("weak-key", "hashKey", "the mask `hash` needs a key of at least 16 bytes"));
        }
        let kinds: Vec<Kind> = named.iter().map(|(_, _, kind)| *kind).collect();
        // A group that is switched off names nothing.
        let number_of =
            |id: &str| recognizers.iter().position(|recognizer| recognizer.id == id).filter(|&number| !settings.off[number]);
        let groups = kinds.iter().map(|kind| kind.group().and_then(number_of).map(|number| number as u16)).collect();
        let locale = Locale { regions: self.regions };
        let redactor = Redactor {
            inner: Arc::new(Inner {
                names: number_of("person/name").map(|number| number as u16),
                groups,
                kinds,
                dispatch: Dispatch::new(&recognizers, &locale),
                index: CueIndex::new(&recognizers, &languages, &cues),
                lowest: settings.thresholds.iter().copied().fold(self.policy.threshold, f32::min),
                recognizers,
                customs,
                locale,
                settings,
                key: self.key,
                max_bytes: self.max_bytes,
            }),
        };
        self.rules.iter().enumerate().try_for_each(|(place, rule)| redactor.inner.holds(place, rule))?;
        Ok(redactor)
    }
}

fn strings<S: AsRef<str>>(all: &[S]) -> Vec<String> {
    all.iter().map(|one| one.as_ref().to_owned()).collect()
}

/// Personal data in a text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// In bytes of the text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Who found it: such as `payment/card`, or `custom/member`.
    pub recognizer: Cow<'static, str>,
    /// Its name in the catalogue: such as `CREDIT_CARD`; `CUSTOM` for a rule.
    pub entity: &'static str,
    /// 0 to 1.
    pub confidence: f32,
    /// A check digit, or an equally strong rule of the issuer, holds.
    pub verified: bool,
    /// It is somebody else's ("my wife's number", a pasted contact), who did not agree: no choice shares it.
    pub third_party: bool,
    /// It tells a child's name, birth or age. Always [`third_party`](Self::third_party), too.
    pub minor: bool,
    /// The list of contacts it stands in, counted from 0 in each text; none outside of one.
    pub group: Option<u32>,
    /// The recognizer's place in [`catalog`](crate::catalog()), behind which the rules follow and then the deny lists.
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
    /// The recognizer's place in [`catalog`](crate::catalog()), behind which the rules follow and then the deny lists.
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
    /// It is on the allow-list.
    Allowed,
    /// Its recognizer is switched off.
    Off,
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
            Self::Allowed => "allowed",
            Self::Off => "off",
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
    pub recognizer: Cow<'static, str>,
    /// Such as `CREDIT_CARD`.
    pub entity: &'static str,
    /// What it would be.
    pub kind: Kind,
    /// `proven`, `plausible` or `refuted`.
    pub verdict: &'static str,
    /// One in how many random strings passes the check; none where it is refuted.
    pub odds: Option<u32>,
    /// Why it is refuted: `format`, `length`, `checksum` or `component`.
    pub reason: Option<&'static str>,
    /// Every cue near enough to count.
    pub cues: Vec<SeenCue>,
    /// The other side just asked for it.
    pub expected: bool,
    /// What is known about the country that issues it: `local` (one of the regions), `named` beside it, or `foreign`: another is named.
    pub country: Option<&'static str>,
    /// Confidence before context.
    pub before: f32,
    /// Confidence after it.
    pub confidence: f32,
    /// Where it is found: it is somebody else's, so it is masked whatever the customer chooses.
    pub third_party: bool,
    /// Where it is found: it tells a child's name, birth or age.
    pub minor: bool,
    /// How it fared.
    pub outcome: Outcome,
    /// For [`Outcome::Overlapped`]: who stands there instead.
    pub beaten_by: Option<Beaten>,
    /// The recognizer that names the finding instead, where the value could as well be another's of the same group.
    pub named: Option<Cow<'static, str>>,
}

/// A cue that was seen near a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SeenCue {
    /// In bytes of the text.
    pub span: Span,
    /// A language that has it.
    pub language: Language,
    /// What it says.
    pub says: Says,
}

/// The winner over a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Beaten {
    /// In bytes of the text.
    pub span: Span,
    /// Such as `payment/card`.
    pub recognizer: Cow<'static, str>,
    /// The first rule that told them apart: `found`, `masked` (it would be masked, not sent), `evidence` (check and cue),
    /// `length`, `cue`, `country`, `layout`, `kind`, `confidence`, or `order` (of the catalogue).
    pub rule: &'static str,
}

impl Redactor {
    /// What a redactor is made from, at its defaults.
    #[must_use]
    pub fn builder() -> RedactorBuilder {
        RedactorBuilder {
            languages: Vec::new(),
            regions: Vec::new(),
            policy: Policy::standard(),
            rules: Vec::new(),
            denied: Vec::new(),
            settings: Vec::new(),
            key: Key::default(),
            max_bytes: MAX_BYTES,
        }
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
        self.inner.explain(text, &Expectation::default())
    }

    /// Id and kind of each rule, then of each deny list: those whose numbers follow the catalogue's.
    pub fn customs(&self) -> impl Iterator<Item = (&str, Kind)> {
        self.inner.customs.iter().map(|custom| (custom.id.as_str(), custom.recognizer.kind))
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
        let floor = if all { SUGGESTION } else { self.lowest };
        let surroundings = self.surroundings(&reading);
        let keep = Keep { suggestions: floor < Policy::standard().threshold, hopeless: false };
        let mut candidates = self.candidates(&reading, &surroundings, expectation, keep);
        self.drop_settled(&reading, &mut candidates, |_, _| {});
        let (scored, _) = self.scored(&surroundings, expectation, candidates);
        let (winners, _) = resolve(&scored, &self.rules());
        let winners: Vec<Winner> = winners.into_iter().filter(|winner| all || winner.found).collect();
        let (owners, names) = self.owners(&reading, &surroundings, &winners);
        let mut findings: Vec<Finding> =
            winners.iter().zip(owners).map(|(winner, owner)| self.finding(&reading, &winner.scored, owner)).collect();
        if !names.is_empty() {
            findings = self.with_names(&reading, findings, &names);
        }
        // Two spans that met only through what lies between them in the original.
        findings.dedup_by(|later, earlier| {
            let meet = earlier.span.overlaps(later.span);
            if meet {
                earlier.span.end = earlier.span.end.max(later.span.end);
                earlier.third_party |= later.third_party;
                earlier.minor |= later.minor;
            }
            meet
        });
        if findings.len() > MAX_FINDINGS { Err(BlockReason::TooManyFindings) } else { Ok(findings) }
    }

    fn rules(&self) -> Rules<'_> {
        Rules {
            kinds: &self.kinds,
            groups: &self.groups,
            thresholds: &self.settings.thresholds,
            customs: self.recognizers.len() as u16,
        }
    }

    /// A recognizer of the catalogue, or of the rules that follow it.
    fn recognizer(&self, number: u16) -> &Recognizer {
        let number = usize::from(number);
        self.recognizers.get(number).map_or_else(|| &self.customs[number - self.recognizers.len()].recognizer, |known| *known)
    }

    fn id(&self, number: u16) -> Cow<'static, str> {
        let number = usize::from(number);
        match self.recognizers.get(number) {
            Some(recognizer) => recognizer.id.into(),
            None => self.customs[number - self.recognizers.len()].id.clone().into(),
        }
    }

    /// Whose each value is; then the names of pasted contacts.
    fn owners(
        &self,
        reading: &Reading<'_>,
        surroundings: &Surroundings<'_>,
        winners: &[Winner],
    ) -> (Vec<Owner>, Vec<(Span, Owner)>) {
        if winners.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let value = |winner: &Winner| {
            let candidate = winner.scored.candidate;
            (candidate.span, self.kinds[usize::from(candidate.recognizer)])
        };
        let values: Vec<(Span, Kind)> = winners.iter().map(value).collect();
        surroundings.owners(reading.folded.text(), &values)
    }

    /// The findings with the names of pasted contacts, where nobody else found or allows them.
    fn with_names(&self, reading: &Reading<'_>, mut findings: Vec<Finding>, names: &[(Span, Owner)]) -> Vec<Finding> {
        let Some(number) = self.names else { return findings };
        let (text, lower) = (reading.folded.text(), reading.folded.lower());
        for &(span, owner) in names {
            let settings = &self.settings;
            let allowed = settings.allowed.iter().any(|list| list.of[usize::from(number)] && list.holds(text, lower, span));
            let candidate = Candidate { span, recognizer: number, verdict: Verdict::PLAUSIBLE, layout: false };
            let finding = self.finding(reading, &Scored::sure(candidate), owner);
            if !allowed && finding.confidence >= settings.thresholds[usize::from(number)] {
                findings.push(finding);
            }
        }
        let rising = order(findings.iter().map(|finding| finding.span.key()));
        let mut sorted: Vec<Finding> = rising.into_iter().map(|place| findings[place as usize].clone()).collect();
        // A value that was found inside a label keeps its name.
        sorted.dedup_by(|later, earlier| {
            later.span.overlaps(earlier.span) && {
                if earlier.recognizer_index == usize::from(number) {
                    std::mem::swap(earlier, later);
                }
                true
            }
        });
        sorted
    }

    fn finding(&self, reading: &Reading<'_>, winner: &Scored, owner: Owner) -> Finding {
        let number = winner.candidate.recognizer;
        let recognizer = self.recognizer(number);
        Finding {
            span: reading.folded.to_original(winner.candidate.span),
            kind: recognizer.kind,
            recognizer: self.id(number),
            entity: recognizer.entity,
            confidence: winner.confidence,
            verified: matches!(winner.candidate.verdict, Verdict::Proven { .. }),
            third_party: owner.third_party,
            minor: owner.minor,
            group: owner.group,
            recognizer_index: usize::from(number),
        }
    }

    fn surroundings<'a>(&'a self, reading: &'a Reading<'_>) -> Surroundings<'a> {
        Surroundings {
            lower: reading.folded.lower(),
            tokens: &reading.tokens,
            hits: &reading.hits,
            cued: reading.cued,
            countries: reading.hits.iter().any(|hit| self.index.is_country(hit)),
            index: &self.index,
            locale: &self.locale,
        }
    }

    /// What the catalogue and the rules see in a text.
    fn candidates(
        &self,
        reading: &Reading<'_>,
        surroundings: &Surroundings<'_>,
        expectation: &Expectation,
        keep: Keep,
    ) -> Vec<Candidate> {
        let askable = self.dispatch.askable(reading, expectation, keep);
        let walk = Walk {
            recognizers: &self.recognizers,
            dispatch: &self.dispatch,
            reading,
            surroundings,
            locale: &self.locale,
            expectation,
            keep,
            askable,
            hopeful: self.dispatch.hopeful(&askable),
        };
        let mut candidates = walk.candidates();
        for (number, custom) in (self.recognizers.len() as u16..).zip(&self.customs) {
            custom.candidates(number, reading, &mut candidates);
        }
        candidates
    }

    /// Takes away what is switched off or allowed, and shows it.
    fn drop_settled(&self, reading: &Reading<'_>, candidates: &mut Vec<Candidate>, mut show: impl FnMut(&Candidate, Outcome)) {
        let exempt: Vec<Reach> = self.settings.allowed.iter().map(|list| Reach::new(list, reading, candidates)).collect();
        candidates.retain(|candidate| {
            let number = usize::from(candidate.recognizer);
            let outcome = if self.settings.off[number] {
                Outcome::Off
            } else if self
                .settings
                .allowed
                .iter()
                .zip(&exempt)
                .any(|(list, reach)| list.of[number] && reach.covers(candidate.span))
            {
                Outcome::Allowed
            } else {
                return true;
            };
            show(candidate, outcome);
            false
        });
    }

    /// Candidates that are at least suggestions, and those that are not.
    fn scored(
        &self,
        surroundings: &Surroundings<'_>,
        expectation: &Expectation,
        candidates: Vec<Candidate>,
    ) -> (Vec<Scored>, Vec<Scored>) {
        candidates
            .into_iter()
            .map(|candidate| {
                let recognizer = self.recognizer(candidate.recognizer);
                surroundings.score(recognizer, candidate, expectation.of(candidate.recognizer))
            })
            .partition(|scored| scored.confidence >= SUGGESTION)
    }

    /// Reads a rule's examples: one that it does not find, or a counter-example that it does, is a mistake in the rule.
    fn holds(&self, place: usize, rule: &Rule) -> Result<(), ConfigError> {
        let number = self.recognizers.len() + place;
        for (must, which, text) in rule.cases() {
            let findings = self.findings(text, &Expectation::default(), false).unwrap_or_default();
            if findings.iter().any(|finding| finding.recognizer_index == number) == must {
                continue;
            }
            let mut part = String::from(if must { "examples[" } else { "counterExamples[" });
            part.push_str(&which.to_string());
            part.push(']');
            let mut reason = String::from(if must { "is not found" } else { "is found" });
            if let Some(other) = findings.first().filter(|_| must) {
                reason.push_str(", but ");
                reason.push_str(&other.recognizer);
                reason.push_str(" is");
            }
            return Err(rule.fault("failing-example", &part, &reason));
        }
        Ok(())
    }

    fn explain(&self, text: &str, expectation: &Expectation) -> Result<Vec<Explained>, BlockReason> {
        if text.len() > self.max_bytes {
            return Err(BlockReason::TooLong);
        }
        let reading = Reading::new(text, &self.index);
        let surroundings = self.surroundings(&reading);
        let keep = Keep { suggestions: true, hopeless: true };
        let mut candidates = self.candidates(&reading, &surroundings, expectation, keep);
        let mut settled = Vec::new();
        self.drop_settled(&reading, &mut candidates, |candidate, outcome| settled.push((*candidate, outcome)));
        let (scored, weak) = self.scored(&surroundings, expectation, candidates);
        let rules = self.rules();
        let (winners, won) = resolve(&scored, &rules);
        let (owners, _) = self.owners(&reading, &surroundings, &winners);

        let mut explained = Vec::new();
        for (place, candidate) in scored.iter().enumerate() {
            let outcome = match (won[place], rules.is_found(candidate)) {
                (true, true) => Outcome::Found,
                (true, false) => Outcome::Suggested,
                (false, _) => Outcome::Overlapped,
            };
            let mut one = self.explained(&surroundings, &reading, candidate, outcome);
            if won[place] {
                one.named = self.named(candidate, &winners);
                let at = winners.partition_point(|winner| winner.scored.candidate.span.end <= candidate.candidate.span.start);
                let owner = owners.get(at).copied().unwrap_or_default();
                (one.third_party, one.minor) = (owner.third_party, owner.minor);
            } else {
                one.beaten_by = beaten_by(place, &scored, &won, &rules).map(|(winner, rule)| {
                    let winner = scored[winner].candidate;
                    Beaten { span: reading.folded.to_original(winner.span), recognizer: self.id(winner.recognizer), rule }
                });
            }
            explained.push(one);
        }
        for candidate in &weak {
            explained.push(self.explained(&surroundings, &reading, candidate, Outcome::BelowThreshold));
        }
        for (candidate, outcome) in settled {
            let recognizer = self.recognizer(candidate.recognizer);
            let scored = surroundings.score(recognizer, candidate, expectation.of(candidate.recognizer));
            explained.push(self.explained(&surroundings, &reading, &scored, outcome));
        }
        let rising = order(explained.iter().map(|candidate| candidate.span.key()));
        Ok(rising.into_iter().map(|place| explained[place as usize].clone()).collect())
    }

    /// Who names the finding where that is not who won.
    fn named(&self, won: &Scored, winners: &[Winner]) -> Option<Cow<'static, str>> {
        let at = winners.partition_point(|winner| winner.scored.candidate.span.end <= won.candidate.span.start);
        let namer = winners.get(at)?.scored.candidate.recognizer;
        (namer != won.candidate.recognizer && self.groups[usize::from(won.candidate.recognizer)] == Some(namer))
            .then(|| self.id(namer))
    }

    fn explained(&self, surroundings: &Surroundings<'_>, reading: &Reading<'_>, scored: &Scored, outcome: Outcome) -> Explained {
        let candidate = scored.candidate;
        let recognizer = self.recognizer(candidate.recognizer);
        Explained {
            span: reading.folded.to_original(candidate.span),
            recognizer: self.id(candidate.recognizer),
            entity: recognizer.entity,
            kind: recognizer.kind,
            verdict: candidate.verdict.id(),
            odds: candidate.verdict.odds(),
            reason: match candidate.verdict {
                Verdict::Refuted(reason) => Some(reason.id()),
                _ => None,
            },
            cues: surroundings
                .seen(recognizer, candidate)
                .map(|(hit, says)| SeenCue {
                    span: reading.folded.to_original(hit.span),
                    language: self.index.language(hit),
                    says,
                })
                .collect(),
            expected: scored.expected.is_some(),
            country: match scored.place {
                Place::Unknown => None,
                Place::Foreign => Some("foreign"),
                Place::Local => Some("local"),
                Place::Named => Some("named"),
            },
            before: scored.before,
            confidence: scored.confidence,
            third_party: false,
            minor: false,
            outcome,
            beaten_by: None,
            named: None,
        }
    }
}

/// Where the values of an allow-list stand.
struct Reach {
    /// Starts in rising order, each with the furthest end so far.
    ends: Vec<(u32, u32)>,
}

impl Reach {
    fn new(list: &Allowed, reading: &Reading<'_>, candidates: &[Candidate]) -> Self {
        let (text, lower) = (reading.folded.text(), reading.folded.lower());
        let spans: Vec<Span> = candidates
            .iter()
            .filter(|candidate| list.of[usize::from(candidate.recognizer)] && list.holds(text, lower, candidate.span))
            .map(|candidate| candidate.span)
            .collect();
        let mut furthest = 0;
        let rising = order(spans.iter().map(|span| span.key()));
        let ends = rising.into_iter().map(|place| {
            let span = spans[place as usize];
            furthest = span.end.max(furthest);
            (span.start, furthest)
        });
        Self { ends: ends.collect() }
    }

    /// True for an allowed value and for what is part of one.
    fn covers(&self, span: Span) -> bool {
        let before = self.ends.partition_point(|(start, _)| *start <= span.start);
        before > 0 && self.ends[before - 1].1 >= span.end
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
        let named = |number: u16| reading.hits.iter().any(|hit| inner.index.names_issuer(hit, number));
        let asked = whole
            .flat_map(|hit| inner.index.recognizers(hit))
            .map(|(number, support)| (number, if named(number) { Support::Own } else { support }));
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

    /// Why each candidate of the customer's next message would be found or not, in order.
    ///
    /// # Errors
    ///
    /// The reason why the text is not read at all.
    pub fn explain(&self, text: &str) -> Result<Vec<Explained>, BlockReason> {
        self.redactor.inner.explain(text, &self.expectation)
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
            let site = self.redactor.inner.settings.masks[finding.recognizer_index];
            let Some(mask) = consent.mask(finding.category(), site, finding.third_party) else { continue };
            let value = Value {
                text: &text[finding.span.range()],
                kind: finding.kind,
                countries: self.redactor.inner.recognizer(finding.recognizer_index as u16).countries,
                verified: finding.verified,
            };
            let replacement = value.masked(mask, &self.redactor.inner.key, &mut self.vault);
            out.push_str(&text[last..finding.span.start as usize]);
            out.push_str(&replacement);
            last = finding.span.end as usize;
            edits.push(Edit {
                span: finding.span,
                replacement,
                kind: finding.kind,
                action: mask.action(),
                recognizer_index: finding.recognizer_index,
            });
        }
        out.push_str(&text[last..]);
        Redaction::Cleared { text: out, edits, findings }
    }

    /// Puts a value of an earlier session of this chat back behind its token.
    pub fn remember(&mut self, kind: Kind, number: u32, value: &str) {
        Value { text: value, kind, countries: &[], verified: false }.remember(number, &mut self.vault);
    }

    /// Tokens up to this number were given out before: the next one of any category has a higher number.
    pub fn spend(&mut self, number: u32) {
        self.vault.spend(number);
    }

    /// From now on this token stands for nothing; its number is not used again.
    pub fn forget(&mut self, category: Category, number: u32) {
        self.vault.forget((category, number));
    }

    /// The same for every token.
    pub fn forget_all(&mut self) {
        self.vault.forget_all();
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
