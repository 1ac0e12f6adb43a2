//! Numbers near an opening as people write them, and what the words on the way to them say.

use std::ops::RangeInclusive;

use zeroize::Zeroizing;

use crate::{check::luhn_holds, text::Token};

use super::{Scan, Verdict, WordList, begins_with_currency, behind_signs, has_part, has_sign, is_letter, is_word_char};

/// How many words may stand between a cue and its number.
const MOST_WORDS: usize = 7;
/// The same before the cue, where only linking words may.
const MOST_LINKS: usize = 4;
/// A wider gap between two words parts them.
const WIDEST_GAP: usize = 32;
/// More groups than any number is written in; the longest has 34 digits, spelled one by one.
const MOST_GROUPS: usize = 40;

/// Runs of digits with nothing but a separator between each two.
#[derive(Clone, Copy)]
pub(crate) struct Number<'a> {
    text: &'a str,
    lower: &'a str,
    tokens: &'a [Token],
    first: usize,
    groups: usize,
    /// What stands between the opening and the number.
    words: &'a [Token],
    /// It answers to the cue before it.
    behind_cue: bool,
}

impl<'a> Scan<'a> {
    /// The number that a digit opening begins.
    pub(crate) fn number_here(&self) -> Number<'a> {
        self.number(self.token, &[])
    }

    /// The last `most` words before the cue, lower-cased, nearest first.
    pub(crate) fn words_before_cue(&self, most: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        let (lower, tokens) = (self.lower(), self.tokens);
        let cue = self.cue.map_or(0, |cue| tokens.partition_point(|token| token.span.start < cue.start));
        tokens[cue.saturating_sub(most)..cue].iter().rev().map(|word| &lower[word.span.range()])
    }

    /// The numbers of the same clause behind the opening, nearest first. Behind a question mark only an answer counts.
    pub(crate) fn numbers_after(&self) -> impl Iterator<Item = Number<'a>> + use<'a> {
        let (text, lower, tokens) = (self.text(), self.lower(), self.tokens);
        let (from, mut next, mut end) = (self.token, self.token, self.at);
        // The first token behind a question mark.
        let mut asked = None;
        let mut told = false;
        std::iter::from_fn(move || {
            while let Some(&token) = tokens.get(next) {
                let gap = &text[end..token.span.start as usize];
                if next - from > MOST_WORDS
                    || gap.len() > WIDEST_GAP
                    || (next > from && ends_clause(gap, &text[..end]))
                    || (told && has_sign(gap, b"\n"))
                {
                    return None;
                }
                if has_sign(gap, b"?") {
                    asked = Some(next);
                }
                if token.is_digits() {
                    let answer = Number { words: &tokens[asked.unwrap_or(from)..next], ..number(text, lower, tokens, next) };
                    let number = Number { words: &tokens[from..next], behind_cue: true, ..answer };
                    next += number.groups;
                    end = number.end(number.groups);
                    told = true;
                    if asked.is_some() && !answer.is_direct() {
                        return None;
                    }
                    return Some(number);
                }
                next += 1;
                end = token.span.end as usize;
            }
            None
        })
    }

    /// The number in front of the cue, where only linking words stand between: "123 is my pin", "661903 вот код".
    pub(crate) fn number_before(&self) -> Option<Number<'a>> {
        let cue = self.cue?;
        let (text, tokens) = (self.text(), self.tokens);
        let cue_token = tokens.partition_point(|token| token.span.start < cue.start);
        let mut end = cue.start as usize;
        let mut comma = false;
        for at in (cue_token.saturating_sub(MOST_LINKS + 1)..cue_token).rev() {
            let token = tokens[at];
            let gap = &text[token.span.end as usize..end];
            if gap.len() > WIDEST_GAP || has_sign(gap, b"!;?\n") || has_part(gap, ". ") {
                return None;
            }
            comma |= has_sign(gap, b",");
            if token.is_digits() {
                let first = self.first_group(at);
                let number = Number { words: &tokens[at + 1..cue_token], ..self.number(first, &[]) };
                let pointed_at = !comma || number.words().any(|word| POINTERS.has(word));
                return (first + number.groups == at + 1 && number.is_direct() && pointed_at && !number.is_a_tail())
                    .then_some(number);
            }
            end = token.span.start as usize;
        }
        None
    }

    /// Reports what `value` makes of the number beside the cue: of the nearest behind it and of its alternatives ("4821 or 4822"), else
    /// of the one in front.
    pub(crate) fn push_beside_cue(&mut self, value: impl Fn(Number<'a>) -> Option<Number<'a>>, verdict: Verdict) {
        self.push_values(&value, verdict);
    }

    /// Not generic: its code is there once.
    fn push_values(&mut self, value: &dyn Fn(Number<'a>) -> Option<Number<'a>>, verdict: Verdict) {
        const ALTERNATIVE: usize = 2;
        let mut spans = Vec::new();
        let mut last: Option<(usize, usize)> = None;
        for number in self.numbers_after() {
            let value = match value(number) {
                Some(value) => value,
                None if last.is_none() => continue,
                None => break,
            };
            let digits = value.digits(value.groups);
            if last.is_some_and(|(end, as_many)| digits != as_many || value.first - end > ALTERNATIVE) {
                break;
            }
            spans.push((value.start(), value.end(value.groups)));
            last = Some((value.first + value.groups, digits));
        }
        if spans.is_empty() {
            // It has to end where the words to the cue begin.
            let ends_there =
                |number: Number<'a>| value(number).filter(|value| value.first + value.groups == number.first + number.groups);
            spans.extend(self.number_before().and_then(ends_there).map(|value| (value.start(), value.end(value.groups))));
        }
        for (start, end) in spans {
            self.push(start, end, verdict);
        }
    }

    /// The first of the groups that end with this one.
    pub(crate) fn first_group(&self, last: usize) -> usize {
        let mut first = last;
        while first > 0 && last - first < MOST_GROUPS && joins(self.text(), self.tokens[first - 1], self.tokens[first]) {
            first -= 1;
        }
        first
    }

    /// True where the digits before this token, perhaps with "exp" between, are those of a payment card.
    pub(crate) fn follows_card_number(&self, token: usize) -> bool {
        const MOST_WORDS: usize = 3;
        const LENGTHS: RangeInclusive<usize> = 13..=19;
        let words = self.tokens[..token].iter().rev().take(MOST_WORDS).take_while(|word| !word.is_digits()).count();
        let Some(last) = (token - words).checked_sub(1).filter(|&last| self.tokens[last].is_digits()) else { return false };
        let apart = self.tokens[token].span.start - self.tokens[last].span.end;
        let mut digits = Zeroizing::new([0; *LENGTHS.end()]);
        apart as usize <= WIDEST_GAP
            && (self.first_group(last)..=last).any(|first| {
                let number = self.number(first, &[]);
                let len = number.digits(last + 1 - first);
                LENGTHS.contains(&len) && {
                    number.copy(last + 1 - first, &mut digits[..len]);
                    luhn_holds(&digits[..len])
                }
            })
    }

    /// The number whose first group is this token.
    pub(crate) fn number(&self, first: usize, words: &'a [Token]) -> Number<'a> {
        Number { words, ..number(self.text(), self.lower(), self.tokens, first) }
    }
}

fn number<'a>(text: &'a str, lower: &'a str, tokens: &'a [Token], first: usize) -> Number<'a> {
    let more = tokens[first..].windows(2).take(MOST_GROUPS - 1).take_while(|pair| joins(text, pair[0], pair[1])).count();
    Number { text, lower, tokens, first, groups: more + 1, words: &[], behind_cue: false }
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₽' | '₴' | '₹' | '₺' | '₸')
}

/// True where two runs of digits may be groups of one number.
fn joins(text: &str, before: Token, after: Token) -> bool {
    before.is_digits() && after.is_digits() && {
        let gap = &text.as_bytes()[before.span.end as usize..after.span.start as usize];
        match gap {
            [one] => b" .-/_,|*\n\t~:".contains(one),
            _ => gap.len() <= 3 && gap.iter().all(|byte| b" .-/_,\n\r\t()".contains(byte)),
        }
    }
}

/// True where a clause ends between two words. A full stop after a short word ends an abbreviation.
fn ends_clause(gap: &str, before: &str) -> bool {
    const ABBREVIATION: usize = 4;
    has_sign(gap, b"!;")
        || has_part(gap, "\n\n")
        || (gap.starts_with(". ")
            && before.bytes().rev().take(ABBREVIATION + 1).take_while(u8::is_ascii_alphabetic).count() > ABBREVIATION)
}

impl<'a> Number<'a> {
    fn token(&self, group: usize) -> Token {
        self.tokens[self.first + group]
    }

    /// How many groups there are.
    pub(crate) fn groups(&self) -> usize {
        self.groups
    }

    /// The place of the first group among the tokens.
    pub(crate) fn first(&self) -> usize {
        self.first
    }

    /// The first so many groups.
    pub(crate) fn take(self, groups: usize) -> Self {
        Self { groups, ..self }
    }

    /// What follows the first so many groups.
    pub(crate) fn skip(self, groups: usize) -> Option<Self> {
        let left = self.groups.checked_sub(groups).filter(|&left| left > 0)?;
        Some(Self { first: self.first + groups, groups: left, ..self })
    }

    /// The digits of one group.
    pub(crate) fn group(&self, group: usize) -> &'a str {
        &self.text[self.token(group).span.range()]
    }

    /// What stands between a group and the next; nothing behind the last one.
    pub(crate) fn gap(&self, group: usize) -> &'a str {
        if group + 1 >= self.groups {
            return "";
        }
        &self.text[self.end(group + 1)..self.token(group + 1).span.start as usize]
    }

    /// First byte.
    pub(crate) fn start(&self) -> usize {
        self.token(0).span.start as usize
    }

    /// One past the last byte of the first `groups` groups.
    pub(crate) fn end(&self, groups: usize) -> usize {
        self.token(groups - 1).span.end as usize
    }

    /// How many digits the first `groups` groups have.
    pub(crate) fn digits(&self, groups: usize) -> usize {
        (0..groups).map(|group| self.group(group).len()).sum()
    }

    /// The digits of the first `groups` groups; as many as `out` holds.
    pub(crate) fn copy(&self, groups: usize, out: &mut [u8]) {
        let digits = (0..groups).flat_map(|group| self.group(group).bytes());
        out.iter_mut().zip(digits).for_each(|(place, digit)| *place = digit);
    }

    /// True where every digit of the first `groups` groups is this one.
    pub(crate) fn is_all(&self, groups: usize, digit: u8) -> bool {
        (0..groups).all(|group| self.group(group).bytes().all(|byte| byte == digit))
    }

    /// The words between the opening and the number, lower-cased, in order.
    pub(crate) fn words(&self) -> impl DoubleEndedIterator<Item = &'a str> + use<'a> {
        let lower = self.lower;
        self.words.iter().map(move |word| &lower[word.span.range()])
    }

    /// The word right before a number in front of its cue, lower-cased.
    pub(crate) fn word_before(&self) -> &'a str {
        let before = self.first.checked_sub(1).map(|at| self.tokens[at]).filter(|token| !token.is_digits() && !self.behind_cue);
        before.map_or("", |token| &self.lower[token.span.range()])
    }

    /// True where only words such as "is" and "my" stand between the opening and the number.
    pub(crate) fn is_direct(&self) -> bool {
        self.words().all(is_link)
    }

    /// The same, where other words are as good.
    pub(crate) fn is_direct_with(&self, others: &WordList) -> bool {
        self.words().all(|word| is_link(word) || others.has(word))
    }

    /// True where the first `groups` groups stand for themselves: no letter, sign or further digit touches them.
    pub(crate) fn stands_alone(&self, groups: usize) -> bool {
        let (before, rest) = (&self.text[..self.start()], &self.text[self.end(groups)..]);
        let clear_before = before.chars().next_back().is_none_or(|c| c != '+' && !is_word_char(c) && !is_currency(c));
        let clear_after = match rest.as_bytes() {
            [b'.' | b',' | b':' | b'-' | b'/' | b'\'' | b'_', next, ..] => !next.is_ascii_digit(),
            _ => rest.chars().next().is_none_or(|c| !matches!(c, '%' | '°') && !is_word_char(c) && !is_currency(c)),
        };
        clear_before && clear_after
    }

    /// True where the words say that the first `groups` groups count, measure, date or price something.
    pub(crate) fn counts(&self, groups: usize) -> bool {
        let rest = behind_signs(&self.lower[self.end(groups)..], b" ");
        let word = &rest[..rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len())];
        rest.starts_with(['%', '°'])
            || begins_with_currency(rest)
            || UNITS.has(word)
            || (word.len() >= 4 && UNIT_STEMS.begins(word))
            || (groups == 1 && self.behind_cue && self.words().next_back().is_some_and(|word| PREPOSITIONS.has(word)))
    }

    /// True where only the end of a longer number is told: "ending in 4417".
    pub(crate) fn is_a_tail(&self) -> bool {
        let before = &self.tokens[self.first.saturating_sub(3)..self.first];
        before.iter().any(|word| {
            let word = &self.lower[word.span.range()];
            TAILS.begins(word)
        })
    }

    /// True where one group is a year of our time.
    pub(crate) fn is_year(&self, groups: usize) -> bool {
        let group = self.group(0);
        groups == 1 && group.len() == 4 && (group.starts_with("19") || group.starts_with("20"))
    }

    /// How many groups make a code of so many digits: one run, two runs, or digits one by one.
    pub(crate) fn code(&self, digits: RangeInclusive<usize>) -> Option<usize> {
        let first = self.group(0).len();
        let is_row = self.groups > 2 && first > 1 && (1..3).all(|group| self.group(group).len() == first);
        if is_row && self.digits(self.groups) > *digits.end() {
            // Groups of a longer number.
            return None;
        }
        (1..=self.groups).rev().find(|&groups| {
            digits.contains(&self.digits(groups)) && self.stands_alone(groups) && self.is_one_code(groups, &digits)
        })
    }

    fn is_one_code(&self, groups: usize, digits: &RangeInclusive<usize>) -> bool {
        let first = self.group(0).len();
        let alike = (1..groups).all(|group| self.group(group).len() == first);
        let parted = (0..groups - 1).all(|group| matches!(self.gap(group), " " | "-"));
        match (groups, first) {
            (1, _) => true,
            (_, 1) => alike,
            // As an amount, a clock time or a span of days is written, so only right behind the cue.
            (2, _) if self.behind_cue && self.is_direct() && !has_sign(self.gap(0), b"/:") => {
                self.group(1).len() > 1 && (alike || !digits.contains(&first) || self.gap(0) != " ")
            }
            (2, 2) => false,
            (2, _) => (alike || !digits.contains(&first)) && self.group(1).len() > 1 && parted,
            _ => alike && parted,
        }
    }
}

/// True for a word that joins a cue and its value: "is", "my", "это".
pub(crate) fn is_link(word: &str) -> bool {
    LINKS.has(word)
}

/// Words that join a cue and its value.
static LINKS: WordList = WordList::new(
    "is, was, are, be, its, it, s, the, my, this, that, here, your, our, number, no, nr, num, as, a, an, i, think, says, said, shows, reads, with, by, via, good, new, old, right, correct, wrong, valid, es, son, era, el, la, lo, mi, este, ese, esta, aqui, numero, n, e, o, meu, minha, sao, il, mio, mia, ecco, su, tu, un, uma, una, de, del, da, do, della, dello, con, com, por, per, dice, pone, diz, nuevo, nueva, novo, nova, nuovo, nuova, est, c, etait, le, ce, mon, ma, voici, du, sont, avec, par, dit, nouveau, ist, war, lautet, der, die, das, mein, meine, hier, nummer, mit, sagt, neue, neuer, это, вот, мой, моя, мои, мое, был, была, было, номер, ваш, наш, такой, у, меня, по, новый, пишет, пишут",
);

/// Words that point back over a comma: "12345678, that's my account".
static POINTERS: WordList =
    WordList::new("that, thats, this, these, eso, ese, esa, este, esta, это, вот, das, dies, c, ca, esse, isso, questo, quello");

/// Words right before a number that make it a time, a place or an amount.
static PREPOSITIONS: WordList = WordList::new(
    "at, in, on, by, since, until, till, after, before, around, about, over, under, than, en, desde, hasta, sobre, las, в, с, до, от, на, после, около, за, um, ab, seit, bis, am, im, gegen, depuis, jusqu, vers, as, ate, alle, dal, nel, fino, ore, uhr",
);

/// What numbers count and measure.
static UNITS: WordList = WordList::new(
    "x, h, am, pm, ms, min, mins, sec, secs, kg, km, cm, mm, mb, gb, eur, usd, gbp, rub, chf, pts, pcs, mal, fois, dias, anos, ans, mois, jours, mesi, anni, ore, giorni, volte, uhr, лет, раз, раза, р, руб, шт, дней, дня, час, часа, часов, мин, сек, года, году, год, th, st, nd, rd, bucks, quid, веков, дн",
);

/// The same, with any ending.
static UNIT_STEMS: WordList = WordList::new(
    "times, digit, character, minute, second, hour, days, week, month, year, euro, dollar, pound, people, child, kids, adults, guests, point, percent, veces, cifra, caracter, horas, minuto, semana, meses, pesos, libras, рубл, минут, секунд, недел, месяц, цифр, символ, человек, балл, процент, stunden, minuten, monat, jahre, stell, ziffer, zeichen, person, heures, chiffre, semaine, reais, settiman, kilomet, метр",
);

/// Words that tell only the end of a number.
static TAILS: WordList = WordList::new(
    "end, last, acaba, acabad, termina, ultimo, ultima, оканчива, заканчива, последн, endet, letzte, finissa, finit, dernier, final, finisce, ultime",
);
