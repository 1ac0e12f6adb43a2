//! What an explanation tells of the words around a candidate.

use crate::recognizer::Recognizer;

use super::{Candidate, Hit, Support, Surroundings};

/// What a cue says about a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Says {
    /// It is a word for just this.
    Own,
    /// It is a word for what many countries issue.
    Concept,
    /// It names a country that issues this.
    Country,
    /// It names another country.
    Foreign,
    /// It is a word for an order, a version, a price.
    Against,
}

impl Says {
    /// Such as `against`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Concept => "concept",
            Self::Country => "country",
            Self::Foreign => "foreign",
            Self::Against => "against",
        }
    }
}

impl Surroundings<'_> {
    /// Every cue near enough to count that says something about a candidate.
    pub(crate) fn seen(&self, recognizer: &Recognizer, candidate: Candidate) -> impl Iterator<Item = (&Hit, Says)> {
        let (number, span, issued) = (candidate.recognizer, candidate.span, !recognizer.countries.is_empty());
        self.near(span).filter(move |hit| self.worth(hit, span) > 0.0).filter_map(move |hit| {
            let says = match self.index.support(hit, number) {
                Some(Support::Own) => Says::Own,
                Some(Support::Concept) => Says::Concept,
                None if self.index.names_issuer(hit, number) => Says::Country,
                None if self.index.is_country(hit) && issued => Says::Foreign,
                None if self.index.is_negative(hit) => Says::Against,
                None => return None,
            };
            Some((hit, says))
        })
    }
}
