//! A secret that its writer calls so: "client secret …", `api_key=…`, "токен …".
//!
//! Behind the word, or in front of it where "is my" stands between, sixteen characters or more in a mixture that nobody
//! types. What carries a vendor's mark is that vendor's; a parameter of an address belongs to the address.

use super::{
    value::{is_random, run_end},
    vendor_key::is_key,
};
use crate::recognizer::{
    Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordList, begins_with_sign, ends_with_sign, has_part, is_blank,
    is_link, is_word_char,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "secret/generic",
    entity: "GENERIC_SECRET",
    kind: Kind::Secret,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "api key, apikey, api token, api secret, apisecret, access key, accesskey, secret key, secretkey, access token, accesstoken, auth token, authtoken, client secret, clientsecret, app secret, consumer secret, consumer key, refresh token, private token, signing key, signing secret, encryption key, webhook secret, shared secret, token, secret, app key, deploy key, bot token",
        ),
        (Language::En, "key"),
        (Language::Es, "clave api, clave de api, clave secreta, clave de acceso, llave, secreto, token de acceso"),
        (Language::Ru, "секрет*, секретн* ключ*, токен*, апи ключ*, api ключ*, ключ*"),
        (Language::De, "geheimnis, schlussel, api schlussel, api-schlussel, zugriffstoken, zugangstoken"),
        (Language::Fr, "cle api, cle d'api, cle secrete, jeton, jeton d'acces, cle"),
        (Language::Pt, "chave api, chave de api, chave da api, chave secreta, segredo, chave, token de acesso"),
        (Language::It, "chiave api, chiave segreta, segreto, chiave, token di accesso"),
    ],
};

const LEAST: usize = 16;
const MOST_WORDS: usize = 6;
const LONGEST_WORD: usize = 24;

/// Words before a key or token that make it one that opens nothing.
static PUBLIC: WordList = WordList::new(
    "public, publishable, primary, foreign, cache, idempotency, partition, sort, product, license, licence, site, host, publica, producto, публичн, открыт, первичн, лицензионн, produkt, lizenz, produit, publique, licenca, prodotto, pubblica, licenza",
);

fn scan(scan: &mut Scan<'_>) {
    let public = scan.words_before_cue(1).any(|word| PUBLIC.begins(word));
    if public {
        return;
    }
    if let Some((start, end)) = behind(scan).or_else(|| in_front(scan)) {
        scan.push(start, end, Verdict::plausible(16));
    }
}

/// The value behind the cue, a few words on in the same clause.
fn behind(scan: &Scan<'_>) -> Option<(usize, usize)> {
    let text = scan.text();
    // "?token=": the whole address tells.
    let before =
        scan.cue.map_or("", |cue| &text[..cue.start as usize]).trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    if ends_with_sign(before, b"?&") {
        return None;
    }
    let mut at = scan.at;
    for _ in 0..MOST_WORDS {
        let rest = text[at..].trim_start_matches(|c: char| is_blank(c) || ":=>,-\"'`([{«»".contains(c));
        let start = text.len() - rest.len();
        // A key in armour is a recognizer of its own.
        if has_part(&text[at..start], "\n\n") || has_part(&text[at..start], "---") {
            return None;
        }
        let end = run_end(text, start);
        if end > start && is_random(&text[start..end], LEAST) {
            return (!is_key(text, start, end)).then_some((start, end));
        }
        let word = rest.find(|c: char| !is_word_char(c) && c != '_').unwrap_or(rest.len());
        if word == 0 || word > LONGEST_WORD || begins_with_sign(&rest[word..], b".!?;@/") {
            return None;
        }
        at = start + word;
    }
    None
}

/// The value in front of it: "… is my token".
fn in_front(scan: &Scan<'_>) -> Option<(usize, usize)> {
    const LONGEST: usize = 512;
    let text = scan.text();
    let mut end = scan.cue?.start as usize;
    for _ in 0..4 {
        let before = text[..end].trim_end_matches([' ', '\t', ',', '"', '\'', ')', ']', '»', '”']);
        let is_part = |byte: &u8| !byte.is_ascii_whitespace() && !b"\"'([".contains(byte);
        let len = before.bytes().rev().take(LONGEST).take_while(is_part).count();
        if len == 0 || len == LONGEST {
            return None;
        }
        let value = before[before.len() - len..].trim_start_matches(['=', '«', '“']);
        let start = before.len() - value.len();
        if run_end(text, start) == before.len() && is_random(&text[start..before.len()], LEAST) {
            return (!is_key(text, start, before.len())).then_some((start, before.len()));
        }
        if !is_link(&scan.lower()[start..before.len()]) {
            return None;
        }
        end = start;
    }
    None
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "secret/generic",
    sources: &["No issuer: what stands beside the word; RFC 6749 sections 1.4, 2.3 and 10.10 for tokens and client secrets"],
    matches: &[
        "access_key=[[Tq8vTn3xW2yLr7KpGd5HsJm1BcVf9QaE]]",
        "our api key is [[6cdb252fdafa5f6bf334bc308994f7df]] why 401",
        "\"accessToken\": \"[[Zq8vTn3xW2yLr7KpGd5HsJm1]]\"",
        "секретный ключ: [[onhgLUN8ydGbQpqiphc2Nd7bJFOaX35B]]",
        "mi token de acceso es [[7XaAZXs6cjx1ELPIkIdRzQDp]]",
        "der api-schlüssel [[9f8a7c6b5d4e3f2a1b0c9d8e]] geht nicht",
        "clé secrète [[m87Si3FEVeui6pNN1PuWtOOiWuXCD25C]]",
        "chave da api [[r22BwyMDWnaGHkJ8lB2G7UJy]]",
        "chiave segreta [[NYQIIMA2lBEQH8NC0TM8OGItds12M2nQ]]",
        "[[b7806885a4633f46a19126fab742a549]] is my token",
        "api token 3 for the shop: [[6ed6fb01-e12d-4f67-85ac-ccb8e7f73768]]",
    ],
    near_misses: &[
        "token: YOUR_TOKEN", "api_key=${API_KEY}", "token=<your-token>", "the token expired it says",
        "api key field is greyed out", "public key 6cdb252fdafa5f6bf334bc308994f7df",
        "commit a0bb3cf0a2550a59d8db86cf10ac59ed55d63995 broke it", "the key is sort_by_date_2024_descending",
        "secret=xxxxxxxxxxxxxxxxxxxxxxxx",
    ],
};
