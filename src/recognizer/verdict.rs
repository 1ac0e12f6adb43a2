//! What a check says about a canonical value.

/// How often a random string of the right shape passes: one in this many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Chance(f32);

impl Chance {
    /// One in `n` passes.
    #[expect(clippy::cast_precision_loss, reason = "odds are small or round")]
    pub(crate) const fn one_in(n: u32) -> Self {
        Self(n as f32)
    }

    /// What passing is worth, in bits.
    pub(crate) fn bits(self) -> f32 {
        self.0.log2()
    }

    /// One in how many.
    pub(crate) fn odds(self) -> f32 {
        self.0
    }
}

/// Why a value cannot be what its shape says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// It is not written as this scheme writes.
    Format,
    /// It has the wrong length.
    Length,
    /// The check digit is wrong.
    Checksum,
    /// A part cannot occur: a month 13, an area nobody was given.
    Component,
}

impl Reason {
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Length => "length",
            Self::Checksum => "checksum",
            Self::Component => "component",
        }
    }
}

/// What a check says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Verdict {
    /// A check digit, or an equally strong rule of the issuer, holds.
    Proven {
        /// How often that happens to a random string of this shape.
        by_chance: Chance,
    },
    /// Nothing to compute; the structure fits.
    Plausible {
        /// How often that happens to a random string of this shape.
        by_chance: Chance,
    },
    /// It cannot be one. Beside a cue it is still somebody's mistyped value.
    Refuted(Reason),
}

impl Verdict {
    /// The structure says nothing: only context decides.
    pub(crate) const PLAUSIBLE: Self = Self::Plausible { by_chance: Chance::one_in(1) };

    /// A check holds that one random string in `n` passes.
    pub(crate) const fn proven(n: u32) -> Self {
        Self::Proven { by_chance: Chance::one_in(n) }
    }

    /// The structure fits, as it does for one random string in `n`.
    pub(crate) const fn plausible(n: u32) -> Self {
        Self::Plausible { by_chance: Chance::one_in(n) }
    }

    /// Proven one in `n` where the check holds, else refuted by its checksum.
    pub(crate) const fn checksum(holds: bool, n: u32) -> Self {
        if holds { Self::proven(n) } else { Self::Refuted(Reason::Checksum) }
    }

    /// True where what holds hardly holds by accident.
    pub(crate) fn is_strong(self) -> bool {
        const ODDS: f32 = 1000.0;
        match self {
            Self::Proven { by_chance } | Self::Plausible { by_chance } => by_chance.odds() >= ODDS,
            Self::Refuted(_) => false,
        }
    }

    /// One in how many random strings passes.
    #[expect(clippy::cast_sign_loss, reason = "odds are whole numbers from 1")]
    pub(crate) fn odds(self) -> Option<u32> {
        match self {
            Self::Proven { by_chance } | Self::Plausible { by_chance } => Some(by_chance.odds() as u32),
            Self::Refuted(_) => None,
        }
    }

    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Proven { .. } => "proven",
            Self::Plausible { .. } => "plausible",
            Self::Refuted(_) => "refuted",
        }
    }
}
