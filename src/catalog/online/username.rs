//! The name somebody goes by on a site: behind "my username is", or the name of a messenger.
//!
//! A handle with its `@`, or letters with digits, points or underscores between them; a word that is nothing but letters
//! counts behind a colon or "is" only, if it is no word of a sentence. A bare `@name` is not enough: it addresses somebody.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordKind, WordList, fits, is_link, word_kind};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "online/username",
    entity: "USERNAME_HANDLE",
    kind: Kind::Username,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::Any, SERVICES),
        (
            Language::En,
            "username, user name, user, userid, user id, login, login name, log in name, nickname, nick, handle, screen name, gamertag, account name",
        ),
        (Language::Es, "usuario, nombre de usuario, mi usuario, usuaria, nick, apodo, login"),
        (
            Language::Ru,
            "логин, логина, логином, ник, никнейм, юзернейм, юзер, имя пользователя, пользователь, телеграм*, телеге, телега, тг, инстаграм*, инста, инсте, скайп*, дискорд*, вк, вконтакте, тикток*",
        ),
        (Language::De, "benutzername, nutzername, benutzer, anmeldename, nickname"),
        (Language::Fr, "identifiant, nom d'utilisateur, pseudo, pseudonyme, utilisateur, login"),
        (Language::Pt, "usuario, nome de usuario, utilizador, nome de utilizador, login, arroba"),
        (Language::It, "nome utente, utente, nickname, username"),
    ],
};

const SERVICES: &str = "telegram, tg, instagram, insta, ig, twitter, tiktok, snapchat, skype, skype id, discord, discord tag, steam, psn, xbox, twitch, reddit, facebook, fb, linkedin, mastodon, bluesky, threads, wechat, wechat id, vk, kik";

const MOST_WORDS: usize = 5;
const SHORTEST: usize = 3;
/// No site allows more; what is longer is a key.
const LONGEST: usize = 32;

/// Cues that are other words as well: a sign or "is" has to follow.
const VERBS: &str = "handle, user, pseudo, steam, threads";
/// Words that put the name behind them.
static COPULAS: WordList =
    WordList::new("is, es, soy, ist, est, sono, sou, это, e, c'est, as, was, era, war, lautet, id, name, im, i'm");
/// Words between a service and the name.
static BETWEEN: WordList = WordList::new(
    "on, en, auf, sur, no, su, в, на, handle, user, username, usuario, логин, ник, account, profile, tag, me, at, id, name, nick, am, i, login, de, del, la, oficina, virtual",
);
/// Those that say that the name follows.
const NAMES: &str = "user, username, usuario, логин, ник, handle, id, name, nick, login";
/// Who speaks of a company: its handle is no person's.
static COMPANY: WordList =
    WordList::new("us, our, your, follow, siguenos, nuestro, наш, нас, unser, uns, notre, nous, nosso, nostro");
/// What is said of a name.
static STATES: WordList = WordList::new(
    "required, invalid, missing, wrong, taken, unknown, incorrect, failed, fails, blocked, disabled, expired, empty, null, none, available, locked, page, button, issue, error, correcto, incorrecto, invalido, bloqueado, vacio, caducado, неверный, занят, заблокирован, falsch, gesperrt, ungultig, vergeben, invalide, bloque, errato, bloccato, correct, changed, username, admin, root, guest, down, gone, broken, banned, hacked, wieder, gehackt",
);
/// How the names of files and sites end.
const ENDINGS: &str = "com, org, net, io, ru, es, de, fr, it, pt, br, me, pdf, md, js, txt, png, jpg, html, exe, py";

fn scan(scan: &mut Scan<'_>) {
    if scan.words_before_cue(3).any(|word| COMPANY.has(word)) {
        return;
    }
    let found = match scan.cue {
        Some(_) => behind(scan).or_else(|| in_front(scan)),
        None => answer(scan),
    };
    if let Some((start, end)) = found {
        scan.push(start, end, Verdict::plausible(8));
    }
}

/// What a word looks like.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    /// `@name`, `live:name`, `name#1234`
    Handle,
    /// Letters with digits, points, underscores.
    Name,
    Digits,
    Letters,
    Nothing,
}

/// True for a word that may stand between a cue and its name.
fn joins(word: &str) -> bool {
    is_link(word) || COPULAS.has(word) || BETWEEN.has(word)
}

/// The name behind the cue.
fn behind(scan: &Scan<'_>) -> Option<(usize, usize)> {
    let lower = scan.lower();
    let cue = scan.cue.map_or("", |cue| &lower[cue.range()]);
    let (mut at, mut expected, mut named) = (scan.at, false, !fits(cue, SERVICES));
    for nth in 0..MOST_WORDS {
        let (start, sign) = skip(lower.as_bytes(), at);
        let sign = sign || lower[at..start].contains(" - ");
        if start == at || lower[at..start].contains("\n\n") {
            return None;
        }
        let end = word_end(lower.as_bytes(), start);
        let word = &lower[start..end];
        let direct = nth == 0 && !fits(cue, VERBS) || sign || expected;
        let told = (sign || expected) && named;
        let found = match look(word) {
            Look::Handle => true,
            Look::Name => direct,
            Look::Digits => told && word.len() > 4,
            Look::Letters => told && ends_clause(lower.as_bytes(), end) && is_free(word),
            Look::Nothing => false,
        };
        if found {
            return Some((start, end));
        }
        if word.is_empty() || !matches!(lower.as_bytes().get(end), Some(b' ' | b':' | b'=')) || !joins(word) {
            return None;
        }
        named |= fits(word, NAMES);
        expected = COPULAS.has(word);
        at = end;
    }
    None
}

/// "@name on telegram", "@name is my handle"
fn in_front(scan: &Scan<'_>) -> Option<(usize, usize)> {
    let lower = scan.lower();
    let bytes = lower.as_bytes();
    let mut end = scan.cue?.start as usize;
    for _ in 0..4 {
        while end > 0 && (b" \t,(:\"')]".contains(&bytes[end - 1]) || lower[..end].ends_with('»')) {
            end -= if bytes[end - 1].is_ascii() { 1 } else { 2 };
        }
        let mut start = end;
        while start > 0
            && end - start <= LONGEST
            && !bytes[start - 1].is_ascii_whitespace()
            && !b",;([\"'=".contains(&bytes[start - 1])
        {
            start -= 1;
        }
        if start == end || end - start > LONGEST || b".!?;".contains(&bytes[end - 1]) {
            return None;
        }
        start += if lower[start..].starts_with('«') { 2 } else { 0 };
        let word = lower.get(start..end)?;
        if look(word) == Look::Handle && word_end(bytes, start) == end {
            return Some((start, end));
        }
        if !joins(word) {
            return None;
        }
        end = start;
    }
    None
}

/// A message that begins with the name, when the other side asked for it.
fn answer(scan: &Scan<'_>) -> Option<(usize, usize)> {
    let lower = scan.lower();
    let mut at = 0;
    for nth in 0..MOST_WORDS {
        let start = skip(lower.as_bytes(), at).0;
        let end = word_end(lower.as_bytes(), start);
        let word = &lower[start..end];
        let alone = nth == 0 && lower.as_bytes()[end..].iter().all(|byte| b".! \")".contains(byte));
        let found = match look(word) {
            Look::Handle | Look::Name => true,
            Look::Letters => alone && is_free(word),
            Look::Digits => alone && word.len() > 4,
            Look::Nothing => false,
        };
        if found {
            return Some((start, end));
        }
        if word.is_empty() {
            return None;
        }
        at = end;
    }
    None
}

/// Where the next word begins, and whether a sign that puts a name behind it stands before.
fn skip(text: &[u8], mut at: usize) -> (usize, bool) {
    let mut sign = false;
    loop {
        match text.get(at..).unwrap_or_default() {
            // « “
            [0xc2, 0xab, ..] => (at, sign) = (at + 2, true),
            [0xe2, 0x80, 0x9c, ..] => at += 3,
            [b':' | b'=' | b'>' | b'"', ..] => (at, sign) = (at + 1, true),
            [b',' | b'-' | b'\'' | b'`' | b'(' | b'[', ..] => at += 1,
            [byte, ..] if byte.is_ascii_whitespace() => at += 1,
            _ => return (at, sign),
        }
    }
}

/// Where the word ends that begins here, without the punctuation behind it.
fn word_end(text: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < text.len()
        && !text[end].is_ascii_whitespace()
        && !b",;()\"'<>?![]{}|\\/=*".contains(&text[end])
        && !matches!(text[end..], [0xc2, 0xab | 0xbb, ..])
    {
        end += 1;
    }
    while end > start && b".:-".contains(&text[end - 1]) {
        end -= 1;
    }
    end
}

fn look(word: &str) -> Look {
    let whole = word.as_bytes();
    let (name, marked) = match whole {
        [b'@', name @ ..] | [b'l', b'i', b'v', b'e', b':', name @ ..] => (name, true),
        _ => (whole, false),
    };
    // "name#1234"
    let tagged = name.len() > 5 && name[name.len() - 5] == b'#' && name[name.len() - 4..].iter().all(u8::is_ascii_digit);
    let name = if tagged { &name[..name.len() - 5] } else { name };
    let (mut letters, mut digits, mut others, mut same) = (0, 0, 0, true);
    for &byte in name {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'_' | b'.' | b'-' => others += 1,
            // What follows the first byte of a letter.
            0x80..0xc0 => {}
            _ if byte.is_ascii_alphabetic() || byte >= 0xc0 => letters += 1,
            _ => return Look::Nothing,
        }
        same &= byte == name[0];
    }
    if same || name.len() < SHORTEST || whole.len() > LONGEST || matches!(name[0], b'.' | b'-') {
        return Look::Nothing;
    }
    if letters == 0 {
        return if others == 0 { Look::Digits } else { Look::Nothing };
    }
    if marked || tagged {
        return Look::Handle;
    }
    // "2fa", "v2.1", "10th"
    let version = letters < SHORTEST && name.len() < 6 || name[0] == b'v' && name[1].is_ascii_digit();
    let ending = word.rsplit_once('.').is_some_and(|(_, ending)| fits(ending, ENDINGS));
    if version || ending || word_kind(word) == WordKind::Ordinary {
        return Look::Nothing;
    }
    let joined = others > 0 && name.iter().any(|byte| matches!(byte, b'_' | b'.'));
    if joined || digits > 0 && (!name[0].is_ascii_digit() || letters > 3) {
        Look::Name
    } else if digits + others == 0 {
        Look::Letters
    } else {
        Look::Nothing
    }
}

/// True for a word that says nothing of a name.
fn is_free(word: &str) -> bool {
    word.len() > SHORTEST && !STATES.has(word) && !joins(word)
}

fn ends_clause(text: &[u8], mut at: usize) -> bool {
    while matches!(text.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    matches!(
        text.get(at..),
        None | Some([] | [b'.' | b',' | b';' | b'?' | b'!' | b'\n' | b')' | b']' | b'"', ..] | [0xc2, 0xbb, ..])
    )
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "online/username",
    sources: &[
        "No issuer: what customers write beside the word; Telegram FAQ, \"Usernames\", and Discord support, \"New usernames\", for what a name may hold; read 2026-11",
    ],
    matches: &[
        "my username is [[jolene_t77]]", "user: [[mara.tests.x]] cant log in", "telegram [[@jotester_uk]] message me",
        "skype [[live:jolene.tests]]", "discord [[kettle_fan#4471]] kicked me", "mi usuario es [[marta_tests77]]",
        "мой логин [[marina_t77]]", "benutzername [[ute_t77]]", "mon identifiant [[paul.tests42]]",
        "meu usuário é [[joana.tests88]]", "nome utente [[giulia.tests81]]", "[[@lena_tests]] on telegram",
        "my username is [[dragonkettle]], and it says banned", "login: [[40817721]]",
    ],
    near_misses: &[
        "@everyone the office is closed", "ping @support please", "follow us on instagram @example_shop", "user: <username>",
        "my username is wrong", "telegram is down", "username: required", "telegram 10.5.1 crashes",
        "install steam from example.com", "login button is broken", "user: xxxx",
    ],
};
