//! The boundary to JavaScript: conversion only.
//!
//! Strings go in as UTF-8 and numbers come out, because objects cost 8 to 25 times as much per call. A lone surrogate has
//! become U+FFFD on the way in, one UTF-16 unit for one: offsets stay right because JavaScript splices the edits into its
//! own string. What is read once (settings, catalogue, explanations, errors) is text in rows and columns: docs/decisions/0001-the-boundary.md

use wasm_bindgen::prelude::*;

use crate::{
    Action, BlockReason, Category, Choice, ConfigError, Consent, Explained, Finding, Kind, Leaf, LeafType, Mask, Policy,
    Redaction, Redactor, RedactorBuilder, Rule, Span, Unit, VERSION, lint_manifest, offsets,
};

/// Every block that held user text is wiped when it is freed: docs/decisions/0002-user-text-in-memory.md
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// Parts rows.
const ROW: char = '\u{1e}';
/// Parts the columns of a row.
const COLUMN: char = '\u{1f}';

/// Rows of columns.
#[derive(Default)]
struct Rows(String);

impl Rows {
    fn text(&mut self, column: &str) {
        self.0.push_str(column);
        self.0.push(COLUMN);
    }

    fn number(&mut self, column: u32) {
        self.text(&column.to_string());
    }

    /// What stands in one column, parted by commas.
    fn list<'a>(&mut self, items: impl Iterator<Item = &'a str>) {
        for (place, item) in items.enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            self.0.push_str(item);
        }
        self.0.push(COLUMN);
    }

    fn end(&mut self) {
        self.0.push(ROW);
    }
}

/// Code, key, message.
fn thrown(error: &ConfigError) -> JsValue {
    let mut row = Rows::default();
    row.text(error.code());
    row.text(error.key());
    row.0.push_str(&error.to_string());
    JsValue::from_str(&row.0)
}

/// The settings of types.ts, a row each: what it sets, and what it says.
fn set(mut builder: RedactorBuilder, settings: &str) -> Result<RedactorBuilder, ConfigError> {
    let mut rule: Option<Rule> = None;
    for row in settings.split(ROW) {
        let mut columns = row.split(COLUMN);
        let mut next = || columns.next().unwrap_or_default();
        let (what, name, value) = (next(), next(), next());
        // The rows behind a rule are its parts.
        rule = match (what, rule.take()) {
            ("keyword", Some(rule)) => Some(rule.keywords(&[name])),
            ("check", Some(rule)) => Some(rule.check(name)),
            ("cue", Some(rule)) => Some(rule.cues(name, &[value])),
            ("example", Some(rule)) => Some(rule.examples(&[name])),
            ("counterExample", Some(rule)) => Some(rule.counter_examples(&[name])),
            (_, before) => {
                if let Some(before) = before {
                    builder = builder.rule(before);
                }
                (what == "rule").then(|| Rule::new(name, value, next()))
            }
        };
        builder = match what {
            "allow" => builder.allow(name, &[value]),
            "deny" => builder.deny(name, &[value]),
            "off" => builder.off(&[name]),
            "mask" => builder.mask(name, Mask::from_id(value)?),
            "threshold" => builder.threshold(name, f32::from(value.parse::<u16>().unwrap_or(0)) / 1000.0),
            _ => builder,
        };
    }
    Ok(builder)
}

/// See `Redactor`.
#[wasm_bindgen]
pub struct Engine(Redactor);

#[wasm_bindgen]
impl Engine {
    /// `RedactorOptions` of types.ts one by one, lists parted by commas, the settings in rows, which end with an empty one.
    /// Throws code, key and message.
    #[wasm_bindgen(constructor)]
    pub fn new(
        languages: &str,
        regions: &str,
        policy: &str,
        max_bytes: Option<u32>,
        settings: &str,
        hash_key: &[u8],
    ) -> Result<Engine, JsValue> {
        Self::build(languages, regions, policy, max_bytes, settings, hash_key).map_err(|error| thrown(&error))
    }

    /// The engine's version.
    pub fn version() -> String {
        VERSION.to_owned()
    }

    /// Every recognizer: id, entity, kind, category, countries, languages of its cues. Behind those of the engine the rules,
    /// then the deny lists.
    pub fn catalog(&self) -> String {
        let mut rows = Rows::default();
        for entry in crate::catalog() {
            for column in [entry.id, entry.entity, entry.kind.id(), entry.category().info().id] {
                rows.text(column);
            }
            rows.list(entry.countries.iter().copied());
            rows.list(entry.cue_languages());
            rows.end();
        }
        for (id, kind) in self.0.customs() {
            for column in [id, "CUSTOM", kind.id(), kind.category().info().id, "", ""] {
                rows.text(column);
            }
            rows.end();
        }
        rows.0
    }

    /// Every category: id, class, default action, label, DPV terms, whether the value finds the person and whether it
    /// generalizes.
    pub fn categories() -> String {
        let mut rows = Rows::default();
        for info in Category::ALL.iter().map(|category| category.info()) {
            for column in [info.id, info.class.id(), info.default.id(), info.label, info.dpv] {
                rows.text(column);
            }
            rows.number(u32::from(info.lookup_key));
            rows.number(u32::from(info.generalizes));
            rows.end();
        }
        rows.0
    }

    /// The purposes of a manifest: term, and whether it stands apart from the service.
    pub fn purposes() -> String {
        let mut rows = Rows::default();
        for (term, apart) in crate::purposes() {
            rows.text(term);
            rows.number(u32::from(apart));
            rows.end();
        }
        rows.0
    }

    /// What is wrong with a manifest: rule, path, level, message. The manifest comes as rows of path, type and text: flatten.ts.
    pub fn lint(manifest: &str, today: &str) -> String {
        let leaves: Vec<Leaf> = manifest.split_terminator(ROW).map(leaf).collect();
        let mut rows = Rows::default();
        for problem in lint_manifest(&leaves, today) {
            for column in [problem.rule, &problem.path, problem.level.id(), &problem.message] {
                rows.text(column);
            }
            rows.end();
        }
        rows.0
    }

    /// The longest text that is read, in bytes of UTF-8.
    #[wasm_bindgen(js_name = maxBytes)]
    pub fn max_bytes(&self) -> u32 {
        self.0.max_bytes() as u32
    }

    /// Findings × 5 numbers; see [`push_findings`]. Throws code, key and message for a text that is not read.
    pub fn analyze(&self, text: &str, all: bool) -> Result<Vec<u32>, JsValue> {
        findings(text, self.0.analyze(text, all))
    }

    /// Why each candidate was found or not; see [`explained`].
    pub fn explain(&self, text: &str) -> Result<String, JsValue> {
        explained(text, self.0.explain(text))
    }

    /// A new chat.
    pub fn conversation(&self) -> Chat {
        Chat { conversation: self.0.conversation(), replacements: String::new(), restored: Vec::new() }
    }

    fn build(
        languages: &str,
        regions: &str,
        policy: &str,
        max_bytes: Option<u32>,
        settings: &str,
        hash_key: &[u8],
    ) -> Result<Self, ConfigError> {
        let list = |text: &str| text.split(',').filter(|item| !item.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let mut builder = Redactor::builder()
            .languages(&list(languages))
            .regions(&list(regions))
            .policy(Policy::from_id(policy)?)
            .hash_key(hash_key);
        if let Some(max_bytes) = max_bytes {
            builder = builder.max_bytes(max_bytes as usize);
        }
        set(builder, settings)?.build().map(Self)
    }
}

/// See `Conversation`.
#[wasm_bindgen]
pub struct Chat {
    conversation: crate::Conversation,
    replacements: String,
    restored: Vec<u32>,
}

#[wasm_bindgen]
impl Chat {
    /// What the other side said.
    pub fn heard(&mut self, text: &str) {
        self.conversation.heard(text);
    }

    /// Findings × 5 numbers; see [`push_findings`]. Throws code, key and message for a text that is not read.
    pub fn analyze(&self, text: &str, all: bool) -> Result<Vec<u32>, JsValue> {
        findings(text, self.conversation.analyze(text, all))
    }

    /// Why each candidate was found or not; see [`explained`].
    pub fn explain(&self, text: &str) -> Result<String, JsValue> {
        explained(text, self.conversation.explain(text))
    }

    /// `choices` are pairs of category number and choice number. The answer: status (0 cleared, 1 too long, 2 too many
    /// findings), how many findings, how many edits, the findings, the edits (start, end, recognizer, action, length of the
    /// replacement). Throws code, key and message for sharing a category of class never.
    pub fn redact(&mut self, text: &str, choices: &[u8]) -> Result<Vec<u32>, JsValue> {
        let mut consent = Consent::none();
        for pair in choices.chunks_exact(2) {
            let (Some(category), Some(choice)) = (Category::ALL.get(usize::from(pair[0])), Choice::ALL.get(usize::from(pair[1])))
            else {
                let message = "a choice names a category and one of hide, generalize, share";
                return Err(thrown(&ConfigError::new("unknown-category", "choices", message)));
            };
            consent.choose(*category, *choice).map_err(|error| thrown(&error))?;
        }
        self.replacements = String::new();
        Ok(match self.conversation.redact(text, &consent) {
            Redaction::Blocked { reason } => {
                let status = match reason {
                    BlockReason::TooLong => 1,
                    BlockReason::TooManyFindings => 2,
                };
                vec![status, 0, 0]
            }
            Redaction::Cleared { edits, findings, .. } => {
                let mut out = vec![0, findings.len() as u32, edits.len() as u32];
                push_findings(&mut out, text, &findings);
                let spans = offsets(text, Unit::Utf16, edits.iter().map(|edit| edit.span));
                for (edit, (start, end)) in edits.iter().zip(spans) {
                    let action = Action::ALL.iter().position(|action| *action == edit.action).unwrap_or(0);
                    out.extend([
                        start,
                        end,
                        edit.recognizer_index as u32,
                        action as u32,
                        edit.replacement.encode_utf16().count() as u32,
                    ]);
                    self.replacements.push_str(&edit.replacement);
                }
                out
            }
        })
    }

    /// All replacements of the last `redact`, one after the other.
    pub fn replacements(&mut self) -> String {
        std::mem::take(&mut self.replacements)
    }

    /// Puts a value of an earlier session back behind its token.
    pub fn remember(&mut self, kind: &str, category: u32, number: u32, value: &str) {
        let Some(category) = Category::ALL.get(category as usize) else { return };
        // A rule of the integrator's has no kind of its own, and a kind may have moved since.
        let kind = Kind::from_id(kind).filter(|kind| kind.category() == *category).unwrap_or(Kind::Custom(*category));
        self.conversation.remember(kind, number, value);
    }

    /// Numbers up to this one are not given out any more.
    pub fn spend(&mut self, number: u32) {
        self.conversation.spend(number);
    }

    /// The token stands for nothing from now on.
    pub fn forget(&mut self, category: u32, number: u32) {
        if let Some(category) = Category::ALL.get(category as usize) {
            self.conversation.forget(*category, number);
        }
    }

    /// The same for every token.
    #[wasm_bindgen(js_name = forgetAll)]
    pub fn forget_all(&mut self) {
        self.conversation.forget_all();
    }

    /// A reply with the values in place of their tokens.
    pub fn restore(&mut self, text: &str) -> String {
        let (shown, restored) = self.conversation.restore_spans(text);
        let spans = offsets(&shown, Unit::Utf16, restored.iter().map(|place| place.span));
        self.restored.clear();
        for (place, (start, end)) in restored.into_iter().zip(spans) {
            self.restored.extend([start, end, place.category as u32, place.number]);
        }
        shown
    }

    /// What the last `restore` put back: start, end, category, number.
    pub fn restored(&self) -> Vec<u32> {
        self.restored.clone()
    }

    /// How many UTF-16 units of a growing reply can be restored and shown.
    pub fn settled(&self, text: &str) -> u32 {
        text[..self.conversation.settled(text)].encode_utf16().count() as u32
    }
}

fn leaf(row: &str) -> Leaf {
    let mut columns = row.split(COLUMN);
    let mut next = || columns.next().unwrap_or_default();
    let path = next().to_owned();
    let is = match next() {
        "object" => LeafType::Object,
        "list" => LeafType::List,
        "string" => LeafType::Text,
        "boolean" => LeafType::Flag,
        "cut" => LeafType::Cut,
        _ => LeafType::Other,
    };
    Leaf { path, is, text: next().to_owned() }
}

fn findings(text: &str, found: Result<Vec<Finding>, BlockReason>) -> Result<Vec<u32>, JsValue> {
    let mut out = Vec::new();
    push_findings(&mut out, text, &found.map_err(unread)?);
    Ok(out)
}

/// A row a candidate: recognizer, entity, kind, category, start, end, verdict, reason, confidence before and after × 1000,
/// whether it was expected, country, whether it is somebody else's, whether it is a child's, outcome, who names it, who beat it, by which rule, from where, to where; then four columns a cue:
/// start, end, language, what it says.
#[expect(clippy::cast_sign_loss, reason = "a confidence is 0 to 1")]
fn explained(text: &str, explained: Result<Vec<Explained>, BlockReason>) -> Result<String, JsValue> {
    let explained = explained.map_err(unread)?;
    let spans = explained.iter().flat_map(|one| {
        // A candidate that nobody beat has an empty winner.
        let winner = one.beaten_by.as_ref().map_or_else(Span::default, |winner| winner.span);
        [one.span, winner].into_iter().chain(one.cues.iter().map(|cue| cue.span))
    });
    let mut places = offsets(text, Unit::Utf16, spans).into_iter();
    let mut place = |rows: &mut Rows| {
        let (start, end) = places.next().unwrap_or_default();
        rows.number(start);
        rows.number(end);
    };
    let mut rows = Rows::default();
    for one in &explained {
        for column in [&one.recognizer, one.entity, one.kind.id(), one.kind.category().info().id] {
            rows.text(column);
        }
        place(&mut rows);
        rows.text(one.verdict);
        rows.text(one.reason.unwrap_or_default());
        rows.number((one.before * 1000.0) as u32);
        rows.number((one.confidence * 1000.0) as u32);
        rows.number(u32::from(one.expected));
        rows.text(one.country.unwrap_or_default());
        rows.number(u32::from(one.third_party));
        rows.number(u32::from(one.minor));
        rows.text(one.outcome.id());
        rows.text(one.named.as_deref().unwrap_or_default());
        rows.text(one.beaten_by.as_ref().map_or("", |winner| &winner.recognizer));
        rows.text(one.beaten_by.as_ref().map_or("", |winner| winner.rule));
        place(&mut rows);
        for cue in &one.cues {
            place(&mut rows);
            rows.text(cue.language.id());
            rows.text(cue.says.id());
        }
        rows.end();
    }
    Ok(rows.0)
}

/// "Nothing found" would be a lie.
fn unread(reason: BlockReason) -> JsValue {
    thrown(&ConfigError::new(reason.id(), "text", "the text is not read"))
}

/// Start, end, recognizer, confidence × 1000, flags (1: verified, 2: somebody else's, 4: a child's, from 8 on the number of the list of
/// contacts, counted from 1).
#[expect(clippy::cast_sign_loss, reason = "a confidence is 0 to 1")]
fn push_findings(out: &mut Vec<u32>, text: &str, findings: &[Finding]) {
    let spans = offsets(text, Unit::Utf16, findings.iter().map(|finding| finding.span));
    for (finding, (start, end)) in findings.iter().zip(spans) {
        out.extend([
            start,
            end,
            finding.recognizer_index as u32,
            (finding.confidence * 1000.0) as u32,
            u32::from(finding.verified)
                | u32::from(finding.third_party) << 1
                | u32::from(finding.minor) << 2
                | finding.group.map_or(0, |group| group + 1) << 3,
        ]);
    }
}
