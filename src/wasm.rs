//! The boundary to JavaScript: conversion only.
//!
//! Strings go in as UTF-8 and numbers come out, because objects cost 8 to 25 times as much per call. A lone surrogate has
//! become U+FFFD on the way in, one UTF-16 unit for one: offsets stay right because JavaScript splices the edits into its
//! own string. What is read once (options, catalogue, explanations) goes through serde.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{
    Action, BlockReason, Category, Choice, ConfigError, Consent, Finding, Policy, Redaction, Redactor, Span, Unit, VERSION,
    offsets,
};

/// Every block that held user text is wiped when it is freed: docs/decisions/0002-user-text-in-memory.md
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

#[derive(Serialize)]
struct Thrown<'a> {
    code: &'a str,
    key: &'a str,
    message: String,
}

fn thrown(error: &ConfigError) -> JsValue {
    object(&Thrown { code: error.code(), key: error.key(), message: error.to_string() })
}

fn object(value: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or(JsValue::NULL)
}

/// See `Redactor`.
#[wasm_bindgen]
pub struct Engine(Redactor);

#[wasm_bindgen]
impl Engine {
    /// `RedactorOptions` of types.ts one by one, lists parted by commas: reading an object through serde costs 8 kB. Throws
    /// `{code, key, message}`.
    #[wasm_bindgen(constructor)]
    pub fn new(languages: &str, regions: &str, policy: &str, max_bytes: Option<u32>) -> Result<Engine, JsValue> {
        let list = |text: &str| text.split(',').filter(|item| !item.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let mut builder = Redactor::builder()
            .languages(&list(languages))
            .regions(&list(regions))
            .policy(Policy::from_id(policy).map_err(|error| thrown(&error))?);
        if let Some(max_bytes) = max_bytes {
            builder = builder.max_bytes(max_bytes as usize);
        }
        builder.build().map(Engine).map_err(|error| thrown(&error))
    }

    /// The engine's version.
    pub fn version() -> String {
        VERSION.to_owned()
    }

    /// Every recognizer.
    pub fn catalog() -> JsValue {
        #[derive(Serialize)]
        struct Entry {
            id: &'static str,
            entity: &'static str,
            kind: &'static str,
            category: &'static str,
            countries: &'static [&'static str],
            cues: Vec<&'static str>,
        }
        let entries: Vec<Entry> = crate::catalog()
            .map(|entry| Entry {
                id: entry.id,
                entity: entry.entity,
                kind: entry.kind.id(),
                category: entry.category().info().id,
                countries: entry.countries,
                cues: entry.cue_languages().collect(),
            })
            .collect();
        object(&entries)
    }

    /// Every category.
    pub fn categories() -> JsValue {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Entry {
            id: &'static str,
            class: &'static str,
            default_action: &'static str,
            label: &'static str,
            dpv: &'static str,
            lookup_key: bool,
            generalizes: bool,
        }
        let entries: Vec<Entry> = Category::ALL
            .iter()
            .map(|category| category.info())
            .map(|info| Entry {
                id: info.id,
                class: info.class.id(),
                default_action: info.default.id(),
                label: info.label,
                dpv: info.dpv,
                lookup_key: info.lookup_key,
                generalizes: info.generalizes,
            })
            .collect();
        object(&entries)
    }

    /// The longest text that is read, in bytes of UTF-8.
    #[wasm_bindgen(js_name = maxBytes)]
    pub fn max_bytes(&self) -> u32 {
        self.0.max_bytes() as u32
    }

    /// Findings × 5 numbers; see [`push_findings`]. Throws `{code, key, message}` for a text that is not read.
    pub fn analyze(&self, text: &str, all: bool) -> Result<Vec<u32>, JsValue> {
        findings(text, self.0.analyze(text, all))
    }

    /// Why each candidate was found or not.
    pub fn explain(&self, text: &str) -> Result<JsValue, JsValue> {
        #[derive(Serialize)]
        struct Cue {
            start: u32,
            end: u32,
            language: &'static str,
        }
        #[derive(Serialize)]
        struct Confidence {
            before: f32,
            after: f32,
        }
        #[derive(Serialize)]
        struct Candidate {
            recognizer: &'static str,
            entity: &'static str,
            kind: &'static str,
            start: u32,
            end: u32,
            verdict: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            reason: Option<&'static str>,
            cues: Vec<Cue>,
            confidence: Confidence,
            outcome: &'static str,
        }
        #[derive(Serialize)]
        struct Explanation {
            candidates: Vec<Candidate>,
        }
        let explained = self.0.explain(text).map_err(unread)?;
        let spans = offsets(text, Unit::Utf16, explained.iter().map(|candidate| candidate.span));
        // A candidate without a cue has an empty one.
        let cues = offsets(text, Unit::Utf16, explained.iter().map(|c| c.cue.map_or_else(Span::default, |(span, _)| span)));
        let candidates = explained
            .into_iter()
            .zip(spans.into_iter().zip(cues))
            .map(|(candidate, ((start, end), cue))| Candidate {
                recognizer: candidate.recognizer,
                entity: candidate.entity,
                kind: candidate.kind.id(),
                start,
                end,
                verdict: candidate.verdict,
                reason: candidate.reason,
                cues: candidate
                    .cue
                    .map(|(_, language)| Cue { start: cue.0, end: cue.1, language: language.id() })
                    .into_iter()
                    .collect(),
                confidence: Confidence { before: candidate.before, after: candidate.confidence },
                outcome: candidate.outcome.id(),
            })
            .collect();
        Ok(object(&Explanation { candidates }))
    }

    /// A new chat.
    pub fn conversation(&self) -> Chat {
        Chat { conversation: self.0.conversation(), replacements: String::new(), restored: Vec::new() }
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

    /// Findings × 5 numbers; see [`push_findings`]. Throws `{code, key, message}` for a text that is not read.
    pub fn analyze(&self, text: &str, all: bool) -> Result<Vec<u32>, JsValue> {
        findings(text, self.conversation.analyze(text, all))
    }

    /// `choices` are pairs of category number and choice number. The answer: status (0 cleared, 1 too long, 2 too many
    /// findings), how many findings, how many edits, the findings, the edits (start, end, recognizer, action, length of the
    /// replacement). Throws `{code, key, message}` for sharing a category of class never.
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

fn findings(text: &str, found: Result<Vec<Finding>, BlockReason>) -> Result<Vec<u32>, JsValue> {
    let mut out = Vec::new();
    push_findings(&mut out, text, &found.map_err(unread)?);
    Ok(out)
}

/// "Nothing found" would be a lie.
fn unread(reason: BlockReason) -> JsValue {
    thrown(&ConfigError::new(reason.id(), "text", format!("the text is not read: {}", reason.id())))
}

/// Start, end, recognizer, confidence × 1000, flags (1: verified).
#[expect(clippy::cast_sign_loss, reason = "a confidence is 0 to 1")]
fn push_findings(out: &mut Vec<u32>, text: &str, findings: &[Finding]) {
    let spans = offsets(text, Unit::Utf16, findings.iter().map(|finding| finding.span));
    for (finding, (start, end)) in findings.iter().zip(spans) {
        out.extend([
            start,
            end,
            finding.recognizer_index as u32,
            (finding.confidence * 1000.0) as u32,
            u32::from(finding.verified),
        ]);
    }
}
