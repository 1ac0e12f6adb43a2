//! What may stand where a value stood.

use crate::{
    error::ConfigError,
    recognizer::{Action, Class, Kind},
};

/// How a value is masked.
///
/// Where a mask cannot be made of a value (a birth date without a year, a number too short to show four of its digits), a
/// [`Token`](Self::Token) stands instead. What stays of a value is written in ASCII from its folded form, so that no
/// character is ever cut in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mask {
    /// A numbered token that can be restored: `[CARD_1]`.
    Token,
    /// The bare label, which nobody can restore: `[CARD]`.
    Label,
    /// The last four letters or digits of at least eight: `•••• 1111`.
    LastFour,
    /// The first six and the last four digits of a card: `411111•••• 1111`.
    FirstSixLastFour,
    /// The domain of an e-mail: `•••@example.com`.
    Domain,
    /// Country and bank of an IBAN: `ES 2100 ••••`.
    BankCode,
    /// A less telling form: a year for a birth date, a band for an amount.
    Generalize,
    /// What a check said, without any digit of the value: `[IBAN valid ✓, ES]`.
    Claim,
    /// A pseudonym by HMAC-SHA-256 with the key of the builder: the same value, the same pseudonym, in every conversation.
    Hash,
}

impl Mask {
    /// Every mask.
    pub const ALL: [Self; 9] = [
        Self::Token,
        Self::Label,
        Self::LastFour,
        Self::FirstSixLastFour,
        Self::Domain,
        Self::BankCode,
        Self::Generalize,
        Self::Claim,
        Self::Hash,
    ];

    /// The name used in configurations.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Label => "label",
            Self::LastFour => "last4",
            Self::FirstSixLastFour => "first6-last4",
            Self::Domain => "domain",
            Self::BankCode => "bank-code",
            Self::Generalize => "generalize",
            Self::Claim => "claim",
            Self::Hash => "hash",
        }
    }

    /// The mask with this name.
    ///
    /// # Errors
    ///
    /// For any other name.
    pub fn from_id(id: &str) -> Result<Self, ConfigError> {
        Self::ALL
            .into_iter()
            .find(|mask| mask.id() == id)
            .ok_or_else(|| ConfigError::unknown("mask", id, Self::ALL.map(Self::id)))
    }

    /// What an edit says was done.
    pub(crate) const fn action(self) -> Action {
        match self {
            Self::Token => Action::Token,
            Self::Label => Action::Label,
            Self::LastFour | Self::FirstSixLastFour | Self::Domain | Self::BankCode => Action::Partial,
            Self::Generalize => Action::Generalize,
            Self::Claim => Action::Claim,
            Self::Hash => Action::Hash,
        }
    }

    /// The mask that an action stands for; none where the value stays.
    pub(crate) const fn of(action: Action) -> Option<Self> {
        match action {
            Action::Keep => None,
            Action::Token => Some(Self::Token),
            Action::Label => Some(Self::Label),
            Action::Partial | Action::Generalize => Some(Self::Generalize),
            Action::Claim => Some(Self::Claim),
            Action::Hash => Some(Self::Hash),
        }
    }

    /// True where nothing of the value, and nothing that depends on it, can be read from the mask.
    pub(crate) const fn is_opaque(self) -> bool {
        matches!(self, Self::Token | Self::Label)
    }

    /// True where values of this kind may have the mask: of a value of class never nothing may be told.
    pub(crate) fn suits(self, kind: Kind) -> bool {
        match self {
            _ if self.is_opaque() => true,
            _ if kind.category().info().class == Class::Never => false,
            Self::FirstSixLastFour => kind == Kind::CardNumber,
            Self::Domain => kind == Kind::Email,
            Self::BankCode => kind == Kind::Iban,
            Self::Generalize => matches!(
                kind,
                Kind::CardNumber
                    | Kind::Iban
                    | Kind::BankAccount
                    | Kind::Email
                    | Kind::BirthDate
                    | Kind::Age
                    | Kind::StreetAddress
                    | Kind::PostalCode
                    | Kind::Coordinate
                    | Kind::NationalId
                    | Kind::TaxId
                    | Kind::Passport
                    | Kind::Amount
            ),
            _ => true,
        }
    }
}
