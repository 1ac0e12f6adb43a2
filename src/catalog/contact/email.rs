//! E-mail address, also said or disguised: "juan arroba gmail punto com", "john [at] mail [dot] com".
//!
//! The last label must be a top-level domain that exists; "@everyone" and "file@2x.png" are none.

use std::sync::OnceLock;

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "contact/email",
    entity: "EMAIL",
    kind: Kind::Email,
    countries: &[],
    find: Find::Scan { opening: Opening::Literals(SIGNS), scan },
    context: &[
        (Language::En, &["email", "e-mail", "mail", "email address"]),
        (Language::Es, &["correo", "email", "e-mail", "correo electronico", "mail"]),
        (Language::Ru, &["почт*", "имейл*", "емейл*", "мыло", "email", "e-mail"]),
        (Language::De, &["email", "e-mail", "mail", "mailadresse"]),
        (Language::Fr, &["email", "e-mail", "mail", "courriel", "adresse mail"]),
        (Language::Pt, &["email", "e-mail", "mail", "correio"]),
        (Language::It, &["email", "e-mail", "mail", "posta"]),
    ],
};

/// Every way to write the sign; those after the first are words and need one of [`DOTS`] as well.
static SIGNS: &[&str] = &[
    "@", "[at]", "(at)", "{at}", "<at>", " at ", " arroba ", "[arroba]", "(arroba)", " собака ", " собачка ", "[собака]", "(собака)",
    " klammeraffe ", " arobase ", " chiocciola ",
];

/// Every way to say a dot.
static DOTS: &[&str] =
    &["[dot]", "(dot)", "{dot}", " dot ", " punto ", "[punto]", "(punto)", " точка ", "[точка]", "(точка)", " punkt ", " point ", " ponto "];

fn scan(scan: &mut Scan<'_>) {
    let _ = scan;
}

#[cfg(not(target_arch = "wasm32"))]
pub static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "contact/email",
    sources: &["RFC 5322 section 3.4.1, RFC 6531; IANA root zone database: data/README.md, tlds.txt"],
    matches: &[
        "write to [[ana.ruiz@example.com]]",
        "mi correo es [[juan arroba gmail punto com]]",
        "[[john [at] mail [dot] co [dot] uk]] thanks",
        "почта [[ivan собака yandex точка ru]]",
    ],
    near_misses: &["@everyone hello", "icon@2x.png", "look at the dot com bubble"],
};
