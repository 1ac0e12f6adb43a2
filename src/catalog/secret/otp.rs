//! One-time code: what a text message or an authenticator says, and what no one else may know.
//!
//! Four to eight digits, in one or two groups, sometimes with letters; only words around it tell it from any other number. "Code" alone
//! is said of many things, so it counts only right beside the number, and not where it is a promo, postal or error code.

use crate::recognizer::{
    Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict, WordList, behind_signs, goes_on, is_word_char, words,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "secret/otp",
    entity: "OTP_CODE",
    kind: Kind::OneTimeCode,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Digits(6)]), scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "code, otp, otp code, one time code, one-time code, one time password, one time pin, one time passcode, passcode, verification code, verify code, security code, confirmation code, auth code, authentication code, authorization code, authenticator, access code, login code, sign in code, 2fa, 2fa code, mfa, mfa code, sms code, text code, code from the sms, code from the text, code by sms, code by text, code i got, code i received, code you sent, code you just sent, code they sent, sms, token, 6 digit code, six digit code, 4 digit code, activation code",
        ),
        (
            Language::Es,
            "codigo, cod, otp, codigo sms, codigo del sms, codigo por sms, codigo de verificacion, codigo de confirmacion, codigo de seguridad, codigo de acceso, codigo de un solo uso, codigo temporal, codigo de activacion, codigo de autorizacion, codigo que me llego, codigo que me ha llegado, codigo que me habeis, clave de firma, clave sms, clave temporal, clave de un solo uso, token, sms",
        ),
        (
            Language::Ru,
            "код, кода, код из смс, код из sms, код с смс, смс код, смс-код*, смс, sms, код подтверждения, код для входа, код доступа, код проверки, код авторизации, код активации, код от банка, одноразовый код, одноразовый пароль, пуш код, пуш*, push, пришел код, проверочный код, секретный код, токен",
        ),
        (
            Language::De,
            "code, tan, sms-tan, smstan, pushtan, mtan, otp, sms code, code per sms, code aus der sms, bestatigungscode, verifizierungscode, sicherheitscode, freigabecode, einmalcode, einmalpasswort, aktivierungscode, anmeldecode, zugangscode, sms, token",
        ),
        (
            Language::Fr,
            "code, otp, code sms, code recu, code recu par sms, code par sms, code de verification, code de confirmation, code de securite, code d'acces, code d'activation, code a usage unique, code de validation, mot de passe a usage unique, sms, jeton",
        ),
        (
            Language::Pt,
            "codigo, otp, codigo sms, codigo do sms, codigo por sms, codigo de verificacao, codigo de confirmacao, codigo de seguranca, codigo de acesso, codigo que chegou, codigo que recebi, codigo de ativacao, token, senha de uso unico, sms",
        ),
        (
            Language::It,
            "codice, otp, codice otp, codice sms, codice via sms, codice di verifica, codice di conferma, codice di sicurezza, codice di accesso, codice di attivazione, codice temporaneo, codice usa e getta, codice arrivato, sms, token",
        ),
    ],
};

/// Cues that are said of many things.
static BARE: WordList =
    WordList::new("code, codigo, cod, код, кода, codice, token, токен, jeton, sms, смс, пуш, пуша, пуше, push, tan");

/// Words before or behind "code" that make it something public.
const PUBLIC: &str = "error, promo, postal, post, zip, area, country, product, qr, dress, discount, coupon, source, bar, voucher, gift, referral, booking, branch, sort, swift, bank, color, colour, status, http, exit, fault, item, style, morse, tax, reference, invite, dialing, dial, promocional, descuento, barras, producto, pais, prefijo, articulo, pedido, civil, penal, ошибк, товар, город, стран, региона, почтов, промо, штрих, скидк, артикул, заказ, fehler, rabatt, gutschein, laender, vorwahl, artikel, farb, erreur, barre, reduction, pays, produit, commande, naf, ape, erro, barra, desconto, produto, sconto, errore, prodotto, paese, cap, fiscale, pin, cvv, cvc";

/// Words that say how a code came.
static RECEIVED: WordList = WordList::new(
    "received, got, get, sent, texted, just, me, came, you, we, from, text, sms, recibido, llego, llegado, ha, han, habeis, enviado, mandado, que, q, который, пришел, пришло, прислали, получил, получила, отправили, мне, из, с, смс, erhalten, bekommen, habe, kam, aus, recu, j, ai, recebi, chegou, recebido, foi, ricevuto, arrivato, ho, put, enter, entered, type, typed, use, used, is, puse, pongo, meto, ввел, ввела, ввожу, verification, verif, verificacion, verificacao, verifica, confirmation, confirmacion, seguridad, security, access, acceso, login, d, 4, 5, 6, 7, 8, of, with, digits, digit, digitos, cifras, chiffres, cifre, ziffern, stellen, цифр, значный",
);

fn scan(scan: &mut Scan<'_>) {
    if scan.len > 0 {
        prefixed(scan);
        return;
    }
    if is_public(scan) {
        return;
    }
    let bare = is_bare(scan);
    scan.push_beside_cue(|number| code(number, bare), Verdict::PLAUSIBLE);
    let text = scan.text();
    for (span, _) in scan.found.iter_mut() {
        span.start -= sender_prefix(&text[..span.start as usize]);
    }
    // "E-1187" is what an app says when it fails.
    scan.found.retain(|(span, _)| !is_fault(&text[span.range()]));
    if !bare {
        lettered(scan);
    }
}

fn cue<'a>(scan: &Scan<'a>) -> &'a str {
    scan.cue.map_or("", |cue| &scan.lower()[cue.range()])
}

fn is_bare(scan: &Scan<'_>) -> bool {
    BARE.has(cue(scan))
}

/// True where the word before the cue, or behind it, says what else it is a code of.
fn is_public(scan: &Scan<'_>) -> bool {
    let Some(cue) = scan.cue else { return false };
    let first = scan.tokens.partition_point(|token| token.span.start < cue.start);
    let around = [first.checked_sub(1), Some(scan.token)];
    around.into_iter().flatten().filter_map(|at| scan.tokens.get(at)).any(|word| says_public(&scan.lower()[word.span.range()]))
}

fn says_public(word: &str) -> bool {
    words(PUBLIC).any(|public| if public.len() > 3 { word.starts_with(public) } else { word == public })
}

fn code(number: Number<'_>, bare: bool) -> Option<Number<'_>> {
    let groups = number.code(4..=8)?;
    if number.words().any(says_public) || number.counts(groups) || number.is_a_tail() {
        return None;
    }
    let direct = number.is_direct_with(&RECEIVED);
    (direct || !(bare || number.is_year(groups))).then(|| number.take(groups))
}

/// How many bytes before the digits belong to the code: the `G-` that a sender puts in front.
fn sender_prefix(before: &str) -> u32 {
    match before.as_bytes() {
        [.., other, letter, b'-'] if letter.is_ascii_uppercase() && !other.is_ascii_alphanumeric() => 2,
        [letter, b'-'] if letter.is_ascii_uppercase() => 2,
        _ => 0,
    }
}

/// A letter, a hyphen, and fewer digits than a sender of codes puts behind it.
fn is_fault(code: &str) -> bool {
    const SENT: usize = 6;
    code.as_bytes().get(1) == Some(&b'-') && code.len() < 2 + SENT
}

/// `G-418802`, as one sender writes its codes: six digits behind this letter are hardly anything else.
fn prefixed(scan: &mut Scan<'_>) {
    const DIGITS: usize = 6;
    let (start, end) = (scan.at, scan.at + scan.len);
    if scan.len != DIGITS {
        return;
    }
    let before = &scan.text()[..start];
    let touched = goes_on(&scan.text()[end..], b"-_/");
    if before.ends_with("G-") && sender_prefix(before) == 2 && !touched {
        scan.push(start - 2, end, Verdict::plausible(8));
    }
}

/// `G-418802`, `7F3K9Q`: letters and digits right behind the cue.
fn lettered(scan: &mut Scan<'_>) {
    const LENGTHS: std::ops::RangeInclusive<usize> = 5..=10;
    let text = scan.text();
    let rest = &text[scan.at..];
    let start = scan.at + rest.len() - behind_signs(rest, b" \t:=\"'([").len();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let len = text.as_bytes()[start..].iter().take_while(|byte| is_part(byte)).count();
    let code = &text[start..start + len];
    let ended = text[start + len..].chars().next().is_none_or(|c| !is_word_char(c) && c != '_');
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let letters = code.bytes().filter(u8::is_ascii_alphabetic).count();
    let capitals = code.bytes().filter(u8::is_ascii_uppercase).count();
    let looks_random = digits > 1 && letters > 0 && (letters == capitals || digits > letters);
    if ended && LENGTHS.contains(&len) && looks_random && !code.ends_with('-') && !is_fault(code) {
        scan.push(start, start + len, Verdict::PLAUSIBLE);
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "secret/otp",
    sources: &["RFC 4226 section 5.3 and RFC 6238: six digits or more; banks' text messages use four to eight; read 2026-11"],
    matches: &[
        "my otp is [[482913]]", "the code is [[739201]]", "[[663019]] is my verification code", "verification code [[104 882]]",
        "2fa code [[G-418802]]", "код из смс [[5582]]",
    ],
    near_misses: &[
        "error code 50312", "promo code 20241", "the code never arrived, i paid 1200 euros", "code postal 75001",
        "where is the 6 digit code",
    ],
};
