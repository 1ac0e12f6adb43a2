//! Whose a value is: the customer's, or somebody else's, who did not agree to anything.
//!
//! The nearest word of the same clause that says it decides: "my wife's number is …", "телефон мужа …", "… es de mi madre". In front of
//! the value it may stand anywhere, behind it only where a possessive, a preposition or a form of "to be" leads there. Where nothing
//! says otherwise, a value is the customer's own.

use crate::{
    recognizer::{Category, FrameWord, Kind, WordKind, WordList, fits, owner_word, word_kind},
    text::{Span, order},
};

use super::{Surroundings, contacts::Contacts};

/// How many words before a value may say whose it is.
const BEFORE: usize = 24;
/// How many behind it.
const BEHIND: usize = 7;
/// How far back stands whom "su" or "ihr" means.
const ANTECEDENT: usize = 40;
/// Whoever was born from this year on was a child when this was written.
const YOUNGEST: u32 = 2010;

/// Of a value: whether it is somebody else's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) third_party: bool,
    /// It tells a child's name or age.
    pub(crate) minor: bool,
    /// The list of contacts it stands in.
    pub(crate) group: Option<u32>,
}

/// What the words around a value say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    Mine,
    Theirs,
    /// Somebody's child's.
    Childs,
}

/// Says "i want" in one word.
static I_DO: WordList = WordList::new(
    "quiero, necesito, pago, uso, vivo, puedo, prefiero, compro, quero, preciso, posso, moro, prefiro, voglio, pago, abito, preferisco, хочу, плачу, живу, могу, оплачиваю, пользуюсь",
);
/// Stands between a value and whoever has it.
const OF: &str = "of, from, de, del, von, vom, do, da, dos, das, des, der, du, di, della, dello, dell, dei, d, a, to, pertenece, gehort, appartient, pertence, appartiene, принадлежит, у, belongs";
/// The same, grown together with an article or needing none.
const OF_THE: &str = "del, do, da, dos, das, des, der, du, vom, della, dello, dell, dei";
const OF_SOMEBODY: &str = "of, de, von, di, d";
const ARTICLES: &str =
    "the, a, an, la, el, un, una, der, dem, einer, einem, eines, le, une, um, uma, il, lo, l, os, as, los, las";
const INDEFINITE: &str = "a, an, un, una, une, ein, eine, einen, einem, einer, um, uma";
/// "un amigo mío", "друг мой".
const POSTPOSED: &str = "mio, mia, mios, mias, meu, minha, мой, моя, моего, моей";
/// Pays for somebody, or takes from what they pay with.
const FOR: &str = "for, para, pour, fur, per, для, за, por";
const AWAY: &str = "from, with, to, off, de, del, con, desde, mit, von, avec, depuis, com, da, dalla, с, со";
/// Whom one calls so to their face.
const VOCATIVES: &str = "друг, брат, девушка, парень, сестра, дед, начальник, хозяин, мастер";
/// "family card" is no card of the family's.
const COMPOUNDS: &str =
    "family, familia, familie, famille, famiglia, partner, baby, child, kids, children, boss, mate, kind, employer";

impl Surroundings<'_> {
    /// Of each value, in order, whose it is; then the names of pasted contacts.
    pub(crate) fn owners(&self, text: &str, values: &[(Span, Kind)]) -> (Vec<Owner>, Vec<(Span, Owner)>) {
        let mut adult = false;
        let whose: Vec<Option<Whose>> = values.iter().map(|(span, kind)| self.whose(text, *span, *kind)).collect();
        for ((span, kind), whose) in values.iter().zip(&whose) {
            let grown = *kind == Kind::Age || *kind == Kind::BirthDate && !self.is_young(*span);
            adult |= *whose == Some(Whose::Childs) && grown;
        }
        let contacts = Contacts::new(self, text, values, &whose);
        let again = self.said_again(values, &whose);
        let owners = values.iter().zip(whose.iter().zip(again)).map(|((span, kind), (whose, again))| {
            let minor = *kind == Kind::Minor
                || *whose == Some(Whose::Childs)
                    && match kind {
                        Kind::PersonName => !adult,
                        Kind::BirthDate => self.is_young(*span),
                        _ => false,
                    };
            let group = contacts.holds(*span).filter(|_| *whose != Some(Whose::Mine));
            let third_party = again || minor || group.is_some() || matches!(whose, Some(Whose::Theirs | Whose::Childs));
            Owner { third_party, minor, group }
        });
        let owners = owners.collect();
        let named = |span| (span, Owner { third_party: true, minor: false, group: contacts.holds(span) });
        (owners, contacts.names.iter().copied().map(named).collect())
    }

    /// Of each value that nothing claims: it is written elsewhere in the message as somebody else's.
    fn said_again(&self, values: &[(Span, Kind)], whose: &[Option<Whose>]) -> Vec<bool> {
        let mut theirs: Vec<u64> = Vec::new();
        let is_theirs = |whose: &Option<Whose>| matches!(whose, Some(Whose::Theirs | Whose::Childs));
        if values.len() > 1 && whose.iter().any(is_theirs) {
            let of_others = values.iter().zip(whose).filter(|(_, whose)| is_theirs(whose));
            let known: Vec<u64> = of_others.map(|((span, _), _)| self.canonical(*span)).collect();
            theirs = order(known.iter().copied()).into_iter().map(|place| known[place as usize]).collect();
        }
        let again = |((span, _), whose): (&(Span, Kind), &Option<Whose>)| {
            whose.is_none() && !theirs.is_empty() && theirs.binary_search(&self.canonical(*span)).is_ok()
        };
        values.iter().zip(whose).map(again).collect()
    }

    /// A hash of the letters and digits of a value.
    fn canonical(&self, span: Span) -> u64 {
        let bytes = self.lower[span.range()].bytes().filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    /// True unless the year of a birth says that a child has grown up.
    fn is_young(&self, span: Span) -> bool {
        let first = self.token_at(span.start);
        let years =
            self.tokens[first..].iter().take_while(|token| token.span.end <= span.end).filter(|token| token.span.len() == 4);
        let year = years.filter_map(|token| self.lower[token.span.range()].parse::<u32>().ok()).max();
        year.is_none_or(|year| year >= YOUNGEST)
    }

    /// Whose a value is said to be, if anything says it.
    fn whose(&self, text: &str, span: Span, kind: Kind) -> Option<Whose> {
        // What a shop or a parcel service calls something, and what stands in every sentence, is nobody's.
        if matches!(kind, Kind::Amount | Kind::Date | Kind::TrackingNumber | Kind::SecuritiesId) {
            return None;
        }
        let value = Value {
            first: self.token_at(span.start),
            end: self.token_at(span.end),
            category: kind.category(),
            named: !matches!(kind, Kind::PersonName | Kind::StreetAddress),
        };
        Clause { around: self, text, value }.whose()
    }
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Value {
    /// Its first token, and one past the last.
    first: usize,
    end: usize,
    category: Category,
    /// Somebody named may be its owner.
    named: bool,
}

impl Value {
    /// No statement.
    fn is_number(self) -> bool {
        self.is_paid() || matches!(self.category, Category::Phone | Category::Email | Category::OfficialId)
    }

    /// It is something to pay with or into.
    fn is_paid(self) -> bool {
        matches!(self.category, Category::Card | Category::Account | Category::Wallet)
    }
}

struct Clause<'a> {
    around: &'a Surroundings<'a>,
    /// Case kept.
    text: &'a str,
    value: Value,
}

impl Clause<'_> {
    fn whose(&self) -> Option<Whose> {
        let first = self.value.first;
        let mut at = first;
        while at > 0 && first - at < BEFORE && !self.ends(at - 1) {
            at -= 1;
            if let Some(whose) = self.says(at) {
                return Some(whose);
            }
        }
        self.behind()
    }

    fn word(&self, at: usize) -> &str {
        self.around.tokens.get(at).map_or("", |token| &self.around.lower[token.span.range()])
    }

    fn role(&self, at: usize) -> Option<FrameWord> {
        let word = self.word(at);
        owner_word(word).or_else(|| {
            // "vaters", "mannes"
            let stem = word.strip_suffix('s').filter(|stem| stem.len() > 3)?;
            let role = owner_word(stem).or_else(|| owner_word(stem.strip_suffix('e')?));
            role.filter(|role| is_person(*role))
        })
    }

    fn is_digits(&self, at: usize) -> bool {
        self.around.tokens.get(at).is_some_and(|token| token.is_digits())
    }

    /// The text between a token and the next.
    fn gap(&self, at: usize) -> &str {
        match (self.around.tokens.get(at), self.around.tokens.get(at + 1)) {
            (Some(one), Some(next)) => &self.around.lower[one.span.end as usize..next.span.start as usize],
            _ => "\n",
        }
    }

    /// True where a sentence ends behind a token.
    fn ends(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let bytes = gap.as_bytes();
        // "mum's number:\n612 …" goes on; "tel. 612 …" is no end.
        let line = gap.contains('\n') && !bytes.contains(&b':');
        let stop = bytes.iter().position(|byte| *byte == b'.').is_some_and(|stop| bytes.len() > stop + 1 || bytes.len() > 2);
        line || gap.contains(['!', '?', ';']) || stop && !(self.is_short(at) && gap == ". ")
    }

    /// True for what may be an abbreviation.
    fn is_short(&self, at: usize) -> bool {
        let role = self.role(at);
        !self.is_digits(at) && self.word(at).chars().count() <= 3 && (role.is_none() || role == Some(FrameWord::Bridge))
    }

    /// True where a clause begins with a token.
    fn begins(&self, at: usize) -> bool {
        at == 0
            || self.ends(at - 1)
            || self.gap(at - 1).contains([',', ':', '(', '\n'])
            || self.role(at - 1) == Some(FrameWord::And)
    }

    /// True for two tokens of one phrase.
    fn is_near(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap.len() <= 2 && !gap.contains([',', '.', ':', '\n', ';', '?', '!', '('])
    }

    /// True for the value itself and for a word for some such value.
    fn is_thing(&self, at: usize) -> bool {
        let hits = self.around.hits;
        let behind = hits.partition_point(|hit| hit.first as usize <= at);
        at == self.value.first || hits[behind.saturating_sub(4)..behind].iter().any(|hit| hit.last as usize >= at)
    }

    /// The same, an adjective or an article in front of it.
    fn leads_to_thing(&self, at: usize) -> bool {
        self.is_thing(at) || self.is_near(at) && at < self.value.first && !self.is_digits(at) && self.is_thing(at + 1)
    }

    /// Whose the value is by this token in front of it, if it says so.
    fn says(&self, at: usize) -> Option<Whose> {
        let role = self.role(at);
        let word = self.word(at);
        match role {
            // French "his", Spanish "are".
            _ if word == "son" && !self.is_child(at) => self.their_maybe(at),
            // The British insurance number.
            _ if word == "nino" && self.value.category == Category::OfficialId => None,
            // "he tenido": Spanish "i have".
            _ if word == "he" && self.word(at + 1).ends_with("do") => None,
            Some(role) if is_person(role) => self.relation(at, role),
            Some(FrameWord::My) => self.possessive(at),
            Some(FrameWord::Mine) if word == "mine" && at > 1 && self.word(at - 1) == "of" => None,
            Some(FrameWord::MeBe) if word == "im" && !self.begins(at) => None,
            Some(FrameWord::Me) if matches!(word, "mir" | "mich" | "j") => self.is_reached(at).then_some(Whose::Mine),
            // "her number i think is …"
            Some(FrameWord::Me) if fits(self.word(at + 1), "think, guess, believe, hope, mean") => None,
            Some(FrameWord::MeBare) if !matches!(word, "я" | "мы") => {
                let said = self.begins(at) || matches!(self.word(at - 1), "у" | "и" | "а" | "на");
                said.then_some(Whose::Mine)
            }
            Some(FrameWord::MeBe | FrameWord::MeHave | FrameWord::Me | FrameWord::MeBare | FrameWord::Mine) => Some(Whose::Mine),
            Some(FrameWord::Their) => {
                let owns = matches!(word, "hers" | "dele" | "dela" | "deles" | "delas") || self.leads_to_thing(at + 1);
                owns.then(|| self.antecedent(at).unwrap_or(Whose::Theirs))
            }
            Some(FrameWord::TheirMaybe) => self.their_maybe(at),
            Some(FrameWord::Other) if fits(word, "their, ihr, ihre, ihren") => self.their_maybe(at),
            Some(FrameWord::He) => self.third_person(at),
            _ if I_DO.has(word) || self.is_reached(at) => Some(Whose::Mine),
            _ => self.is_name(at).then_some(Whose::Theirs),
        }
    }

    /// "call me", "llámenme", "appelez-moi", "me liga".
    fn is_reached(&self, at: usize) -> bool {
        let word = self.word(at);
        match word {
            "me" => {
                at > 0 && fits(self.word(at - 1), "call, text, reach, phone, ring, email, mail, contact, message, write")
                    || fits(self.word(at + 1), "lig*, chama*, contat*, escrev*, llam*")
            }
            "moi" => at > 0 && self.gap(at - 1) == "-",
            "mich" | "mir" => {
                (1..3).any(|back| at >= back && fits(self.word(at - back), "ruf*, erreich*, schreib*, kontaktier*"))
            }
            _ => word.len() > 6 && ["nme", "dme", "temi", "mami", "vimi"].iter().any(|ending| word.ends_with(ending)),
        }
    }

    /// "my number", "my 6 year old".
    fn possessive(&self, at: usize) -> Option<Whose> {
        // "un amigo mío" is told by the friend.
        if at > 0 && self.is_near(at - 1) && self.is_person_at(at - 1) && fits(self.word(at), POSTPOSED) {
            return None;
        }
        let aged = self.is_digits(at + 1)
            && matches!(self.role(at + 2), Some(FrameWord::Years | FrameWord::Months))
            && self.word(at + 3) == "old";
        Some(if aged { Whose::Childs } else { Whose::Mine })
    }

    fn their_maybe(&self, at: usize) -> Option<Whose> {
        if self.leads_to_thing(at + 1) { self.antecedent(at) } else { None }
    }

    /// Who was spoken of last.
    fn antecedent(&self, at: usize) -> Option<Whose> {
        (at.saturating_sub(ANTECEDENT)..at).rev().find_map(|at| match self.role(at)? {
            _ if self.is_child(at) => Some(Whose::Childs),
            role => (is_person(role) && self.word(at) != "son").then_some(Whose::Theirs),
        })
    }

    /// "she lives at", "у нее", "ella tiene".
    fn third_person(&self, at: usize) -> Option<Whose> {
        let next = self.role(at + 1);
        let word = self.word(at);
        let has = next == Some(FrameWord::Have)
            || matches!(word, "ей" | "ему")
            || at > 0 && fits(self.word(at - 1), "у, de, von, di, d")
            || fits(
                self.word(at + 1),
                "lives, uses, pays, vive, lebt, wohnt, mora, abita, живет, родился, родилась, nacio, nasceu",
            );
        let is = !self.value.is_paid() && (next == Some(FrameWord::Be) || matches!(word, "shes" | "hes"));
        self.antecedent(at).or_else(|| (has || is).then_some(Whose::Theirs))
    }

    /// Whether the value is this person's.
    fn relation(&self, at: usize, role: FrameWord) -> Option<Whose> {
        let mine = self.determiner(at);
        let start = mine.unwrap_or(at);
        if self.is_joined(start, at) {
            return Some(Whose::Mine);
        }
        // "paid my wife from card …", "for my mum, card …"
        let away = fits(self.word(at + 1), AWAY);
        if self.value.is_paid() && at + 1 < self.value.first && (away || start > 0 && fits(self.word(start - 1), FOR)) {
            return None;
        }
        // "my wife told me to use …"; "my son's school"
        let said = self.value.is_paid() && self.role(at + 1) == Some(FrameWord::Says);
        if said || self.value.is_number() && self.has_more(at) {
            return None;
        }
        let is_child = self.is_child(at);
        let owns = mine.is_some() || self.has_s(at) || self.is_of(at, role) || self.is_bare(at, role);
        owns.then_some(if is_child { Whose::Childs } else { Whose::Theirs })
    }

    /// True where something else is this person's.
    fn has_more(&self, at: usize) -> bool {
        let next = at + 2;
        next + 1 < self.value.first
            && self.gap(at) == "'"
            && self.word(at + 1) == "s"
            && matches!(self.role(next), None | Some(FrameWord::Thing))
            && !self.leads_to_thing(next)
            && !(self.is_near(next) && self.leads_to_thing(next + 1))
    }

    fn is_person_at(&self, at: usize) -> bool {
        self.role(at).is_some_and(is_person)
    }

    fn is_child(&self, at: usize) -> bool {
        matches!(self.role(at), Some(FrameWord::Child | FrameWord::ChildBare))
            && (self.word(at) != "son" || self.is_mine(at) || self.has_s(at) || self.gap(at).contains(':'))
    }

    fn is_mine(&self, at: usize) -> bool {
        self.determiner(at).is_some()
    }

    /// The possessive in front of a person: "my dear old aunt", "my brother's wife", "my 9 year old son".
    fn determiner(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 5;
        // "amigo mío", "friend of mine", "freund von mir", "ami à moi"
        if fits(self.word(at + 1), POSTPOSED)
            || fits(self.word(at + 1), "of, von, a") && fits(self.word(at + 2), "mine, mir, moi")
        {
            return Some(at);
        }
        for before in (at.saturating_sub(WORDS)..at).rev() {
            if !self.is_near(before) {
                return None;
            }
            match self.role(before) {
                Some(FrameWord::My) => return Some(before),
                Some(FrameWord::Years | FrameWord::Months | FrameWord::Few | FrameWord::Many | FrameWord::Kind) | None => {}
                Some(role) if is_person(role) => {}
                Some(_) if matches!(self.word(before), "s" | "old") => {}
                Some(_) => return None,
            }
        }
        None
    }

    /// "my wife and i", "мы с женой": theirs and mine.
    fn is_joined(&self, start: usize, at: usize) -> bool {
        let me = |at: usize| {
            matches!(self.role(at), Some(FrameWord::Me | FrameWord::MeBare)) || matches!(self.word(at), "me" | "moi" | "mi")
        };
        let joins = |at: usize| matches!(self.role(at), Some(FrameWord::And | FrameWord::With));
        start > 1 && self.is_near(start - 1) && joins(start - 1) && me(start - 2)
            || self.is_near(at) && self.role(at + 1) == Some(FrameWord::And) && me(at + 2)
    }

    /// "wife's", "wifes number", "mamas nummer".
    fn has_s(&self, at: usize) -> bool {
        let word = self.word(at);
        let apart = self.gap(at).starts_with('\'') && (self.word(at + 1) == "s" || word.ends_with('s'));
        apart || word.len() > 4 && word.is_ascii() && word.ends_with('s') && self.is_thing(at + 1)
    }

    /// "del casero", "of a friend", "a colleague", "соседа".
    fn is_of(&self, at: usize, role: FrameWord) -> bool {
        let word = self.word(at);
        let cyrillic = !word.is_ascii();
        let before = |back: usize| at.checked_sub(back).map_or("", |before| self.word(before));
        if cyrillic {
            // "номер клиента" is what a company calls one.
            let number = role == FrameWord::Client && fits(before(1), "номер, код, id, логин, карта, карты, для, как");
            let called = self.begins(at) && fits(word, VOCATIVES);
            return !(number || called || before(1) == "друг" || fits(before(1), "я, вы, это") && role == FrameWord::Client)
                && (role != FrameWord::Client || !word.ends_with(['т', 'к', 'ь', 'р', 'ц']));
        }
        if at == 0 || !self.is_near(at - 1) {
            return false;
        }
        let of_the = fits(before(1), OF_THE) || fits(before(1), ARTICLES) && fits(before(2), OF_SOMEBODY);
        let of = role != FrameWord::Client && fits(before(1), OF_SOMEBODY);
        // "i am a customer", "soy un cliente"
        let stated = at > 1
            && (matches!(self.role(at - 2), Some(FrameWord::MeBe | FrameWord::Be | FrameWord::Me))
                || fits(before(2), "as, como, als, comme, come"));
        of_the || of || fits(before(1), INDEFINITE) && !stated
    }

    /// "mum", "wife: 612 …", "phone wife 612 …": nothing needs to say whose relative it is.
    fn is_bare(&self, at: usize, role: FrameWord) -> bool {
        if matches!(role, FrameWord::KinBare | FrameWord::ChildBare | FrameWord::RelationBare) {
            return self.word(at).is_ascii() || self.is_of(at, role);
        }
        let leads = self.gap(at).contains(':') || self.is_thing(at + 1) && self.gap(at).len() <= 3;
        let alone = self.begins(at) || at > 0 && self.is_thing(at - 1);
        !matches!(role, FrameWord::Client | FrameWord::Doctor) && leads && alone && !fits(self.word(at), COMPOUNDS)
    }

    /// "john's email", "el teléfono de juan".
    fn is_name(&self, at: usize) -> bool {
        let of = at > 1 && fits(self.word(at - 1), "de, von, di, do, da, of") && self.is_thing(at - 2);
        let has = self.gap(at) == "'" && self.word(at + 1) == "s" && self.leads_to_thing(at + 2);
        if !self.value.named || self.is_digits(at) || !(of || has) {
            return false;
        }
        match word_kind(self.word(at)) {
            WordKind::Name => true,
            WordKind::NameAndWord => self.text[self.around.tokens[at].span.start as usize..].starts_with(char::is_uppercase),
            _ => false,
        }
    }

    /// Whose it is by the words behind: "… is my wife's number", "… es de mi madre", "… паспорт мужа", "… (mum)".
    fn behind(&self) -> Option<Whose> {
        let end = self.value.end;
        if end == 0 || self.ends(end - 1) {
            return None;
        }
        // A form of "to be" or "of" leads there.
        let mut linked = false;
        let mut unknown = 0;
        for at in end..end + BEHIND {
            if at > end && self.ends(at - 1) {
                return None;
            }
            let role = self.role(at);
            let word = self.word(at);
            match role {
                _ if word.is_empty() => return None,
                _ if fits(word, "it, its, it's, this, that, thats, es, the, это, and") && word != "and" => {
                    linked |= matches!(word, "es" | "это" | "its" | "thats");
                }
                Some(role) if is_person(role) => {
                    let mine = self.is_mine(at);
                    let closes = self.ends(at) || self.gap(at).contains(')');
                    let genitive = !word.is_ascii() && !fits(word, NOMINATIVES) && self.is_of(at, role);
                    let owns = self.has_s(at) && (linked || self.leads_to_thing(at + 2))
                        || linked && (mine || self.is_bare(at, role) || self.is_of(at, role))
                        || closes && (mine || self.is_bare(at, role) || self.is_free(at, role)) && at <= end + 2
                        || genitive;
                    if self.is_joined(at, at) || !owns {
                        return None;
                    }
                    return Some(if self.is_child(at) { Whose::Childs } else { Whose::Theirs });
                }
                Some(FrameWord::My) => {
                    // Whatever is not somebody's is mine.
                    if !(at..at + 3).take_while(|&at| self.is_near(at)).any(|at| self.is_person_at(at + 1)) {
                        return Some(Whose::Mine);
                    }
                }
                Some(FrameWord::Mine | FrameWord::Me | FrameWord::MeBe | FrameWord::MeHave | FrameWord::MeBare) => {
                    return Some(Whose::Mine);
                }
                Some(FrameWord::Their) => {
                    return (linked && (word == "hers" || self.is_cue(at + 1) || self.is_cue(at + 2))).then_some(Whose::Theirs);
                }
                Some(FrameWord::Be) => linked = true,
                _ if fits(word, OF) => linked = true,
                Some(FrameWord::Article | FrameWord::Bridge) => {}
                // Portuguese "the".
                _ if word == "o" => {}
                Some(FrameWord::And | FrameWord::Other | FrameWord::Topic | FrameWord::Can | FrameWord::He) => return None,
                _ if self.is_cue(at) => {}
                _ if linked && self.gap(at) == "'" && word_kind(word) == WordKind::Name => return Some(Whose::Theirs),
                _ => {
                    unknown += 1;
                    if unknown > 1 || self.is_digits(at) {
                        return None;
                    }
                }
            }
        }
        None
    }

    /// True for a relation right behind the value, in brackets or behind a dash.
    fn is_free(&self, at: usize, role: FrameWord) -> bool {
        at == self.value.end && role != FrameWord::Client && at > 0 && self.gap(at - 1).contains(['(', '-', '='])
    }

    /// True for a word for some value.
    fn is_cue(&self, at: usize) -> bool {
        at != self.value.first && self.is_thing(at)
    }
}

/// Says who, not whose.
const NOMINATIVES: &str = "муж, жена, мама, папа, брат, сестра, сын, дочь, дочка, друг, подруга, бабушка, дедушка, дед, теща, тесть, сосед, соседка, отец, мать, коллега, начальник, хозяин, хозяйка, клиент, парень, девушка, дети, родители, ребенок";

/// True for a word for somebody else.
fn is_person(role: FrameWord) -> bool {
    use FrameWord::{Child, ChildBare, Client, Doctor, Kin, KinBare, Relation, RelationBare};
    matches!(role, Child | ChildBare | Client | Doctor | Kin | KinBare | Relation | RelationBare)
}
