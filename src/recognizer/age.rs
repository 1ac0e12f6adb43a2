//! Ages as people say them: "i'm 34", "tengo 34 años", "мне 34 года", "my 9 year old", "сыну 12", "cumplí cincuenta años".

use super::{
    FrameWord, Scan,
    statement::{Gap, fits},
};

/// How many words may stand between whose age it is and the number.
const REACH: usize = 6;
/// The oldest anybody says to be.
const OLDEST: u32 = 120;
/// Below it, somebody's child is a minor whose data is nobody's to share.
const MINOR: u32 = 16;
/// Who says their age with nothing behind it.
const ADULT: std::ops::RangeInclusive<u32> = 14..=99;

/// An age said of a person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Age {
    /// First token, and one past the last.
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// The child of somebody, and below the age of consent.
    pub(crate) of_minor: bool,
}

/// What follows the number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Nothing: "i'm 34".
    None,
    /// What durations are told in, too: "años", "лет".
    Plain,
    /// Months: ages of babies.
    Months,
    /// Of ages only: "years old".
    Old,
}

/// A number with its unit.
#[derive(Clone, Copy)]
struct Count {
    first: usize,
    /// One past the last token.
    end: usize,
    unit: Unit,
    years: u32,
}

/// True for a word for somebody's child.
pub(crate) fn is_child(role: Option<FrameWord>) -> bool {
    matches!(role, Some(FrameWord::Child | FrameWord::ChildBare))
}

impl Scan<'_> {
    /// The age that this run of digits is.
    pub(crate) fn age_at(&self, token: usize) -> Option<Age> {
        let years = self.whole_number(token)?;
        let (unit, end) = self.unit(token + 1);
        if unit == Unit::None {
            // Nothing else stands right before an age without a unit.
            let before = self.role(token.checked_sub(1)?)?;
            if matches!(before, FrameWord::At | FrameWord::Thing | FrameWord::Other | FrameWord::Topic | FrameWord::Strong) {
                return None;
            }
        }
        let number = self.number(token, &[]);
        let touched = matches!(unit, Unit::None | Unit::Plain) && !number.stands_alone(1);
        if years > OLDEST || touched || unit == Unit::None && number.counts(1) {
            return None;
        }
        self.age(Count { first: token, end, unit, years })
    }

    /// The age in words that ends with the unit of this token: "cincuenta años".
    pub(crate) fn age_in_words(&self, unit: usize) -> Option<Age> {
        const MOST: usize = 4;
        let (mut first, mut years) = (unit, 0);
        while first > 0 && unit - first < MOST && self.gap(first - 1) <= Gap::Space {
            match self.role(first - 1) {
                Some(FrameWord::Many) => years = MINOR,
                Some(FrameWord::Few) => years = years.max(1),
                // "cuarenta y seis", "cinquenta e um"
                _ if first > 1 && self.is_many(first - 2) && fits(self.word(first - 1), "y, e, et, and, und") => {}
                Some(FrameWord::Article) if first > 2 && self.is_many(first - 3) => years = MINOR,
                _ if self.is_many(first - 1) => years = MINOR,
                _ => break,
            }
            first -= 1;
        }
        let (unit, end) = self.unit(unit);
        if years == 0 || unit == Unit::None { None } else { self.age(Count { first, end, unit, years }) }
    }

    /// "cinquantadue", "zweiundfünfzig": Italian and German write it in one word.
    fn is_many(&self, token: usize) -> bool {
        let word = self.word(token);
        self.role(token) == Some(FrameWord::Many)
            || word.len() > 6
                && (fits(word, "veinti*, venti*, trent*, quarant*, cinquant*, sessant*, settant*, ottant*, novant*")
                    || word.ends_with("zig")
                    || word.ends_with("eisig"))
    }

    /// What the answer to "how old?" says: its only number.
    pub(crate) fn age_of_answer(&self) -> Option<Age> {
        let token = (0..self.tokens.len()).find(|&token| self.is_digits(token))?;
        let years = self.whole_number(token)?;
        let (unit, end) = self.unit(token + 1);
        let asked = years <= OLDEST && (self.number(token, &[]).stands_alone(1) || unit == Unit::Old);
        asked.then_some(Age { first: token, end, of_minor: years < MINOR || unit == Unit::Months })
    }

    /// A number of up to three digits that goes on from nothing.
    fn whole_number(&self, token: usize) -> Option<u32> {
        let span = self.tokens[token].span;
        let (start, lower) = (span.start as usize, self.lower().as_bytes());
        let before = start.checked_sub(1).map_or(b' ', |before| lower[before]);
        if span.len() > 3 || lower[start] == b'0' || before.is_ascii_alphanumeric() || b".,/-+:#_$*".contains(&before) {
            return None;
        }
        Some(lower[span.range()].iter().fold(0, |number, digit| number * 10 + u32::from(digit.wrapping_sub(b'0'))))
    }

    /// The unit that begins with this token, and one past its last.
    fn unit(&self, token: usize) -> (Unit, usize) {
        let near = |token: usize| {
            token > 0 && token < self.tokens.len() && self.gap(token - 1) <= Gap::Space && self.gap_after(token - 1).len() < 3
        };
        if !near(token) {
            return (Unit::None, token);
        }
        let word = self.word(token);
        let old = near(token + 1) && fits(self.word(token + 1), "old, o, alt");
        match self.role(token) {
            Some(FrameWord::Grown) => (Unit::Old, token + 1),
            _ if word == "yo" => (Unit::Old, token + 1),
            Some(FrameWord::Months) if old => (Unit::Months, token + 2),
            Some(FrameWord::Months) => (if word.starts_with(['m', 'м']) { Unit::Months } else { Unit::None }, token + 1),
            _ if word == "mes" => (Unit::Months, token + 1),
            Some(FrameWord::Years | FrameWord::And) if old => (Unit::Old, token + 2),
            // "years" alone are no age.
            Some(FrameWord::Years) if !word.starts_with('y') => (Unit::Plain, token + 1),
            _ => (Unit::None, token),
        }
    }

    fn age(&self, count: Count) -> Option<Age> {
        let Count { first, end, unit, years } = count;
        let young = unit == Unit::Months || years < MINOR;
        let of = |child: bool| Some(Age { first, end, of_minor: child && young });
        if unit == Unit::Old && first > 0 && !self.clause_ends(first - 1) && self.is_who(end) {
            // "my 6 year old has no passport"
            if self.role(first - 1) == Some(FrameWord::My) {
                return of(true);
            }
            // "as a 45 year old", "i'm a 30 year old woman"
            if first > 1 && self.word(first - 1) == "a" && (self.word(first - 2) == "as" || self.is_me(first - 2)) {
                return of(false);
            }
        }
        // "travelling with a 6 month old baby"
        if first > 1 && self.word(first - 1) == "a" && is_child(self.role(end)) && unit != Unit::Plain {
            let before = self.role(first - 2);
            if matches!(before, Some(FrameWord::With | FrameWord::Have | FrameWord::MeHave)) {
                return of(true);
            }
        }
        self.whose(count).or_else(|| self.whose_behind(count)).and_then(of)
    }

    /// True where somebody is meant, no thing: "my 6 year old has", "my 9 year old daughter".
    fn is_who(&self, token: usize) -> bool {
        self.gap(token - 1) >= Gap::Comma
            || self.role(token).is_some_and(|role| role != FrameWord::Thing)
            || fits(self.word(token), "wants, needs, loves, goes, lost")
    }

    /// True where this token, or the two up to it, are the speaker with a form of "to be".
    fn is_me(&self, token: usize) -> bool {
        self.role(token) == Some(FrameWord::MeBe)
            || self.role(token) == Some(FrameWord::Be) && token > 0 && self.role(token - 1) == Some(FrameWord::Me)
    }

    /// True where the number counts something else: "10 años de experiencia".
    fn is_of_something(&self, end: usize) -> bool {
        !self.clause_ends(end - 1) && fits(self.word(end), "de, d, di, of") && self.role(end + 1) != Some(FrameWord::Age)
    }

    /// Whether it is the age of a child, by the words in front; none where it is nobody's.
    fn whose(&self, count: Count) -> Option<bool> {
        let Count { first, end, unit, years } = count;
        let bare = unit == Unit::None;
        let (mut be, mut have, mut turned, mut unknown, mut person) = (false, false, false, 0, false);
        let parted = first > 0 && self.gap(first - 1) == Gap::Comma;
        let of = self.is_of_something(end);
        let follows = self.gap(end - 1) >= Gap::Comma
            || is_foreign(self.word(end))
            || self.role(end).is_some_and(|role| !matches!(role, FrameWord::Thing | FrameWord::At));
        let mut place = first;
        while place > 0 && first - place < REACH && !self.clause_ends(place - 1) && !self.gap_after(place - 1).contains('/') {
            place -= 1;
            let word = self.word(place);
            let role = self.role(place);
            let child = is_child(role);
            let nearest = unknown == 0;
            let said = match role {
                Some(FrameWord::Age) => {
                    return (nearest && self.is_free(place)).then(|| place > 0 && is_child(self.role(place - 1)));
                }
                Some(FrameWord::Child | FrameWord::ChildBare | FrameWord::Kin | FrameWord::KinBare) => {
                    let alone = matches!(role, Some(FrameWord::ChildBare | FrameWord::KinBare));
                    let dative = is_dative(word);
                    let next = place + 1;
                    let linked = next + 1 == first && fits(self.word(next), "de, di, of, von, aged, по");
                    let close = alone
                        || self.is_mine(place)
                        || (be || have || turned) && (child && nearest || self.leads(place))
                        || child && linked && self.is_with(place);
                    let told = be
                        || have
                        || turned
                        || linked && !bare
                        || parted
                        || dative && nearest
                        || next == first && !bare && (child || unit == Unit::Old);
                    // "lad is 15 wants"
                    let states = be && self.role(first - 1) == Some(FrameWord::Be) && self.word(first - 1) != "s" && child;
                    let listed = bare && self.gap_after(first - 1).contains('-');
                    let fits = close && told && !listed && !of && unknown <= 1 && (child || unit != Unit::Months);
                    return (fits && (!bare || follows || dative || states)).then_some(child);
                }
                // "a mis 72 años no me aclaro"
                Some(FrameWord::My) if unit == Unit::Plain && place > 0 && place + 1 == first && self.word(place - 1) == "a" => {
                    true
                }
                // "моей вчера 10 лет стукнуло"
                Some(FrameWord::My) if unit == Unit::Plain && is_dative(word) => return (nearest && !of).then_some(true),
                Some(FrameWord::Be) if word == "am" && self.begins(place) => nearest && bare && follows && ADULT.contains(&years),
                Some(FrameWord::Be) => {
                    be = true;
                    continue;
                }
                Some(FrameWord::Have) => {
                    have = true;
                    continue;
                }
                // "cumplí cuarenta y seis años", "just turned 40"
                Some(FrameWord::Turn) if self.begins(place) || place == 1 && self.word(0) == "just" => {
                    nearest && !of && (!bare || follows && ADULT.contains(&years))
                }
                Some(FrameWord::Turn) => {
                    turned = true;
                    continue;
                }
                Some(FrameWord::Person) => {
                    person = true;
                    continue;
                }
                Some(FrameWord::MeBe) => match unit {
                    Unit::None => nearest && ADULT.contains(&years) && (follows && fits(word, "im, iam") || word == "bin"),
                    Unit::Old => unknown <= 1,
                    _ => person,
                },
                Some(FrameWord::MeHave) => {
                    !bare && unit != Unit::Months && nearest && !of && (turned || !matches!(word, "habe" | "hab"))
                }
                Some(FrameWord::Me) => match unit {
                    Unit::None => (be || turned) && nearest && ADULT.contains(&years) && follows,
                    Unit::Old => (be || turned) && unknown <= 1,
                    Unit::Plain => (have || turned) && nearest && !of || person,
                    Unit::Months => false,
                },
                Some(FrameWord::MeBare) => {
                    let starts = self.begins(place) || is_foreign(self.word(place - 1));
                    let bare = starts && ADULT.contains(&years) && (follows || !is_counted(years, self.word(end)));
                    word == "мне" && nearest && unit != Unit::Months && (unit != Unit::None || bare)
                }
                Some(FrameWord::He) => {
                    let told = be || have || turned || is_cyrillic(word) || word.ends_with('s');
                    return (told && nearest && !bare && !of).then_some(true);
                }
                Some(FrameWord::Other | FrameWord::Topic | FrameWord::Thing | FrameWord::Can | FrameWord::At) => return None,
                None if !self.is_digits(place) => {
                    unknown += 1;
                    continue;
                }
                _ => continue,
            };
            return said.then_some(false);
        }
        None
    }

    /// The same by the words behind: "73 años tengo", "90 лет деду", "76 ans et je …".
    fn whose_behind(&self, count: Count) -> Option<bool> {
        let Count { first, end, unit, .. } = count;
        // "à 72 ans je suis perdue"
        let at = first == 1 && self.word(0) == "a";
        if matches!(unit, Unit::None | Unit::Months) || !at && !self.begins(first) || self.clause_ends(end - 1) {
            return None;
        }
        let role = self.role(end);
        match role {
            Some(FrameWord::MeHave) => Some(false),
            Some(FrameWord::Me | FrameWord::MeBe) if at => Some(false),
            Some(FrameWord::Bridge) if unit == Unit::Old => Some(false),
            Some(FrameWord::MeBare) if self.word(end) == "мне" => Some(false),
            Some(FrameWord::ChildBare | FrameWord::KinBare) if is_dative(self.word(end)) => Some(is_child(role)),
            Some(FrameWord::And) => {
                matches!(self.role(end + 1), Some(FrameWord::Me | FrameWord::MeBe | FrameWord::MeHave | FrameWord::MeBare))
                    || unit == Unit::Old && self.role(end + 1).is_none()
            }
            .then_some(false),
            _ if unit == Unit::Old && self.gap(end - 1) == Gap::Comma => Some(false),
            _ => None,
        }
    }

    /// True for the word for age where it is not a part of "minimum age".
    fn is_free(&self, place: usize) -> bool {
        place == 0
            || self.gap(place - 1) >= Gap::Comma
            || is_foreign(self.word(place - 1))
            || matches!(
                self.role(place - 1),
                Some(
                    FrameWord::My
                        | FrameWord::Article
                        | FrameWord::Be
                        | FrameWord::Kin
                        | FrameWord::KinBare
                        | FrameWord::Child
                        | FrameWord::ChildBare
                )
            )
    }

    /// True for "con un bebé", "tengo un hijo".
    fn is_with(&self, token: usize) -> bool {
        token > 1 && matches!(self.role(token - 2), Some(FrameWord::With | FrameWord::MeHave))
    }
}

/// True for the Russian form that needs no verb: "сыну 12", "моей 10".
fn is_dative(word: &str) -> bool {
    is_cyrillic(word) && (word.ends_with(['у', 'ю', 'е', 'м']) || fits(word, "моей, дочери, матери"))
}

/// True where a Russian word has the form of what so many are counted of: "18 роз", "22 розы".
fn is_counted(many: u32, word: &str) -> bool {
    let open = word.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я']);
    !open || matches!(many % 10, 1..=4) && !(11..=14).contains(&(many % 100))
}

fn is_cyrillic(word: &str) -> bool {
    matches!(word.as_bytes().first(), Some(0xd0 | 0xd1))
}

/// True for a word of none of the seven languages: no sentence of theirs goes on with it.
fn is_foreign(word: &str) -> bool {
    !word.is_ascii() && !is_cyrillic(word)
}
