//! Name and password inside an address: `https://user:password@host`, the connection strings of databases and queues.
//!
//! Only `user:password` is covered, so that scheme and host stay readable. What is written in folded text may hold any sign
//! that an address has to encode, so the last `@` before the host counts, and a `/` or `#` that no port precedes does not end it.

use crate::recognizer::{Find, Kind, Opening, Reason, Recognizer, Scan, Verdict, WordList, goes_on};

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
static PLACEHOLDERS: WordList = WordList::new(
    "password, passwd, pass, pwd, pw, secret, token, mypassword, contrasena, clave, пароль, parol, passwort, kennwort, mot_de_passe, motdepasse, mdp, senha",
);

fn scan(scan: &mut Scan<'_>) {
    let (text, lower, start) = (scan.text(), scan.lower(), scan.at + scan.len);
    let bytes = text.as_bytes();
    if scan.at == 0 || !bytes[scan.at - 1].is_ascii_alphanumeric() {
        return;
    }
    let window = &bytes[start..bytes.len().min(start + LONGEST)];
    let ends_word = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'`');
    let word = &window[..window.iter().position(ends_word).unwrap_or(window.len())];
    let Some(colon) = word.iter().position(|&byte| byte == b':') else { return };
    let first = word.iter().position(|byte| b"/?#".contains(byte)).unwrap_or(word.len());
    if first < colon {
        return;
    }
    let sign = word[..first].iter().rposition(|&byte| byte == b'@').or_else(|| {
        // A port ends in front of the path.
        let in_password = !word[colon + 1..first].iter().all(u8::is_ascii_digit);
        let sign = word.iter().position(|&byte| byte == b'@').filter(|_| in_password)?;
        goes_on(&text[start + sign + 1..], b"").then_some(sign)
    });
    let Some(end) = sign.filter(|&sign| colon + 1 < sign && sign + 1 < word.len()).map(|sign| start + sign) else { return };
    let colon = start + colon;
    let placeholder = is_placeholder(&lower[start..colon], &lower[colon + 1..end]);
    let verdict = if placeholder { Verdict::Refuted(Reason::Format) } else { Verdict::plausible(1 << 12) };
    scan.push(start, end, verdict);
}

/// True for `user:password`, `<user>:<pass>`, `${USER}:${PASS}`, `name:xxxx`, `name:****`.
fn is_placeholder(user: &str, password: &str) -> bool {
    let framed = match password.as_bytes() {
        [b'<', _, .., b'>'] | [b'{', _, .., b'}'] | [b'[', _, .., b']'] | [b'%', _, .., b'%'] => true,
        // A real password may begin with a dollar sign.
        [b'$', name @ ..] => !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_{}()".contains(byte)),
        _ => false,
    };
    let first = password.chars().next();
    let repeated = matches!(first, Some('x' | '*' | '.' | '•' | '-' | '_')) && password.chars().all(|c| Some(c) == first);
    // "root:password" opens a door, "user:password" explains one.
    let explained = PLACEHOLDERS.has(password) && EXAMPLES.has(user);
    let told = password == "changeme" || (password.starts_with("your") && password.ends_with("password"));
    framed || repeated || explained || told
}

/// What manuals call the user.
static EXAMPLES: WordList = WordList::new(
    "user, username, user_name, your_user, youruser, your_username, login, name, usuario, utilisateur, benutzer, benutzername, usuario_db, utente, dbuser, db_user, myuser",
);

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
