//! Postal address: a street and a house number, with floor, door, postcode and town where they stand beside it.
//!
//! What makes it one is a word for a street ("calle", "rue", "Straße", "ул.") with a name and a number in one of the orders
//! of seven languages, or a cue ("I live at", "mi dirección es", "адрес") with a name and a number behind it. A word that is
//! a street's and much else ("via", "place", "drive") needs a capital letter, a postcode, a flat or a cue; next to a word
//! for a shop or a branch the address is the shop's.

use crate::recognizer::{
    Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordKind, WordList, begins_with_sign, behind_signs, has_sign,
    word_kind,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "place/address",
    entity: "POSTAL_ADDRESS",
    kind: Kind::StreetAddress,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Digits(1)]), scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "i live at, live at, live on, living at, i live in, address, home address, my address is, deliver to, ship to, send it to, moved to, come to, residing at, reside at, based at, pick up at, i'm at, im at, staying at, where do you live",
        ),
        (Language::En, EN_STREETS),
        (Language::En, EN_WEAK),
        (Language::En, EN_BOXES),
        (
            Language::Es,
            "vivo en, vivimos en, mi direccion, direccion, domicilio, resido en, mandadlo a, enviadlo a, envienlo a, mudado a, entrega en, entregar en, estoy en, piso esta en, donde vives, donde vive",
        ),
        (Language::Es, ES_STREETS),
        (Language::Es, ES_WEAK),
        (Language::Es, ES_BOXES),
        (
            Language::Ru,
            "живу, живу на, живу по адресу, проживаю, адрес, адресу, адреса, прописан, прописана, прописка, доставка на, доставить на, доставьте на, переехал на, переехала на, привезите, зарегистрирован, зарегистрирована, где вы живете, где живете",
        ),
        (Language::Ru, RU_STREETS),
        (Language::Ru, RU_WEAK),
        (Language::Ru, RU_BOXES),
        (
            Language::De,
            "ich wohne, wohne, wohnhaft, wohnen, adresse, anschrift, lieferadresse, umgezogen, liefern an, bitte an, schicken an, wohnsitz, wo wohnen sie",
        ),
        (Language::De, DE_STREETS),
        (Language::De, DE_BOXES),
        (
            Language::Fr,
            "j'habite, habite au, habite, mon adresse, adresse, domicile, demenage au, livrez, livrer au, domicilie au, reside au, chez moi, habitez vous",
        ),
        (Language::Fr, FR_STREETS),
        (Language::Fr, FR_WEAK),
        (Language::Fr, FR_BOXES),
        (
            Language::Pt,
            "moro na, moro no, moro em, moro, endereco, morada, mudei para, entregar em, entregar na, resido na, vivo na, onde mora",
        ),
        (Language::Pt, PT_STREETS),
        (Language::Pt, PT_WEAK),
        (Language::Pt, PT_BOXES),
        (
            Language::It,
            "abito in, abito, indirizzo, residente in, domicilio, vivo in, trasferito in, trasferita in, consegnate, spedire a, dove abita",
        ),
        (Language::It, IT_STREETS),
        (Language::It, IT_WEAK),
        (Language::It, IT_BOXES),
    ],
};

const EN_STREETS: &str =
    "street, st, road, rd, avenue, ave, lane, ln, boulevard, blvd, terrace, crescent, highway, hwy, parkway, pkwy, ct";
const EN_WEAK: &str = "drive, dr, close, court, place, square, gardens, grove, park, way, walk, row, view, hill, rise, mews, circle, green, quay, trail, loop, wharf";
const ES_STREETS: &str = "calle, c, cl, avenida, avda, avd, av, plza, pza, paseo, pso, carretera, ctra, ronda, travesia, glorieta, rambla, callejon, carrer, cra, kra, calz, calzada, jiron, urbanizacion, urb, gran via, poligono";
const ES_WEAK: &str = "plaza, camino, via, circuito, privada, cerrada, diagonal, transversal, pasaje, carrera, edificio";
const PT_STREETS: &str = "rua, avenida, av, travessa, praca, alameda, rodovia, ladeira, r, condominio";
const PT_WEAK: &str = "estrada, largo, beco, quinta, al, tv";
const IT_STREETS: &str =
    "viale, v le, piazza, p zza, piazzale, p le, c so, vicolo, lungomare, lungotevere, contrada, localita, loc, frazione";
const IT_WEAK: &str = "via, v, corso, strada, largo, borgo, salita";
const FR_STREETS: &str =
    "rue, avenue, av, ave, boulevard, bd, bld, blvd, chemin, impasse, allee, allees, quai, faubourg, fbg, ruelle, lotissement";
const FR_WEAK: &str = "place, pl, route, rte, cours, square, passage, villa, sentier, hameau, voie, residence";
const DE_STREETS: &str = "strase, strasse, str, platz, allee, gasse, weg, ring, ufer, damm, chaussee, promenade";
const RU_STREETS: &str = "ул, улиц*, проспект*, просп, пр т, пр кт, переулок, переулке, переулка, пер, бульвар*, б р, площадь, площади, шоссе, набережная, набережной, наб, тупик, тракт, мкр, микрорайон*, аллея";
const RU_WEAK: &str = "пр, ш, пл, проезд*, линия, квартал*, поселок, деревня, село";

/// Where mail is fetched. What is something else as well needs a town or a postcode beside it.
const EN_BOXES: &str = "po box, p o box, pobox, p o b, post office box, postal box, private bag";
const ES_BOXES: &str = "apartado de correos, apartado postal, apdo de correos, apdo correos, apdo postal, casilla de correo, casilla postal, apdo, apartado, casilla";
const RU_BOXES: &str = "а/я, абонентский ящик, абонентского ящика, абон ящик, почтовый ящик";
const DE_BOXES: &str = "postfach, postfachnummer, postschliesfach";
const FR_BOXES: &str = "boite postale, boite postal, bp, b p, cs";
const PT_BOXES: &str = "caixa postal, cx postal, apartado";
const IT_BOXES: &str = "casella postale, cas postale, c p";
static BOXES: [WordList; 7] = [
    WordList::new(EN_BOXES),
    WordList::new(ES_BOXES),
    WordList::new(RU_BOXES),
    WordList::new(DE_BOXES),
    WordList::new(FR_BOXES),
    WordList::new(PT_BOXES),
    WordList::new(IT_BOXES),
];
static WEAK_BOXES: WordList = WordList::new("apdo, apartado, casilla, bp, b p, cs, c p, p o b");

/// How a language orders number, name and the word for a street.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    /// "14 Larch Road"
    NumberNameType,
    /// "calle Mayor 12"
    TypeNameNumber,
    /// "12 rue des Lilas", also the one before
    NumberTypeName,
    /// "Невский проспект 88", also "ул. Ленина 5"
    NameTypeNumber,
}

static STREETS: [(WordList, Order, bool); 13] = [
    (WordList::new(EN_STREETS), Order::NumberNameType, true),
    (WordList::new(EN_WEAK), Order::NumberNameType, false),
    (WordList::new(ES_STREETS), Order::TypeNameNumber, true),
    (WordList::new(ES_WEAK), Order::TypeNameNumber, false),
    (WordList::new(PT_STREETS), Order::TypeNameNumber, true),
    (WordList::new(PT_WEAK), Order::TypeNameNumber, false),
    (WordList::new(IT_STREETS), Order::TypeNameNumber, true),
    (WordList::new(IT_WEAK), Order::TypeNameNumber, false),
    (WordList::new(FR_STREETS), Order::NumberTypeName, true),
    (WordList::new(FR_WEAK), Order::NumberTypeName, false),
    (WordList::new(DE_STREETS), Order::NameTypeNumber, true),
    (WordList::new(RU_STREETS), Order::NameTypeNumber, true),
    (WordList::new(RU_WEAK), Order::NameTypeNumber, false),
];

/// How German names of streets end.
static FUSED: WordList = WordList::endings(
    "strase, strasse, str, weg, platz, allee, gasse, ring, ufer, damm, chaussee, markt, steig, pfad, graben, stieg, brucke, promenade, winkel, garten",
);
/// Words with such an ending that are no streets.
static NOT_FUSED: WordList = WordList::new(
    "bildschirm, arbeitsplatz, parkplatz, sitzplatz, stellplatz, speicherplatz, marktplatz, unterwegs, hinweg, ruckweg, feedback, supermarkt, baumarkt, flohmarkt, zahlungsweg, postweg, kindergarten, laufwerk, hering, spring, tablet, gering, wenig, bring, monitoring, engineering, marketing, catering, tausendstr, aktienmarkt, arbeitsmarkt, umweg",
);

/// Words of a flat, a floor or a stair; a number or letter follows.
static UNITS: WordList = WordList::new(
    "apt, apartment, apto, apartamento, appt, appartement, flat, unit, suite, ste, floor, fl, room, piso, puerta, pta, portal, planta, esc, escalera, escalier, bloque, blq, bl, bloco, bloc, bat, batiment, local, casa, chalet, torre, interior, int, interno, scala, piano, palazzina, ap, andar, lote, fracao, etage, stock, wohnung, whg, haus, hs, кв, квартира, корп, корпус, к, стр, строение, подъезд, под, этаж, эт, оф, офис, дом, д, литера, лит, комната, ком, porte, box, dpto, depto, departamento, oficina, of",
);
/// Words of the same that stand alone.
static SIDES: WordList = WordList::new(
    "bajo, izq, izda, izquierda, dcha, der, derecha, atico, entresuelo, principal, links, rechts, mitte, eg, dg, og, ug, hinterhaus, vorderhaus, rdc, atic, esq, esquerdo, dto, dir, direito, frente, fundos, centro, ground, basement",
);
/// What may stand between the name and the number.
static MARKERS: WordList = WordList::new("n, no, nr, num, numero, nro, number, д, дом, владение, вл, km, км");
/// Words before the name of a town or a district.
static TOWNS: WordList =
    WordList::new("г, гор, город, пос, п, с, село, деревня, обл, область, р, район, col, colonia, barrio, fracc, sector, bairro");
/// Towns that people name in small letters.
static KNOWN_TOWNS: WordList = WordList::new(
    "london, york, leeds, bristol, manchester, liverpool, birmingham, glasgow, edinburgh, cardiff, dublin, cork, oxford, cambridge, chicago, boston, austin, seattle, houston, dallas, miami, toronto, sydney, melbourne, madrid, barcelona, valencia, sevilla, zaragoza, malaga, murcia, bilbao, alicante, granada, bogota, medellin, lima, cdmx, mexico, quito, москва, питер, спб, казань, екатеринбург, новосибирск, самара, омск, уфа, пермь, воронеж, сочи, краснодар, санкт, нижний, ростов, минск, киев, алматы, berlin, hamburg, munchen, koln, frankfurt, stuttgart, dusseldorf, leipzig, dresden, bremen, wien, zurich, paris, lyon, marseille, toulouse, nice, nantes, lille, bordeaux, rennes, strasbourg, montpellier, bruxelles, lisboa, porto, coimbra, braga, faro, recife, salvador, curitiba, fortaleza, brasilia, roma, milano, napoli, torino, bologna, firenze, genova, palermo, bari, catania, verona, venezia, espana, spain, usa, uk, england, scotland, ireland, deutschland, germany, france, italia, italy, brasil, portugal, россия, argentina, colombia, peru, chile",
);
/// Units that stand before the street.
static FLATS: WordList = WordList::new("flat, unit, apt, apartment, suite, room, floor");
/// Words for streets that look like towns behind "г" and its kin.
static STREET_ABBREVIATIONS: WordList = WordList::new("ул, пр, пер, д");
/// What ends the name of a house in Britain.
static HOUSES: WordList = WordList::new("house, court, building, lodge, tower, mansions, cottage, hall");
/// Words inside names of streets and towns.
static PARTICLES: WordList = WordList::new(
    "de, del, la, las, los, el, da, das, do, dos, di, dei, degli, delle, della, dell, du, des, der, den, dem, am, im, an, von, le, les, l, d, of, the, y, e, en, sur, san, santa, st, saint, на, имени, им, al, north, south, east, west, old, new, sao, gran, grand, grande, mayor, real, nueva, sol, alto, unter, lez, aux",
);
/// How adjectives in the name of a Russian or German street end.
static ADJECTIVES: WordList = WordList::endings("ий, ый, ой, ая, ом, er");
/// Words that no address goes across.
static BREAKS: WordList = WordList::new(
    "and, or, but, is, are, was, for, with, since, down, my, your, this, that, i, we, you, from, per, o, que, por, para, con, sin, hay, es, son, esta, mi, tu, se, desde, hasta, cada, und, oder, ist, mit, fur, seit, ich, nicht, et, ou, est, avec, pour, depuis, je, pas, mais, ed, che, sono, dal, и, или, с, до, от, за, я, мы, не, есть, для, это, com, sem, um, uma, nao, não, email, whatsapp, mail, sms, app",
);
/// What a number is of, when it is no house's.
static MEASURES: WordList = WordList::new(
    "hour, minute, day, week, weeks, month, months, hora, dia, semanas, meses, mile, miles, star, stars, euro, euros, eur, usd, dollars, pounds, points, point, puntos, km, m, min, mins, minutes, minutos, minuti, minuten, hours, horas, ore, stunden, heures, days, dias, giorni, tage, jours, years, year, anos, ans, anni, jahre, jahren, лет, года, год, мин, минут, минуты, час, часа, часов, день, дня, дней, недели, месяца, метра, метров, рубля, times, veces, volte, mal, fois, vezes, раз, раза, people, personas, persone, чел, человек, kids, gb, mb, percent, rub, руб, рублей, евро, kg, pm, am",
);
/// Words that say the address is a company's.
static BUSINESS: WordList = WordList::new(
    "shop, shops, store, stores, branch, office, restaurant, hotel, bank, cafe, pub, tienda, sucursal, oficina, cajero, restaurante, filiale, laden, geschaft, geschlossen, geoffnet, boutique, agence, magasin, fermee, ferme, ouvert, ouverte, negozio, ristorante, chiuso, chiusa, aperto, aperta, loja, agencia, fecha, aberta, fechada, магазин, магазина, отделение, отделении, филиал, ресторан, кафе, банкомат, открыт, закрыт, работает, open, opens, closed, opening, abierta, abierto, cerrada, cerrado, abre, cierra",
);

const MOST_NAME_WORDS: usize = 6;
const MOST_PARTS: usize = 9;
const LONGEST_HOUSE: usize = 5;

fn scan(scan: &mut Scan<'_>) {
    let found = {
        let reader = Reader { scan, lower: scan.lower(), text: scan.text() };
        let core = if scan.len > 0 { reader.fused() } else { reader.cued() };
        core.and_then(|core| reader.whole(core))
    };
    if let Some((start, end, odds)) = found {
        scan.push(start, end, Verdict::plausible(odds));
    }
}

/// What stands between two words.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    Glued,
    Space,
    Dot,
    Comma,
    Hyphen,
    Slash,
    Apostrophe,
    /// A sign for "number".
    Mark,
    Hard,
}

/// Street and number, by their first and last word.
#[derive(Clone, Copy)]
struct Core {
    first: usize,
    last: usize,
    /// How often words like these are an address.
    odds: u32,
}

/// A gap of a sign for "number" and what may stand around it.
fn marked(gap: &[u8]) -> Gap {
    let (mut rest, mut found) = (gap, Gap::Hard);
    loop {
        rest = match rest {
            [] => return found,
            [b' ' | b'.' | b',', rest @ ..] => rest,
            // #, №, °
            [b'#', rest @ ..] | [0xe2, 0x84, 0x96, rest @ ..] | [0xc2, 0xb0, rest @ ..] => {
                found = Gap::Mark;
                rest
            }
            _ => return Gap::Hard,
        }
    }
}

/// True for one letter or digit.
fn is_single(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.len_utf8() == word.len())
}

struct Reader<'r, 's> {
    scan: &'r Scan<'s>,
    lower: &'r str,
    text: &'r str,
}

impl Reader<'_, '_> {
    fn word(&self, index: usize) -> &str {
        self.scan.tokens.get(index).map_or("", |token| &self.lower[token.span.range()])
    }

    fn is_digits(&self, index: usize) -> bool {
        self.scan.tokens.get(index).is_some_and(|token| token.is_digits())
    }

    fn is_letters(&self, index: usize) -> bool {
        self.scan.tokens.get(index).is_some_and(|token| !token.is_digits())
    }

    fn is(&self, index: usize, list: &WordList) -> bool {
        list.has(self.word(index))
    }

    /// A capital letter that says something: where all are capital, none does.
    fn is_capital(&self, index: usize) -> bool {
        let Some(token) = self.scan.tokens.get(index) else { return false };
        let (typed, lower) = (&self.text[token.span.range()], &self.lower[token.span.range()]);
        let mut pairs = typed.chars().zip(lower.chars());
        pairs.next().is_some_and(|(c, small)| c != small) && (is_single(typed) || pairs.any(|(c, small)| c == small))
    }

    /// What stands before the word with this index; the end of the text is hard.
    fn gap(&self, index: usize) -> Gap {
        let (Some(before), Some(after)) =
            (index.checked_sub(1).and_then(|i| self.scan.tokens.get(i)), self.scan.tokens.get(index))
        else {
            return Gap::Hard;
        };
        match &self.lower.as_bytes()[before.span.end as usize..after.span.start as usize] {
            [] => Gap::Glued,
            [b' '] | [b' ', b' '] => Gap::Space,
            [b'.'] | [b'.', b' '] => Gap::Dot,
            [b',' | b'\n'] | [b',', b' ' | b'\n' | b'.'] | [b'.', b','] | [b' ' | b'.', b',', b' '] | [b',', b' ', b'\n'] => {
                Gap::Comma
            }
            [b'-'] | [b' ', b'-', b' '] => Gap::Hyphen,
            [b'/'] | [b'/', b' '] => Gap::Slash,
            [b'\''] => Gap::Apostrophe,
            gap if gap.len() <= 6 => marked(gap),
            _ => Gap::Hard,
        }
    }

    /// True where a list has what these tokens say; its words may be parted, and end in `*`.
    fn lists(&self, list: &WordList, first: usize, end: usize) -> bool {
        list.may_hold(self.word(first)) && list.iter().any(|phrase| self.says(first, end, phrase))
    }

    fn says(&self, first: usize, end: usize, phrase: &str) -> bool {
        let mut rest = phrase.as_bytes();
        for at in first..end {
            let word = self.word(at).as_bytes();
            let common = word.iter().zip(rest).take_while(|(a, b)| a == b).count();
            rest = match &rest[common..] {
                [b'*'] => return at + 1 == end,
                [] if common == word.len() => return at + 1 == end,
                [b' ' | b'/', rest @ ..] if common == word.len() => rest,
                _ => return false,
            };
        }
        false
    }

    /// What a cue opens: a box where mail is fetched, a street, a name and a number.
    fn cued(&self) -> Option<Core> {
        let Some((first, end)) = self.scan.cue_tokens() else { return self.introduced() };
        if BOXES.iter().any(|list| self.lists(list, first, end)) {
            return self.boxed(first, end, !self.lists(&WEAK_BOXES, first, end));
        }
        if STREETS.iter().any(|(list, ..)| self.lists(list, first, end)) { self.street(first, end) } else { self.introduced() }
    }

    /// The box and its number: "PO Box 2214", "а/я № 57".
    fn boxed(&self, first: usize, end: usize, sure: bool) -> Option<Core> {
        // "а я" is "and I".
        if self.word(first) == "а" && self.gap(first + 1) == Gap::Space {
            return None;
        }
        let soft = |index: usize| matches!(self.gap(index), Gap::Space | Gap::Dot | Gap::Mark | Gap::Glued);
        let mut number = end;
        if self.is(number, &MARKERS) && soft(number) {
            number += 1;
        }
        let colon = number > 0
            && self.scan.tokens.get(number).is_some_and(|token| {
                matches!(&self.lower[self.scan.tokens[number - 1].span.end as usize..token.span.start as usize], ":" | ": ")
            });
        (self.is_house(number) && (soft(number) || colon)).then(|| Core {
            first,
            last: self.number_end(number),
            odds: if sure { 16 } else { 1 },
        })
    }

    /// Street and number around a word for a street.
    fn street(&self, first: usize, end: usize) -> Option<Core> {
        let last = end - 1;
        // "C/ de la Luna", "R. Augusta", "Al. Santos": so short a word is a street's with its sign only.
        // "C.F." is another abbreviation.
        if (self.word(first).len() == 1 || self.word(first) == "al")
            && first == last
            && (!matches!(self.gap(last + 1), Gap::Slash | Gap::Dot) || self.word(last + 1).len() == 1)
        {
            return None;
        }
        // Every order in which languages use this word, and whether it is hardly anything else.
        STREETS.iter().filter(|(list, ..)| self.lists(list, first, end)).find_map(|&(_, order, sure)| {
            let (first, last, name) = match order {
                Order::NumberNameType => self.number_name(first).map(|(number, name)| (number, last, name)),
                Order::TypeNameNumber => self.name_number(last).map(|(number, name)| (first, number, name)),
                Order::NumberTypeName => self
                    .number_before(first)
                    .and_then(|number| Some((number, self.name_after(last)?, last + 1)))
                    .or_else(|| self.name_number(last).map(|(number, name)| (first, number, name))),
                Order::NameTypeNumber => {
                    self.named_before(first, last).or_else(|| self.name_number(last).map(|(number, name)| (first, number, name)))
                }
            }?;
            let capital = (name..=last).take(3).any(|index| self.is_letters(index) && self.is_capital(index));
            let odds = match (sure, capital) {
                (true, true) => 16,
                (true, false) if order != Order::NumberNameType => 8,
                (false, true) => 8,
                _ => 1,
            };
            Some(Core { first, last, odds })
        })
    }

    /// The number, and the first word of the name, before a word for a street: "14 Larch" of "14 Larch Road".
    fn number_name(&self, street: usize) -> Option<(usize, usize)> {
        let mut at = street;
        let mut names = 0;
        while at > 0 && names <= 4 {
            if !matches!(self.gap(at), Gap::Space | Gap::Hyphen | Gap::Apostrophe | Gap::Dot | Gap::Glued) {
                return None;
            }
            at -= 1;
            let word = self.word(at);
            if self.is_digits(at) {
                // "98th"
                if self.gap(at + 1) == Gap::Glued && matches!(self.word(at + 1), "st" | "nd" | "rd" | "th") {
                    continue;
                }
                return (names > 0 && self.is_house(at)).then_some((at, at + 1));
            }
            if self.gap(at) == Gap::Glued {
                // "16a"
                if word.len() == 1 && names > 0 && self.is_house(at - 1) {
                    return Some((at - 1, at + 1));
                }
                if !matches!(word, "st" | "nd" | "rd" | "th") {
                    return None;
                }
            }
            let passes = self.is_capital(at) || matches!(word, "old" | "new" | "st") || word_kind(word) != WordKind::Ordinary;
            if BREAKS.has(word) && !self.is_capital(at) || !passes || MEASURES.has(word) {
                return None;
            }
            names += 1;
        }
        None
    }

    /// The last word of the number, and the first of the name, after a word for a street: "Mayor 12" of "calle Mayor 12".
    fn name_number(&self, street: usize) -> Option<(usize, usize)> {
        let mut at = street;
        let mut names = 0;
        let mut comma = false;
        loop {
            at += 1;
            let gap = self.gap(at);
            match gap {
                Gap::Hard => return None,
                Gap::Comma => comma = true,
                _ => {}
            }
            if self.is_digits(at) {
                if names > 0 && !self.goes_on_as_name(at) {
                    // "rua cheia de 20 carros"
                    let cut_off = gap == Gap::Space
                        && matches!(
                            self.word(at - 1),
                            "de" | "da" | "do" | "del" | "di" | "la" | "du" | "des" | "en" | "na" | "на"
                        );
                    return (!cut_off && self.is_house(at)).then(|| (self.number_end(at), street + 1));
                }
                // "Calle 45 # 12-30"
                let marked = self.gap(at + 1) == Gap::Mark || self.is(at + 1, &MARKERS);
                if names == 0 && marked {
                    let number = (at + 1..at + 3).find(|&index| self.is_digits(index))?;
                    return Some((self.number_end(number), street + 1));
                }
                if !self.goes_on_as_name(at) {
                    return None;
                }
            } else {
                let word = self.word(at);
                // "s/n" is no number, and stands for one.
                if names > 0 && word == "s" && self.gap(at + 1) == Gap::Slash && self.word(at + 1) == "n" {
                    return Some((at + 1, street + 1));
                }
                // "chalet 14" numbers a house of an estate.
                if MARKERS.has(word) || (names > 0 && UNITS.has(word) && self.is_digits(at + 1)) {
                    continue;
                }
                if comma || (BREAKS.has(word) && !self.is_capital(at)) || self.is_ordinary(at) {
                    return None;
                }
            }
            names += 1;
            if names > MOST_NAME_WORDS {
                return None;
            }
        }
    }

    /// True for a word that says something else than a name, unless it is written as one.
    fn is_ordinary(&self, index: usize) -> bool {
        let word = self.word(index);
        !PARTICLES.has(word) && !self.is_capital(index) && word_kind(word) == WordKind::Ordinary
    }

    /// True where a number is part of a name: "rua 7 de setembro 210", "ул. 8 марта 15".
    fn goes_on_as_name(&self, at: usize) -> bool {
        let next = at + 1;
        self.gap(next) == Gap::Space
            && self.is_letters(next)
            && !self.is(next, &UNITS)
            && !self.is(next, &SIDES)
            && !self.is(next, &MARKERS)
            && (next + 1..next + 3)
                .any(|index| self.is_digits(index) && self.gap(index) != Gap::Hard && self.gap(index) != Gap::Comma)
            && self.scan.tokens[at].span.len() <= 2
    }

    /// The number straight before a word for a street: "12 bis" of "12 bis, rue …".
    fn number_before(&self, street: usize) -> Option<usize> {
        if street == 0 || !matches!(self.gap(street), Gap::Space | Gap::Comma) {
            return None;
        }
        let mut at = street - 1;
        if matches!(self.word(at), "bis" | "ter" | "quater" | "b" | "a" | "c")
            && at > 0
            && matches!(self.gap(at), Gap::Space | Gap::Glued)
        {
            at -= 1;
        }
        self.is_house(at).then_some(at)
    }

    /// The last word of the name after a word for a street: "Lilas" of "rue des Lilas".
    fn name_after(&self, street: usize) -> Option<usize> {
        let mut last = street;
        let mut named = false;
        let mut capital = false;
        while last - street < MOST_NAME_WORDS {
            let next = last + 1;
            let soft = matches!(self.gap(next), Gap::Space | Gap::Hyphen | Gap::Apostrophe | Gap::Dot);
            let word = self.word(next);
            if !soft || (self.is_digits(next) && !self.goes_on_as_name(next)) || UNITS.has(word) || BREAKS.has(word) {
                break;
            }
            let particle = PARTICLES.has(word);
            let glued = matches!(self.gap(next), Gap::Hyphen | Gap::Apostrophe);
            if !particle && !glued && (self.is_ordinary(next) || (capital && !self.is_capital(next))) {
                break;
            }
            // A particle belongs to the name only with a word behind it.
            if !particle {
                named = true;
                capital |= self.is_capital(next);
            }
            last = next;
        }
        while last > street && self.is(last, &PARTICLES) {
            last -= 1;
        }
        named.then_some(last)
    }

    /// Name, word for a street and number, in this order: "Невский проспект, 88".
    fn named_before(&self, first: usize, last: usize) -> Option<(usize, usize, usize)> {
        let mut number = last + 1;
        if self.is(number, &MARKERS) && self.gap(number) != Gap::Hard {
            number += 1;
        }
        if !self.is_house(number) || self.gap(number) == Gap::Hard || self.goes_on_as_name(number) {
            return None;
        }
        let mut name = first;
        while name > 0 && first - name < 3 && matches!(self.gap(name), Gap::Space | Gap::Hyphen) && self.is_letters(name - 1) {
            let before = name - 1;
            let word = self.word(before);
            let adjective = ADJECTIVES.before_ending(word).is_some_and(|stem| !stem.is_empty());
            let hyphen = self.gap(name) == Gap::Hyphen;
            let first_one = name == first && !self.is_ordinary(before) && !self.is(before, &BREAKS);
            if !(hyphen || (self.is_capital(before) || adjective) && (first_one || self.is_capital(before))) {
                break;
            }
            name = before;
        }
        (name < first).then(|| (name, self.number_end(number), name))
    }

    /// A German name that ends as streets do, before the number that opened.
    fn fused(&self) -> Option<Core> {
        let number = self.scan.token;
        let mut first = number.checked_sub(1)?;
        if !self.is_letters(first) || self.scan.len > LONGEST_HOUSE {
            return None;
        }
        let word = self.word(first);
        let stem = FUSED.before_ending(word).filter(|stem| stem.len() >= 3 || stem.is_empty())?;
        if !matches!(self.gap(number), Gap::Space | Gap::Dot | Gap::Comma) || !self.is_house(number) || NOT_FUSED.has(word) {
            return None;
        }
        while first > 0 && self.gap(first) == Gap::Hyphen && self.is_letters(first - 1) && number - first < 5 {
            first -= 1;
        }
        if stem.is_empty() && first + 1 == number {
            return None;
        }
        let street = word.ends_with("strase") || word.ends_with("strasse") || word.ends_with("str");
        let odds = match (street, self.is_capital(first)) {
            (true, true) => 16,
            (true, false) | (false, true) => 4,
            (false, false) => 1,
        };
        Some(Core { first, last: self.number_end(number), odds })
    }

    /// A name and a number behind a cue, or in an answer.
    fn introduced(&self) -> Option<Core> {
        static LINKS: WordList = WordList::new(
            "is, es, e, ist, est, in, der, dem, na, no, em, en, el, la, at, to, on, по, адресу, на, в, jetzt, now, lautet, mein, moi, chez, au, a, nel, nella, город, мкр",
        );
        let mut at = self.scan.token;
        let opened = at;
        let gap = &self.lower[self.scan.at..self.scan.tokens.get(at)?.span.start as usize];
        if gap.len() > 4 || has_sign(gap, b".!;,") {
            return None;
        }
        while at - opened < 3
            && LINKS.has(self.word(at))
            && matches!(self.gap(at + 1), Gap::Space | Gap::Hard)
            && !self.is_capital(at)
        {
            at += 1;
        }
        let first = at;
        if self.is_house(first) {
            // "3 The Paddock"
            let mut last = self.number_end(first);
            while self.gap(last + 1) == Gap::Space && self.is_capital(last + 1) && self.is_letters(last + 1) && last - first < 5 {
                last += 1;
            }
            let named =
                (first + 1..=last).any(|index| self.word(index).len() > 3 && word_kind(self.word(index)) != WordKind::Ordinary);
            return named.then_some(Core { first, last, odds: 2 });
        }
        let mut capital = false;
        while self.is_letters(at) && at - first < MOST_NAME_WORDS {
            let word = self.word(at);
            if UNITS.has(word) || BREAKS.has(word) || self.is_ordinary(at) || MARKERS.has(word) && at == first {
                return None;
            }
            if !PARTICLES.has(word) {
                // "ship to Spain costs 20"
                if capital && !self.is_capital(at) {
                    return None;
                }
                capital |= self.is_capital(at);
            }
            at += 1;
            if !matches!(self.gap(at), Gap::Space | Gap::Hyphen | Gap::Apostrophe | Gap::Dot | Gap::Comma) {
                return None;
            }
        }
        if at == first || !self.is_house(at) || (self.scan.cue.is_some() && (first..at).all(|index| self.is(index, &PARTICLES))) {
            return None;
        }
        let last = self.number_end(at);
        let told = capital
            || self.scan.cue.is_none()
            || last > at
            || matches!(self.gap(last + 1), Gap::Comma)
            || self.part(last, last).is_some()
            || at - first > 1;
        told.then_some(Core { first, last, odds: 2 })
    }

    /// True for a number that a house may have.
    fn is_house(&self, index: usize) -> bool {
        let Some(token) = self.scan.tokens.get(index).filter(|token| token.is_digits() && token.span.len() <= LONGEST_HOUSE)
        else {
            return false;
        };
        let bytes = self.lower.as_bytes();
        let (before, after) = (&bytes[..token.span.start as usize], &bytes[token.span.end as usize..]);
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let part = match after {
            [b'%', ..] => true,
            [b':' | b',' | b'.', rest @ ..] => digit(rest.first()),
            _ => behind_signs(&self.lower[token.span.end as usize..], b" ").starts_with(['€', '$', '£', '₽', '%']),
        };
        let piece = match before {
            [.., b'$' | b'+' | b'*'] => true,
            [rest @ .., b'.' | b',' | b':' | b'-' | b'/'] => digit(rest.last()),
            _ => false,
        };
        let measured = self.gap(index + 1) != Gap::Hard && self.is(index + 1, &MEASURES) && self.gap(index + 1) == Gap::Space;
        let nothing = self.word(index) == "0";
        !(part || piece || measured || nothing)
    }

    /// The last piece of a house number: "5a", "9/A", "8-24", "15к2", "12 bis".
    fn number_end(&self, number: usize) -> usize {
        let mut last = number;
        for _ in 0..4 {
            let next = last + 1;
            let word = self.word(next);
            let short = word.chars().nth(2).is_none();
            let more = match self.gap(next) {
                Gap::Glued => short || self.is_digits(next),
                Gap::Hyphen | Gap::Slash => (self.is_digits(next) && word.len() <= 4) || is_single(word),
                Gap::Space => matches!(word, "bis" | "ter"),
                _ => false,
            };
            if !more {
                break;
            }
            last = next;
        }
        last
    }

    /// The whole address around street and number, in bytes, and what speaks for it.
    fn whole(&self, core: Core) -> Option<(usize, usize, u32)> {
        let first = self.before(core.first);
        let mut last = core.last;
        let mut telling = first < core.first;
        let mut parts = 0;
        while let Some(part) = self.part(last, core.last).filter(|_| parts < MOST_PARTS) {
            telling |= part.telling;
            last = part.last;
            parts += 1;
        }
        let odds = if telling { core.odds.max(2) * 4 } else { core.odds };
        let odds = if self.is_business(first, last) { 1 } else { odds };
        let (start, end) = (self.scan.tokens[first].span.start as usize, self.scan.tokens[last].span.end as usize);
        // "2a01:cb08:…", "bob5@example.com"
        if begins_with_sign(&self.lower[end..], b":@")
            && !begins_with_sign(&self.lower[end + 1..], b" \n")
            && end + 1 < self.lower.len()
        {
            return None;
        }
        // The signs for ordinals fold to letters; the one for degrees stays behind the last word.
        let end = end + if self.lower[end..].starts_with('°') { '°'.len_utf8() } else { 0 };
        Some((start, end, odds))
    }

    /// Where an address begins that has a flat, a postcode or a town before its street.
    fn before(&self, core: usize) -> usize {
        let mut first = core;
        let is = |index: Option<usize>, list: &WordList| index.is_some_and(|index| self.is(index, list));
        for _ in 0..5 {
            let Some(mut before) = first.checked_sub(1) else { break };
            // "Санкт-Петербург"
            while before > 0
                && self.gap(before) == Gap::Hyphen
                && self.is_letters(before)
                && self.is_letters(before - 1)
                && first - before < 4
            {
                before -= 1;
            }
            let comma = self.gap(first) == Gap::Comma;
            if !comma && !matches!(self.gap(first), Gap::Space | Gap::Dot) {
                break;
            }
            let word = self.word(before);
            let region = matches!(word, "обл" | "область" | "край");
            // "12B" is two words.
            let value = if self.gap(before) == Gap::Glued { before.saturating_sub(1) } else { before };
            let marked = matches!(self.gap(before), Gap::Dot | Gap::Space | Gap::Glued) && is(before.checked_sub(1), &TOWNS);
            let postcode = before.checked_sub(1).filter(|&index| self.is_digits(index) && self.word(index).len() == 5);
            if comma && self.is_digits(value) | is_single(word) && is(value.checked_sub(1), &FLATS) {
                first = value - 1;
            } else if self.is_letters(before) && marked && !is(Some(before), &STREET_ABBREVIATIONS) {
                first = before - 1;
            } else if comma && (region || self.is_capital(before) && HOUSES.has(word)) {
                first = before;
                while first > 0 && self.is_capital(first - 1) && self.gap(first) == Gap::Space && before - first < 2 {
                    first -= 1;
                }
            } else if let Some(postcode) = postcode.filter(|_| comma && self.is_capital(before) && self.gap(before) == Gap::Space)
            {
                // "10969 Berlin, Lindenstraße 12"
                first = postcode;
            } else if comma && KNOWN_TOWNS.has(word) || self.is_digits(before) && matches!(word.len(), 5 | 6) && first < core {
                first = before;
            } else {
                break;
            }
        }
        first
    }

    /// A flat, a postcode or a town that follows.
    fn part(&self, last: usize, core: usize) -> Option<Part> {
        let next = last + 1;
        let gap = self.gap(next);
        if !matches!(gap, Gap::Comma | Gap::Space | Gap::Dot | Gap::Hyphen) {
            return None;
        }
        let telling = |last| Some(Part { last, telling: true });
        let word = self.word(next);
        if self.is_letters(next) {
            if let Some(end) = self.british_postcode(next) {
                return telling(end);
            }
            if let Some(end) = self.unit(next) {
                return telling(end);
            }
            // "Avenue NW", "São Paulo - SP"
            if self.is_upper(next)
                && (matches!(word, "nw" | "ne" | "sw" | "se" | "n" | "s" | "w") || gap == Gap::Hyphen && word.len() == 2)
            {
                return Some(Part { last: next, telling: false });
            }
            // "IL 62704"
            if word.len() == 2 && self.is_digits(next + 1) && self.word(next + 1).len() == 5 && self.gap(next + 1) == Gap::Space {
                return telling(next + 1);
            }
            let town = self.town(next, gap == Gap::Comma)?;
            // "…, 12. Call me": behind a full stop a sentence begins as often.
            if gap == Gap::Dot && self.gap(town + 1) == Gap::Space && self.is_letters(town + 1) {
                return None;
            }
            return (gap == Gap::Comma || last >= core)
                .then_some(Part { last: town, telling: gap == Gap::Comma && self.is_capital(next) });
        }
        if let Some(end) = self.postcode(next) {
            return telling(end);
        }
        self.floor(next, gap == Gap::Comma).and_then(telling)
    }

    /// "кв 12", "Apt 4B", "3. OG links", "bajo".
    fn unit(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if SIDES.has(word) && (self.gap(at) == Gap::Comma || self.is_letters(at)) {
            return Some(at);
        }
        if !UNITS.has(word) || !matches!(self.gap(at + 1), Gap::Space | Gap::Dot | Gap::Glued | Gap::Mark | Gap::Hyphen) {
            return None;
        }
        let mut value = at + 1;
        if self.is(value, &MARKERS) && self.is_digits(value + 1) {
            value += 1;
        }
        if self.is_digits(value) && self.word(value).len() <= 5 {
            return Some(self.number_end(value));
        }
        let word = self.word(value);
        let letter = is_single(word) && !matches!(word, "e" | "y" | "o" | "a" | "и" | "с" | "в")
            || (is_single(word) && self.is_upper(value));
        (letter || SIDES.has(word)).then_some(value)
    }

    fn is_upper(&self, index: usize) -> bool {
        self.scan.tokens.get(index).is_some_and(|token| {
            self.text[token.span.range()].chars().zip(self.lower[token.span.range()].chars()).all(|(c, small)| c != small)
        })
    }

    /// "3º B", "2ºB", "1º 2ª", "3. OG links", "4 izq", "5C".
    fn floor(&self, at: usize, comma: bool) -> Option<usize> {
        if self.word(at).len() > 2 {
            return None;
        }
        let next = at + 1;
        let word = self.word(next);
        let ordinal = self.gap(next) == Gap::Glued
            && (word.starts_with('o') || word.starts_with('a') || matches!(word, "er" | "eme" | "th" | "nd" | "rd" | "st"));
        let door = |index: usize| {
            let word = self.word(index);
            matches!(self.gap(index), Gap::Space | Gap::Hyphen)
                && (SIDES.has(word)
                    || (is_single(word)
                        && self.is_letters(index)
                        && (self.is_upper(index) || matches!(self.gap(index + 1), Gap::Comma)))
                    || (self.is_digits(index)
                        && word.len() <= 2
                        && self.gap(index + 1) == Gap::Glued
                        && matches!(self.word(index + 1), "a" | "o")))
        };
        // "2-1": floor and door.
        let pair = match self.gap(next) {
            Gap::Hyphen | Gap::Slash => self.gap(next + 1) == Gap::Comma || comma && self.ends(next),
            Gap::Space => self.gap(next + 1) == Gap::Comma,
            _ => false,
        };
        if pair && self.is_digits(next) && word.len() <= 2 {
            return Some(next);
        }
        if ordinal && word.len() <= 4 {
            let mut last = next;
            if door(last + 1) {
                last += if self.is_digits(last + 1) { 2 } else { 1 };
            } else if self.is(last + 1, &UNITS) && self.gap(last + 1) == Gap::Space {
                last += 1;
            }
            return Some(last);
        }
        // "3. OG links"
        if matches!(self.gap(next), Gap::Dot | Gap::Space)
            && (SIDES.has(word) || matches!(word, "stock" | "etage" | "floor" | "piso" | "andar" | "piano"))
        {
            let more = next + 1;
            let sided = self.gap(more) == Gap::Space && self.is(more, &SIDES);
            return Some(if sided { more } else { next });
        }
        if self.gap(next) == Gap::Glued && is_single(word) && (comma || self.is_upper(next)) {
            return Some(next);
        }
        (comma && door(next)).then_some(next)
    }

    /// "28013 Madrid", "1200-195 Lisboa", "630099".
    fn postcode(&self, at: usize) -> Option<usize> {
        let mut last = at;
        let len = self.word(at).len();
        if self.gap(at + 1) == Gap::Hyphen
            && self.is_digits(at + 1)
            && matches!((len, self.word(at + 1).len()), (4 | 5, 3) | (5, 4))
        {
            last = at + 1;
        } else if !matches!(len, 4..=6) {
            return None;
        }
        match self.town(last + 1, true) {
            Some(town) if matches!(self.gap(last + 1), Gap::Space | Gap::Comma) => Some(town),
            // Alone, five digits are a postcode only after a town, and six.
            _ if len >= 5 && self.ends(last) => Some(last),
            _ => None,
        }
    }

    fn ends(&self, last: usize) -> bool {
        self.scan.tokens.get(last).is_none_or(|token| {
            let rest = behind_signs(&self.lower[token.span.end as usize..], b" ");
            rest.is_empty() || begins_with_sign(rest, b".,;!?)\n(") || self.gap(last + 1) == Gap::Space
        })
    }

    /// "LS6 2AB"
    fn british_postcode(&self, at: usize) -> Option<usize> {
        if self.word(at).len() > 2 || self.gap(at + 1) != Gap::Glued || !self.is_digits(at + 1) || self.word(at + 1).len() > 2 {
            return None;
        }
        let mut inward = at + 2;
        if self.gap(inward) == Gap::Glued && self.is_letters(inward) && self.word(inward).len() == 1 {
            inward += 1;
        }
        let fits = matches!(self.gap(inward), Gap::Space | Gap::Glued)
            && self.word(inward).len() == 1
            && self.is_digits(inward)
            && self.gap(inward + 1) == Gap::Glued
            && self.word(inward + 1).len() == 2
            && self.is_letters(inward + 1);
        fits.then_some(inward + 1)
    }

    /// The last word of a town that begins here.
    fn town(&self, at: usize, after_comma: bool) -> Option<usize> {
        let mut at = at;
        // "с" is a village's sign, and "with".
        let signed = self.gap(at + 1) == Gap::Dot || self.is_capital(at + 1) || self.word(at) != "с";
        let marked =
            self.is(at, &TOWNS) && matches!(self.gap(at + 1), Gap::Dot | Gap::Space) && self.is_letters(at + 1) && signed;
        if marked {
            at += 1;
        }
        if !self.is_letters(at) {
            return None;
        }
        let word = self.word(at);
        let known = KNOWN_TOWNS.has(word);
        let begins = PARTICLES.has(word) && self.is_capital(at + 1) && self.gap(at + 1) == Gap::Space;
        let capital = self.is_capital(at) && (marked || begins || word_kind(word) != WordKind::Ordinary) && !BUSINESS.has(word);
        let initials = self.is_upper(at) && (2..=4).contains(&word.len()) && after_comma && word_kind(word) == WordKind::Unknown;
        // Behind "NY 10025" the town has been named.
        let state = at > 1 && self.is_letters(at - 2) && self.word(at - 2).len() == 2;
        let behind_code = at > 0
            && !state
            && self.is_digits(at - 1)
            && self.word(at - 1).len() >= 4
            && word.chars().nth(2).is_some()
            && word_kind(word) != WordKind::Ordinary;
        if !(marked || known || capital || initials || behind_code) {
            return None;
        }
        let mut last = at;
        while last - at < 5 {
            let mut next = last + 1;
            while next - last < 3 && self.is(next, &PARTICLES) && matches!(self.gap(next), Gap::Space | Gap::Hyphen) {
                next += 1;
            }
            let joined = matches!(self.gap(next), Gap::Space | Gap::Hyphen | Gap::Apostrophe) && self.is_letters(next);
            let word = self.word(next);
            let more = self.is_capital(next)
                && (word_kind(word) != WordKind::Ordinary || self.gap(next) == Gap::Hyphen)
                && !(word.len() == 2 && self.is_upper(next));
            if !joined
                || !(more || KNOWN_TOWNS.has(word) || self.gap(next) == Gap::Hyphen && known)
                || self.british_postcode(next).is_some()
            {
                break;
            }
            last = next;
        }
        Some(last)
    }

    /// True where a word in the same clause says that a company is there.
    fn is_business(&self, first: usize, last: usize) -> bool {
        const BEFORE: usize = 6;
        const AFTER: usize = 5;
        let clause = |index: usize| matches!(self.gap(index), Gap::Space | Gap::Apostrophe | Gap::Hyphen);
        let before = (first.saturating_sub(BEFORE)..first).rev().take_while(|&index| clause(index + 1));
        let after = (last + 1..last + 1 + AFTER).take_while(|&index| clause(index));
        before.chain(after).any(|index| self.is(index, &BUSINESS))
    }
}

/// What follows street and number.
struct Part {
    last: usize,
    /// It says that this is an address.
    telling: bool,
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "place/address",
    sources: &[
        "Universal Postal Union, S42 address templates for ES, US, GB, DE, FR, IT, PT, BR, MX, CO, RU",
        "Royal Mail, Programmer's guide to the Postcode Address File, postcode formats",
    ],
    matches: &[
        "i live at [[14 Larch Road, Leeds LS6 2AB]]",
        "vivo en la [[calle Mayor 12, 3º B, 28013 Madrid]]",
        "адрес: [[г. Москва, ул. Тверская, д. 10, кв. 5]]",
        "[[Невский проспект, 88, кв. 41, Санкт-Петербург]]",
        "ich wohne in der [[Lindenstraße 12, 10969 Berlin]]",
        "j'habite [[12 rue des Lilas, 75020 Paris]]",
        "abito in [[via Garibaldi 15, 20121 Milano]]",
        "moro na [[Rua das Flores 25, 3º Esq, 1200-195 Lisboa]]",
        "mi dirección: [[Calle 45 # 12-30, Bogotá]]",
        "wohne [[Unter den Eichen 87]]",
        "vivo en [[C/ Josep Pla 31, 4-2, 08019 Barcelona]]",
        "send it to [[PO Box 2214, Tucson, AZ 85702]]",
        "[[apartado de correos 318, 18080 Granada]]",
        "пишите на [[а/я 57, 630099 Новосибирск]]",
        "[[Postfach 10 24 07, 28024 Bremen]]",
        "mon adresse [[boîte postale 46, 35001 Rennes]]",
        "[[caixa postal 915, Curitiba]]",
        "[[casella postale 73, 50123 Firenze]]",
    ],
    near_misses: &[
        "is the oxford street shop open", "wall street is down 300 points", "la tienda de Gran Vía 32 está abierta?",
        "calle cortada por obras", "а я 5 раз писал", "le cs 12 est fermé", "the po box is full", "via libera al rimborso",
        "vivo en madrid", "i live with my 2 kids", "room 12 floor 3",
    ],
};
