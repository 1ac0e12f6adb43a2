//! The one error of the engine: a configuration that cannot be meant.

use std::fmt;

/// A configuration that cannot be meant. Never holds user text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    code: &'static str,
    key: String,
    message: String,
}

impl ConfigError {
    pub(crate) fn new(code: &'static str, key: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, key: key.into(), message: message.into() }
    }

    /// Something named that does not exist, with the names that do.
    pub(crate) fn unknown<'a>(what: &'static str, key: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let (code, noun) = match what {
            "language" => ("unknown-language", "language"),
            "category" => ("unknown-category", "category"),
            "policy" => ("unknown-policy", "policy"),
            "kind" => ("unknown-kind", "kind"),
            "region" => ("unknown-region", "region"),
            "mask" => ("unknown-mask", "mask"),
            "check" => ("unknown-check", "check"),
            _ => ("unknown-option", "option"),
        };
        Self::new(code, key, format!("unknown {noun} `{key}`; known: {}", known.join(", ")))
    }

    /// Such as `unknown-language`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The offending key or value.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ConfigError {}
