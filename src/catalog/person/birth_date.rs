//! Date of birth: a date beside a word that says whose day it is.
//!
//! In any usual order, with digits or the name of a month, checked against the calendar. Without a year, or a year alone,
//! it is one only straight behind the cue.

use crate::{
    check::{is_date, is_date_in_some_century},
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, words},
    text::Span,
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "person/birth_date",
    entity: "DATE_OF_BIRTH",
    kind: Kind::BirthDate,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "born, dob, d o b, date of birth, birth date, birthdate, birthday, bday, b day, birth, birth day, d o birth",
        ),
        (
            Language::Es,
            "naci, nacio, nacido, nacida, nacimos, naciste, nacimiento, fecha de nacimiento, f nacimiento, fec nac, fecha nac, f nac, fnac, cumpleanos, cumple, mi cumple, fecha de nac, fecha nacimiento",
        ),
        (Language::Ru, "родил*, рожден*, рожд, дата рождения, день рождения, дня рождения, др, д р, г р, днюха, рождена"),
        (Language::De, "geboren, geb, geburtsdatum, geburtstag, geburt, gebdatum, geborene, geb dat, geb datum, gebtag"),
        (
            Language::Fr,
            "ne le, nee le, ne e le, nes le, ne en, nee en, naissance, date de naissance, ddn, anniversaire, nee, suis ne, date naissance, date de naiss",
        ),
        (
            Language::Pt,
            "nasci, nasceu, nascido, nascida, nascimento, data de nascimento, aniversario, dn, d n, dt nasc, data nasc, data de nasc, dta nasc",
        ),
        (Language::It, "nato, nata, nacque, nascita, data di nascita, compleanno, nati, data nascita, d nascita"),
    ],
};

/// Months by their names and short forms in seven languages, without accents.
static MONTHS: [&[&str]; 12] = [
    &[
        "january", "jan", "enero", "ene", "января", "январь", "янв", "januar", "janner", "jaenner", "janvier", "janv", "janeiro",
        "gennaio", "gen",
    ],
    &[
        "february", "feb", "febrero", "февраля", "февраль", "фев", "февр", "februar", "fevrier", "fevr", "fev", "fevereiro",
        "febbraio",
    ],
    &["march", "mar", "marzo", "марта", "март", "мар", "marz", "maerz", "mars", "marco"],
    &["april", "apr", "abril", "abr", "апреля", "апрель", "апр", "avril", "avr", "aprile"],
    &["may", "mayo", "мая", "май", "mai", "maio", "maggio", "mag"],
    &["june", "jun", "junio", "июня", "июнь", "июн", "juni", "juin", "junho", "giugno", "giu"],
    &["july", "jul", "julio", "июля", "июль", "июл", "juli", "juillet", "juil", "julho", "luglio", "lug"],
    &["august", "aug", "agosto", "ago", "августа", "август", "авг", "aout"],
    &[
        "september", "sept", "sep", "septiembre", "setiembre", "сентября", "сентябрь", "сен", "сент", "septembre", "setembro",
        "set", "settembre",
    ],
    &["october", "oct", "octubre", "октября", "октябрь", "окт", "oktober", "okt", "octobre", "outubro", "out", "ottobre", "ott"],
    &["november", "nov", "noviembre", "ноября", "ноябрь", "ноя", "нояб", "novembre", "novembro"],
    &["december", "dec", "diciembre", "dic", "декабря", "декабрь", "дек", "dezember", "dez", "decembre", "dezembro", "dicembre"],
];

/// Words within a date: "the 2nd of June", "7 de marzo de 1991".
const INNER: &[&str] = &["of", "de", "del", "do", "di", "the", "st", "nd", "rd", "th", "er", "o", "a", "го", "ого", "е", "ого"];

/// Words between a date and the cue behind it.
const LINKS: &[&str] = &[
    "is", "was", "my", "the", "of", "date", "day", "es", "mi", "fecha", "de", "la", "ist", "mein", "das", "war", "est", "ma",
    "mon", "la", "e", "meu", "minha", "o", "a", "mia", "il", "mio", "это", "мой", "моя", "дата", "день", "г", "года", "год",
    "was", "i", "thats", "that", "s",
];

/// What has a year of birth in a manner of speaking only.
const THINGS: &str = "app, application, company, brand, site, website, shop, store, idea, project, band, firm, startup, product, game, team, club, bank, movement, internet, city, town, service, aplicacion, empresa, marca, tienda, web, proyecto, grupo, equipo, banco, servicio, ciudad, приложение, компания, фирма, бренд, сайт, магазин, идея, проект, группа, команда, банк, сервис, город, firma, unternehmen, marke, laden, idee, projekt, verein, stadt, dienst, entreprise, societe, marque, boutique, projet, equipe, banque, ville, aplicativo, loja, ideia, projeto, equipa, cidade, servico, applicazione, azienda, societa, negozio, progetto, squadra, banca, citta, servizio";

/// How far behind the cue the date may begin.
const MOST_WORDS: usize = 7;

fn scan(scan: &mut Scan<'_>) {
    let dates = Dates { scan, lower: scan.lower() };
    let found = match scan.cue {
        Some(cue) => dates.behind().or_else(|| dates.in_front(cue)),
        None => dates.behind(),
    };
    if let Some(date) = found {
        let start = scan.tokens[date.first].span.start as usize;
        scan.push(start, date.end, Verdict::plausible(if date.whole { 64 } else { 4 }));
    }
}

/// A date, by its first and last word.
#[derive(Clone, Copy)]
struct Date {
    first: usize,
    last: usize,
    end: usize,
    /// Day, month and year.
    whole: bool,
}

struct Dates<'d, 's> {
    scan: &'d Scan<'s>,
    lower: &'d str,
}

impl Dates<'_, '_> {
    fn word(&self, index: usize) -> &str {
        self.scan.tokens.get(index).map_or("", |token| &self.lower[token.span.range()])
    }

    fn number(&self, index: usize) -> Option<u32> {
        let token = self.scan.tokens.get(index).filter(|token| token.is_digits() && token.span.len() <= 8)?;
        self.lower[token.span.range()].parse().ok()
    }

    fn month(&self, index: usize) -> Option<u32> {
        let word = self.word(index);
        MONTHS.iter().position(|names| names.contains(&word)).map(|month| month as u32 + 1)
    }

    fn gap(&self, index: usize) -> &str {
        match (self.scan.tokens.get(index), self.scan.tokens.get(index + 1)) {
            (Some(word), Some(next)) => &self.lower[word.span.end as usize..next.span.start as usize],
            _ => "\n\n",
        }
    }

    /// The first date behind the opening, with no other number before it.
    fn behind(&self) -> Option<Date> {
        let first = self.scan.token;
        let mut end = self.scan.at;
        for index in first..first + MOST_WORDS {
            let token = self.scan.tokens.get(index)?;
            let gap = &self.lower[end..token.span.start as usize];
            // A question may stand between, but then the answer is at hand.
            let stop = gap.contains([';', '!'])
                || gap.contains(". ") && index > first
                || gap.contains("\n\n")
                || (gap.contains('?') && index > first + 1);
            if stop {
                return None;
            }
            if let Some(date) = self.date(index) {
                return (date.whole || index - first <= 3).then_some(date);
            }
            if token.is_digits() {
                return None;
            }
            end = token.span.end as usize;
        }
        None
    }

    /// The date before a cue, with nothing but linking words between.
    fn in_front(&self, cue: Span) -> Option<Date> {
        let mut last = self.scan.tokens.partition_point(|token| token.span.start < cue.start).checked_sub(1)?;
        for _ in 0..4 {
            let gap = self.gap(last);
            if gap.len() > 3 || gap.contains(['?', '!', ';', '\n']) {
                return None;
            }
            if !LINKS.contains(&self.word(last)) {
                break;
            }
            last = last.checked_sub(1)?;
        }
        (last.saturating_sub(6)..=last).find_map(|first| self.date(first).filter(|date| date.whole && date.last == last))
    }

    /// The date that begins with this word.
    fn date(&self, first: usize) -> Option<Date> {
        // "a12", "1.2.3.4": pieces of something else.
        let before = self.scan.tokens.get(first)?.span.start as usize;
        let touched = self.lower.as_bytes()[..before].last().is_some_and(|b| b.is_ascii_alphanumeric() || b"$#_@".contains(b));
        if touched {
            return None;
        }
        self.numeric(first).or_else(|| self.named(first)).or_else(|| self.compact(first)).or_else(|| self.partial(first))
    }

    fn made(&self, first: usize, last: usize, whole: bool) -> Option<Date> {
        let end = self.scan.tokens[last].span.end as usize;
        let after = &self.lower.as_bytes()[end..];
        // "12.05.1987.4", "1987%", "1971a"
        let goes_on = match after {
            [b'%', ..] => true,
            [b'.' | b'/' | b'-' | b',' | b':', digit, ..] => digit.is_ascii_digit(),
            // A Russian "г" folds to a Latin letter beside digits.
            [byte, ..] => {
                (byte.is_ascii_alphanumeric() || b"_@".contains(byte))
                    && self.scan.folded.typed(Span::new(end, end + 1)).is_ascii()
            }
            [] => false,
        };
        (!goes_on).then_some(Date { first, last, end, whole })
    }

    /// "12/05/1987", "1987-05-12", "12 05 87"
    fn numeric(&self, first: usize) -> Option<Date> {
        let (a, b, c) = (self.number(first)?, self.number(first + 1)?, self.number(first + 2)?);
        let separator = self.gap(first).trim_matches(' ');
        if separator != self.gap(first + 1).trim_matches(' ')
            || !matches!(separator, "." | "/" | "-" | "")
            || self.gap(first).is_empty()
        {
            return None;
        }
        let len = |index: usize| self.word(first + index).len();
        let fits = match (len(0), len(1), len(2)) {
            (1 | 2, 1 | 2, 4) => is_year(c) && (is_date(c, b, a) || is_date(c, a, b)),
            (4, 1 | 2, 1 | 2) => is_year(a) && (is_date(a, b, c) || is_date(a, c, b)),
            (1 | 2, 1 | 2, 2) => {
                is_date_in_some_century(c, b, a) || is_date_in_some_century(c, a, b) || is_date_in_some_century(a, b, c)
            }
            _ => false,
        };
        if fits { self.made(first, first + 2, true) } else { None }
    }

    /// The next word of a date, with small words skipped.
    fn inner(&self, mut index: usize) -> Option<usize> {
        for _ in 0..4 {
            let gap = self.gap(index);
            if gap.len() > 4 || !gap.chars().all(|c| " .,-/'°".contains(c)) {
                return None;
            }
            index += 1;
            if !INNER.contains(&self.word(index)) {
                return Some(index);
            }
        }
        None
    }

    /// "7 de marzo de 1991", "March 7th, 1991", "12 march 71", "1. januar 1959", "mayo de 1987"
    fn named(&self, first: usize) -> Option<Date> {
        let (day, month, at) = if let Some(month) = self.month(first) {
            match self.inner(first).and_then(|at| Some((self.number(at)?, at))) {
                Some((day, at)) if self.word(at).len() <= 2 => (day, month, at),
                Some((year, at)) if self.word(at).len() == 4 && is_year(year) => return self.made(first, at, true),
                _ => return None,
            }
        } else {
            let day = self.number(first).filter(|_| self.word(first).len() <= 2)?;
            let at = self.inner(first)?;
            (day, self.month(at)?, at)
        };
        let year = self.inner(at).and_then(|at| Some((self.number(at)?, at)));
        match year {
            Some((year, at)) if self.word(at).len() == 4 && is_year(year) && is_date(year, month, day) => {
                self.made(first, at, true)
            }
            Some((year, at)) if self.word(at).len() == 2 && is_date_in_some_century(year, month, day) => {
                self.made(first, at, true)
            }
            // "April 3rd"
            _ if self.scan.cue.is_some_and(|cue| self.lower[cue.range()].starts_with("ne ")) => None,
            _ => {
                let ordinal = matches!(self.word(at + 1), "st" | "nd" | "rd" | "th") && self.gap(at).is_empty();
                if is_date(2000, month, day) { self.made(first, at + usize::from(ordinal), false) } else { None }
            }
        }
    }

    /// "12051987", "19870512"
    fn compact(&self, first: usize) -> Option<Date> {
        let number = self.number(first).filter(|_| self.word(first).len() == 8)?;
        let (begin, middle, year) = (number / 1_000_000, number / 10_000 % 100, number % 10_000);
        let forward = is_year(year) && (is_date(year, middle, begin) || is_date(year, begin, middle));
        let backward = is_year(number / 10_000) && is_date(number / 10_000, number / 100 % 100, number % 100);
        if forward || backward { self.made(first, first, true) } else { None }
    }

    /// True where a thing is said to be born: "our band was born in 2009".
    fn is_of_a_thing(&self, cue: Span) -> bool {
        const REACH: usize = 4;
        let cue = self.scan.tokens.partition_point(|token| token.span.start < cue.start);
        (cue.saturating_sub(REACH)..cue).any(|at| words(THINGS).any(|thing| thing == self.word(at)))
    }

    /// "12/5", "1987", "87": straight behind the cue, with the small words that lead to them.
    fn partial(&self, first: usize) -> Option<Date> {
        const LEADS: &[&str] = &["in", "en", "el", "im", "nel", "em", "в", "on", "is", "es", "am", "le", "il", "the", "um"];
        let number = self.number(first)?;
        let len = self.word(first).len();
        let cue = self.scan.cue?;
        let leads = first.checked_sub(self.scan.token).filter(|leads| *leads <= 2)?;
        // "ne" without its accent is not born.
        let negation = self.lower[cue.range()].starts_with("ne ") && !self.scan.folded.typed(cue).contains(['é', 'É']);
        if negation || !(self.scan.token..first).all(|index| LEADS.contains(&self.word(index))) {
            return None;
        }
        if let Some(other) = self.number(first + 1).filter(|_| matches!(self.gap(first), "/" | "." | "-")) {
            let day = is_date(2000, other, number) || is_date(2000, number, other);
            let mut date = if day && len <= 2 && self.word(first + 1).len() <= 2 {
                self.made(first, first + 1, false)?
            } else {
                return None;
            };
            // "12.5."
            if self.gap(first) == "." && self.lower[date.end..].starts_with('.') {
                date.end += 1;
            }
            return Some(date);
        }
        if self.is_of_a_thing(cue) {
            return None;
        }
        let before = if leads > 0 { self.scan.token } else { self.scan.token - 1 };
        let preposition = matches!(self.word(before), "in" | "en" | "im" | "nel" | "em" | "в");
        if !preposition {
            return None;
        }
        let follows_unit = self.scan.tokens.get(first + 1).is_some()
            && self.gap(first).len() <= 1
            && matches!(self.word(first + 1), "minutes" | "days" | "hours" | "dias" | "лет");
        let fits = (len == 4 && is_year(number)) || (len == 2 && number > 19);
        if fits && !follows_unit { self.made(first, first, false) } else { None }
    }
}

fn is_year(year: u32) -> bool {
    (1900..=2040).contains(&year)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "person/birth_date",
    sources: &["ISO 8601-1:2019 and the orders of Unicode CLDR 46 for en, es, ru, de, fr, pt and it"],
    matches: &[
        "i was born on [[12/05/1987]]", "fecha de nacimiento: [[3 de abril de 1979]]", "родилась [[7 марта 1979]] года",
        "geboren am [[1. januar 1959]]", "je suis née le [[1er janvier 1959]]", "dob [[19870512]]",
        "my birthday is [[april 3rd 1991]]", "[[12/05/1987]] is my date of birth", "born [[12 march 71]]",
    ],
    near_misses: &[
        "the meeting is 12/05/1987", "i was born on 31/02/1987", "my birthday is next week", "born to shop 24/7",
        "geboren um zu kaufen", "our band was born in 2009", "la tienda nació en 1998",
    ],
};
