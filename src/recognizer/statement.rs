//! Statements about a person: "I have diabetes", "soy musulmán", "муж инвалид".
//!
//! A recognizer brings the telling words as its cues. Whether one of them is said of somebody is decided here, by the words on the way
//! from it to the nearest subject of its clause. Without a frame around it a telling word is a topic, and not found; the answer to a
//! question needs none, nor does a word that stands alone where a clause begins: "unemployed since may".

use super::{FrameWord, Scan, Verdict, WordList, frame_words::frame_word};

/// How many words may stand between a term and its subject.
const REACH: usize = 12;
/// A wider gap between two words parts them.
const WIDEST_GAP: usize = 8;

/// What a recognizer of statements looks for. Lists of patterns are words parted by ", "; a trailing `*` stands for any ending.
#[derive(Debug)]
pub(crate) struct Theme {
    /// Patterns of the terms of which "i have …" says it.
    pub(crate) had: &'static str,
    /// The same of "my …".
    pub(crate) owned: &'static str,
    /// Patterns of single words that tell something behind a strong word only: "vote green".
    pub(crate) weak: &'static str,
    /// Patterns of the terms that need nobody where a clause begins.
    pub(crate) alone: &'static str,
    /// Further strong words: "take", "on".
    pub(crate) strong: WordList,
    /// Patterns of terms with a complement: "convicted of fraud".
    pub(crate) takes: &'static str,
    /// Patterns of the first word of cues that name the theme and are no term: "marital status". Their last word is a strong one.
    pub(crate) names: &'static str,
    /// Prepositions belong to the value, and who is in it is one of them: "voto a podemos", "sono nella uil".
    pub(crate) prepositions: bool,
}

impl Theme {
    /// What a word does in a sentence on the theme.
    fn role(&self, word: &str) -> Option<FrameWord> {
        if self.strong.has(word) { Some(FrameWord::Strong) } else { frame_word(word) }
    }

    /// True for a word after which hardly anything but the theme is said.
    pub(crate) fn is_strong(&self, word: &str) -> bool {
        self.role(word) == Some(FrameWord::Strong)
    }

    /// True where everything of the theme can be had: illnesses, medicines.
    fn is_had(&self) -> bool {
        self.had == "*"
    }
}

/// Of whom something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// The speaker.
    Me,
    /// Somebody close, or a third person.
    Close,
    /// Whoever was asked.
    Asked,
}

/// A frame around a term.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) who: Who,
    /// The first token of the term with the modifiers in front of it.
    pub(crate) first: usize,
}

impl Frame {
    /// With a frame around it hardly anything else is meant; what is said of others may be a story.
    pub(crate) fn verdict(&self) -> Verdict {
        match self.who {
            Who::Me => Verdict::plausible(128),
            Who::Close => Verdict::plausible(64),
            Who::Asked => Verdict::PLAUSIBLE,
        }
    }
}

/// What stands between a word and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    Touching,
    Space,
    Comma,
    /// A clause ends.
    End,
}

/// What has been seen on the way from a term to its subject, a bit each.
const BE: u8 = 1;
const HAVE: u8 = 2;
const STRONG: u8 = 4;
/// Something happens somewhere: "in", "at".
const AT: u8 = 8;
/// The term is one item of several.
const LISTED: u8 = 16;
const WITH: u8 = 32;
const SAYS: u8 = 64;
const CAUSE: u8 = 128;

struct Way<'w> {
    theme: &'w Theme,
    /// The first word of the term.
    term: &'w str,
    /// The term needs a strong word.
    weak: bool,
    seen: u8,
    /// Words with content.
    unknown: u8,
    /// The first of the term's modifiers.
    modifiers: usize,
    /// A word with content would still be a modifier.
    open: bool,
}

impl Way<'_> {
    fn has(&self, any: u8) -> bool {
        self.seen & any != 0
    }

    /// A verb has been passed.
    fn is_said(&self) -> bool {
        self.has(BE | HAVE | STRONG)
    }

    /// The verb fits the term.
    fn told(&self) -> bool {
        self.has(STRONG)
            || !self.weak
                && (self.has(BE) || self.has(CAUSE) && self.theme.is_had() || self.has(HAVE) && fits(self.term, self.theme.had))
    }

    /// "I was at the italian restaurant"
    fn is_elsewhere(&self) -> bool {
        self.has(AT) && !self.has(STRONG) && !self.theme.prepositions && !fits(self.term, self.theme.had)
    }
}

/// Where a word of the way leads: on, nowhere, or to whom it is said of.
enum Step {
    On,
    Nobody,
    Said(Who),
}

fn said(said: bool, who: Who) -> Step {
    if said { Step::Said(who) } else { Step::Nobody }
}

/// True where a word is one of these patterns.
pub(crate) fn fits(word: &str, patterns: &'static str) -> bool {
    let (word, mut rest) = (word.as_bytes(), patterns.as_bytes());
    while !rest.is_empty() {
        let len = rest.iter().position(|&byte| byte == b',').unwrap_or(rest.len());
        let alike = match &rest[..len] {
            [stem @ .., b'*'] => word.starts_with(stem),
            whole => word == whole,
        };
        if alike {
            return true;
        }
        rest = rest.get(len + 2..).unwrap_or_default();
    }
    false
}

impl<'a> Scan<'a> {
    /// A token, lower-cased.
    pub(crate) fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| &self.lower()[token.span.range()])
    }

    pub(crate) fn is_digits(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.is_digits())
    }

    /// What a token does in a sentence about somebody.
    pub(crate) fn role(&self, token: usize) -> Option<FrameWord> {
        frame_word(self.word(token))
    }

    /// The text between a token and the next.
    pub(crate) fn gap_after(&self, token: usize) -> &'a str {
        match (self.tokens.get(token), self.tokens.get(token + 1)) {
            (Some(one), Some(next)) => &self.lower()[one.span.end as usize..next.span.start as usize],
            _ => ".",
        }
    }

    /// What that text does.
    pub(crate) fn gap(&self, token: usize) -> Gap {
        let text = self.gap_after(token).as_bytes();
        let mut gap = Gap::Touching;
        for byte in text {
            gap = gap.max(match byte {
                // "8. monat"
                b'.' if text.len() == 2 && self.tokens[token].is_digits() => Gap::Space,
                b'.' | b'!' | b'?' | b';' | b'\n' => Gap::End,
                b',' | b'(' | b')' => Gap::Comma,
                _ => Gap::Space,
            });
        }
        if text.len() > WIDEST_GAP { Gap::End } else { gap }
    }

    /// True where a clause ends behind a token.
    pub(crate) fn clause_ends(&self, token: usize) -> bool {
        self.gap(token) == Gap::End
    }

    /// True where a token begins what is said: the message, a clause, behind a comma or a greeting.
    pub(crate) fn begins(&self, token: usize) -> bool {
        const GREETINGS: &str = "hi, hello, hey, so, and, but, hola, buenas, pero, q, que, привет, здравствуйте, и, а, hallo, und, aber, bonjour, salut, mais, ola, oi, ciao";
        token == 0 || self.gap(token - 1) >= Gap::Comma || fits(self.word(token - 1), GREETINGS)
    }

    /// The tokens of the cue that opened: first, and one past the last.
    pub(crate) fn cue_tokens(&self) -> Option<(usize, usize)> {
        let cue = self.cue?;
        Some((self.tokens.partition_point(|token| token.span.start < cue.start), self.token))
    }

    /// Reads what a cue of the theme begins.
    pub(crate) fn push_statement(&mut self, theme: &Theme) {
        let Some((first, end)) = self.cue_tokens().filter(|(first, end)| first < end) else { return };
        // "nationality", "marital status"
        if fits(self.word(first), theme.names) && theme.is_strong(self.word(end - 1)) {
            return;
        }
        if let Some(frame) = self.frame(first, end, theme) {
            let last = self.complement(first, end, theme);
            self.push_tokens(frame.first, last, frame.verdict());
        }
    }

    /// Reports the tokens from `first` to before `end`.
    pub(crate) fn push_tokens(&mut self, first: usize, end: usize, verdict: Verdict) {
        let (from, to) = (self.tokens[first].span.start as usize, self.tokens[end - 1].span.end as usize);
        // "65%" ends with its sign.
        let to = to + usize::from(self.lower().as_bytes().get(to) == Some(&b'%'));
        self.push(from, to, verdict);
    }

    /// The frame around the term of these tokens.
    pub(crate) fn frame(&self, first: usize, end: usize, theme: &Theme) -> Option<Frame> {
        // What follows a noun belongs to it in Germanic languages: "a gay bar".
        let near = self.gap(end - 1) <= Gap::Space && self.gap_after(end - 1).len() <= 1;
        if near && self.word(end).is_ascii() && self.role(end) == Some(FrameWord::Thing) {
            return None;
        }
        // "скан моего лица"
        if theme.owned == "*" && (first..end).any(|token| self.role(token) == Some(FrameWord::My)) {
            return Some(Frame { who: Who::Me, first });
        }
        let mut way = Way {
            theme,
            term: self.word(first),
            // "сидел три года"
            weak: end == first + 1
                && fits(self.word(first), theme.weak)
                && !(self.counts(end) && self.role(end + 1) == Some(FrameWord::Years)),
            seen: 0,
            unknown: 0,
            modifiers: first,
            // "sin papeles" begins for itself.
            open: matches!(self.role(first), None | Some(FrameWord::Kind | FrameWord::Person)),
        };
        // "hab die afd gewählt"
        let after = if theme.is_had() { theme.role(self.word(end)) } else { self.role(end) };
        if (way.weak || theme.is_had()) && first > 0 && near && after == Some(FrameWord::Strong) {
            way.seen = STRONG;
        }
        let who = match self.walk(&mut way, first) {
            Step::Said(who) => Some(who),
            Step::Nobody if way.weak => None,
            _ => self.behind(&way, first, end),
        };
        let asked = || (self.asked && self.answers()).then_some(Who::Asked);
        who.or_else(asked).map(|who| Frame { who, first: way.modifiers })
    }

    /// Walks from the term to the subject in front of it.
    fn walk(&self, way: &mut Way<'_>, first: usize) -> Step {
        let mut place = first;
        while place > 0 && first - place < REACH && !self.clause_ends(place - 1) {
            place -= 1;
            if self.gap(place) == Gap::Comma && !way.is_said() {
                way.seen |= LISTED;
            }
            let step = match way.theme.role(self.word(place)) {
                Some(role) => self.step(way, role, place, first),
                None => self.step_over(way, place),
            };
            if !matches!(step, Step::On) {
                return step;
            }
            // Nobody is named: "had covid last week", "being hindu", "am jewish".
            if way.told()
                && self.begins(place)
                && fits(
                    self.word(place),
                    "had, been, being, am, got, having, on, was, were, war, wurde, have, became, siendo, sendo, etant, essendo, hatte",
                )
            {
                return Step::Said(Who::Me);
            }
        }
        let leads = |words: &'static str| fits(self.word(place), words);
        // "as a jehovah's witness"
        let role =
            (place == 0 || self.clause_ends(place - 1)) && leads("as, como, als, как, come") && way.unknown <= 1 && !way.weak;
        // "when did they get married", "how many countries are in the union"
        let of_the_world = leads("what, when, which, how, who, whose, why, where");
        if way.has(STRONG) && !of_the_world || role { Step::Said(Who::Me) } else { Step::On }
    }

    /// Takes a word with content of its own: a modifier of the term, or one too many.
    fn step_over(&self, way: &mut Way<'_>, place: usize) -> Step {
        let digits = self.tokens[place].is_digits();
        // "type 2 diabetes"
        let kind = digits && place > 0 && self.role(place - 1) == Some(FrameWord::Kind);
        if way.open && (kind || !digits && way.unknown < 2) && self.gap(place) < Gap::Comma {
            way.modifiers = place;
        }
        // "хожу плохо из-за артроза"
        if way.has(CAUSE) && way.theme.is_had() && self.word(place).ends_with(['у', 'ю']) {
            return Step::Said(Who::Me);
        }
        way.unknown += u8::from(!digits && !way.is_said());
        let most = if way.has(STRONG | LISTED) {
            6
        } else if way.theme.is_had() {
            3
        } else {
            1
        };
        if way.unknown > most { Step::Nobody } else { Step::On }
    }

    /// Takes a word with a role.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of word on the way")]
    fn step(&self, way: &mut Way<'_>, role: FrameWord, place: usize, first: usize) -> Step {
        let word = self.word(place);
        let next_to_term = place + 1 == first;
        let next_to_modifiers = place + 1 == way.modifiers;
        // "i have disabled it"
        if next_to_term && !way.has(BE) && way.term.ends_with("ed") && fits(word, "have, has, ve, ive") {
            return Step::Nobody;
        }
        // "ex muslim here"
        if next_to_modifiers && word == "ex" {
            way.modifiers = place;
            return Step::On;
        }
        // "al ser musulmana", "speaking as an atheist", "en tant que juif"
        let before = if place > 0 { self.word(place - 1) } else { "" };
        let as_one = match before {
            "al" => word == "ser",
            "speaking" => word == "as",
            "tant" => word == "que",
            _ => false,
        };
        if way.unknown == 0 && !way.weak && as_one {
            return Step::Said(Who::Me);
        }
        // "we separated", "i lost my job"
        if next_to_modifiers && role == FrameWord::Me && fits(way.term, way.theme.alone) {
            return Step::Said(Who::Me);
        }
        // "tô desempregada" is folded.
        if next_to_modifiers && !way.weak && fits(word, "to, ta") && (place == 0 || !self.is_typed_plain(place)) {
            return Step::Said(Who::Me);
        }
        // "voto no pt", "sono nella uil", "soy de vox"
        if way.theme.prepositions && next_to_modifiers && way.unknown == 0 && self.leads_in(way, word, place) {
            way.seen |= STRONG;
            way.open = false;
            // Where it grows together with its article, it belongs to the value.
            if fits(word, ROMANCE) {
                way.modifiers = place;
            }
            return Step::On;
        }
        match role {
            // "type 2 diabetes", "8 weeks pregnant"
            FrameWord::Kind | FrameWord::Person if next_to_modifiers && way.open => {
                way.modifiers = place;
                way.seen |= if fits(word, "lifelong, proud, registered, staunch") { STRONG } else { 0 };
                return Step::On;
            }
            // "8 weeks pregnant", "2 years in prison"
            FrameWord::Months | FrameWord::Years if next_to_modifiers && place > 0 && self.counts(place - 1) => {
                // "seit 40 jahren" is said of the verb.
                let since = place > 1
                    && fits(self.word(place - 2), "de, di, of, seit, desde, since, for, hace, llevo, depuis, da, ha, уже, с");
                way.modifiers = if since { way.modifiers } else { place - 1 };
                return Step::On;
            }
            FrameWord::Months | FrameWord::Years | FrameWord::Few | FrameWord::Many => return Step::On,
            // "le covid", "de l'alzheimer", "member of the lib dems"
            _ if next_to_modifiers
                && (role == FrameWord::Article
                    || word == "de" && self.word(place + 1) == "l"
                    || word == "los" && place > 0 && fits(self.word(place - 1), ROMANCE)) =>
            {
                way.modifiers = place;
                way.open = false;
                return Step::On;
            }
            _ => way.open = false,
        }
        let close = match role {
            FrameWord::Child | FrameWord::Kin | FrameWord::ChildBare | FrameWord::KinBare => {
                // "io son ateo"
                if word == "son" && place > 0 && self.role(place - 1) != Some(FrameWord::My) {
                    way.seen |= BE;
                    return Step::On;
                }
                // "wifes on benefits"
                way.seen |= if word.is_ascii() && word.ends_with('s') { BE } else { 0 };
                true
            }
            FrameWord::He => {
                way.seen |= if word.ends_with('s') { BE } else { 0 };
                false
            }
            _ => false,
        };
        match role {
            // German "im" follows a noun or a verb.
            FrameWord::MeBe
                if word == "im"
                    && !self.begins(place)
                    && self.word(place - 1).is_ascii()
                    && !matches!(
                        self.role(place - 1),
                        Some(FrameWord::Bridge | FrameWord::And | FrameWord::Says | FrameWord::Cause | FrameWord::Topic)
                    ) =>
            {
                on(way, AT)
            }
            // "me diagnosticaron", "me han despedido", "m dieron la incapacidad"
            FrameWord::Be | FrameWord::My | FrameWord::Bridge
                if matches!(word, "me" | "mi" | "m") && self.is_done(way, place) =>
            {
                Step::Said(Who::Me)
            }
            FrameWord::Thing | FrameWord::Other | FrameWord::Can | FrameWord::Topic => Step::Nobody,
            FrameWord::Live if !way.has(WITH) => Step::Nobody,
            // "eu" is Portuguese, too.
            FrameWord::Me if word == "eu" && place > 0 && self.role(place - 1) == Some(FrameWord::MeHave) => on(way, HAVE),
            FrameWord::Live | FrameWord::Strong => {
                let first = first.min(way.modifiers);
                let joined = (place + 1..first).all(|token| fits(self.word(token), "of, the"));
                if joined && fits(word, "member, член, членом") {
                    way.modifiers = place;
                }
                on(way, STRONG)
            }
            // "je m'appelle"
            FrameWord::Be if word == "m" && before != "i" => Step::On,
            FrameWord::Be | FrameWord::Turn => on(way, BE),
            FrameWord::Have => on(way, HAVE),
            FrameWord::With => on(way, WITH),
            FrameWord::Says => on(way, SAYS),
            FrameWord::Cause => on(way, CAUSE),
            _ if word == "из" && self.word(place + 1) == "за" => on(way, CAUSE),
            FrameWord::And if !way.is_said() => on(way, LISTED),
            FrameWord::At if !way.is_said() => on(way, AT),
            FrameWord::Doctor => said(way.theme.is_had() && (way.told() || way.has(SAYS)), Who::Me),
            FrameWord::MeBe => {
                way.seen |= BE;
                // "somos ucranianos refugiados": an adjective of its own.
                if next_to_modifiers && way.unknown > 0 {
                    way.modifiers = first;
                }
                said(way.told() && !way.is_elsewhere(), Who::Me)
            }
            FrameWord::MeHave => {
                way.seen |= HAVE;
                said(way.told(), Who::Me)
            }
            // "me he separado"
            FrameWord::He if before == "me" => on(way, HAVE),
            FrameWord::He if !word.is_ascii() && self.is_plain(way, first) => Step::Said(Who::Close),
            FrameWord::Me | FrameWord::He => {
                let before = place.checked_sub(1).filter(|&before| !self.clause_ends(before));
                let asks = before.is_some_and(|before| self.role(before) == Some(FrameWord::Can));
                let supposed = !way.theme.is_had() && before.is_some_and(|before| self.word(before) == "if");
                let who = if role == FrameWord::Me { Who::Me } else { Who::Close };
                said(way.told() && !asks && !way.is_elsewhere() && !supposed, who)
            }
            // "я в транс впадаю"
            FrameWord::MeBare => said((way.told() || self.is_plain(way, first)) && !way.is_elsewhere(), Who::Me),
            _ if close && self.is_mine(place) => said(way.told() || way.unknown == 0 && !way.has(AT) && !way.weak, Who::Close),
            FrameWord::KinBare | FrameWord::ChildBare => {
                said(way.told() || self.is_plain(way, first) && (!word.is_ascii() || way.has(WITH)), Who::Close)
            }
            FrameWord::Kin | FrameWord::Child if way.told() && self.leads(place) => Step::Said(Who::Close),
            FrameWord::My
                if !way.is_said() && !way.weak && !way.has(AT) && way.unknown <= 1 && fits(way.term, way.theme.owned) =>
            {
                Step::Said(Who::Me)
            }
            _ => Step::On,
        }
    }

    /// True for a word that was typed without accents.
    fn is_typed_plain(&self, token: usize) -> bool {
        self.folded.typed(self.tokens[token].span).is_ascii()
    }

    /// True for a number.
    fn counts(&self, token: usize) -> bool {
        self.is_digits(token) || matches!(self.role(token), Some(FrameWord::Few | FrameWord::Many)) || self.word(token) == "due"
    }

    /// True for a preposition behind which somebody is one of them.
    fn leads_in(&self, way: &Way<'_>, word: &str, place: usize) -> bool {
        if place == 0 || !fits(word, ROMANCE) && !fits(word, "in, bei, von, der, with, в, за") {
            return false;
        }
        let mut before = place - 1;
        let passed = |role| {
            use FrameWord::{Article, At, Bridge, Kin, KinBare, With};
            matches!(role, Some(Article | At | Bridge | Kin | KinBare | With))
        };
        while before > 0 && passed(self.role(before)) {
            before -= 1;
        }
        let article = self.role(place + 1) == Some(FrameWord::Article);
        match way.theme.role(self.word(before)) {
            Some(FrameWord::Strong) => true,
            // "i'm a tory"
            Some(FrameWord::MeBe | FrameWord::MeBare) => word != "a" || article,
            Some(FrameWord::Be) => (word != "a" || article) && way.weak,
            // "wir von der ig metall"
            Some(FrameWord::Me) => word == "von" || word == "der",
            _ => false,
        }
    }

    /// True where something was done to the speaker: "me han …", "m dieron …".
    fn is_done(&self, way: &Way<'_>, me: usize) -> bool {
        let verb = self.word(me + 1);
        way.has(STRONG)
            || way.has(SAYS) && way.theme.is_had()
            || fits(verb, "he, hemos, hice, volvi, han, ha, hanno, ont")
            || verb == "a" && self.word(me) == "m"
            || verb.ends_with("ron") && (way.theme.is_had() && way.unknown <= 2 || verb == way.term)
    }

    /// True where nothing but adjectives stands between the term and a subject that needs no verb.
    fn is_plain(&self, way: &Way<'_>, first: usize) -> bool {
        let fits = |token: usize| self.role(token).is_some() || self.tokens[token].is_digits() || is_adjective(self.word(token));
        !way.weak && usize::from(way.unknown) <= first - way.modifiers && (way.modifiers..first).all(fits)
    }

    /// What stands behind the term: "diabetes tipo 2 tengo", "инвалид я", "unemployed since may".
    fn behind(&self, way: &Way<'_>, first: usize, end: usize) -> Option<Who> {
        const REACH: usize = 4;
        if way.weak {
            return None;
        }
        let had = fits(way.term, way.theme.had);
        let leads = self.begins(first) || self.begins(way.modifiers);
        let reach = if leads { REACH } else { 0 };
        for token in end..(end + reach).min(self.tokens.len()) {
            if self.clause_ends(token - 1) {
                break;
            }
            let says = match self.role(token) {
                Some(FrameWord::MeBe) => true,
                Some(FrameWord::MeHave) => had,
                Some(FrameWord::Me) => match self.role(token + 1) {
                    Some(FrameWord::Be) => true,
                    Some(FrameWord::Have) => had,
                    _ => break,
                },
                Some(FrameWord::MeBare) => self.clause_ends(token),
                Some(FrameWord::Bridge | FrameWord::At | FrameWord::Kind | FrameWord::Few) => continue,
                None if self.tokens[token].is_digits() => continue,
                _ => break,
            };
            if says {
                return Some(Who::Me);
            }
            break;
        }
        self.stands_alone(way, first, end).then_some(Who::Me)
    }

    /// True for a term that is all its clause says, but for when and with whom.
    fn stands_alone(&self, way: &Way<'_>, first: usize, end: usize) -> bool {
        let kinds = (way.modifiers..first).all(|token| self.role(token).is_some());
        let mut start = way.modifiers;
        while start > 0 && self.role(start - 1) == Some(FrameWord::Bridge) {
            start -= 1;
        }
        // "пенсионеры" are some.
        let many = !way.term.is_ascii() && way.term.ends_with(['ы', 'и', 'е']);
        if many || !kinds || !fits(way.term, way.theme.alone) || !self.begins(start) {
            return false;
        }
        match self.gap(end - 1) {
            Gap::End => start > 0 && self.gap(start - 1) >= Gap::Comma && !self.is_asked(end),
            Gap::Comma => self.gap_after(end - 1).starts_with(','),
            _ => match self.role(end) {
                Some(FrameWord::Bridge) => fits(
                    self.word(end),
                    "here, now, since, from, atm, again, still, aqui, ahora, desde, ya, hier, jetzt, seit, ici, maintenant, depuis, ora, qui, da, agora, ja, сейчас, теперь, уже, с",
                ),
                Some(FrameWord::At | FrameWord::With | FrameWord::Me | FrameWord::MeBare) => true,
                Some(FrameWord::And) => {
                    use FrameWord::{Can, Me, MeBare, MeBe, MeHave, Topic};
                    way.modifiers < first || matches!(self.role(end + 1), Some(Can | Me | MeBare | MeBe | MeHave | Topic))
                }
                _ => false,
            },
        }
    }

    /// True where a question ends behind the last token of a term.
    fn is_asked(&self, end: usize) -> bool {
        self.lower()[self.tokens[end - 1].span.end as usize..].trim_start().starts_with('?')
    }

    /// True for somebody close who is the speaker's: "my husband", "il mio bimbo".
    pub(crate) fn is_mine(&self, kin: usize) -> bool {
        const REACH: usize = 3;
        (kin.saturating_sub(REACH)..kin).any(|token| self.role(token) == Some(FrameWord::My))
    }

    /// True for somebody close of whom a clause is: "oma hat …", "la nonna ha …".
    pub(crate) fn leads(&self, kin: usize) -> bool {
        let article = kin > 0
            && (self.role(kin - 1) == Some(FrameWord::Article) || fits(self.word(kin - 1), "the, der, die, das, a, o, os, as"));
        self.begins(kin) || article && self.begins(kin - 1)
    }

    /// One past the last token of the term with what belongs to it.
    fn complement(&self, first: usize, end: usize, theme: &Theme) -> usize {
        let near =
            |token: usize| token < self.tokens.len() && self.gap(token - 1) <= Gap::Space && self.gap_after(token - 1).len() < 2;
        let mut last = end;
        // "tipo 2", "type 2", "2 типа", "bilateral"
        if near(last) && self.role(last) == Some(FrameWord::Kind) {
            last += 1;
            last += usize::from(near(last) && self.role(last) == Some(FrameWord::Kind));
            last += usize::from(near(last) && (self.is_digits(last) || fits(self.word(last), ROMAN)));
        } else if near(last) && near(last + 1) {
            let (one, two) = (self.word(last), last + 1);
            let sign = self.lower().as_bytes().get(self.tokens[two].span.end as usize);
            let kind =
                self.is_digits(last) && matches!(self.role(two), Some(FrameWord::Kind | FrameWord::Months | FrameWord::Years));
            let share = fits(one, PREPOSITIONS) && self.is_digits(two) && sign == Some(&b'%');
            last += if kind || share { 2 } else { 0 };
        }
        if near(last) && last == end && theme.is_had() && matches!(self.word(last), "b" | "c") {
            return last + 1;
        }
        if last == end && (first..end).any(|token| fits(self.word(token), theme.takes)) {
            let mut next = end;
            let led = fits(self.word(end - 1), PREPOSITIONS);
            if !led && near(next) && fits(self.word(next), PREPOSITIONS) {
                next += 1;
                next += usize::from(near(next) && self.role(next) == Some(FrameWord::Article));
            } else if !led && (!fits(self.word(end - 1), BARE) || !near(next) || !is_genitive(self.word(next))) {
                return last;
            }
            if near(next)
                && !self.tokens[next].is_digits()
                && matches!(
                    self.role(next),
                    None | Some(FrameWord::Kin | FrameWord::KinBare | FrameWord::Child | FrameWord::ChildBare)
                )
            {
                last = next + 1;
                // "por conducir borracho", "for drink driving"
                let verb = self.word(next);
                let object = self.word(last);
                let two = verb.ends_with(['r']) && verb.len() > 5 || verb.ends_with("ing") || object.ends_with("ing");
                last += usize::from(two && near(last) && !self.is_digits(last) && self.role(last).is_none());
            }
        }
        last
    }

    /// True for a message that answers a question: short, and of nothing else.
    fn answers(&self) -> bool {
        /// A longer message says it in a frame.
        const ANSWER: usize = 16;
        self.tokens.len() <= ANSWER
            && !(0..self.tokens.len()).any(|token| matches!(self.role(token), Some(FrameWord::Topic | FrameWord::Other)))
    }
}

fn on(way: &mut Way<'_>, seen: u8) -> Step {
    way.seen |= seen;
    Step::On
}

/// Prepositions of the Romance languages, with their articles.
const ROMANCE: &str = "a, de, di, do, del, da, dos, das, no, na, en, nel, nella, della, al, alla, au, aux, ao";

const ROMAN: &str = "i, ii, iii, iv, a, b, c";

const PREPOSITIONS: &str = "of, for, to, with, from, de, del, di, da, do, dos, das, du, des, der, d, von, wegen, gegen, por, per, pour, a, au, aux, ao, alla, alle, al, no, na, in, за, в, по, из, на, от, к, durch, au, sur";

/// Terms whose complement follows without a preposition: "рак груди", "гражданин узбекистана".
const BARE: &str =
    "рак, рака, раком, опухоль, перелом, мутация, гражданин, гражданка, гражданство, профсоюз, origen, origine, origem";

/// A Russian genitive by its ending; other languages have none here.
fn is_genitive(word: &str) -> bool {
    word.is_ascii() || word.ends_with(['а', 'я', 'и', 'ы', 'х']) || word.ends_with("ей") || word.ends_with("ов")
}

/// A Russian adjective by its ending: what may stand between "я" and the noun.
fn is_adjective(word: &str) -> bool {
    ["ый", "ий", "ой", "ая", "яя", "ые", "ие", "ым", "им", "го", "ую"].iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use crate::Redactor;

    /// What is found in the text by recognizers of statements.
    fn found(text: &str) -> Vec<String> {
        let redactor = Redactor::builder().build().unwrap();
        let findings = redactor.analyze(text, false).unwrap();
        findings
            .iter()
            .filter(|finding| finding.recognizer.starts_with("sensitive/"))
            .map(|finding| text[finding.span.range()].to_owned())
            .collect()
    }

    #[test]
    fn a_frame_before_or_behind_makes_a_word_a_statement() {
        for (text, said) in [
            ("i have diabetes", "diabetes"),
            ("i don't have diabetes", "diabetes"),
            ("diabetes tipo 2 tengo", "diabetes tipo 2"),
            ("я на инвалидности", "на инвалидности"),
            ("ho il diabete", "il diabete"),
            ("my mum has dementia", "dementia"),
            ("муж инвалид", "инвалид"),
            ("had covid last week", "covid"),
            ("as a jehovah's witness i refuse", "jehovah's witness"),
        ] {
            assert_eq!(found(text), [said], "{text}");
        }
    }

    #[test]
    fn a_topic_is_no_statement() {
        for text in [
            "a diabetes leaflet", "do you have a diabetes leaflet", "i have a question about diabetes",
            "do you sell insulin pumps?", "halal menu", "the union of both accounts", "a gay bar near the hotel?",
            "is the pregnancy leave form online", "i'm at the italian restaurant", "people who have diabetes pay more?",
            "can i take ibuprofen on the plane", "i have disabled my card", "страховка покрывает рак?",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn each_item_of_a_list_is_said() {
        assert_eq!(found("i have asthma, diabetes and psoriasis"), ["asthma", "diabetes", "psoriasis"]);
    }

    #[test]
    fn what_was_asked_needs_no_frame() {
        let mut chat = Redactor::builder().build().unwrap().conversation();
        chat.heard("any medical condition we should know of?");
        let text = "asthma and type 2 diabetes";
        let findings = chat.analyze(text, false).unwrap();
        let said: Vec<&str> = findings.iter().map(|finding| &text[finding.span.range()]).collect();
        assert_eq!(said, ["asthma", "type 2 diabetes"]);
    }
}
