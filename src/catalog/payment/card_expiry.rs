//! Card expiry: month and year.
//!
//! `MM/YY`, `MM/YYYY`, and what people make of it. A month of the last or the next decades is nothing by itself; it is found beside a
//! word for expiry, and behind a card number, where people write it without any.

use crate::{
    check::is_card_expiry,
    recognizer::{Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict, WordList, has_sign, is_link},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/card_expiry",
    entity: "CARD_EXPIRY",
    kind: Kind::CardExpiry,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Digits(4)]), scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "exp, expiry, expiry date, expiery date, expirey, expirary, exp date, expires, expire, expired, expiring, expiration, expiration date, valid thru, valid through, valid until, valid till, valid to, good thru, thru",
        ),
        (
            Language::Es,
            "caduca, caducidad, caduco, caducada, fecha de caducidad, cad, vence, vencimiento, vto, venc, valida hasta, valido hasta, validez, expira, expiracion, exp",
        ),
        (
            Language::Ru,
            "срок, срок действия, срок карты, годна до, годен до, действует до, действительна до, действительно до, действ до, карта до, истекает, до, exp",
        ),
        (Language::De, "gultig bis, gultig, ablauf, ablaufdatum, lauft ab, lauft, verfallsdatum, verfall, gultigkeit, bis, exp"),
        (Language::Fr, "expire, expiration, date d'expiration, valable jusqu, valide jusqu, validite, fin de validite, exp"),
        (Language::Pt, "validade, val, valido ate, valida ate, vence, vencimento, expira, data de validade, exp"),
        (Language::It, "scadenza, scade, scad, data di scadenza, valida fino, valido fino, valida fino al, fino al, exp"),
    ],
};

/// Behind a card number.
const AFTER_CARD: Verdict = Verdict::plausible(64);

/// Cues that say little: they need a card in the message.
static WEAK: WordList = WordList::new("до, bis, fino al, val, thru, срок, gultig, cad");

/// How words for a card begin.
static CARDS: WordList = WordList::new(
    "card, visa, master, amex, debit, credit, cvv, cvc, tarjeta, credito, карт, виз, мир, karte, kredit, carte, cb, bancaire, cartao, carta, bancomat",
);

/// Words that say that the next one is a thing: "my subscription expires".
static DETERMINERS: WordList = WordList::new(
    "my, the, your, our, his, her, this, el, la, mi, tu, su, le, mon, ma, ton, ce, der, die, das, mein, meine, o, a, meu, minha, il, lo, mio, mia, мой, моя, мое, ваш, ваша",
);

/// Other things that end in a month and a year, however they are told.
static OTHERS: WordList = WordList::new(
    "passport, licence, license, permit, contract, offer, coupon, voucher, promo, pasaporte, carnet, contrato, oferta, cupon, паспорт, договор, акци, купон, промо, reisepass, fuhrerschein, vertrag, gutschein, passeport, permis, contrat, offre, passaporte, contratto, offerta",
);

fn scan(scan: &mut Scan<'_>) {
    let found = if scan.len > 0 {
        let is_month = matches!(scan.len, 2 | 4) && matches!(scan.text().as_bytes()[scan.at], b'0' | b'1');
        let number = is_month.then(|| scan.number_here());
        let expiry = number.and_then(|number| Some((number, expiry(&number).or_else(|| before_code(&number))?)));
        expiry
            .filter(|_| scan.follows_card_number(scan.token))
            .map(|(number, groups)| (number.start(), number.end(groups), AFTER_CARD))
    } else if !of_a_card(scan) {
        None
    } else {
        scan.numbers_after().find_map(|number| {
            let groups = expiry(&number).filter(|&groups| written_as_one(&number, groups) && !number.counts(groups))?;
            Some((number.start(), number.end(groups), Verdict::PLAUSIBLE))
        })
    };
    if let Some((start, end, verdict)) = found {
        scan.push(start, end, verdict);
    }
}

/// How many groups say month and year, if they do.
fn expiry(number: &Number<'_>) -> Option<usize> {
    let group = |index: usize| number.group(index).as_bytes();
    let one = match group(0) {
        [m, n, year @ ..] if matches!(year.len(), 2 | 4) => is_card_expiry(&[*m, *n], year),
        _ => false,
    };
    let two = number.groups() > 1 && number.gap(0).len() <= 3 && is_card_expiry(group(0), group(1)) && number.stands_alone(2);
    if two { Some(2) } else { (one && number.stands_alone(1)).then_some(1) }
}

/// `08/27/123`, `0827/123`: right behind a card number the security code follows in the same breath.
fn before_code(number: &Number<'_>) -> Option<usize> {
    let group = |index: usize| number.group(index).as_bytes();
    let is_code = |index: usize| index + 1 == number.groups() && matches!(group(index).len(), 3 | 4);
    match group(0) {
        [m, n, year @ ..] if year.len() == 2 && number.groups() == 2 => {
            (is_card_expiry(&[*m, *n], year) && is_code(1)).then_some(1)
        }
        month if number.groups() == 3 => (is_card_expiry(month, group(1)) && is_code(2)).then_some(2),
        _ => None,
    }
}

/// "08 27" and "0827" are an expiry only right behind the word; "08/27" anywhere in its clause.
fn written_as_one(number: &Number<'_>, groups: usize) -> bool {
    (groups == 2 && has_sign(number.gap(0), b"/-.\\")) || number.is_direct()
}

/// True where nothing else is said to expire ("my passport expires"), or the message is about a card anyway.
fn of_a_card(scan: &Scan<'_>) -> bool {
    const AROUND: usize = 15;
    let Some(cue) = scan.cue else { return true };
    let is_card = |word: &str| CARDS.begins(word);
    let mut before = scan.words_before_cue(2);
    let (subject, determiner) = (before.next().unwrap_or(""), before.next().unwrap_or(""));
    let is_other = OTHERS.begins(subject) || (DETERMINERS.has(determiner) && !is_link(subject) && !is_card(subject));
    let is_weak = WEAK.has(&scan.lower()[cue.range()]);
    if !is_weak && !is_other {
        return true;
    }
    let behind = &scan.tokens[scan.token..(scan.token + AROUND).min(scan.tokens.len())];
    let mut digits = 0;
    scan.words_before_cue(AROUND).chain(behind.iter().map(|word| &scan.lower()[word.span.range()])).any(|word| {
        // A card number in groups.
        digits = if word.as_bytes()[0].is_ascii_digit() { digits + word.len() } else { 0 };
        digits >= 13 || is_card(word)
    })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/card_expiry",
    sources: &["ISO/IEC 7813:2006, expiration date; as embossed and printed by the brands: MM/YY; read 2026-11"],
    matches: &[
        "card expires [[08/27]]", "exp [[5/28]]", "valid thru: [[11/2028]] thanks", "4111 1111 1111 1111 [[08/27]]",
        "срок действия [[07/26]]",
    ],
    near_misses: &[
        "exp 13/27", "exp 0827x", "valid until 31/12/2026", "the ratio is 3/20", "my passport expires 05/28",
        "до 12/24 работает акция",
    ],
};
