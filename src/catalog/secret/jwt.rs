//! JSON web token: a signed (JWS) or encrypted (JWE) one.
//!
//! Segments of base64url between dots; the first is a JSON object that names an algorithm. Where the header does not decode,
//! a payload that begins like JSON still tells. A token that was cut off keeps its claims, so it is found, too.

use zeroize::Zeroizing;

use crate::{
    check::decode_base64url,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

/// How `{"` begins in base64.
static BEGINNING: &[&str] = &["eyJ"];

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "secret/jwt",
    entity: "JWT",
    kind: Kind::AccessToken,
    countries: &[],
    find: Find::Scan { opening: Opening::Literals(BEGINNING), scan },
    concepts: &[],
    context: &[
        (Language::En, "token, jwt, bearer, access token, id token, refresh token, session"),
        (Language::Es, "token, jwt, bearer, sesion"),
        (Language::Ru, "токен*, token, jwt, bearer, сесси*"),
        (Language::De, "token, jwt, bearer, sitzung"),
        (Language::Fr, "token, jeton, jwt, bearer"),
        (Language::Pt, "token, jwt, bearer, sessao"),
        (Language::It, "token, jwt, bearer, sessione"),
    ],
};

/// Segments of a signed token, and of an encrypted one.
const SIGNED: usize = 3;
const ENCRYPTED: usize = 5;
/// How much of a header is read: the algorithm stands near its beginning, certificates after it may be long.
const READ: usize = 1024;

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text().as_bytes();
    let glued = scan.at > 0 && is_symbol(text[scan.at - 1]);
    if glued || !text[scan.at..].starts_with(BEGINNING[0].as_bytes()) {
        return;
    }
    let header_end = segment_end(text, scan.at);
    let header = Header::read(&text[scan.at..header_end]);
    let segments = if header.encrypted { ENCRYPTED } else { SIGNED };
    let mut end = header_end;
    let mut at = header_end;
    let mut filled = 1;
    for _ in 1..segments {
        if text.get(at) != Some(&b'.') {
            break;
        }
        // A segment may be empty: the key of an encrypted token, a payload sent apart.
        let after = segment_end(text, at + 1);
        if after > at + 1 {
            end = after;
            filled += 1;
        }
        at = after;
    }
    if header.names_algorithm && filled > 1 {
        scan.push(scan.at, end, Verdict::proven(1 << 20));
    } else if filled == SIGNED && text[header_end + 1..].starts_with(BEGINNING[0].as_bytes()) {
        scan.push(scan.at, end, Verdict::plausible(1 << 12));
    }
}

/// What a header says about the rest.
struct Header {
    names_algorithm: bool,
    encrypted: bool,
}

impl Header {
    fn read(segment: &[u8]) -> Self {
        let mut buffer = Zeroizing::new([0; READ]);
        let json = decode_base64url(segment, buffer.as_mut_slice()).unwrap_or_default();
        let names = |key: &[u8]| json.starts_with(b"{") && json.windows(key.len()).any(|window| window == key);
        Self { names_algorithm: names(b"\"alg\""), encrypted: names(b"\"enc\"") }
    }
}

fn is_symbol(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn segment_end(text: &[u8], from: usize) -> usize {
    from + text[from..].iter().take_while(|&&byte| is_symbol(byte)).count()
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "secret/jwt",
    sources: &["RFC 7515 (JWS) appendices A.1, A.5 and F; RFC 7516 (JWE) appendix A.1; RFC 7519 (JWT) (read 2026-11)"],
    matches: &[
        "Authorization: Bearer [[eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk]]",
        // Without a signature, and cut off.
        "[[eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODB9]]",
        // The key is agreed on: its segment is empty.
        "token [[eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AxY8DCtDaGlsbGljb3RoZQ.KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ]]",
        // A slip in the header.
        "my token [[eyJ0eXAiOiJKV1QiLA0KICJhbGciOi.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk]]",
    ],
    near_misses: &[
        "eyJoZWxsbyI6IndvcmxkIn0=", "eyJhbGciOiJIUzI1NiJ9", "eyJoZWxsbyI6IndvcmxkIn0.zip",
        "EYJ0EXAIOIJKV1QILA0KICJHBGCIOIJIUZI1NIJ9.EYJPC3MIOIJQB2UI",
    ],
};
