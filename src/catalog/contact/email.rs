//! E-mail address, also said or disguised: "juan arroba gmail punto com", "john [at] mail [dot] com".
//!
//! The last label must be a top-level domain that exists; "@everyone" and "icon@2x.png" are none. A sign that may be a
//! plain word, or an `@` between spaces, needs more: a well-known provider, a dot or digit in the name, or a cue.

use std::cmp::Ordering;

use crate::recognizer::{
    Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordList, before_signs, behind_signs, goes_on, has_sign, is_blank,
    is_letter, is_word_char, words,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "contact/email",
    entity: "EMAIL",
    kind: Kind::Email,
    countries: &[],
    find: Find::Scan { opening: Opening::Literals(SIGNS), scan },
    concepts: &[],
    context: &[
        (Language::En, "email, e-mail, mail, email address, inbox"),
        (Language::Es, "correo, email, e-mail, correo electronico, mail"),
        (Language::Ru, "почт*, имейл*, емейл*, мейл*, мыло, email, e-mail, mail"),
        (Language::De, "email, e-mail, mail, mailadresse, emailadresse"),
        (Language::Fr, "email, e-mail, mail, courriel, adresse mail, mel"),
        (Language::Pt, "email, e-mail, mail, correio"),
        (Language::It, "email, e-mail, mail, posta"),
    ],
};

/// Every way to write the sign. The first is the sign itself, the second an everyday word.
static SIGNS: &[&str] = &[
    "@", " at ", "[at]", "(at)", "{at}", "<at>", "[ at ]", "( at )", " arroba ", "[arroba]", "(arroba)", " собака ", " собачка ",
    " Собака ", " СОБАКА ", " sobaka ", "[собака]", "(собака)", " klammeraffe ", " arobase ", "(arobase)", "[arobase]",
    " chiocciola ", "(chiocciola)", "[chiocciola]",
];
const SIGN: usize = 0;
const EVERYDAY_WORD: usize = 1;

/// The words for a dot.
const DOTS: &str = "dot, punto, точка, tochka, punkt, point, ponto";
static DOT_ENDINGS: WordList = WordList::endings(DOTS);

/// The words for what else joins the parts of a name; the longer first where one begins another.
static JOINTS: WordList = WordList::endings(
    "underscore, underline, guion bajo, barra baja, нижнее подчеркивание, подчеркивание, unterstrich, tiret du bas, trattino basso, sottolineato, hyphen, dash, guion, дефис, тире, bindestrich, tiret, trattino, hifen, plus",
);

/// Providers so well known that people leave out the rest, or mistype it.
static PROVIDERS: WordList = WordList::new(
    "gmail, googlemail, hotmail, outlook, yahoo, icloud, gmx, protonmail, yandex, rambler, wanadoo, laposte, яндекс, гмейл, гмаил, джимейл, рамблер",
);
/// Providers whose name is a word of its own, too.
static WORDS_AND_PROVIDERS: WordList =
    WordList::new("mail, aol, live, web, libero, orange, free, proton, uol, bol, sapo, мейл, маил");

/// Endings that follow a known provider even where the dot is missing.
static USUAL_ENDINGS: WordList = WordList::endings("com, net, org, es, ru, de, fr, it, pt, br, uk, ua, by, kz, ком, ру");

/// Top-level domains as they are said in Russian.
static SAID_ENDINGS: WordList = WordList::new("ру, ком, нет, орг, инфо, кз, юа, бай, су");

/// Who stands before "at" in a sentence that is no address.
static NOBODY: WordList = WordList::new(
    "me, us, you, him, her, them, it, look, looking, is, are, am, was, were, be, meet, work, works, shop, order, ordered, bought, available, arrive, here, there, everything, anything, only",
);

/// Names that log in to machines, not to mailboxes: `git@github.com:owner/repository`.
static NO_MAILBOX: WordList = WordList::new("git, hg, svn");

const LONGEST_LOCAL: usize = 128;
const LONGEST_DOMAIN: usize = 255;

fn scan(scan: &mut Scan<'_>) {
    let (text, lower) = (scan.text(), scan.lower());
    let (mut start, mut end) = (scan.at, scan.at + scan.len);
    let mut disguised = scan.literal != SIGN;
    if !disguised && let Some((before, after)) = bracketed(lower, start, end) {
        (start, end) = (before, after);
        disguised = true;
    }
    if lower[..start].ends_with('@') {
        start -= 1;
    }
    let local_end = start - spaces_before(lower, start);
    let domain_start = end + spaces_after(lower, end);
    let spaced = local_end < start || domain_start > end;
    let Some(local) = local_start(lower, local_end, disguised || spaced) else { return };
    let Some(domain) = domain(text, lower, domain_start) else { return };
    let name = &lower[local..local_end];
    if NO_MAILBOX.has(name) || (!disguised && in_authority(lower, local, scan.at)) {
        return;
    }
    let telling = domain.provider || name.bytes().any(|b| b.is_ascii_digit() || b"._-+ ".contains(&b));
    let odds = if !disguised && !spaced {
        match (domain.mistyped, domain.provider) {
            (false, _) => 4096,
            (true, true) => 64,
            (true, false) => 1,
        }
    } else if domain.mistyped && !domain.provider {
        return;
    } else if scan.literal == EVERYDAY_WORD {
        match (NOBODY.has(name), telling, domain.spoken) {
            (true, ..) | (false, false, false) => return,
            (false, true, _) => 64,
            (false, false, true) => 2,
        }
    } else if disguised {
        1024
    } else if telling || domain.spoken {
        64
    } else {
        1
    };
    scan.push(local, domain.end, Verdict::plausible(odds));
}

/// The brackets around an `@`: "john[@]mail.com".
fn bracketed(lower: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let before = start - spaces_before(lower, start);
    let after = end + spaces_after(lower, end);
    let open = lower[..before].bytes().next_back()?;
    let close = lower[after..].bytes().next()?;
    matches!((open, close), (b'[', b']') | (b'(', b')') | (b'{', b'}') | (b'<', b'>')).then_some((before - 1, after + 1))
}

fn spaces_before(lower: &str, at: usize) -> usize {
    lower[..at].bytes().rev().take(3).take_while(|&b| b == b' ').count()
}

fn spaces_after(lower: &str, at: usize) -> usize {
    lower[at..].bytes().take(3).take_while(|&b| b == b' ').count()
}

/// Where the name before the sign begins; with `said`, "ana dot ruiz" is one.
fn local_start(lower: &str, end: usize, said: bool) -> Option<usize> {
    let mut start = run_start(lower, end)?;
    while said && end - start < LONGEST_LOCAL {
        let Some(joint) = joint_before(lower, start) else { break };
        let Some(before) = run_start(lower, joint) else { break };
        start = before;
    }
    Some(start)
}

/// Where the run of name characters that ends at `end` begins.
fn run_start(lower: &str, end: usize) -> Option<usize> {
    let mut start = end;
    let mut ascii = None;
    for (at, c) in lower[..end].char_indices().rev() {
        if !(is_word_char(c) || "._%+-'&#!$^~*".contains(c)) || end - at > LONGEST_LOCAL {
            break;
        }
        // "我的邮箱是bob@…": a name is of one script.
        if is_letter(c) && *ascii.get_or_insert(c.is_ascii()) != c.is_ascii() {
            break;
        }
        start = at;
    }
    let run = &lower[start..end];
    let trimmed = run.trim_start_matches(|c| ".%-'&#!$^~*".contains(c));
    (end - start < LONGEST_LOCAL && trimmed.contains(is_word_char)).then_some(end - trimmed.len())
}

/// Where what joins two parts of a name begins: " dot ", " . ", "[dot]", " underscore ".
fn joint_before(lower: &str, at: usize) -> Option<usize> {
    let end = at - spaces_before(lower, at);
    let spaced = end < at;
    let rest = &lower[..end];
    let (rest, bracket) = match rest.strip_suffix([']', ')', '}']) {
        Some(inside) => (before_signs(inside, b" "), true),
        None => (rest, false),
    };
    if !spaced && !bracket {
        return None;
    }
    let before = if let Some(before) = rest.strip_suffix('.') {
        before
    } else {
        DOT_ENDINGS.before_ending(rest).or_else(|| JOINTS.before_ending(rest))?
    };
    let before = if bracket { before_signs(before, b" ").strip_suffix(['[', '(', '{'])? } else { before };
    let start = before.len() - spaces_before(before, before.len());
    (bracket || start < before.len()).then_some(start)
}

/// What stands after the sign.
struct Domain {
    end: usize,
    /// Well known as a provider of mailboxes.
    provider: bool,
    /// Its dots are words, in brackets or between spaces.
    spoken: bool,
    /// Its ending is no top-level domain.
    mistyped: bool,
}

fn domain(text: &str, lower: &str, start: usize) -> Option<Domain> {
    let mut at = start;
    let mut spoken = false;
    let mut best = None;
    let mut labels = 0;
    let mut first = "";
    let mut second = None;
    while at - start <= LONGEST_DOMAIN {
        let label = label(lower, at);
        if label.is_empty() {
            break;
        }
        // A new sentence glued to the address begins with a capital letter; addresses seldom do.
        let capital = |from: usize| text[from..].starts_with(char::is_uppercase);
        if best.is_some() && !spoken && capital(at) && !text[start..at].contains(char::is_uppercase) {
            break;
        }
        if labels == 0 {
            first = label;
        } else if let Some(len) = ending(label) {
            best = Some(at + len);
            if len < label.len() {
                break;
            }
        } else if labels == 1 {
            second = Some((at, label));
        }
        labels += 1;
        let end = at + label.len();
        match dot(lower, end) {
            Some(Dot { next, plain: true }) if !spoken => at = next,
            Some(Dot { next, plain: false }) if spoken || best.is_none() => {
                spoken = true;
                at = next;
            }
            _ => break,
        }
    }
    let sure = PROVIDERS.has(first);
    let provider = sure || WORDS_AND_PROVIDERS.has(first);
    // "icon@2x.png", "clip@3x.mov"
    if first.strip_suffix('x').is_some_and(|scale| scale.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    if let Some(end) = best {
        return Some(Domain { end, provider, spoken, mistyped: false });
    }
    let mistyped = |end, provider| Some(Domain { end, provider, spoken, mistyped: true });
    let end = start + first.len();
    if let Some((at, label)) = second {
        // "gmail.con"
        let letters = label.chars().all(is_letter) && (2..=4).contains(&label.chars().count());
        return if letters { mistyped(at + label.len(), provider) } else { None };
    }
    // "gmail com", "gmail,com", "gmail. com"
    let gap = lower[end..].bytes().take_while(|b| b",. ".contains(b)).take(2).count();
    let next = label(lower, end + gap);
    if provider && gap > 0 && USUAL_ENDINGS.before_ending(next) == Some("") {
        return mistyped(end + gap + next.len(), true);
    }
    // "gmailcom", "gmail"
    let stem = USUAL_ENDINGS.before_ending(first);
    let named = sure || stem.is_some_and(|stem| PROVIDERS.has(stem));
    if named { mistyped(end, true) } else { None }
}

/// The label that begins here.
fn label(lower: &str, at: usize) -> &str {
    let rest = &lower[at..];
    let end = rest.find(|c: char| !is_word_char(c) && c != '-').unwrap_or(rest.len());
    if end > 63 || rest.starts_with('-') { "" } else { before_signs(&rest[..end], b"-") }
}

/// How much of a label is a top-level domain: all of it, or what stands before "-", a digit or another script.
fn ending(label: &str) -> Option<usize> {
    if is_top_level(label) {
        return Some(label.len());
    }
    let cut = label.find(|c: char| !c.is_ascii_alphabetic())?;
    is_top_level(&label[..cut]).then_some(cut)
}

fn is_top_level(label: &str) -> bool {
    has_line(include_str!("../../../data/tlds.txt"), label) || SAID_ENDINGS.has(label) || label.starts_with("xn--")
}

/// True where this is a line of a sorted list.
fn has_line(list: &str, line: &str) -> bool {
    let bytes = list.as_bytes();
    let (mut from, mut to) = (0, bytes.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let start = bytes[from..middle].iter().rposition(|&byte| byte == b'\n').map_or(from, |end| from + end + 1);
        let end = bytes[start..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |len| start + len);
        match bytes[start..end].cmp(line.as_bytes()) {
            Ordering::Equal => return true,
            Ordering::Less => from = end + 1,
            Ordering::Greater => to = start,
        }
    }
    false
}

/// A dot between two labels.
struct Dot {
    /// Where the next label begins.
    next: usize,
    /// The sign itself, with nothing around it.
    plain: bool,
}

fn dot(lower: &str, at: usize) -> Option<Dot> {
    let rest = &lower[at..];
    // Two dots are a slip of the finger.
    if let Some(after) = rest.strip_prefix("..").or_else(|| rest.strip_prefix('.'))
        && goes_on(after, b"")
    {
        return Some(Dot { next: lower.len() - after.len(), plain: true });
    }
    let from = at + spaces_after(lower, at);
    let inside = lower[from..].strip_prefix(['[', '(', '{', '<']).map(|inside| behind_signs(inside, b" "));
    let word = inside.unwrap_or(&lower[from..]);
    let after = word.strip_prefix('.').or_else(|| words(DOTS).find_map(|dot| word.strip_prefix(dot)))?;
    let next = lower.len() - after.len();
    if inside.is_some() {
        let closed = behind_signs(after, b" ").strip_prefix([']', ')', '}', '>'])?;
        let next = lower.len() - closed.len();
        return Some(Dot { next: next + spaces_after(lower, next), plain: false });
    }
    let gap = spaces_after(lower, next);
    (from > at && gap > 0).then_some(Dot { next: next + gap, plain: false })
}

/// True where the sign ends the `user:password` of an address with a scheme, which is a recognizer of its own.
fn in_authority(lower: &str, local: usize, sign: usize) -> bool {
    let mut from = local.saturating_sub(LONGEST_LOCAL);
    while !lower.is_char_boundary(from) {
        from += 1;
    }
    let before = &lower[from..sign];
    let word = before.rfind(|c: char| is_blank(c) || "\"'<>(".contains(c)).map_or(before, |at| &before[at + 1..]);
    word.find("://").is_some_and(|scheme| {
        let authority = &word[scheme + 3..];
        has_sign(authority, b":") && !has_sign(authority, b"/")
    })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "contact/email",
    sources: &["RFC 5321 section 4.5.3.1, RFC 5322 section 3.4.1, RFC 6531", "IANA root zone database: data/README.md, tlds.txt"],
    matches: &[
        "write to [[ana.ruiz@example.com]]", "[[ana.ruiz+bank@mail.example.co.uk]].",
        "mi correo es [[juan arroba gmail punto com]]", "[[john [at] mail [dot] co [dot] uk]] thanks",
        "почта [[ivan собака yandex точка ru]]", "[[почта@пример.рф]]", "[[ana @ gmail . com]]",
        "my mail is [[bob dot smith at example dot com]]", "[[ana@gmail,com]] perdón, sin el punto",
    ],
    near_misses: &[
        "@everyone hello", "icon@2x.png", "look at the dot com bubble", "meet me at dot com", "npm i lodash@4.17.21",
        "git@github.com:example/shop.git", "we look at example dot com", "lunch @ 5 in the park",
    ],
};
