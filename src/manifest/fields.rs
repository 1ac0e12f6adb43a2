//! Every field a manifest may have: where it stands, what it must be, whether it must be there.
//!
//! The check, the JSON Schema and the table of docs/manifest.md all come from here.

use crate::recognizer::{Category, Class};

/// What a field must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    Object,
    /// Of at least so many.
    List(usize),
    /// An object of texts by language.
    Words,
    Text,
    Id,
    OneOf(&'static [&'static str]),
    Flag,
    Purpose,
    Category,
    Class,
    Origin,
    Url,
    Email,
    Country,
    Language,
    /// An ISO 8601 duration, a day, or words.
    Duration,
    Day,
    Base64,
}

/// Whether a field must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Must,
    Should,
    May,
}

/// A field. `[]` stands for any place in a list, `*` for any language.
pub(super) struct Field {
    pub(super) path: &'static str,
    pub(super) is: Is,
    pub(super) need: Need,
    /// For readers; the engine in the page does without.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) about: &'static str,
}

/// The longest text, in characters.
pub(super) const LONGEST: usize = 1000;
/// The longest list.
pub(super) const MOST: usize = 100;

/// Purposes in the terms of DPV 2.3, and whether each stands apart from the service: such a one is asked for by itself, never needed.
pub(super) const PURPOSES: &[(&str, bool)] = &[
    ("dpv:RequestedServiceProvision", false),
    ("dpv:CustomerCare", false),
    ("dpv:IdentityVerification", false),
    ("dpv:FraudPreventionAndDetection", false),
    ("dpv:PaymentManagement", false),
    ("dpv:LegalCompliance", false),
    ("dpv:ImproveExistingProductsAndServices", false),
    ("dpv:ServicePersonalisation", true),
    ("dpv:TargetedAdvertising", true),
    ("dpv:CustomerSolvencyMonitoring", true),
    ("dpv:SellDataToThirdParties", true),
];

const LISTENERS: Is = Is::OneOf(&["ai", "human", "mixed"]);

macro_rules! fields {
    ($($path:literal $is:expr, $need:ident $about:literal;)*) => {
        /// Those of an object stand before those inside them.
        pub(super) static FIELDS: &[Field] = &[$(Field {
            path: $path,
            is: $is,
            need: Need::$need,
            #[cfg(not(target_arch = "wasm32"))]
            about: $about,
        },)*];
    };
}

fields! {
    "$schema" Is::Text, May "Where the JSON Schema stands, for editors.";
    "schema" Is::Text, May "The version of this format.";
    "version" Is::Text, May "The version of this manifest; goes into the records.";
    "validUntil" Is::Day, May "The last day on which it counts; so an old signed manifest cannot be brought back.";
    "languages" Is::List(1), May "The languages that every text comes in.";
    "languages[]" Is::Language, Must "A language tag, such as `es`.";
    "controller" Is::Object, Must "Who answers for the data.";
    "controller.name" Is::Text, Must "As the customer knows it.";
    "controller.address" Is::Text, Must "Where post reaches it.";
    "controller.email" Is::Email, Must "Where requests about the data go.";
    "controller.dpo" Is::Text, May "The data protection officer.";
    "controller.url" Is::Url, May "Its website.";
    "authority" Is::Text, Must "Whom the customer may complain to.";
    "jurisdiction" Is::Text, Should "The law that applies, such as `ES`; goes into the records.";
    "ai" LISTENERS, Must "Who answers in the chat: a machine, people, or both.";
    "learnsFromChats" Is::Flag, Must "Whether something is trained on what the customer writes.";
    "recipients" Is::List(1), Must "Who receives the messages; an origin that is not here is a third party.";
    "recipients[]" Is::Object, Must "A recipient.";
    "recipients[].id" Is::Id, Must "What attachments and consents call it.";
    "recipients[].name" Is::Text, May "As the customer knows it; the id where it is missing.";
    "recipients[].origins" Is::List(1), Must "Where it listens.";
    "recipients[].origins[]" Is::Origin, Must "Such as `https://chat.bank.example`, or `self` for the page's own.";
    "recipients[].role" Is::OneOf(&["controller", "processor", "third-party"]), Must "What it is in law.";
    "recipients[].country" Is::Country, Must "Where it keeps the data.";
    "recipients[].kind" LISTENERS, Must "Who answers there.";
    "recipients[].hold" Is::Words, May "Why it may not delete when asked, such as a law; goes into the records.";
    "recipients[].hold.*" Is::Text, Must "The words in that language.";
    "recipients[].insecure" Is::Flag, May "Its `http:` and `ws:` origins are meant; otherwise such an origin is refused.";
    "recipients[].envelope" Is::Id, May "The JSON field in which restrictions and sealed values travel to it.";
    "recipients[].publicKey" Is::Object, May "A JSON Web Key (ECDH, P-256): shared values are sealed for its holder.";
    "recipients[].publicKey.kty" Is::OneOf(&["EC"]), Must "The kind of key.";
    "recipients[].publicKey.crv" Is::OneOf(&["P-256"]), Must "The curve.";
    "recipients[].publicKey.x" Is::Base64, Must "The point.";
    "recipients[].publicKey.y" Is::Base64, Must "The point.";
    "recipients[].publicKey.kid" Is::Text, May "What the holder calls it.";
    "recipients[].publicKey.alg" Is::Text, May "As RFC 7517.";
    "recipients[].publicKey.use" Is::Text, May "As RFC 7517.";
    "recipients[].publicKey.ext" Is::Flag, May "As WebCrypto exports it.";
    "recipients[].publicKey.key_ops" Is::List(0), May "As RFC 7517.";
    "recipients[].publicKey.key_ops[]" Is::Text, Must "As RFC 7517.";
    "purposes" Is::List(1), Must "What the data are for.";
    "purposes[]" Is::Object, Must "A purpose.";
    "purposes[].id" Is::Id, Must "What categories and consents call it.";
    "purposes[].dpv" Is::Purpose, Must "What it is, in the terms of DPV 2.3.";
    "purposes[].text" Is::Words, Must "What it is, in words that say what happens.";
    "purposes[].text.*" Is::Text, Must "The words in that language.";
    "purposes[].basis" Is::Text, May "The lawful basis, such as `eu-gdpr:A6-1-a`; consent where it is missing.";
    "purposes[].optional" Is::Flag, May "The service works without: no category can need it.";
    "purposes[].automatedDecision" Is::Flag, May "Decides about the customer without a person; needs the right to a human review (`…A22`).";
    "categories" Is::List(0), Must "What may be asked about; a category that is not here is hidden.";
    "categories[]" Is::Object, Must "A category.";
    "categories[].id" Is::Category, Must "Such as `fin.card`.";
    "categories[].class" Is::Class, May "Stricter than the engine's.";
    "categories[].purposes" Is::List(0), Must "What it is for.";
    "categories[].purposes[]" Is::Id, Must "The id of a purpose.";
    "categories[].necessaryFor" Is::List(0), May "Those of its purposes that cannot do without it; where it is missing, all but what is optional and what stands apart.";
    "categories[].necessaryFor[]" Is::Id, Must "The id of one of its purposes.";
    "categories[].retention" Is::Duration, May "How long it is kept: `P90D`, a day, or words. Must be there where the category has purposes.";
    "categories[].keep" Is::OneOf(&["last4", "first6", "band", "none"]), May "What `masks` of the redactor may leave of it although the manifest is locked.";
    "sources" Is::List(0), Must "Where data about the customer come from besides the chat; `[]` says from nowhere.";
    "sources[]" Is::Words, Must "One of them.";
    "sources[].*" Is::Text, Must "The words in that language.";
    "restrictions" Is::List(0), May "What the recipients may not do.";
    "restrictions[]" Is::Id, Must "Such as `no-training`, `no-enrichment`, `no-profiling`.";
    "rights" Is::List(1), Must "What the customer may ask for.";
    "rights[]" Is::Object, Must "A right.";
    "rights[].id" Is::Text, Must "Such as `eu-gdpr:A17`.";
    "rights[].how" Is::Text, May "How to use it.";
    "rights[].url" Is::Url, May "Where to use it.";
    "notice" Is::Object, Must "The whole privacy notice.";
    "notice.url" Is::Url, Must "Where it stands.";
    "notice.hash" Is::Text, May "The hash of what it said.";
    "locked" Is::Flag, May "The page may tighten what is said here, never loosen it.";
    "signature" Is::Base64, May "ECDSA P-256 over the rest; `signManifest` makes it.";
}

impl Field {
    /// Nothing where no such field exists. `pattern`: a path with its places left out.
    pub(super) fn at(pattern: &str) -> Option<&'static Self> {
        let named = |pattern: &str| FIELDS.iter().find(|field| field.path == pattern);
        named(pattern).or_else(|| {
            let (parent, _) = pattern.rsplit_once('.')?;
            named(&format!("{parent}.*"))
        })
    }

    /// The fields inside, by their own names.
    pub(super) fn inside(parent: &str) -> impl Iterator<Item = (&'static str, &'static Self)> {
        FIELDS.iter().filter_map(move |field| {
            let name = match parent {
                "" => Some(field.path),
                _ => field.path.strip_prefix(parent).and_then(|rest| rest.strip_prefix('.')),
            };
            name.filter(|name| !name.contains(['.', '['])).map(|name| (name, field))
        })
    }
}

impl Is {
    /// Behind "must be".
    pub(super) fn words(self) -> String {
        let known = |names: &mut dyn Iterator<Item = &str>| format!("one of {}", names.collect::<Vec<_>>().join(", "));
        match self {
            Self::Object => "an object",
            Self::List(0) => "a list",
            Self::List(_) => "a list of at least one",
            Self::Words => "text by language, such as {\"en\": \"…\"}",
            Self::Text => "text",
            Self::Id => "a letter and up to 63 of a-z, A-Z, 0-9, - and _",
            Self::Flag => "true or false",
            Self::Category => "a category of the engine, such as fin.card: see categories()",
            Self::Origin => "an origin such as \"https://chat.bank.example\", or \"self\"",
            Self::Url => "an address that begins with https:, http: or mailto:",
            Self::Email => "an e-mail address",
            Self::Country => "a country's two letters, such as ES",
            Self::Language => "a language tag, such as es",
            Self::Duration => "an ISO 8601 duration such as P90D, a day such as 2030-12-31, or words",
            Self::Day => "a day, such as 2030-12-31",
            Self::Base64 => "base64url",
            Self::OneOf(names) => return known(&mut names.iter().copied()),
            Self::Purpose => return known(&mut PURPOSES.iter().map(|(term, _)| *term)),
            Self::Class => return known(&mut CLASSES.iter().map(|class| class.id())),
        }
        .to_owned()
    }

    /// Whether a text is one.
    pub(super) fn accepts(self, text: &str) -> bool {
        match self {
            Self::Id => is_id(text),
            Self::OneOf(names) => names.contains(&text),
            Self::Purpose => PURPOSES.iter().any(|(term, _)| *term == text),
            Self::Class => CLASSES.iter().any(|class| class.id() == text),
            Self::Category => Category::from_id(text).is_some(),
            Self::Origin => text == "self" || host(text).is_some(),
            Self::Url => text.split_once(':').is_some_and(|(scheme, rest)| {
                let web = matches!(scheme, "http" | "https") && rest.len() > 3 && rest.starts_with("//");
                (web || (scheme == "mailto" && is_email(rest))) && !rest.contains([' ', '"', '<', '>', '\\'])
            }),
            Self::Email => is_email(text),
            Self::Country => text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
            Self::Language => is_language(text),
            Self::Duration => {
                let mut bytes = text.bytes();
                let iso = bytes.next() == Some(b'P') && bytes.next().is_none_or(|byte| byte.is_ascii_digit() || byte == b'T');
                if iso { is_duration(&text[1..]) } else { !text.trim().is_empty() }
            }
            Self::Day => is_day(text),
            Self::Base64 => text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'),
            Self::Object | Self::List(_) | Self::Words | Self::Text | Self::Flag => !text.trim().is_empty(),
        }
    }
}

/// From the most to the least careful.
pub(super) const CLASSES: [Class; 4] = [Class::Never, Class::Explicit, Class::Ask, Class::Allow];

fn is_id(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    text.len() <= 64 && text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.bytes().all(inside)
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.len() > 2 && host[1..].contains('.') && !text.contains([' ', ',', '<', '>'])
    })
}

pub(super) fn is_language(text: &str) -> bool {
    let (first, rest) = text.split_once('-').unwrap_or((text, "x1"));
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && rest.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Whether a text has the form of a day.
pub(super) fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
        && ("01"..="12").contains(&&text[5..7])
        && ("01"..="31").contains(&&text[8..])
}

/// What stands behind the `P` of an ISO 8601 duration.
fn is_duration(text: &str) -> bool {
    // In this order, each once; behind the T the months are minutes.
    let mut units = "YMWDTHMS".chars();
    let (mut digits, mut seen) = (0, false);
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits += 1;
            continue;
        }
        if (c == 'T') != (digits == 0) || !units.any(|unit| unit == c) || (matches!(c, 'H' | 'S') && !text.contains('T')) {
            return false;
        }
        seen = c != 'T';
        digits = 0;
    }
    seen && digits == 0
}

/// The host of an origin, which has no path, and whether what is said to it can be read on the way.
pub(super) fn host(origin: &str) -> Option<(&str, bool)> {
    let (scheme, rest) = origin.split_once("://")?;
    let host = rest.strip_suffix('/').unwrap_or(rest);
    let open = match scheme {
        "https" | "wss" => false,
        "http" | "ws" => true,
        _ => return None,
    };
    let plain = !host.is_empty() && !host.contains(|c: char| c.is_whitespace() || "/?#@\\*".contains(c));
    plain.then_some((host, open))
}
