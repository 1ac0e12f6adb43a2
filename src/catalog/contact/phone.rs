//! Telephone number.
//!
//! Written for abroad (`+34 …`, `0034 …`, `(+34) …`) and with digits that its country's numbering plan has, it stands
//! alone. Written as at home it needs the customer's country, a grouping that only telephone numbers have, or a cue: nine
//! digits are as often something else.

use zeroize::Zeroizing;

use crate::{
    check::number,
    recognizer::{
        Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict, WordList, before_signs, begins_with_currency,
        behind_signs, has_sign, words,
    },
    text::Token,
};

use super::phone_plan::{Line, Subscriber, plans};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "contact/phone",
    entity: "PHONE",
    kind: Kind::Phone,
    countries: &[],
    find: Find::Scan { opening: Opening::Digits(7), scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "phone, phone number, telephone, tel, mobile, cell, cellphone, call, called, calling, callback, ring me, rang, text me, texted, whatsapp, telegram, viber, landline, fax, hotline, my number, our number, his number, her number, contact number, contact nr, number is, reach me, reach us, dial, phone no, contact no, contact me, contact me on, contact me at, contact is, best number, mob, ph, phone nr, telephone number, mobile number, cell number, office line, work line, new number, old number",
        ),
        (
            Language::Es,
            "telefono*, tel, tlf, tfno, telf, movil*, celular*, cel, fijo, whatsapp, wasap, wsp, llama*, llame*, mi numero, numero de contacto, su numero, numero es, numero de telefono, contacto, mi contacto, numero movil, num tel, tlfn, tfn, llamar, contactar, escribidme, escribeme, bizum, fax, numero nuevo, telegram, marca*",
        ),
        (
            Language::Ru,
            "телефон*, тел, тлф, сот, моб, мобильн*, сотов*, позвон*, звон*, перезвон*, наберите, набери, ватсап*, вотсап*, вацап*, whatsapp, вайбер*, телеграм*, телега, тг, мой номер, номер мой, номер телефона, номер для, с номера, на номер, по номеру, номер мобильного, мой контакт, контакт*, контактный номер, моб тел, телефончик, на связь, сменил* номер, домашний, городской, факс, номерок, сбп, tel",
        ),
        (
            Language::De,
            "telefon*, tel, handy*, mobil*, festnetz*, ruf mich, ruft, rufen, anrufen, ruckruf, ruckrufnummer, meine nummer, nummer ist, neue nummer, whatsapp, fax, rufnummer, telefonnummer, durchwahl, erreichbar, buro, kontaktnummer, mobilnummer, handynr, telnr, mein kontakt, kontakt, tel nr, zuruckrufen, melden",
        ),
        (
            Language::Fr,
            "telephone*, tel, portable, mobile, fixe, appele*, appelle*, rappele*, rappelle*, joindre, joignable, mon numero, numero est, numero de telephone, numero, whatsapp, fax, sms au, contact, mon contact, num, mon num, numero de contact, contacter, gsm, tph",
        ),
        (
            Language::Pt,
            "telefone*, tel, telemovel, celular, cel, fixo, liga, ligar, ligue*, ligou, whatsapp, whats, zap, meu numero, numero de contacto, numero de contato, contato, contacto, meu contato, numero e, fax, fone, chamar, contactar, numero de telefone",
        ),
        (
            Language::It,
            "telefono, tel, cellulare, cell, fisso, chiama*, richiama*, telefonat*, whatsapp, il mio numero, numero e, numero di telefono, recapito, contatto, fax, ufficio, mio contatto, contattatemi, contattare, num, numero di cellulare, numero di telefonino, telefonino",
        ),
    ],
};

/// Where the seven languages are spoken: whose numbers are known as they are written at home.
const HOMES: &str = "us, gb, es, ru, de, fr, it, pt, br, mx, ar, co, cl, pe, by, kz, ua, at, ch, be, ie, au, ca";

/// Words that say an extension follows.
static EXTENSIONS: WordList = WordList::new(
    "ext, extn, extension, x, доб, добавочный, вн, внутренний, durchwahl, dw, int, interno, poste, ramal, anexo, apl, nebenstelle",
);

/// Beginnings of words for numbers that are no telephone's.
static OTHER_NUMBERS: WordList = WordList::new(
    "order, invoice, ticket, case, track, parcel, ref, rif, account, acc, card, iban, isbn, ean, sku, serial, id, code, pin, timestamp, barcode, version, build, pedido, factura, seguim, cuenta, tarjeta, codigo, incid, expediente, envio, dni, nie, заказ, счет, трек, карт, код, инн, снилс, паспорт, заявк, обращ, артикул, посылк, накладн, бик, кпп, огрн, bestell, auftrag, rechnung, sendung, konto, karte, kunden, vorgang, commande, facture, suivi, colis, compte, carte, dossier, encomenda, fatura, rastre, conta, cartao, protocolo, nif, cpf, ordine, fattura, spedizion, conto, carta, pratica, qiwi, киви, wmid, ssn, contract, policy, insur, договор, полис, poliza, contrato, vertrag, police, contrat, polizza, contratto, apolice, versicher, pzn, session, uuid, booking, reserv, бронь, serien",
);

/// Words that may stand between such a word and its number.
static LINKS: WordList = WordList::new(
    "is, no, nr, num, number, numero, номер, es, ist, nummer, est, e, n, de, di, do, da, du, the, была, in, on, wallet, кошелек",
);

/// Those of them behind which a code may begin with letters.
static COPULAS: WordList = WordList::new("is, es, ist, est, e");

/// As many digits as ITU-T E.164 allows, with a trunk prefix or an access code.
const MOST_DIGITS: usize = 18;
const FEWEST_DIGITS: usize = 7;

/// A grouping that hardly anything but telephone numbers has.
struct Layout {
    groups: &'static [u8],
    beginning: &'static [u8],
    /// With spaces only, it may be something else.
    hyphens: bool,
    odds: u32,
}

const fn layout(groups: &'static [u8], beginning: &'static [u8], hyphens: bool, odds: u32) -> Layout {
    Layout { groups, beginning, hyphens, odds }
}

static LAYOUTS: &[Layout] = &[
    // Russia and its neighbours, North America.
    layout(&[1, 3, 3, 2, 2], b"", false, 16),
    layout(&[1, 3, 3, 4], b"", false, 16),
    layout(&[1, 3, 7], b"89", false, 16),
    layout(&[11], b"89", false, 8),
    layout(&[3, 3, 2, 2], b"", true, 16),
    layout(&[3, 3, 4], b"", true, 16),
    // Italy writes its mobiles so, too.
    layout(&[3, 3, 4], b"", false, 8),
    layout(&[3, 3, 2, 2], b"", false, 8),
    // Brazil.
    layout(&[2, 5, 4], b"", true, 16),
    layout(&[2, 4, 4], b"", true, 8),
    // France.
    layout(&[2, 2, 2, 2, 2], b"0", false, 16),
    // Spain.
    layout(&[3, 2, 2, 2], b"", false, 8),
    layout(&[2, 3, 2, 2], b"", false, 8),
    layout(&[3, 3, 3], b"6", false, 4),
    layout(&[3, 3, 3], b"7", false, 4),
    layout(&[3, 3, 3], b"9", false, 4),
    // A trunk zero and an area code: Britain, Germany, Italy, Belgium, Australia.
    layout(&[5, 6], b"0", false, 8),
    layout(&[5, 3, 3], b"0", false, 8),
    layout(&[3, 4, 4], b"0", false, 8),
    layout(&[4, 3, 4], b"0", false, 8),
    layout(&[4, 3, 3], b"0", false, 4),
    layout(&[2, 4, 4], b"0", false, 4),
    layout(&[4, 2, 2, 2], b"0", false, 4),
    layout(&[4, 7], b"0", false, 4),
    layout(&[3, 5, 3], b"0", false, 4),
];

/// Digit groups that may be one number.
struct Groups {
    digits: Zeroizing<[u8; MOST_DIGITS]>,
    /// Canonical length and end in the text after each group.
    ends: [(usize, usize); MOST_DIGITS],
    /// How many digits each group has.
    lengths: [u8; MOST_DIGITS],
    count: usize,
}

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text();
    let first = scan.token;
    let (start, plus) = beginning(text, scan.at);
    let inside = first > 0 && scan.tokens[first - 1].is_digits() && is_join(gap(text, scan.tokens, first - 1));
    // Inside a number only another whole one begins.
    if inside && !plus && scan.len < 9 {
        return;
    }
    let groups = groups(text, scan.tokens, first);
    if groups.len() < FEWEST_DIGITS {
        return;
    }
    let number = Number { scan, text, first, start, plus, groups: &groups };
    if number.is_unlikely() {
        return;
    }
    let Some((end, verdict)) = number.best() else { return };
    let end = extension(scan.lower(), scan.tokens, end).unwrap_or(end);
    scan.push(start, end, verdict);
}

/// Where the number begins, with its `+` and opening bracket, and whether it has the `+`.
fn beginning(text: &str, at: usize) -> (usize, bool) {
    let before = before_signs(&text[..at], b" ");
    let spaces = at - before.len();
    match before.as_bytes() {
        [rest @ .., b'+'] if spaces <= 1 => {
            // "(+34) …", not "(+34 …)"
            let inside = text.as_bytes()[at..].iter().take(6).find(|b| matches!(b, b'(' | b')')) == Some(&b')');
            (rest.len() - usize::from(inside && rest.last() == Some(&b'(')), true)
        }
        // A chat link: the digits are an international number.
        _ if spaces == 0 && before.ends_with("wa.me/") => (at, true),
        [rest @ .., b'('] if spaces == 0 && text[at..].bytes().take(6).any(|b| b == b')') => (rest.len(), false),
        _ => (at, false),
    }
}

fn gap<'t>(text: &'t str, tokens: &[Token], index: usize) -> &'t str {
    tokens.get(index + 1).map_or("", |next| &text[tokens[index].span.end as usize..next.span.start as usize])
}

/// True where two groups may be of one number.
fn is_join(gap: &str) -> bool {
    match gap.as_bytes() {
        [] => false,
        [one] => b" -./()_,\n".contains(one),
        more => more.len() <= 3 && more.iter().all(|b| b" -.()".contains(b)) && more != b".. " && more != b". ",
    }
}

fn groups(text: &str, tokens: &[Token], first: usize) -> Groups {
    let mut groups =
        Groups { digits: Zeroizing::new([0; MOST_DIGITS]), ends: [(0, 0); MOST_DIGITS], lengths: [0; MOST_DIGITS], count: 0 };
    let mut len = 0;
    for index in first..tokens.len() {
        let token = tokens[index];
        let bytes = &text.as_bytes()[token.span.range()];
        let joined = index == first || is_join(gap(text, tokens, index - 1));
        if !token.is_digits() || !joined || len + bytes.len() > MOST_DIGITS {
            break;
        }
        groups.digits[len..len + bytes.len()].copy_from_slice(bytes);
        len += bytes.len();
        groups.lengths[groups.count] = bytes.len() as u8;
        groups.ends[groups.count] = (len, token.span.end as usize);
        groups.count += 1;
    }
    groups
}

impl Groups {
    fn len(&self) -> usize {
        self.count.checked_sub(1).map_or(0, |last| self.ends[last].0)
    }
}

/// Groups of digits with what stands around them.
struct Number<'n> {
    scan: &'n Scan<'n>,
    text: &'n str,
    first: usize,
    start: usize,
    plus: bool,
    groups: &'n Groups,
}

impl Number<'_> {
    /// True for what is part of a word, a code or an amount.
    fn is_unlikely(&self) -> bool {
        const LONGEST_WORD: usize = 12;
        let before = &self.text.as_bytes()[..self.start];
        match before {
            // "a+1234567", "INV-2024-000187", "order#1234567"
            [.., b] if self.plus => b.is_ascii_alphanumeric(),
            [.., b'#' | b'$' | b'_'] => true,
            // "INV-2024", "944b-445566778899"
            [word @ .., b'-' | b'/'] => {
                word.iter().rev().take(LONGEST_WORD).take_while(|b| b.is_ascii_alphanumeric()).any(u8::is_ascii_alphabetic)
            }
            _ => false,
        }
    }

    /// The longest stretch that is a number, and what speaks for it.
    fn best(&self) -> Option<(usize, Verdict)> {
        let mut fallback = None;
        for count in (1..=self.groups.count).rev() {
            let (len, end) = self.groups.ends[count - 1];
            if len < FEWEST_DIGITS {
                break;
            }
            if !self.may_end(count, end) || !self.plus && self.is_other_writing(count) {
                continue;
            }
            let digits = &self.groups.digits[..len];
            if digits[len - FEWEST_DIGITS..].iter().all(|digit| *digit == digits[len - 1]) {
                continue;
            }
            if let Some(odds) = self.known(digits, count) {
                return Some((end, Verdict::plausible(odds)));
            }
            fallback = fallback.or_else(|| self.invented(digits, count).map(|verdict| (end, verdict)));
        }
        fallback
    }

    /// False where what follows says that this is no number, or not all of it.
    fn may_end(&self, count: usize, end: usize) -> bool {
        let rest = &self.text.as_bytes()[end..];
        let amount = match rest {
            [b'%' | b'@', ..] => true,
            // "1,250", "10:30"; but "612345678,698765432" are two.
            [b',' | b':', digit, ..] => {
                digit.is_ascii_digit()
                    && self.scan.tokens.get(self.first + count).is_some_and(|next| next.span.len() < FEWEST_DIGITS)
            }
            [letter, more @ ..] if letter.is_ascii_alphabetic() => {
                !(matches!(letter, b'x' | b'X') && more.first().is_some_and(u8::is_ascii_digit))
            }
            _ => {
                let rest = &self.text[end..];
                begins_with_currency(rest.strip_prefix(' ').unwrap_or(rest))
            }
        };
        if amount || dates(self.text, self.scan.tokens, self.first, count) || self.is_address(count) {
            return false;
        }
        // A piece of a longer number, unless it says itself how long it is.
        let after = self.first + count - 1;
        let next = gap(self.text, self.scan.tokens, after);
        let goes_on = self.scan.tokens.get(after + 1).is_some_and(|token| token.is_digits()) && is_join(next);
        self.plus || !goes_on || count == 1 || gap(self.text, self.scan.tokens, after - 1) != next
    }

    /// True for groups that are no telephone number's: `219-09-9999` of the social security, `118.0.5993.70`, `41-2207/2024`.
    fn is_other_writing(&self, count: usize) -> bool {
        let gap = |group: usize| gap(self.text, self.scan.tokens, self.first + group);
        let lengths = &self.groups.lengths[..count];
        let security = *lengths == [3, 2, 4] && gap(0) == "-" && gap(1) == "-";
        let version = count > 2
            && (0..count - 1).all(|group| gap(group) == ".")
            && lengths[1..].contains(&1)
            && lengths.iter().any(|len| *len > 1);
        let contract = count > 1 && gap(count - 2) == "/" && {
            let last = &self.text[self.scan.tokens[self.first + count - 1].span.range()];
            last.len() == 4 && (last.starts_with("19") || last.starts_with("20"))
        };
        security || version || contract
    }

    /// True for four numbers below 256 between dots.
    fn is_address(&self, count: usize) -> bool {
        let tokens = &self.scan.tokens[self.first..self.first + count];
        count == 4
            && (0..3).all(|i| gap(self.text, self.scan.tokens, self.first + i) == ".")
            && tokens.iter().all(|token| number(&self.text.as_bytes()[token.span.range()]) < 256)
    }

    /// What speaks for digits that some numbering plan has.
    fn known(&self, digits: &[u8], count: usize) -> Option<u32> {
        if self.plus {
            return plans().international(digits).map(|_| 128);
        }
        if let Some(abroad) = digits.strip_prefix(b"00") {
            return plans().international(abroad).map(|_| if count > 1 { 64 } else { 8 });
        }
        if self.is_something_else() {
            return None;
        }
        let mut known = false;
        for home in words(HOMES) {
            let Some(found) = plans().national(home, digits) else { continue };
            if self.is_local(found, digits) {
                return Some(16);
            }
            known = true;
        }
        if digits.len() >= 10
            && let Some(found) = plans().international(digits)
        {
            if self.is_local(found, digits) {
                return Some(16);
            }
            known = true;
        }
        known.then(|| self.layout(digits, count))
    }

    /// True for a number of somebody in the customer's country.
    fn is_local(&self, found: Subscriber, digits: &[u8]) -> bool {
        found.line != Line::Service
            && self.scan.locale.regions.iter().any(|region| region.eq_ignore_ascii_case(found.region))
            && !is_made_up(digits)
    }

    /// What to say of digits that no plan has: people mistype, and invent.
    fn invented(&self, digits: &[u8], count: usize) -> Option<Verdict> {
        match digits.len() {
            10..=15 if self.plus => Some(Verdict::plausible(8)),
            10 if digits.starts_with(b"555") && self.layout(digits, count) > 1 => Some(Verdict::plausible(8)),
            _ if digits.starts_with(b"00") || self.is_something_else() || self.is_amount(count) => None,
            FEWEST_DIGITS..=12 => Some(Verdict::Refuted(Reason::Component)),
            _ => None,
        }
    }

    /// True where commas part thousands.
    fn is_amount(&self, count: usize) -> bool {
        (1..count).any(|i| gap(self.text, self.scan.tokens, self.first + i - 1) == ",")
    }

    /// How much the grouping says: some is used for telephone numbers only.
    fn layout(&self, digits: &[u8], count: usize) -> u32 {
        let (mut bracket, mut hyphens, mut last) = (false, true, "");
        for i in 1..count {
            last = gap(self.text, self.scan.tokens, self.first + i - 1);
            bracket |= has_sign(last, b")");
            hyphens &= matches!(last, "-" | ".");
        }
        if bracket && count > 2 {
            return 32;
        }
        let hyphens = hyphens || last == "-";
        let lengths = &self.groups.lengths[..count];
        let fits =
            |layout: &&Layout| layout.groups == lengths && digits.starts_with(layout.beginning) && (hyphens || !layout.hyphens);
        // "650 000 000" is a sum.
        let round = digits.ends_with(b"000");
        LAYOUTS.iter().find(fits).filter(|layout| !(round && layout.odds <= 4)).map_or(1, |layout| layout.odds)
    }

    /// True where the words before the number say what else it is.
    fn is_something_else(&self) -> bool {
        let lower = self.scan.lower();
        let mut end = self.start;
        let mut before = &self.scan.tokens[..self.first];
        // "my policy number is fgt 123456789"
        if let [.., link, letters] = before
            && (2..=3).contains(&letters.span.len())
            && COPULAS.has(&lower[link.span.range()])
            && lower[letters.span.end as usize..end] == *" "
        {
            before = &before[..before.len() - 1];
            end = letters.span.start as usize;
        }
        for token in before.iter().rev().take(4) {
            let between = &lower[token.span.end as usize..end];
            if token.is_digits() || between.len() > 4 || has_sign(between, b"\n,;!?") {
                return false;
            }
            let word = &lower[token.span.range()];
            let contact = word.starts_with("contac") || word.starts_with("contat");
            if !contact && OTHER_NUMBERS.begins(word) {
                return true;
            }
            if !LINKS.has(word) {
                return false;
            }
            end = token.span.start as usize;
        }
        false
    }
}

/// True for digits that count up or repeat themselves: `0123456789`, `3131 3131`.
fn is_made_up(digits: &[u8]) -> bool {
    let rising = digits.windows(2).all(|pair| pair[1] == pair[0] + 1 || pair == b"90");
    let (half, other) = digits.split_at(digits.len() / 2);
    rising || half == other
}

/// True where a day of the calendar stands among the groups.
fn dates(text: &str, tokens: &[Token], first: usize, count: usize) -> bool {
    (first..(first + count).saturating_sub(2)).any(|i| {
        let separator = gap(text, tokens, i);
        if !matches!(separator, "." | "-" | "/")
            || separator != gap(text, tokens, i + 1)
            || i > first && gap(text, tokens, i - 1) == separator
            || gap(text, tokens, i + 2) == separator
        {
            return false;
        }
        let [a, b, c] = [i, i + 1, i + 2].map(|index| number(&text.as_bytes()[tokens[index].span.range()]));
        let is_year = |value| (1900..2100).contains(&value);
        match [i, i + 1, i + 2].map(|index| tokens[index].span.len()) {
            [0..=2, 0..=2, len] => (len == 2 || len == 4 && is_year(c)) && (1..=31).contains(&a) && (1..=31).contains(&b),
            [4, 0..=2, 0..=2] => is_year(a) && b <= 12 && c <= 31,
            _ => false,
        }
    })
}

/// The end of an extension that follows a number: "ext. 214", "x12", "доб. 5".
fn extension(lower: &str, tokens: &[Token], end: usize) -> Option<usize> {
    let next = tokens.partition_point(|token| (token.span.start as usize) < end);
    let (word, number) = (tokens.get(next)?, tokens.get(next + 1)?);
    let before = &lower[end..word.span.start as usize];
    let between = &lower[word.span.end as usize..number.span.start as usize];
    let gaps = before.len() <= 3
        && behind_signs(before, b" ,-(").is_empty()
        && between.len() <= 3
        && behind_signs(between, b" .:").is_empty();
    let word = &lower[word.span.range()];
    (gaps && EXTENSIONS.has(word) && number.is_digits() && number.span.len() <= 6).then_some(number.span.end as usize)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "contact/phone",
    sources: &[
        "ITU-T E.164 (11/2010), E.123 (02/2001); numbering plans: data/README.md, phone_plans.tsv",
        "Numbers kept for fiction: Ofcom, numbers for drama; NANPA, 555-0100 to 555-0199; Arcep decision 2018-0881; Bundesnetzagentur notice 148/2021 (as teltarif.de reports it, read 2026-11)",
    ],
    matches: &[
        "my number is [[+44 7700 900224]]", "[[+1 (646) 555-0100 ext. 214]]", "llámame al [[612 345 678]]",
        "офис [[+7 495 239-85-81 доб. 214]]", "звоните [[8 (495) 239-85-81]]", "[[06 39 98 12 31]] le soir",
        "[[(212) 555-0138]]", "call [[0044 7700 900000]] anytime", "tel [[555-0123]]",
    ],
    near_misses: &[
        "the budget is 650 000 000 this year", "call me at 1830", "call us on 12.05.2024 15.06.2024",
        "i called about order 7700112233", "tel 000 000 0000", "1712345678", "call 81.44.210.17", "build 118.0.5993.70 crashes",
        "договор 41-2207/2024", "12.345.678 visitas",
    ],
};
