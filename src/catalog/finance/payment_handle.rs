//! Payment handle: the name that money is sent to at `PayPal`, Cash App, Venmo, Revolut and their like, and the alias of an Argentine account.
//!
//! A link says so by itself. `@name`, `$name` and `word.word.word` do only beside the service's name; telephone numbers that money is sent to are
//! found as such.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "finance/payment_handle",
    entity: "PAYMENT_HANDLE",
    kind: Kind::Wallet,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Literals(LINKS)]), scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "paypal, venmo, cash app, cashapp, cashtag, cash tag, cash app tag, revolut, revtag, wise tag, wisetag, zelle, mercado pago, mercadopago, vk pay, bizum, monzo, bunq",
        ),
        (Language::Es, "alias, alias cbu, alias cvu, alias del cbu, alias de mercado pago"),
    ],
};

/// Where a link's name follows.
static LINKS: &[&str] = &[
    "paypal.me/", "paypal.com/paypalme/", "cash.app/$", "venmo.com/u/", "revolut.me/", "monzo.me/", "bunq.me/",
    "wise.com/pay/me/",
];

fn scan(scan: &mut Scan<'_>) {
    if scan.len > 0 {
        let (start, name) = (scan.at, scan.at + scan.len);
        let end = name + name_len(&scan.text().as_bytes()[name..]);
        if end > name {
            scan.push(linked(scan.text(), start), end, Verdict::plausible(1 << 10));
        }
        return;
    }
    let alias = scan.cue.is_some_and(|cue| scan.lower()[cue.range()].starts_with("alias"));
    if let Some((start, end)) = handle(scan.text().as_bytes(), scan.at, alias) {
        scan.push(start, end, Verdict::PLAUSIBLE);
    }
}

/// Where a link begins that this host stands in.
fn linked(text: &str, host: usize) -> usize {
    ["www.", "http://", "https://"].iter().fold(host, |start, prefix| match text[..start].to_ascii_lowercase() {
        before if before.ends_with(prefix) => start - prefix.len(),
        _ => start,
    })
}

/// The first handle behind the cue, in its line.
fn handle(text: &[u8], from: usize, alias: bool) -> Option<(usize, usize)> {
    const AFTER: usize = 60;
    let line = text[from..].iter().take(AFTER).take_while(|&&byte| byte != b'\n').count();
    let mut at = from;
    while at < from + line {
        let len = name_len(&text[at..]);
        let sign = at.checked_sub(1).map(|before| text[before]);
        let apart = at < 2 || !text[at - 2].is_ascii_alphanumeric();
        let is_handle = match sign {
            Some(b'@' | b'$') => apart && len > 1 && text[at].is_ascii_alphabetic(),
            _ => alias && is_alias(&text[at..at + len]),
        };
        if is_handle {
            return Some((at - usize::from(matches!(sign, Some(b'@' | b'$'))), at + len));
        }
        at += len + 1;
    }
    None
}

/// An alias of six to twenty characters in which a dot or hyphen parts words.
fn is_alias(word: &[u8]) -> bool {
    (6..=20).contains(&word.len())
        && word.iter().any(u8::is_ascii_alphabetic)
        && word.iter().any(|byte| b".-".contains(byte))
        && ![&b".com"[..], b".net", b".org"].iter().any(|ending| word.to_ascii_lowercase().ends_with(ending))
}

/// How many bytes of a name stand here; what ends a sentence is not its.
fn name_len(text: &[u8]) -> usize {
    const MOST: usize = 40;
    let joint = |byte: &u8| b"._-".contains(byte);
    let len = text.iter().take(MOST).take_while(|&byte| byte.is_ascii_alphanumeric() || joint(byte)).count();
    len - text[..len].iter().rev().take_while(|&byte| joint(byte)).count()
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "finance/payment_handle",
    sources: &[
        "PayPal, \"PayPal.Me\"; Block, \"Cash App: $Cashtag\"; Venmo and Revolut help pages: form of their handles; BCRA, Comunicación \"A\" 6044: alias of 6 to 20 letters, digits, dots and hyphens; not compared with the document",
    ],
    matches: &[
        "my paypal is [[paypal.me/jolenetester]]", "venmo [[@jolene-tester77]] send it there", "cashapp [[$kettle_and_co]]",
        "[[https://www.paypal.me/anatester]]", "alias [[gatito.verde.mp]]", "my revolut: [[@jotester]]",
    ],
    near_misses: &["cash app $50", "is paypal.me/ down", "venmo is down @ home", "alias"],
};
