//! Documents with a series in front of their number: "4510 123456", "71 № 1234567", "КН 123456".

use super::{Number, Scan};

/// Latin letters that look like Cyrillic ones, as a series is typed on another keyboard, and those of Ukrainian foreign passports.
const LATIN: &str = "ABCEFGHIKMOPTXY";

impl<'a> Scan<'a> {
    /// The number beside the cue that is `whole` digits, or a series of `series` digits with the rest behind it, and where it ends.
    pub(crate) fn document(&self, series: usize, whole: usize) -> Option<(Number<'a>, usize)> {
        let read = |number: Number<'a>| Some((number, self.document_end(&number, series, whole)?));
        self.numbers_after().find_map(read).or_else(|| self.number_before().and_then(read))
    }

    fn document_end(&self, number: &Number<'_>, series: usize, whole: usize) -> Option<usize> {
        let ends_at = |number: &Number<'_>, digits: usize| (1..=number.groups()).find(|&groups| number.digits(groups) == digits);
        if let Some(groups) = ends_at(number, whole).filter(|&groups| number.stands_alone(groups)) {
            return Some(number.end(groups)).filter(|_| !is_filler(number, groups));
        }
        // "4510 номер 123456"
        let groups = ends_at(number, series).filter(|&groups| groups == number.groups())?;
        let next = number.first() + groups;
        let words = self.tokens.get(next..)?.iter().take(2).take_while(|word| !word.is_digits()).count();
        let joined = (next..next + words).all(|word| self.says_number(word) || self.word(word) == "и");
        let rest = self.tokens.get(next + words).filter(|token| joined && token.is_digits())?;
        let apart = &self.text()[number.end(groups)..rest.span.start as usize];
        let rest = self.number(next + words, &[]);
        let groups = ends_at(&rest, whole - series).filter(|&groups| rest.stands_alone(groups))?;
        (apart.len() <= 20 && !apart.contains(['\n', '!', ';', '?'])).then(|| rest.end(groups))
    }

    /// The number of `digits` digits beside the cue with two letters in front that a Cyrillic series may hold: the token of the letters,
    /// the number, and where it ends.
    pub(crate) fn lettered_document(&self, digits: usize) -> Option<(usize, Number<'a>, usize)> {
        let read = |number: Number<'a>| {
            let groups = (1..=number.groups()).find(|&groups| number.digits(groups) == digits)?;
            let before = number.first().checked_sub(1)?;
            let series = if self.says_number(before) { before.checked_sub(1)? } else { before };
            let span = self.tokens[series].span;
            let letters = &self.text()[span.range()];
            let apart = span.end as usize != number.start();
            // A word of the sentence is no series: "на 150000".
            let fits = |c: char| {
                c.is_alphabetic() && (!apart || !c.is_lowercase()) && (!c.is_ascii() || LATIN.contains(c.to_ascii_uppercase()))
            };
            let gap = &self.text()[span.end as usize..number.start()];
            let near = before != series && gap.len() <= 16 || gap.trim_matches([' ', '-', ':', '№', '#']).is_empty();
            let ends = !self.text()[number.end(groups)..].starts_with(char::is_alphanumeric);
            let whole = near && ends && letters.chars().count() == 2 && letters.chars().all(fits);
            (whole && !is_filler(&number, groups)).then(|| (series, number, number.end(groups)))
        };
        self.numbers_after().find_map(read).or_else(|| self.number_before().and_then(read))
    }

    /// True for the word or the sign that may stand between a series and its number.
    fn says_number(&self, token: usize) -> bool {
        matches!(self.word(token), "номер" | "ном" | "n" | "no")
    }
}

fn is_filler(number: &Number<'_>, groups: usize) -> bool {
    number.group(0).bytes().next().is_none_or(|first| number.is_all(groups, first))
}
