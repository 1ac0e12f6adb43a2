//! A password, where the writer calls it one: "my password is …", "contraseña: …", "пароль …".
//!
//! Behind a colon, or behind "is", whatever is neither an ordinary word nor a placeholder is one; straight behind the cue,
//! or further away, only what no word looks like: letters with digits or signs among them. An exclamation mark at its end
//! is more often part of a password than of the sentence.

use super::vendor_key::is_key;
use crate::{
    check::entropy_bits,
    recognizer::{
        Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordKind, WordList, before_signs, begins_with_sign,
        behind_signs, has_part, has_sign, is_blank, is_blank_byte, is_letter, word_kind, words,
    },
    text::Span,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "secret/password",
    entity: "PASSWORD",
    kind: Kind::Password,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "password*, passwd, pwd, passphrase, pass, pw, psw, passwort, credentials, aws secret, secret, passcode, pass code, wifi key, wi-fi key, wlan key, wpa key, wpa2 key, network key, router key, hotspot key, network security key, wifi code, wi-fi code, key for the wifi, key to the wifi, passwrd, passward, pasword",
        ),
        (
            Language::Es,
            "contrasena*, clave, password, pass, pwd, palabra clave, contra, clave wifi, clave wi-fi, key wifi, key del wifi, clave de red, clave de la red, clave del router, llave wifi, llave del wifi, codigo del wifi, codigo wifi, clave wpa",
        ),
        (
            Language::Ru,
            "парол*, парль, пороль, паролик, пас, пасс, пассворд, password, pass, ключ wifi, ключ wi-fi, ключ вайфа*, ключ от wifi, ключ от wi-fi, ключ от вайфа*, ключ от сети, ключ сети, ключ безопасности сети, ключ роутера, код от вайфа*, код от wifi, кодовое слово",
        ),
        (
            Language::De,
            "passwort*, kennwort*, passwor*, pw, zugangsdaten, password, wlan-schlussel, wlanschlussel, wlan-key, wlan-code, wlan-pw, wifi-schlussel, wifi-key, wifi-code, netzwerkschlussel, schlussel furs wlan, schlussel fur das wlan, schlussel vom wlan, wpa-schlussel, router-schlussel, losungswort, codewort",
        ),
        (
            Language::Fr,
            "mot de passe, mots de passe, mdp, motdepasse, password, cle wifi, cle wi-fi, cle du wifi, cle du wi-fi, cle de la box, cle wpa, cle reseau, cle de securite, code wifi, code du wifi, code de la box",
        ),
        (
            Language::Pt,
            "senha, senhas, palavra passe, password, pass, chave wifi, chave wi-fi, chave do wifi, chave do wi-fi, chave da rede, chave de rede, chave do roteador, chave do router, codigo do wifi, codigo wifi",
        ),
        (
            Language::It,
            "password, pass, pwd, parola d'ordine, parola chiave, parola segreta, chiave wifi, chiave wi-fi, chiave del wifi, chiave del wi-fi, chiave di rete, chiave della rete, chiave wpa, chiave del router, codice wifi, codice del wifi",
        ),
    ],
};

/// Cues that are other words as well: they need a sign, "is", or the value straight behind them.
static WEAK: WordList = WordList::new("pass, clave, pw, пас, credentials, zugangsdaten, secret, contra");

/// What a key opens that is one to type: "la clave del wifi".
const NETWORKS: &str = "wifi, fi, wlan, router, rooter, modem, red, rede, rete, reseau, internet, вайфай, вайфая, роутер, роутера, hotspot, box, fritzbox, netz, netzwerk";

/// What makes a pass one that opens no account.
static OTHER_PASSES: WordList =
    WordList::new("boarding, bus, day, ski, press, season, free, guest, mountain, gate, travel, interrail");

/// Words that put a value behind them.
static COPULAS: WordList = WordList::new(
    "is, was, are, as, to, s, es, era, sea, como, ist, war, lautet, auf, est, etait, c'est, e, это, был, была, на, it's",
);

/// Words that say what it is for: the one behind them is no password.
static PREPOSITIONS: WordList =
    WordList::new("for, of, from, or, de, del, para, do, da, от, для, к, из, fur, vom, von, zum, pour, du, di, per, in, en, on");

/// Words after which no password follows: it is wrong, lost, asked for, or not said.
static NOTHING_FOLLOWS: WordList = WordList::new(
    "not, no, dont, don, doesnt, doesn, isnt, isn, cant, can, won, wont, wasnt, didnt, never, forgot, forgotten, lost, wrong, incorrect, invalid, expired, expires, required, reset, hint, manager, policy, must, should, has, have, needs, need, length, link, recovery, field, strength, page, screen, rejected, changed, protected, funciona, incorrecta, incorrecto, olvide, olvidado, olvidada, caducada, debe, tiene, pide, не, нет, неверный, неправильный, забыл, забыла, должен, сбросить, восстановить, сменить, nicht, kein, falsch, vergessen, abgelaufen, muss, geht, pas, oublie, incorrecte, perdu, doit, marche, nao, esqueci, errada, errado, incorreta, deve, non, errata, dimenticato, dimenticata, sbagliata, scaduta",
);

/// What a password is said to be.
static STATES: WordList = WordList::new(
    "stolen, hacked, leaked, compromised, short, long, weak, strong, secure, safe, insecure, empty, blank, known, shown, saved, stored, blocked, mandatory, optional, sensitive, default, temporary, accepted, updated, sent, robada, hackeada, corta, larga, debil, fuerte, segura, valida, bloqueada, obligatoria, слабый, короткий, сложный, простой, украли, украден, взломали, верный, правильный, kurz, lang, schwach, stark, gesperrt, gestohlen, gultig, court, faible, bloque, expire, vole, valide, fraca, curta, roubada, debole, bloccata, rubata, valido",
);

/// Words that are passwords so often that they need no digit.
static COMMON: WordList =
    WordList::new("qwerty, qwertyuiop, asdfgh, asdf, zxcvbn, letmein, iloveyou, йцукен, admin, qazwsx, azerty, qwertz");

/// What stands where a password would: nobody's.
static PLACEHOLDERS: WordList = WordList::new(
    "changeme, change_me, password, passwd, passwort, contrasena, пароль, senha, secret, example, placeholder, redacted, hidden, masked, null, none, nil, undefined, todo, tbd, n/a, string, value",
);

/// Parts of names that documentation gives to what one fills in: `your_password_here`.
static FILL_IN: WordList = WordList::new("password, passwd, contrasena, пароль, senha, mdp, token, secret, key, here, aqui");

const MOST_WORDS: usize = 7;
const LONGEST: usize = 128;

fn scan(scan: &mut Scan<'_>) {
    let found = match scan.cue {
        Some(cue) => behind(scan, cue).or_else(|| in_front(scan, cue)),
        None => answer(scan),
    };
    if let Some((start, end, odds)) = found.filter(|&(start, end, _)| !is_key(scan.text(), start, end)) {
        scan.push(start, end, Verdict::plausible(odds));
    }
}

/// What a value looks like.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    /// Letters with digits or signs among them.
    Secret,
    /// Digits only.
    Digits,
    /// A word that is in no list.
    Word,
    /// An ordinary word, a placeholder, an address.
    Nothing,
}

/// The value behind a cue, and how much its look says.
fn behind(scan: &Scan<'_>, cue: Span) -> Option<(usize, usize, u32)> {
    let lower = scan.lower();
    let name = &lower[cue.range()];
    let mut weak = WEAK.has(name);
    if weak && OTHER_PASSES.has(word_before(scan, cue)) {
        return None;
    }
    let mut at = scan.at;
    // "postgres://user:password@host"
    if lower[at..].starts_with('@') {
        return None;
    }
    // `"password": …`
    if begins_with_sign(&lower[at..], b"\"'") && begins_with_sign(lower[at + 1..].trim_start(), b":=") {
        at += 1;
    }
    // "is", right before this word; "is" and then ordinary words; "for" and its kin at once, or anywhere.
    let (mut expected, mut announced, mut skipped, mut about) = (false, false, false, false);
    for nth in 0..MOST_WORDS {
        let (next, sign) = separators(lower, at);
        // "my password, Kettle77, fails": behind a comma only what looks like one.
        let comma = has_sign(&lower[at..next], b",");
        let first = nth == 0 && !comma;
        let direct = first || announced || sign;
        // A key in armour is a recognizer of its own.
        if lower[..next].ends_with("-----") {
            return None;
        }
        // "<your password>"
        if let Some((start, end)) = bracketed(lower, next) {
            return ((direct || !weak) && look(&lower[start..end]) == Look::Secret).then_some((start, end, 16));
        }
        if let Some((start, end)) = quoted(lower, next) {
            let look = look(&lower[start..end]);
            let free = matches!(look, Look::Word | Look::Nothing) && !has_sign(&lower[start..end], b" ");
            let fits = look == Look::Secret && !weak || direct && (!free || (look == Look::Word && (sign || expected)));
            return fits.then_some((start, end, 16));
        }
        let (start, end) = chunk(scan, next)?;
        let text = &lower[start..end];
        let word = before_signs(text, b":=?\"");
        // A question asks for it, or about it.
        let stem = text.split('\'').next().unwrap_or(text);
        if NOTHING_FOLLOWS.has(stem) || has_sign(&lower[at..start], b"?") && !direct {
            return None;
        }
        match look(text) {
            Look::Secret if direct || (!weak && !skipped) => return Some((start, end, 16)),
            Look::Digits if (sign || expected || first) && text.len() >= 4 && !is_code(scan, cue, start) => {
                return Some((start, end, 4));
            }
            Look::Word if text.chars().count() >= 4 && (sign || expected && ends_clause(lower, end) && !(weak && about)) => {
                return Some((start, end, 4));
            }
            Look::Nothing if sign && word.len() == text.len() => return None,
            _ => {}
        }
        if comma || ends_clause(lower, end) && !begins_with_sign(&lower[end..], b":=") || end - scan.at > LONGEST {
            return None;
        }
        expected = COPULAS.has(word);
        announced = expected || (announced && word_kind(word) == WordKind::Ordinary);
        skipped = PREPOSITIONS.has(word);
        weak &= !words(NETWORKS).any(|network| network == word);
        about |= skipped;
        at = end;
    }
    None
}

/// The value in front of a cue: "kettle42, thats my password".
fn in_front(scan: &Scan<'_>, cue: Span) -> Option<(usize, usize, u32)> {
    static LINKS: WordList = WordList::new("my, the, mi, la, el, das, mein, mon, le, minha, a, mia, мой, old, new, it, esta");
    static VERBS: WordList = WordList::new(
        "is, was, thats, that's, es, esa, era, ese, war, ist, c'est, c'etait, est, e, вот, это, de, como, as, als, comme, come",
    );
    let lower = scan.lower();
    let (mut end, mut linked) = (cue.start as usize, false);
    for _ in 0..5 {
        let before = lower[..end].trim_end_matches(|c: char| is_blank(c) || c == ',');
        if end - before.len() > 3 || before.is_empty() {
            return None;
        }
        let len = before.bytes().rev().take(LONGEST + 1).take_while(|b| !b.is_ascii_whitespace()).count();
        if len > LONGEST {
            return None;
        }
        let start = before.len() - len;
        let word = &before[start..];
        if !LINKS.has(word) && !VERBS.has(word) {
            let value = before_signs(word, b"\"')]>");
            let inner = behind_signs(value, b"\"'([<=:");
            let (start, end) = (start + value.len() - inner.len(), start + value.len());
            return (linked && look(inner) == Look::Secret && inner.bytes().any(|b| b.is_ascii_digit()))
                .then_some((start, end, 8));
        }
        linked |= VERBS.has(word);
        end = start;
    }
    None
}

/// A message that is the value alone, when the other side asked for it.
fn answer(scan: &Scan<'_>) -> Option<(usize, usize, u32)> {
    let lower = scan.lower();
    let (mut at, mut first) = (0, true);
    for _ in 0..3 {
        let (start, end) = chunk(scan, separators(lower, at).0)?;
        let look = look(&lower[start..end]);
        let alone = first && end - start >= 4 && lower[end..].trim_start().is_empty();
        match look {
            Look::Secret => return Some((start, end, 16)),
            Look::Word if alone => return Some((start, end, 16)),
            // A code or a PIN, if somebody else asked for one.
            Look::Digits if alone => return Some((start, end, 1)),
            _ => {}
        }
        (at, first) = (end, false);
    }
    None
}

fn word_before<'s>(scan: &'s Scan<'_>, cue: Span) -> &'s str {
    let index = scan.tokens.partition_point(|token| token.span.start < cue.start);
    index.checked_sub(1).map_or("", |before| &scan.lower()[scan.tokens[before].span.range()])
}

/// True for "one-time password" and the "password" of a card: codes and PINs have their own recognizers.
fn is_code(scan: &Scan<'_>, cue: Span, value: usize) -> bool {
    static CARDS: WordList = WordList::new("card, tarjeta, карт, karte, carte, cartao, carta, bancomat");
    let between = scan.tokens[scan.token..].iter().take_while(|token| (token.span.start as usize) < value);
    let mut words = between.map(|token| &scan.lower()[token.span.range()]);
    matches!(&scan.lower()[cue.range()], "passcode" | "pass code")
        || matches!(word_before(scan, cue), "time" | "одноразовый" | "einmal" | "temporaneo" | "unique")
        || words.any(|word| CARDS.begins(word))
}

/// Where the next word begins, and whether a sign before it says that it is the value.
fn separators(lower: &str, at: usize) -> (usize, bool) {
    let rest = behind_signs(&lower[at..], b" \t\n\x0b\x0c\r:=>?-,");
    let end = lower.len() - rest.len();
    (end, has_sign(&lower[at..end], b":=>") || has_part(&lower[at..end], " - "))
}

/// The inside of the brackets that open here.
fn bracketed(lower: &str, at: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 40;
    let close = match lower.as_bytes().get(at)? {
        b'<' => b'>',
        b'[' => b']',
        b'{' => b'}',
        b'(' => b')',
        _ => return None,
    };
    let len = lower.as_bytes()[at + 1..].iter().take(LONGEST).position(|b| *b == close)?;
    let inside = &lower[at + 1..at + 1 + len];
    let start = at + 1 + len - inside.trim_start_matches(QUOTES).len();
    Some((start, start + inside.trim_matches(QUOTES).len()))
}

/// The inside of the quotes that open here.
fn quoted(lower: &str, at: usize) -> Option<(usize, usize)> {
    let open = lower[at..].chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let inside = at + 1;
    let len = lower[inside..].bytes().take(LONGEST).position(|b| b == open as u8 || b == b'\n')?;
    (len >= 3 && lower[inside + len..].starts_with(open)).then_some((inside, inside + len))
}

/// The word that begins here, without the punctuation behind it. A picture inside is part of it.
fn chunk(scan: &Scan<'_>, start: usize) -> Option<(usize, usize)> {
    let rest = &scan.lower()[start..];
    let mut len = 0;
    while let Some(&byte) = rest.as_bytes().get(len) {
        if is_blank_byte(byte) && !is_picture(scan, start + len) {
            break;
        }
        len += 1;
        if len > LONGEST {
            return None;
        }
    }
    let word = before_signs(&rest[..len], b".,;:?)\"' ");
    let open = word.len() - word.strip_prefix('(').unwrap_or(word).trim_start_matches(QUOTES).len();
    (word.len() > open).then_some((start + open, start + word.len()))
}

/// True for the blank that a picture inside a word was folded to.
fn is_picture(scan: &Scan<'_>, at: usize) -> bool {
    let bytes = scan.lower().as_bytes();
    let next = bytes[at..].iter().find(|&&byte| byte != b' ');
    bytes[at] == b' '
        && at > 0
        && !is_blank_byte(bytes[at - 1])
        && next.is_some_and(|&next| !is_blank_byte(next))
        && scan.folded.typed(Span::new(at, at + 1)).chars().all(|c| !is_blank(c) && c != '\u{a0}')
}

/// Quotes around a value are no part of it.
const QUOTES: [char; 5] = ['"', '\'', '`', '«', '»'];

/// True where a clause ends behind a word.
fn ends_clause(lower: &str, end: usize) -> bool {
    let rest = &lower[end..];
    rest.trim_start().is_empty() || begins_with_sign(rest, b".,;?!\n):") || rest.starts_with(" and ") || rest.starts_with(" y ")
}

fn look(word: &str) -> Look {
    let inner = before_signs(word, b"!");
    let (mut letters, mut digits, mut all, mut telling) = (0, 0, 0, false);
    for c in inner.chars() {
        all += 1;
        letters += usize::from(is_letter(c));
        digits += usize::from(c.is_ascii_digit());
        telling |= matches!(c, '!' | '#'..='&' | '^' | '*' | '_' | '+' | '=' | '~' | '@' | '?' | '|' | '<' | '>' | '\\');
    }
    let signs = all - letters - digits;
    let closed = match word.as_bytes() {
        [b'<', rest @ ..] => rest.contains(&b'>'),
        [b'[', rest @ ..] => rest.contains(&b']'),
        [b'{', rest @ ..] => rest.contains(&b'}'),
        [b'$', b'{', ..] => true,
        [b'$', rest @ ..] => !rest.is_empty() && word[1..].chars().all(|c| is_letter(c) || c == '_'),
        [b'%', .., last] => *last == b'%',
        [only] => *only == b'%',
        _ => false,
    };
    let filler = closed
        || PLACEHOLDERS.has(inner)
        || entropy_bits(inner.as_bytes()) < 0.9
        || (has_sign(inner, b"_-") && inner.split(['_', '-']).any(|part| FILL_IN.has(part)));
    let address =
        has_part(word, "://") || (has_sign(word, b"@") && word.rsplit('@').next().is_some_and(|host| has_sign(host, b".")));
    if filler || address || letters + digits == 0 {
        return Look::Nothing;
    }
    if letters == 0 {
        return if signs == 0 || !has_sign(word, b"/.:,-") && digits > 3 { Look::Digits } else { Look::Nothing };
    }
    if COMMON.has(inner) {
        return Look::Secret;
    }
    if all >= 4 && (digits > 0 || telling) {
        // "4gb", "2nd", "10mg": a number with its unit.
        let unit = digits > 0 && !telling && letters <= 3 && inner.as_bytes()[0].is_ascii_digit() && inner.len() < 6;
        return if unit { Look::Nothing } else { Look::Secret };
    }
    let plain = inner.split(['-', '\'']).any(|part| word_kind(part) == WordKind::Ordinary);
    if plain || NOTHING_FOLLOWS.has(inner) || STATES.has(inner) { Look::Nothing } else { Look::Word }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "secret/password",
    sources: &[
        "No issuer: what customers write beside the word in seven languages; NIST SP 800-63B-4 section 3.1.1 for what a password may hold",
    ],
    matches: &[
        "my password is [[Blue-Kettle77]] and it fails",
        "password: [[hunter2]] please",
        "la contraseña del wifi es [[vecinos-no-44]] creo",
        "пароль от вайфая [[sosedi-net-44]] не подходит",
        "mon mdp c'est [[hunter2]] svp",
        "[[brezel44]] war das passwort",
        "my password (\"[[Tundra2031]]\") fails",
        "la clave del wifi [[patio-verde-61]] no entra",
        "mein passwort, [[Kessel!88]], geht nicht",
        "clé wifi [[lanterne-7712]] svp",
        "wlan-schlüssel: [[Dachstuhl_40]] danke",
    ],
    near_misses: &[
        "my password is wrong", "forgot my password", "el password no funciona", "password: ********", "password=changeme",
        "DB_PASSWORD=${DB_PASSWORD}", "my password is <password>", "password must have 8 characters and 1 number",
        "my boarding pass QX12AB",
    ],
};
