//! What a recognizer is.

mod age;
mod category;
mod code;
mod concept;
mod country;
mod evidence;
mod frame_words;
mod kind;
mod named;
mod number;
mod scan;
mod series;
mod shape;
mod signs;
mod statement;
mod verdict;
mod word_list;
mod words;
mod written;

pub(crate) use age::{Age, is_child};
pub use category::{Action, Category, CategoryInfo, Class};
pub(crate) use concept::Concept;
pub(crate) use country::COUNTRIES;
pub use evidence::Evidence;
pub(crate) use frame_words::{FrameWord, owner_word};
pub(crate) use kind::Claim;
pub use kind::Kind;
pub(crate) use named::is_given_number;
pub(crate) use number::{Number, is_link};
pub(crate) use scan::{Opening, Scan};
pub(crate) use shape::{Chars, MAX_CANONICAL, Shape, alnum_between, digits, digits_between, letters, letters_between};
pub(crate) use signs::{
    before_signs, begins_with_currency, begins_with_sign, behind_signs, comes_from, ends_with_sign, goes_on, has_part, has_sign,
    is_blank, is_blank_byte, is_letter, is_small, is_word_char, position_of,
};
pub(crate) use statement::{Theme, fits};
pub(crate) use verdict::{Reason, Verdict};
pub(crate) use word_list::{WordList, holds_any, words};
pub(crate) use words::{WordKind, word_kind};
pub(crate) use written::is_word;

/// A language whose cue words the engine knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
    /// Russian.
    Ru,
    /// German.
    De,
    /// French.
    Fr,
    /// Portuguese.
    Pt,
    /// Italian.
    It,
    /// Words of many languages, or of one whose sentences are not read: acronyms, names of schemes.
    Any,
}

impl Language {
    /// Every language that can be chosen; cues of [`Any`](Self::Any) are always read.
    pub const ALL: [Self; 7] = [Self::En, Self::Es, Self::Ru, Self::De, Self::Fr, Self::Pt, Self::It];

    /// ISO 639-1, such as `es`; `mul`, from ISO 639-2, for words of many.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Ru => "ru",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Pt => "pt",
            Self::It => "it",
            Self::Any => "mul",
        }
    }

    /// The language with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.id() == id)
    }
}

/// Where the customer is: countries whose national writing needs no cue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locale {
    /// ISO 3166 codes in lower case.
    pub(crate) regions: Vec<String>,
}

impl Locale {
    pub(crate) fn has(&self, country: &str) -> bool {
        self.regions.iter().any(|region| region == country)
    }
}

/// Cue words of one language, parted by ", ": one string costs a quarter of what a list of them does in the wasm. Written
/// without accents, in lower case; a trailing `*` stands for any ending.
pub(crate) type Cues = (Language, &'static str);

/// Everything about one entity that ships.
#[derive(Debug)]
pub(crate) struct Recognizer {
    /// `group/scheme`: the path of its file and its anchor in the docs.
    pub(crate) id: &'static str,
    /// The name in `data/entities.tsv`.
    pub(crate) entity: &'static str,
    pub(crate) kind: Kind,
    /// ISO 3166 codes in lower case; empty where no one country issues it.
    pub(crate) countries: &'static [&'static str],
    pub(crate) find: Find,
    /// What it is a kind of: the words for that stand near one, too, and say less than its own.
    pub(crate) concepts: &'static [Concept],
    /// Words that stand near one, per language.
    pub(crate) context: &'static [Cues],
}

/// How candidates are found.
#[derive(Debug)]
pub(crate) enum Find {
    /// By shape; the check sees the canonical form and nothing else.
    Shape { shape: Shape, need: Need, check: fn(&[u8]) -> Verdict },
    /// By looking at the text around an opening.
    Scan { opening: Opening, scan: fn(&mut Scan<'_>) },
}

/// What must stand around a value of this shape before it is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nothing: the check is strong enough to say something by itself.
    Nothing,
    /// A cue, the question, the customer's country or the issuer's grouping: bare digits pass its check too often.
    Support,
    /// A cue in the same clause: three digits are a security code only beside the word.
    Cue,
}
