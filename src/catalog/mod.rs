//! Everything we recognize. To add a recognizer: one file in its group, its module below, its line in the list.

mod contact {
    pub(super) mod email;
}
mod payment {
    pub(super) mod card;
    pub(super) mod iban;
}

use crate::recognizer::{Category, Find, Kind, Recognizer};
#[cfg(not(target_arch = "wasm32"))]
use crate::recognizer::Evidence;

/// The list: a recognizer that is not in it does not exist. Its order is the last rule between two that tie.
macro_rules! catalog {
    ($($group:ident::$scheme:ident),* $(,)?) => {
        /// Every recognizer; its place is its number.
        pub(crate) static CATALOG: &[&Recognizer] = &[$(&$group::$scheme::RECOGNIZER),*];

        /// What each recognizer claims about itself, in the same order.
        #[cfg(not(target_arch = "wasm32"))]
        #[must_use]
        pub fn evidence() -> &'static [&'static Evidence] {
            static EVIDENCE: &[&Evidence] = &[$(&$group::$scheme::EVIDENCE),*];
            EVIDENCE
        }
    };
}

catalog! {
    payment::card,
    payment::iban,
    contact::email,
}

/// One recognizer, for whoever reads the catalogue.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct CatalogEntry {
    /// `group/scheme`.
    pub id: &'static str,
    /// Such as `CREDIT_CARD`.
    pub entity: &'static str,
    /// What it finds.
    pub kind: Kind,
    /// ISO 3166 codes in lower case; empty where no one country issues it.
    pub countries: &'static [&'static str],
    recognizer: &'static Recognizer,
}

impl CatalogEntry {
    /// What the customer decides about.
    #[must_use]
    pub fn category(&self) -> Category {
        self.kind.category()
    }

    /// Languages with cue words, as ISO 639-1 codes.
    pub fn cue_languages(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.recognizer.context.iter().map(|(language, _)| language.id())
    }

    /// Cue words with their language.
    pub fn cues(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.recognizer.context.iter().flat_map(|(language, cues)| cues.iter().map(|cue| (language.id(), *cue)))
    }

    /// True where candidates are found by shape and judged by a check on the canonical form.
    #[must_use]
    pub fn has_shape(&self) -> bool {
        matches!(self.recognizer.find, Find::Shape { .. })
    }
}

/// Every recognizer. Its place is its number in findings.
pub fn catalog() -> impl ExactSizeIterator<Item = CatalogEntry> {
    CATALOG.iter().map(|recognizer| CatalogEntry {
        id: recognizer.id,
        entity: recognizer.entity,
        kind: recognizer.kind,
        countries: recognizer.countries,
        recognizer,
    })
}
