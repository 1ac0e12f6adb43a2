//! What a configuration says about single recognizers: threshold, mask, switched off, never found.

use crate::{
    error::ConfigError,
    recognizer::{Class, Kind},
    rules::Allowed,
};

use super::{Mask, Policy, SUGGESTION, selector::selects};

/// What is said about the recognizers that a name stands for.
#[derive(Clone, Debug)]
pub(crate) enum Setting {
    /// They find nothing.
    Off,
    /// They never find these.
    Allow(Vec<String>),
    /// From which confidence on they find.
    Threshold(f32),
    /// What stands where they found something.
    Mask(Mask),
}

/// All of it, by recognizer.
pub(crate) struct Settings {
    pub(crate) thresholds: Vec<f32>,
    pub(crate) masks: Vec<Option<Mask>>,
    pub(crate) off: Vec<bool>,
    pub(crate) allowed: Vec<Allowed>,
}

/// What a name may stand for: id, entity and kind of a recognizer.
pub(crate) type Named<'a> = (&'a str, &'a str, Kind);

impl Settings {
    /// What the settings say, later ones over earlier ones.
    pub(crate) fn new(of: &[Named<'_>], policy: Policy, settings: &[(String, Setting)]) -> Result<Self, ConfigError> {
        let mut all = Self {
            thresholds: vec![policy.threshold; of.len()],
            masks: vec![None; of.len()],
            off: vec![false; of.len()],
            allowed: Vec::new(),
        };
        for (name, setting) in settings {
            all.apply(of, policy, name, setting)?;
        }
        Ok(all)
    }

    /// A name of many recognizers reaches those of them that a setting suits; where that is none, it is a mistake.
    fn apply(&mut self, of: &[Named<'_>], policy: Policy, name: &str, setting: &Setting) -> Result<(), ConfigError> {
        if let Setting::Threshold(threshold) = setting
            && !(SUGGESTION..=HIGHEST).contains(threshold)
        {
            return Err(ConfigError::new("out-of-range", name, "a threshold is from 0.15 to 0.99"));
        }
        let mut named = false;
        let mut suits = vec![false; of.len()];
        for (number, (id, entity, kind)) in of.iter().enumerate() {
            if !selects(name, id, entity, *kind) {
                continue;
            }
            named = true;
            let never = kind.category().info().class == Class::Never;
            suits[number] = match setting {
                Setting::Off | Setting::Allow(_) => !never,
                Setting::Threshold(threshold) => !never || *threshold <= policy.threshold,
                Setting::Mask(mask) => mask.suits(*kind),
            };
            if suits[number] {
                match setting {
                    Setting::Off => self.off[number] = true,
                    Setting::Allow(_) => {}
                    Setting::Threshold(threshold) => self.thresholds[number] = *threshold,
                    Setting::Mask(mask) => self.masks[number] = Some(*mask),
                }
            }
        }
        if !named {
            return Err(ConfigError::new("unknown-recognizer", name, says(name, UNKNOWN)));
        }
        if !suits.contains(&true) {
            return Err(match setting {
                Setting::Mask(mask) if !mask.is_opaque() => ConfigError::new("unsuitable-mask", name, says(name, UNSUITABLE)),
                _ => ConfigError::new("never-loosened", name, says(name, NEVER)),
            });
        }
        if let Setting::Allow(terms) = setting {
            self.allowed.push(Allowed::new(name, terms, suits)?);
        }
        Ok(())
    }
}

/// A list of words that are always found is surer than that.
const HIGHEST: f32 = 0.99;

const UNKNOWN: &str = "is neither an id, an entity, a kind, a category nor a group of the catalogue, such as payment/card, CREDIT_CARD, \
                       card_number, fin.card, payment/*";
const UNSUITABLE: &str = "cannot have this mask: of class never only label and token, domain of email, bank-code of iban, \
                          first6-last4 of card_number, generalize of what generalizes";
const NEVER: &str = "is of class never: it cannot be switched off, allowed, or found less readily";

fn says(name: &str, what: &str) -> String {
    let mut message = String::from("`");
    message.push_str(name);
    message.push_str("` ");
    message.push_str(what);
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF: [Named<'_>; 3] = [
        ("payment/card", "CREDIT_CARD", Kind::CardNumber),
        ("payment/card_cvv", "CARD_CVV", Kind::CardSecurityCode),
        ("contact/phone", "PHONE", Kind::Phone),
    ];

    fn settings(name: &str, setting: Setting) -> Result<Settings, &'static str> {
        Settings::new(&OF, Policy::standard(), &[(name.to_owned(), setting)]).map_err(|error| error.code())
    }

    #[test]
    fn what_is_never_shared_is_never_loosened() {
        for setting in [Setting::Off, Setting::Allow(vec!["123".to_owned()]), Setting::Threshold(0.8)] {
            for name in ["payment/card_cvv", "CARD_CVV", "card_security_code", "auth.secret"] {
                assert_eq!(settings(name, setting.clone()).err(), Some("never-loosened"), "{name} {setting:?}");
            }
        }
        assert_eq!(settings("auth.secret", Setting::Threshold(0.2)).unwrap().thresholds, [0.5, 0.2, 0.5]);
        for mask in Mask::ALL {
            let refused = (!mask.is_opaque()).then_some("unsuitable-mask");
            assert_eq!(settings("auth.secret", Setting::Mask(mask)).err(), refused, "{mask:?}");
        }
    }

    #[test]
    fn a_name_of_many_reaches_those_it_may() {
        assert_eq!(settings("payment/*", Setting::Off).unwrap().off, [true, false, false]);
        assert_eq!(settings("*", Setting::Threshold(0.9)).unwrap().thresholds, [0.9, 0.5, 0.9]);
        assert_eq!(
            settings("*", Setting::Mask(Mask::LastFour)).unwrap().masks,
            [Some(Mask::LastFour), None, Some(Mask::LastFour)]
        );
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        assert_eq!(settings("payment/crad", Setting::Off).err(), Some("unknown-recognizer"));
        assert_eq!(settings("phone", Setting::Mask(Mask::Domain)).err(), Some("unsuitable-mask"));
        for threshold in [0.0, 0.1, 1.0, f32::NAN] {
            assert_eq!(settings("phone", Setting::Threshold(threshold)).err(), Some("out-of-range"), "{threshold}");
        }
        assert_eq!(settings("phone", Setting::Allow(vec!["/(/".to_owned()])).err(), Some("malformed-list"));
    }
}
