//! Private key in its PEM frame, the whole block from the dashes before `BEGIN` to those after `END`.
//!
//! A chat bends it: lines run together, line ends become `\n`, dashes become long ones or get lost, half of it is missing.
//! Without the last line the block goes on as long as it looks like base64; without the first, back as far.

use crate::{
    check::entropy_bits,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, before_signs, has_part, position_of},
};

static FRAME: &[&str] = &["-begin ", "- begin ", "-end ", "- end "];
const FIRST_END: usize = 2;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "secret/pem",
    entity: "PRIVATE_KEY_PEM",
    kind: Kind::PrivateKey,
    countries: &[],
    find: Find::Scan { opening: Opening::Literals(FRAME), scan },
    concepts: &[],
    context: &[
        (Language::En, "private key, secret key, ssh key, key, pem, certificate"),
        (Language::Es, "clave privada, llave privada, clave ssh, certificado"),
        (Language::Ru, "закрыт* ключ*, приватн* ключ*, секретн* ключ*, ключ*, сертификат*"),
        (Language::De, "privater schlussel, privaten schlussel, private key, schlussel, zertifikat"),
        (Language::Fr, "cle privee, cle ssh, certificat"),
        (Language::Pt, "chave privada, chave ssh, certificado"),
        (Language::It, "chiave privata, chiave ssh, certificato"),
    ],
};

/// Longer than the key of any size in use.
const LONGEST: usize = 16 << 10;
const LONGEST_LABEL: usize = 48;
/// A piece of base64 this long is no word; lines hold 64, and what an app folds them to is not much less.
const WHOLE_LINE: usize = 24;
/// What is left of a key must hold this much.
const LEAST_BODY: usize = 16;
/// Anything of less is a placeholder.
const LEAST_ENTROPY: f32 = 2.5;

fn scan(scan: &mut Scan<'_>) {
    let (text, lower) = (scan.text(), scan.lower());
    let Some(label_end) = label_end(lower, scan.at + scan.len) else { return };
    let start = scan.at - lower[..scan.at].bytes().rev().take_while(|&byte| byte == b'-').count();
    if scan.literal >= FIRST_END {
        let body = body_before(text, start);
        if is_key(&text[body..start]) {
            scan.push(body, label_end, Verdict::plausible(1 << 20));
        }
        return;
    }
    // Never beyond the next block: what one opening reads, no other does.
    let window = &lower[label_end..lower.floor_char_boundary(label_end + LONGEST)];
    let window = &window[..position_of(window, "begin ").unwrap_or(window.len())];
    let (mut from, mut end) = (0, None);
    while let Some(at) = position_of(&window[from..], "end ").map(|at| from + at)
        && end.is_none()
    {
        from = at + 4;
        let line = before_signs(&window[..at], b" ");
        if line.ends_with('-') {
            end = self::label_end(lower, label_end + from).map(|end| (label_end + before_signs(line, b"-").len(), end));
        }
    }
    match end {
        Some((body_end, end)) if is_key(&text[label_end..body_end]) => scan.push(start, end, Verdict::proven(1 << 20)),
        Some(_) => {}
        None => {
            let end = body_after(text, label_end, label_end + window.len());
            if is_key(&text[label_end..end]) {
                scan.push(start, end, Verdict::plausible(1 << 20));
            }
        }
    }
}

/// The end of a line whose label begins here and says that the key is private: behind its dashes. One word of it is enough,
/// the others may be in letters that only look Latin.
fn label_end(lower: &str, at: usize) -> Option<usize> {
    let window = &lower.as_bytes()[at..lower.len().min(at + LONGEST_LABEL)];
    let len = window.iter().position(|&byte| matches!(byte, b'-' | b'\n'))?;
    let dashes = lower.as_bytes()[at + len..].iter().take_while(|&&byte| byte == b'-').count();
    (dashes > 0 && has_part(&lower[at..at + len], "private")).then_some(at + len + dashes)
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

/// What stands between two lines: blanks, the signs of a program around its strings, those that begin `\n` and `%0A`.
fn is_gap(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'\\' | b'%' | b'"' | b'\'' | b',' | b'>' | b'|')
}

/// How long a gap is; the letter of `\n` belongs to it.
fn gap_len(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = text.get(at).filter(|byte| is_gap(**byte)) {
        at += if byte == b'\\' && matches!(text.get(at + 1), Some(b'n' | b'r' | b't')) { 2 } else { 1 };
    }
    at
}

/// Where a block without its last line ends.
fn body_after(text: &str, start: usize, limit: usize) -> usize {
    let bytes = &text.as_bytes()[..limit];
    let mut end = start;
    loop {
        let from = end + gap_len(&bytes[end..]);
        // "Proc-Type: 4,ENCRYPTED", "DEK-Info: …": the headers of an encrypted key.
        if ["Proc-Type:", "DEK-Info:", "Comment:"].iter().any(|header| text[from..limit].starts_with(header)) {
            end = bytes[from..].iter().position(|&byte| byte == b'\n').map_or(limit, |len| from + len);
            continue;
        }
        let len = bytes[from..].iter().take_while(|&&byte| is_base64(byte)).count();
        if len >= WHOLE_LINE {
            end = from + len;
            continue;
        }
        // The last line is a short one, unless it is a word of the message.
        return if is_remainder(&bytes[from..from + len]) { from + len } else { end };
    }
}

/// True for what ends a key rather than a sentence: "Ab3=", "x9Kq".
fn is_remainder(piece: &[u8]) -> bool {
    piece.iter().any(|byte| !byte.is_ascii_alphabetic())
        || piece.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}

/// Where a block without its first line begins.
fn body_before(text: &str, end: usize) -> usize {
    let bytes = text.as_bytes();
    let least = end.saturating_sub(LONGEST);
    let mut start = end;
    let mut at_end = true;
    loop {
        let gap = bytes[least..start].iter().rev().take_while(|&&byte| is_gap(byte)).count();
        let line_end = start - gap;
        let len = bytes[least..line_end].iter().rev().take_while(|&&byte| is_base64(byte)).count();
        if len < WHOLE_LINE && !(at_end && len > 0) {
            return start;
        }
        // "KEY=MIIE…": an equals sign ends a line, it begins none.
        let line = &bytes[line_end - len..line_end];
        start = line_end - line.iter().position(|&byte| byte != b'=').map_or(len, |at| len - at);
        at_end = false;
    }
}

/// True where a line of base64 stands in it that nobody filled in by hand.
fn is_key(body: &str) -> bool {
    body.as_bytes().split(|&byte| !is_base64(byte)).any(|piece| piece.len() >= LEAST_BODY && entropy_bits(piece) >= LEAST_ENTROPY)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "secret/pem",
    sources: &["RFC 7468 sections 2 and 10, RFC 4716 section 3 (read 2026-11)", "RFC 8410 section 10.3: the key of the examples"],
    matches: &[
        "my key: [[-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----]]",
        "[[-----BEGIN PRIVATE KEY----- MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC -----END PRIVATE KEY-----]]",
        r"KEY=[[-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----]]",
        // A keyboard that makes long dashes.
        "[[——-BEGIN OPENSSH PRIVATE KEY——-\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n——-END OPENSSH PRIVATE KEY——-]]",
        // Cut off at either end.
        "[[-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp]] and the rest is gone",
        "here is the end [[BCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----]]",
    ],
    near_misses: &[
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----",
        "the file starts with -----BEGIN PRIVATE KEY----- and nothing else",
        "-----BEGIN PRIVATE KEY-----\n<your key here>\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n-----END PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE----- expired?",
    ],
};
