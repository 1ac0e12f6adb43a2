//! An address that opens something of its owner's, or is somebody's page.
//!
//! A parameter such as `token=` or `sig=` with a value drawn at random lets in whoever has the address; a page below a social
//! network's name, or a shared document's, is a person's. The whole address is covered.

use crate::{
    check::entropy_bits,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "online/private_url",
    entity: "URL_PRIVATE",
    kind: Kind::PrivateUrl,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Literals(&["http"]), Opening::Literals(PAGES)]), scan },
    concepts: &[],
    context: &[
        (Language::En, "link, my profile, profile link, my page, url, magic link, reset link"),
        (Language::Es, "enlace, mi perfil, link, enlace magico"),
        (Language::Ru, "ссылк*, профил*, страниц*"),
        (Language::De, "link, mein profil"),
        (Language::Fr, "lien, mon profil"),
        (Language::Pt, "link, meu perfil"),
        (Language::It, "link, mio profilo"),
    ],
};

const LONGEST: usize = 2048;
/// How far before its host an address may begin.
const LONGEST_SCHEME: usize = 24;

/// Below these stand the pages of people, and what they share.
static PAGES: &[&str] = &[
    "t.me/", "telegram.me/", "instagram.com/", "facebook.com/", "fb.com/", "vk.com/", "vk.ru/", "ok.ru/profile/",
    "linkedin.com/in/", "twitter.com/", "x.com/", "tiktok.com/@", "youtube.com/@", "twitch.tv/", "github.com/",
    "reddit.com/user/", "snapchat.com/add/", "threads.net/@", "steamcommunity.com/id/", "calendly.com/",
    "docs.google.com/document/d/", "docs.google.com/spreadsheets/d/", "drive.google.com/file/d/", "dropbox.com/s/",
    "dropbox.com/scl/", "we.tl/", "1drv.ms/",
];
/// What stands there instead of a person.
static OTHER_PAGES: &[&str] = &[
    "about", "help", "login", "signup", "explore", "privacy", "terms", "search", "watch", "home", "settings", "share", "sharer",
    "intent", "features", "pricing", "business", "ads", "legal", "jobs", "policies", "support", "download", "apps", "blog",
    "hashtag", "directory",
];
/// Parameters that let in.
static KEYS: &[&str] = &[
    "token", "access_token", "id_token", "refresh_token", "auth", "authkey", "key", "api_key", "apikey", "sig", "signature",
    "secret", "t", "session", "sessionid", "sid", "pwd", "password", "hash", "ticket", "jwt", "otp", "invite", "code", "magic",
    "reset", "confirm", "confirmation_token", "reset_token", "reset_password_token", "x-amz-signature", "hdnea", "login_token",
    "uuid",
];

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text();
    let start = if scan.lower()[scan.at..].starts_with("http") { scan.at } else { address_start(text, scan.at) };
    let window = &text[start..text.floor_char_boundary(start + LONGEST)];
    let end = window.find(|c: char| c.is_whitespace() || "\"'<>`«»{}|\\".contains(c)).unwrap_or(window.len());
    let address = window[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '*']);
    let end = start + address.len();
    let lower = &scan.lower()[start..end];
    let Some(plain) = without_scheme(lower) else { return };
    let glued = text[..start].ends_with(|c: char| c.is_alphanumeric() || "-_.@/".contains(c));
    if !glued && (is_page(plain) || opens(address)) {
        scan.push(start, end, Verdict::plausible(64));
    }
}

/// Where the address begins that has its host here.
fn address_start(text: &str, host: usize) -> usize {
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-.:/".contains(byte);
    host - text.as_bytes()[..host].iter().rev().take(LONGEST_SCHEME).take_while(is_part).count()
}

/// An address from its host on; nothing if it is none.
fn without_scheme(address: &str) -> Option<&str> {
    let plain = address.strip_prefix("https://").or(address.strip_prefix("http://"));
    if plain.is_none() && address.starts_with("http") {
        return None;
    }
    let plain = plain.unwrap_or(address);
    Some(["www.", "m.", "mobile."].iter().find_map(|sub| plain.strip_prefix(sub)).unwrap_or(plain))
}

/// True for a page of a person, or what they share.
fn is_page(plain: &str) -> bool {
    // "es.linkedin.com"
    let below = |page: &str| {
        plain.strip_prefix(page).or_else(|| plain.split_once('.').filter(|(sub, _)| sub.len() == 2)?.1.strip_prefix(page))
    };
    PAGES.iter().any(|page| {
        below(page).is_some_and(|rest| {
            let name = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
            let code = *page == "github.com/";
            name.len() > 1 && !OTHER_PAGES.contains(&name) && !(code && rest.trim_end_matches('/').contains('/'))
        })
    })
}

/// True where a parameter lets in whoever has the address.
fn opens(address: &str) -> bool {
    const LEAST: usize = 8;
    const LEAST_ENTROPY: f32 = 2.5;
    let Some((_, query)) = address.split_once(['?', '#']) else { return false };
    query.split(['&', ';', '?', '#']).filter_map(|pair| pair.split_once('=')).any(|(name, value)| {
        let value = value.as_bytes();
        let mixed = value.iter().any(u8::is_ascii_digit) && value.iter().any(u8::is_ascii_alphabetic);
        KEYS.iter().any(|key| key.eq_ignore_ascii_case(name))
            && value.len() >= LEAST
            && mixed
            && entropy_bits(value) >= LEAST_ENTROPY
    })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "online/private_url",
    sources: &["WHATWG URL standard, section 4; W3C TAG finding \"Good Practices for Capability URLs\"; read 2026-11"],
    matches: &[
        "[[https://shop.example.com/reset?token=9f8a7c6b5d4e3f2a1b0c9d8e]] expired",
        "mi enlace [[https://app.example.org/login/magic?t=a8d0f3c91b774e20]] caducó",
        "ссылка [[https://files.example.com/d/AbX93kLmQ2?sig=7d9f2c1ab34e88]]",
        "[[https://www.instagram.com/ana.tests/]]",
        "my profile [[linkedin.com/in/ana-tests-77]]",
        "mein profil [[https://vk.com/ana_tests]]",
        "lien [[t.me/ana_tests]]",
        "link [[https://docs.google.com/document/d/1aBcD3FgH9kLmN0pQrStUvWxYz12345/edit]]",
    ],
    near_misses: &[
        "https://example.com/help/returns", "https://example.com/p?page=2&sort=price", "https://www.instagram.com/",
        "xbox.com/games", "https://github.com/example/shop", "https://example.com/reset?token=YOUR_TOKEN", "http error 500",
    ],
};
