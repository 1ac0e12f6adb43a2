//! Name and password inside an address: `https://user:password@host`, the connection strings of databases and queues.
//!
//! Only `user:password` is covered, so that scheme and host stay readable. What is written in folded text may hold any sign
//! that an address has to encode, so the last `@` before the host counts, and a `/` or `#` that no port precedes does not end it.

use crate::recognizer::{Find, Kind, Opening, Reason, Recognizer, Scan, Verdict};

static SEPARATOR: &[&str] = &["://"];

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "secret/url_credentials",
    entity: "URL_BASIC_AUTH",
    kind: Kind::UrlCredentials,
    countries: &[],
    find: Find::Scan { opening: Opening::Literals(SEPARATOR), scan },
    // The scheme and the sign say all that words could.
    concepts: &[],
    context: &[],
};

/// Tokens as passwords are long.
const LONGEST: usize = 1024;

/// What manuals write where the password belongs.
const PLACEHOLDERS: &[&str] = &[
    "password", "passwd", "pass", "pwd", "pw", "secret", "token", "mypassword", "contrasena", "clave", "пароль", "parol",
    "passwort", "kennwort", "mot_de_passe", "motdepasse", "mdp", "senha",
];

fn scan(scan: &mut Scan<'_>) {
    let (text, start) = (scan.text(), scan.at + scan.len);
    let has_scheme = scan.at > 0 && text.as_bytes()[scan.at - 1].is_ascii_alphanumeric();
    let window = &text[start..text.floor_char_boundary(start + LONGEST)];
    let word = &window[..window.find(|c: char| c.is_whitespace() || "\"`".contains(c)).unwrap_or(window.len())];
    let Some(colon) = word.find(':') else { return };
    let first = word.find(['/', '?', '#']).unwrap_or(word.len());
    // A port ends in front of the path; a path has no name before its colon.
    let in_password = first > colon && !word[colon + 1..first].bytes().all(|byte| byte.is_ascii_digit());
    let authority = &word[..first];
    let at = match authority.rfind('@') {
        None if in_password => word.find('@').filter(|at| word[at + 1..].starts_with(char::is_alphanumeric)),
        at => at,
    };
    let Some(at) = at.filter(|&at| has_scheme && colon < at && at + 1 < word.len()) else { return };
    let (user, password) = (&word[..colon], &word[colon + 1..at]);
    if password.is_empty() || user.contains(['/', '?', '#']) {
        return;
    }
    let verdict = if is_placeholder(user, password) { Verdict::Refuted(Reason::Format) } else { Verdict::plausible(1 << 12) };
    scan.push(start, start + at, verdict);
}

/// True for `user:password`, `<user>:<pass>`, `${USER}:${PASS}`, `name:xxxx`, `name:****`.
fn is_placeholder(user: &str, password: &str) -> bool {
    let lower = password.to_ascii_lowercase();
    let first = lower.chars().next();
    let framed = [("<", ">"), ("{", "}"), ("${", "}"), ("$(", ")"), ("[", "]"), ("%", "%"), ("$", "")]
        .iter()
        .any(|(open, close)| lower.len() > open.len() + close.len() && lower.starts_with(open) && lower.ends_with(close));
    // A real password may begin with a dollar sign.
    let plain_variable =
        !lower.starts_with('$') || lower[1..].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_{}()".contains(&byte));
    let repeated = lower.chars().all(|c| Some(c) == first) && first.is_some_and(|c| "x*.•-_".contains(c));
    // "root:password" opens a door, "user:password" explains one.
    let explained = PLACEHOLDERS.contains(&lower.as_str()) && is_example_name(user);
    let told = lower == "changeme" || (lower.starts_with("your") && lower.ends_with("password"));
    (framed && plain_variable) || repeated || explained || told
}

fn is_example_name(user: &str) -> bool {
    const NAMES: &[&str] = &[
        "user", "username", "user_name", "your_user", "youruser", "your_username", "login", "name", "usuario", "utilisateur",
        "benutzer", "benutzername", "usuario_db", "utente", "dbuser", "db_user", "myuser",
    ];
    NAMES.iter().any(|name| user.eq_ignore_ascii_case(name))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "secret/url_credentials",
    sources: &["RFC 3986 section 3.2.1, WHATWG URL standard section 4.4 (read 2026-11)"],
    matches: &[
        "postgres://[[ana:Winter-Lamp9]]@db.example.com:5432/orders",
        "https://[[feed:s3cret]]@feeds.example.com/products.xml",
        "ftp://[[ana:p%40ss]]@ftp.example.org",
        "redis://[[:only-a-pass-77]]@cache.example.com:6379",
        "mysql://[[root:pa/ss#1]]@10.0.0.5/app",
        "mongodb+srv://[[ana:x1@y2]]@cluster0.example.net/?retryWrites=true",
    ],
    near_misses: &[
        "https://example.com:8080/@ana", "https://ana@example.com/", "https://example.com/a:b@c",
        "postgres://user:password@host/db", "https://<user>:<pass>@example.com/", "postgres://${DB_USER}:${DB_PASS}@host/db",
        "ftp://ana:****@ftp.example.org", "see https://example.com:443 or ask ana@example.com",
    ],
};
