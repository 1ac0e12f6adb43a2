//! antifaz finds personal and financial data in what a customer types into a chat and masks it on the device, before it is
//! sent.
//!
//! ```
//! use antifaz::{Consent, Redaction, Redactor};
//!
//! let redactor = Redactor::builder().languages(&["en", "es"]).build()?;
//! let mut chat = redactor.conversation();
//! let Redaction::Cleared { text, .. } = chat.redact("my card is 4111 1111 1111 1111", &Consent::none()) else {
//!     panic!("nothing may be sent");
//! };
//! assert_eq!(text, "my card is [CARD_1]");
//! assert_eq!(chat.restore("I have blocked [card 1]."), "I have blocked 4111 1111 1111 1111.");
//! # Ok::<(), antifaz::ConfigError>(())
//! ```
//!
//! The modules stand in the order a message passes them: `text` folds it, `candidates` walks over its tokens and asks the
//! recognizers of the `catalog`, whose checks live in `check`, and the `rules` of the integrator; `context` weighs what stands around, `resolve` settles
//! overlaps, `policy` decides, `mask` replaces. Only `engine` knows the order; only `wasm` knows JavaScript. `manifest` stands beside
//! them: it says whether what an integrator declares is complete and honest.

mod text;

mod check;

mod recognizer;

mod catalog;

mod context;

mod candidates;

mod rules;

mod resolve;

mod policy;

mod mask;

mod engine;

mod manifest;

mod error;

#[cfg(target_arch = "wasm32")]
mod wasm;

pub use catalog::{CatalogEntry, catalog};
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub use catalog::{evidence, testing};
pub use context::Says;
pub use engine::{
    Beaten, BlockReason, Conversation, Edit, Explained, Finding, Outcome, Redaction, Redactor, RedactorBuilder, Restored, SeenCue,
};
pub use error::ConfigError;
pub use manifest::{Leaf, LeafType, Level, Problem, lint_manifest, purposes};
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#[doc(hidden)]
pub use manifest::{manifest_fields, manifest_leaves, manifest_schema};
pub use policy::{Choice, Consent, Mask, Policy};
pub use recognizer::{Action, Category, CategoryInfo, Class, Evidence, Kind, Language, Locale};
pub use rules::Rule;
pub use text::{Span, Unit, offsets};

/// The engine's version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
