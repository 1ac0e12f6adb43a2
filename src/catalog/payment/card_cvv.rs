//! Card security code: CVV2, CVC2, CID and their many names.
//!
//! Three digits on the back, four on the front of an American Express card. Nothing to compute: it is found beside its
//! name, and behind the expiry date of a card number, where people write it without any.

use crate::{
    check::is_card_expiry,
    recognizer::{Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict, WordList, holds_any, is_link},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/card_cvv",
    entity: "CARD_CVV",
    kind: Kind::CardSecurityCode,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Digits(3)]), scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "cvv, cvc, cvv2, cvc2, cvn, csc, cid, cvv code, cvv number, cvc code, security code, securty code, secuirty code, sec code, sec number, security number, security no, security digits, security num, card code, verification value, card verification, 3 digits, three digits, 3 digit, three digit, 4 digits on the front, on the back, back of the card, back of my card, digits on the back, code on the back, number on the back, numbers on the back",
        ),
        (
            Language::Es,
            "cvv, cvc, codigo de seguridad, codigo d seguridad, codigo seguridad, codigo cvv, codigo cvc, codigo de verificacion de la tarjeta, cod seguridad, cod de seguridad, cod seg, numero de seguridad, codigo de la tarjeta, 3 digitos, tres digitos, 3 numeros, tres numeros, 3 cifras, tres cifras, 4 digitos de delante, numero de atras, numeros de atras, numeros de detras, codigo de atras, codigo de detras, reverso",
        ),
        (
            Language::Ru,
            "cvv, cvc, cvv код, cvc код, код cvv, код cvc, цвв, цвц, свв, цвс, свс, код безопасности, код карты, защитный код, код проверки карты, цифры сзади, цифры на обороте, код на обороте, код с оборота, на оборотной стороне, код с обратной стороны, код сзади, с обратной стороны, на обороте, 3 цифры, три цифры, 3 цифры сзади, три цифры сзади, секретный код карты",
        ),
        (
            Language::De,
            "cvv, cvc, prufziffer, prufnummer, prufnr, prufcode, kartenprufnummer, kartenprufziffer, sicherheitscode, sicherheitsnummer, 3 ziffern, drei ziffern, dreistellig*, prufzahl, kartenprufcode, kartencode, auf der ruckseite, cvv nummer",
        ),
        (
            Language::Fr,
            "cvv, cvc, cryptogramme, crypto, cryptogramme visuel, code de securite, numero de securite, code cvv, code cvc, 3 chiffres, trois chiffres, chiffres au dos, code au dos, numero au dos, au dos de la carte, derriere la carte, au verso",
        ),
        (
            Language::Pt,
            "cvv, cvc, codigo de seguranca, codigo do cartao, cod seguranca, cod de seguranca, numero de seguranca, codigo cvv, 3 digitos, tres digitos, 3 numeros, tres numeros, atras do cartao, verso do cartao",
        ),
        (
            Language::It,
            "cvv, cvc, cvv2, codice di sicurezza, codice sul retro, cod sicurezza, cod di sicurezza, codice cvv, codice della carta, numero di sicurezza, 3 cifre, tre cifre, 3 numeri, tre numeri, dietro la carta, retro della carta, sul retro",
        ),
    ],
};

/// Behind a card number and its expiry, or the word "code", nothing else of this length is written.
const AFTER_CARD: Verdict = Verdict::plausible(64);

fn scan(scan: &mut Scan<'_>) {
    if scan.len > 0 {
        after_card(scan);
        return;
    }
    // "social security number", "numero de seguridad social"
    if scan.words_before_cue(1).chain([scan.word(scan.token)]).any(|word| word.starts_with("social")) {
        return;
    }
    let cue = scan.cue.map_or("", |cue| &scan.lower()[cue.range()]);
    let most = if holds_any(cue, ON_THE_BACK) { 3 } else { 4 };
    scan.push_beside_cue(|number| code(number, most), Verdict::PLAUSIBLE);
}

/// Words of a cue that say where three digits stand, or that they are three.
const ON_THE_BACK: &str = "back, three, 3, tres, detras, atras, reverso, три, обор, сзади, drei, ruckseite, trois, dos, verso, derriere, tre, retro, dietro";

fn code(number: Number<'_>, most: usize) -> Option<Number<'_>> {
    let group = |index: usize| number.group(index).as_bytes();
    if number.groups() > 2 && is_card_expiry(group(0), group(1)) {
        // Asked for both, people answer "08/27 123".
        return number.skip(2).and_then(|number| code(number, most));
    }
    let groups = number.code(3..=most).filter(|&groups| groups == 1 || group(0).len() == 1)?;
    let dates = number.is_year(groups) && !number.is_direct();
    (!dates && !number.is_all(groups, b'0') && !number.counts(groups) && !number.is_a_tail()).then(|| number.take(groups))
}

/// How many words may lead back to the one that names it.
const MOST_NAMING: usize = 5;
/// How many tokens before the code the card ends at the latest, with words between that are no numbers.
const FARTHEST: usize = MOST_NAMING + 6;

/// `4111 1111 1111 1111 08/27 123`, `4111 1111 1111 1111 code 123`
fn after_card(scan: &mut Scan<'_>) {
    if !matches!(scan.len, 3 | 4) {
        return;
    }
    let at = scan.token;
    if at < 2 {
        return;
    }
    // Most numbers stand behind words alone.
    if !scan.tokens[at.saturating_sub(FARTHEST)..at].iter().any(|token| token.is_digits()) {
        return;
    }
    let token = |back: usize| scan.tokens.get(at.checked_sub(back)?);
    let digits =
        |back: usize| token(back).filter(|token| token.is_digits()).map(|token| &scan.text().as_bytes()[token.span.range()]);
    let named = words_to_name(scan, at);
    let is_named = named > 0;
    // Month and year stand in one group or in two.
    let card_ends = match (digits(named + 2), digits(named + 1)) {
        (_, Some([m, n, year @ ..])) if year.len() == 2 && is_card_expiry(&[*m, *n], year) => at - named - 1,
        (Some(month), Some(year)) if is_card_expiry(month, year) => at - named - 2,
        _ if is_named => at - named,
        _ => return,
    };
    let number = scan.number_here();
    if number.stands_alone(1) && scan.follows_card_number(card_ends) {
        let (start, end) = (number.start(), number.end(1));
        scan.push(start, end, AFTER_CARD);
    }
}

/// How many words lead back to the one that names it: "code", "el código son 4 números". None where it is not named.
fn words_to_name(scan: &Scan<'_>, at: usize) -> usize {
    let word = |back: usize| &scan.lower()[scan.tokens[at - back].span.range()];
    let back = (1..=MOST_NAMING.min(at)).find(|&back| !is_link(word(back)) && !COUNTS.has(word(back)));
    let named = back.filter(|&back| CODES.has(word(back))).unwrap_or(0);
    // "…, the code is 547"
    if named > 0 && named < at && is_link(word(named + 1)) { named + 1 } else { named }
}

/// Words that say how long it is.
static COUNTS: WordList = WordList::new(
    "3, 4, three, four, digit, digits, numbers, tres, cuatro, digitos, numeros, cifras, три, четыре, цифры, цифр, drei, vier, ziffern, stellen, trois, quatre, chiffres, quatro, tre, quattro, cifre, numeri",
);

/// Words that name it right behind the card.
static CODES: WordList = WordList::new("code, codigo, cod, код, codice, kod");

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/card_cvv",
    sources: &[
        "EMVCo and the brands' names for it: Visa CVV2, Mastercard CVC2, American Express CID (three or four digits); read 2026-11",
    ],
    matches: &[
        "cvv [[372]]", "the security code is [[118]]", "amex, the CID is [[4417]]", "4111 1111 1111 1111 08/27 [[123]]",
        "4111 1111 1111 1111 code [[123]]", "код на обороте карты [[591]]",
    ],
    near_misses: &[
        "what is a cvv", "cvv 12", "my cvv was charged 250 euros", "card ending in 4417 cvv missing",
        "the social security number is 5566",
    ],
};
