//! What a browser or a program shows a server to be let in: the value of an `Authorization` header, cookies.
//!
//! Behind the header's name and scheme whatever is drawn at random, and behind `Basic` what decodes to `user:password`;
//! behind `Cookie:` all pairs of names and values, where at least one value is drawn at random.

use zeroize::Zeroizing;

use super::value::{is_random, run_end};
use crate::{
    check::decode_base64url,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, before_signs, begins_with_sign, is_blank, is_letter},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "secret/http_auth",
    entity: "HTTP_AUTH_COOKIE",
    kind: Kind::AuthHeader,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "authorization, proxy-authorization, bearer, bearer token, basic auth, authorization basic, cookie, cookies, set-cookie, session cookie, sessionid, session id, phpsessid, jsessionid, connect.sid, csrftoken, xsrf-token, auth header",
        ),
        (Language::Es, "cookie de sesion, cabecera de autorizacion, id de sesion"),
        (Language::Ru, "куки, кука, куку, сессия, id сессии, заголовок авторизации"),
        (Language::De, "sitzungscookie, session-cookie, sitzungs-id"),
        (Language::Fr, "cookie de session, en-tete d'autorisation, identifiant de session"),
        (Language::Pt, "cookie de sessao, cabecalho de autorizacao, id da sessao"),
        (Language::It, "cookie di sessione, intestazione di autorizzazione, id di sessione"),
    ],
};

const LEAST: usize = 12;
const LEAST_COOKIE: usize = 8;
const MOST_WORDS: usize = 3;
const MOST_PAIRS: usize = 40;
const LONGEST_NAME: usize = 64;
const LONGEST_COOKIE: usize = 4096;
/// The longest `user:password` that is looked into.
const CREDENTIALS: usize = 192;

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text();
    let mut at = scan.at;
    // `PHPSESSID=…`: the cue is the first name.
    if let Some(cue) = scan.cue.filter(|_| text[at..].starts_with('='))
        && let Some(end) = pairs_end(text, name_start(text, cue.start as usize))
    {
        scan.push(name_start(text, cue.start as usize), end, Verdict::plausible(16));
        return;
    }
    for _ in 0..=MOST_WORDS {
        let rest = text[at..].trim_start_matches(|c: char| is_blank(c) || ":=\"'`>([«“".contains(c));
        let start = text.len() - rest.len();
        if let Some(end) = pairs_end(text, start) {
            scan.push(start, end, Verdict::plausible(16));
            return;
        }
        let end = run_end(text, start);
        if end > start
            && (is_random(&text[start..end], LEAST) || says_basic(scan, start) && is_credentials(&text.as_bytes()[start..end]))
        {
            scan.push(start, end, Verdict::plausible(16));
            return;
        }
        // "Bearer", "Basic", "is"
        let word = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
        if word == 0 || word > 12 || !begins_with_sign(&rest[word..], b" :=") {
            return;
        }
        at = start + word;
    }
}

fn name_start(text: &str, at: usize) -> usize {
    at - text.as_bytes()[..at].iter().rev().take(LONGEST_NAME).take_while(|&&byte| is_name(byte)).count()
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-.$".contains(&byte)
}

/// The end of the row of `name=value` pairs that begins here, if one of the values is drawn at random.
fn pairs_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut end, mut random) = (start, start, false);
    for _ in 0..MOST_PAIRS {
        let name = bytes[at..].iter().take(LONGEST_NAME).take_while(|&&byte| is_name(byte)).count();
        if name == 0 || bytes.get(at + name) != Some(&b'=') {
            break;
        }
        let from = at + name + 1;
        let is_value = |byte: &&u8| byte.is_ascii_graphic() && !b";,\"'<>(){}".contains(byte);
        let len = bytes[from..].iter().take(LONGEST_COOKIE).take_while(is_value).count();
        let value = before_signs(&text[from..from + len], b".!?]");
        random |= is_random(value, LEAST_COOKIE);
        end = from + value.len();
        match bytes[end..] {
            [b';', b' ', ..] => at = end + 2,
            [b';', ..] => at = end + 1,
            _ => break,
        }
    }
    random.then_some(end)
}

/// True where the word before a value names the scheme of name and password.
fn says_basic(scan: &Scan<'_>, start: usize) -> bool {
    before_signs(&scan.lower()[..start], b" :=\"'").ends_with("basic")
}

/// True for the base64 of `user:password`.
fn is_credentials(value: &[u8]) -> bool {
    let value = value.iter().rposition(|&byte| byte != b'=').map_or(value, |last| &value[..=last]);
    let mut plain = Zeroizing::new([0_u8; CREDENTIALS * 4 / 3]);
    let mut decoded = Zeroizing::new([0_u8; CREDENTIALS]);
    let Some(place) = plain.get_mut(..value.len()) else { return false };
    for (place, &byte) in place.iter_mut().zip(value) {
        *place = match byte {
            b'+' => b'-',
            b'/' => b'_',
            other => other,
        };
    }
    decode_base64url(place, &mut decoded[..]).is_some_and(|decoded| {
        let colon = decoded.iter().position(|&byte| byte == b':');
        colon.is_some_and(|colon| colon + 1 < decoded.len()) && decoded.iter().all(|&byte| byte >= b' ')
    })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "secret/http_auth",
    sources: &["RFC 9110 section 11.6.2, RFC 7617 section 2, RFC 6750 section 2.1, RFC 6265 section 4.2.1; read 2026-11"],
    matches: &[
        "Authorization: Bearer [[I6YRn0CRMfpY0PpHbWKDeFYZWCXRdZUo]]",
        "Authorization: Basic [[QWxhZGRpbjpvcGVuIHNlc2FtZQ==]]",
        "curl -H 'Authorization: Bearer [[v2.local.q8d7sK2lmN4pQ9rT]]'",
        "Cookie: [[SID=31d4d96e407aad42; lang=en-US]]",
        "cookie de sesión [[k3j9f0s8d7a6q5w4e3r2t1y0]]",
        "кука [[sessionid=8f3b2c91d7e64a05bb12]]",
        "sitzungscookie: [[4p8q2m0n7b6v5c3x1z9a8s7d6f]]",
        "cookie de session [[SESSION=8f3b2c91d7e64a05bb12aa]]",
        "cookie de sessão [[SESSION=8f3b2c91d7e64a05bb12aa]]",
        "cookie di sessione [[SESSION=8f3b2c91d7e64a05bb12aa]]",
    ],
    near_misses: &[
        "Authorization: Bearer <token>", "Authorization: Bearer YOUR_ACCESS_TOKEN", "i deleted my cookies and it works",
        "Cookie: lang=en", "basic auth is not supported", "the chocolate chip cookies are 12.50",
    ],
};
