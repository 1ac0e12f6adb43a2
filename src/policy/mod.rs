//! Policy: category + consent → mask.

mod masks;
mod selector;
mod settings;

use crate::{
    error::ConfigError,
    recognizer::{Category, Class},
};

pub use masks::Mask;
pub(crate) use settings::{Setting, Settings};

/// How sure the engine must be before something counts as found.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Policy {
    /// Confidence from which a finding is masked, 0 to 1.
    pub(crate) threshold: f32,
}

/// Below this, even a suggestion would be noise.
pub(crate) const SUGGESTION: f32 = 0.15;

impl Policy {
    /// Masks what is more likely personal than not.
    #[must_use]
    pub const fn standard() -> Self {
        Self { threshold: 0.5 }
    }

    /// Masks what is only suggested, too.
    #[must_use]
    pub const fn strict() -> Self {
        Self { threshold: SUGGESTION }
    }

    /// The policy with this name: `default` or `strict`.
    ///
    /// # Errors
    ///
    /// For any other name.
    pub fn from_id(id: &str) -> Result<Self, ConfigError> {
        match id {
            "default" => Ok(Self::standard()),
            "strict" => Ok(Self::strict()),
            _ => Err(ConfigError::unknown("policy", id, ["default", "strict"])),
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::standard()
    }
}

/// What the customer chose for a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A token stands for it.
    Hide,
    /// A less telling form, where there is one.
    Generalize,
    /// It is sent.
    Share,
}

impl Choice {
    /// Every choice; the position is its number at the wasm boundary.
    pub const ALL: [Self; 3] = [Self::Hide, Self::Generalize, Self::Share];
}

/// What the customer agreed to for one message: an input value, not a dialogue.
#[derive(Clone, Debug)]
pub struct Consent {
    choices: Vec<Option<Choice>>,
}

impl Consent {
    /// Nothing chosen: every category keeps its default.
    #[must_use]
    pub fn none() -> Self {
        Self { choices: vec![None; Category::ALL.len()] }
    }

    /// Sets the choice for a category.
    ///
    /// # Errors
    ///
    /// Sharing a category of class *never*.
    pub fn choose(&mut self, category: Category, choice: Choice) -> Result<(), ConfigError> {
        let info = category.info();
        if info.class == Class::Never && choice == Choice::Share {
            let message = format!("`{}` is of class never and cannot be shared; leave it out or choose hide", info.id);
            return Err(ConfigError::new("never-shared", info.id, message));
        }
        self.choices[category as usize] = Some(choice);
        Ok(())
    }

    /// What stands where a value of this category stood, or `None` where it stays. `site` is what the page asked for: it
    /// decides where the customer did not, and how what is hidden is named. What is a third party's is not the customer's to
    /// share: it is hidden whatever they chose and whatever the category's default is.
    pub(crate) fn mask(&self, category: Category, site: Option<Mask>, third_party: bool) -> Option<Mask> {
        let info = category.info();
        let opaque = site.filter(|mask| mask.is_opaque()).unwrap_or(Mask::Token);
        match (info.class, self.choices[category as usize]) {
            // Whatever was chosen: a value of this class has no way out.
            (Class::Never, _) | (_, Some(Choice::Hide)) => Some(opaque),
            _ if third_party => Some(opaque),
            (_, Some(Choice::Share)) => None,
            (_, Some(Choice::Generalize)) if info.generalizes => Some(Mask::Generalize),
            (_, Some(Choice::Generalize)) => Some(opaque),
            (_, None) => site.or(Mask::of(info.default)),
        }
    }
}

impl Default for Consent {
    fn default() -> Self {
        Self::none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_class_never_has_no_way_out() {
        let mut consent = Consent::none();
        assert_eq!(consent.choose(Category::Secret, Choice::Share).unwrap_err().code(), "never-shared");
        for mask in Mask::ALL {
            let expected = if mask == Mask::Label { Mask::Label } else { Mask::Token };
            assert_eq!(consent.mask(Category::Secret, Some(mask), false), Some(expected), "{mask:?}");
        }
    }

    #[test]
    fn what_is_somebody_elses_has_no_way_out() {
        for category in Category::ALL {
            for choice in [None, Some(Choice::Hide), Some(Choice::Generalize), Some(Choice::Share)] {
                let mut consent = Consent::none();
                if let Some(choice) = choice {
                    // Refused for class never.
                    let _ = consent.choose(*category, choice);
                }
                assert_eq!(consent.mask(*category, None, true), Some(Mask::Token), "{category:?} {choice:?}");
                assert_eq!(consent.mask(*category, Some(Mask::LastFour), true), Some(Mask::Token), "{category:?} {choice:?}");
                assert_eq!(consent.mask(*category, Some(Mask::Label), true), Some(Mask::Label), "{category:?} {choice:?}");
            }
        }
    }

    #[test]
    fn what_does_not_generalize_is_hidden_instead() {
        let mut consent = Consent::none();
        consent.choose(Category::Phone, Choice::Generalize).unwrap();
        assert_eq!(consent.mask(Category::Phone, None, false), Some(Mask::Token));
    }

    #[test]
    fn the_customer_decides_over_the_site() {
        let mut consent = Consent::none();
        assert_eq!(consent.mask(Category::Card, Some(Mask::LastFour), false), Some(Mask::LastFour));
        consent.choose(Category::Card, Choice::Hide).unwrap();
        assert_eq!(consent.mask(Category::Card, Some(Mask::LastFour), false), Some(Mask::Token), "hidden is hidden");
        assert_eq!(consent.mask(Category::Card, Some(Mask::Label), false), Some(Mask::Label), "and may stay so for good");
        consent.choose(Category::Card, Choice::Share).unwrap();
        assert_eq!(consent.mask(Category::Card, Some(Mask::Label), false), None);
    }
}
