//! Everything we recognize. To add a recognizer: one file in its group, its module below, its line in the list.

mod contact {
    pub(super) mod email;
    pub(super) mod phone;
    pub(super) mod phone_plan;
}
mod crypto {
    pub(super) mod bitcoin;
    pub(super) mod ethereum;
    pub(super) mod tron;
}
mod finance {
    pub(super) mod qiwi;
    pub(super) mod webmoney;
    pub(super) mod yoomoney;
}
mod national {
    pub(super) mod es_dni;
    pub(super) mod es_nie;
    pub(super) mod es_nss;
    pub(super) mod ru_inn;
    pub(super) mod ru_passport;
    pub(super) mod ru_snils;
    pub(super) mod uk_nino;
    pub(super) mod us_ssn;
}
mod network {
    pub(super) mod ip;
    pub(super) mod mac;
}
mod payment {
    pub(super) mod bank_account;
    pub(super) mod bic;
    pub(super) mod card;
    pub(super) mod card_cvv;
    pub(super) mod card_expiry;
    pub(super) mod card_pin;
    pub(super) mod iban;
    pub(super) mod long_number;
    pub(super) mod ru_account;
}
mod person {
    pub(super) mod birth_date;
    pub(super) mod name;
}
mod place {
    pub(super) mod address;
}
mod secret {
    pub(super) mod api_key;
    pub(super) mod jwt;
    pub(super) mod otp;
    pub(super) mod password;
    pub(super) mod pem;
    pub(super) mod url_credentials;
    mod vendor_key;
}

#[cfg(not(target_arch = "wasm32"))]
use crate::recognizer::Evidence;
use crate::recognizer::{Category, Find, Kind, Recognizer, words};

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
    payment::card_cvv,
    payment::card_pin,
    secret::otp,
    secret::pem,
    secret::jwt,
    secret::api_key,
    secret::url_credentials,
    secret::password,
    payment::card,
    payment::card_expiry,
    payment::iban,
    payment::ru_account,
    payment::bic,
    payment::bank_account,
    payment::long_number,
    crypto::bitcoin,
    crypto::ethereum,
    crypto::tron,
    finance::qiwi,
    finance::webmoney,
    finance::yoomoney,
    national::es_dni,
    national::es_nie,
    national::es_nss,
    national::us_ssn,
    national::uk_nino,
    national::ru_inn,
    national::ru_snils,
    national::ru_passport,
    network::ip,
    network::mac,
    contact::email,
    contact::phone,
    person::name,
    person::birth_date,
    place::address,
}

/// True for the ISO 3166 code, in lower case, of a country that has a numbering plan: all of them but Antarctica and its like.
pub(crate) fn is_country(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_lowercase()) && contact::phone_plan::plans().has(code)
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
        let context = self.recognizer.context;
        // A recognizer may keep the cues of a language in several lists.
        let first = move |index: usize| context[..index].iter().all(|(language, _)| *language != context[index].0);
        (0..context.len()).filter(move |&index| first(index)).map(move |index| context[index].0.id())
    }

    /// Cue words with their language.
    pub fn cues(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.recognizer.context.iter().flat_map(|(language, cues)| words(cues).map(|cue| (language.id(), cue)))
    }

    /// True where candidates are found by shape and judged by a check on the canonical form.
    #[must_use]
    pub fn has_shape(&self) -> bool {
        matches!(self.recognizer.find, Find::Shape { .. })
    }
}

/// Every recognizer. Its place is its number in findings.
#[must_use]
pub fn catalog() -> impl ExactSizeIterator<Item = CatalogEntry> {
    CATALOG.iter().map(|recognizer| CatalogEntry {
        id: recognizer.id,
        entity: recognizer.entity,
        kind: recognizer.kind,
        countries: recognizer.countries,
        recognizer,
    })
}

/// What the tests ask of a shape and its check. It does not ship in the wasm.
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub mod testing {
    use super::CATALOG;
    use crate::recognizer::{Chars, Find, Verdict};

    /// The runs of a shape: what they hold (`0` digits, `A` letters, `*` either) and their least and greatest length.
    #[must_use]
    pub fn runs(id: &str) -> Option<Vec<(char, usize, usize)>> {
        let Find::Shape { shape, .. } = &CATALOG.iter().find(|recognizer| recognizer.id == id)?.find else { return None };
        let runs = shape.runs.iter().map(|run| {
            let chars = match run.chars {
                Chars::Digits => '0',
                Chars::Letters => 'A',
                Chars::Either => '*',
            };
            (chars, usize::from(run.min), usize::from(run.max))
        });
        Some(runs.collect())
    }

    /// What a shape's check says about a canonical value: the verdict's name, and one in how many random strings passes.
    #[must_use]
    #[expect(clippy::cast_sign_loss, reason = "odds are whole numbers from 1")]
    pub fn verdict(id: &str, canonical: &[u8]) -> Option<(&'static str, u32)> {
        let Find::Shape { shape, check, .. } = &CATALOG.iter().find(|recognizer| recognizer.id == id)?.find else { return None };
        let verdict = shape.fits(canonical).then(|| check(canonical))?;
        let odds = match verdict {
            Verdict::Proven { by_chance } | Verdict::Plausible { by_chance } => by_chance.odds() as u32,
            Verdict::Refuted(_) => 0,
        };
        Some((verdict.id(), odds))
    }
}
