//! A person's name, where somebody is introduced: "my name is …", "me llamo …", "меня зовут …".
//!
//! Behind words that do nothing but introduce, any word that is no ordinary one is a name. Behind words that mostly do
//! something else ("soy", "I'm", "это") only a common first name is. A name goes on while capital letters do; where the
//! writer uses none, until an ordinary word.

use crate::{
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordKind, WordList, fits, word_kind, words},
    text::{Span, Token},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "person/name",
    entity: "PERSON_NAME",
    kind: Kind::PersonName,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "my name is, my names, my name's, my full name is, my real name is, my first name is, my last name is, my surname is, the name is, the name's, name, full name, your name, i'm, im, i am, this is, it's, its, call me, name is, its me, it's me, speaking to, you are talking to, they call me, people call me, i'm called, i go by, my name, last name, first name, surname, signed, regards, sincerely, i am called, im called, you can call me, just call me, name's",
        ),
        (
            Language::Es,
            "me llamo, mi nombre es, mi nombre completo es, mi apellido es, nombre, nombre completo, nombre y apellidos, te llamas, se llama, su nombre, tu nombre, soy, soy yo, habla, aqui, titular, con quien hablo, llamame, les saluda, le saluda, su nombre es, le habla, les habla, te habla, me dicen, me llaman, apellidos, apellido, firmado, atentamente, yo soy, podeis llamarme, puedes llamarme, pueden llamarme",
        ),
        (
            Language::Ru,
            "меня зовут, зовут меня, мое имя, зовите меня, зови меня, меня звать, моя фамилия, имя, фио, фамилия, вас зовут, тебя зовут, ваше имя, зовут, это, я, с вами, беспокоит, пишет, на связи, с вами говорит, вам звонит, вам пишет, вас беспокоит, на проводе, отчество, с уважением, меня называют, можно просто, звать меня",
        ),
        (
            Language::De,
            "ich heise, ich heisse, mein name ist, mein vorname ist, mein nachname ist, mein name, name, vorname, nachname, ihr name, dein name, heisen sie, heist du, ich bin, hier ist, hier spricht, heist, sie sprechen mit, man nennt mich, nennen sie mich, nenn mich, mit freundlichen grusen, mit freundlichen grussen, mfg, mein name lautet, i bin, bin der, bin die",
        ),
        (
            Language::Fr,
            "je m'appelle, je mappelle, mon nom est, mon prenom est, mon nom c'est, mon nom complet est, nom, prenom, votre nom, ton nom, vous appelez, tu t'appelles, je suis, c'est, ici, s'appelle, moi c'est, moi je suis, on m'appelle, appelez moi, nom et prenom, nom complet, nom de famille, cordialement, je m'apelle, je mapelle, jmappelle, je m'apel, mon nom c, vous pouvez m'appeler",
        ),
        (
            Language::Pt,
            "me chamo, chamo-me, meu nome e, meu nome completo e, nome, nome completo, seu nome, se chama, sou, aqui e, fala, fala com, quem fala e, aqui quem fala e, aqui fala, me chamam de, me chamam, eu sou, sobrenome, apelido, atenciosamente, meu nome eh, meu nome completo eh, pode me chamar de",
        ),
        (
            Language::It,
            "mi chiamo, il mio nome e, mio nome e, nome, nome e cognome, suo nome, tuo nome, si chiama, ti chiami, sono, qui, parla, sono io, qui parla, mi chiamano, cognome, cordiali saluti, distinti saluti, potete chiamarmi, puoi chiamarmi",
        ),
    ],
};

/// Cues that say a name is asked for, or is in a form: what follows is one behind a colon only.
static LABELS: WordList = WordList::new(
    "name, full name, your name, nombre, nombre completo, nombre y apellidos, te llamas, su nombre, tu nombre, titular, con quien hablo, speaking to, you are talking to, имя, фио, фамилия, вас зовут, тебя зовут, ваше имя, vorname, nachname, ihr name, dein name, heise sie, heisen sie, heist du, nom, prenom, votre nom, ton nom, vous appelez, tu t'appelles, nome, nome completo, seu nome, nome e cognome, suo nome, tuo nome, ti chiami, mein name, last name, first name, surname, my name, apellidos, apellido, отчество, nom et prenom, nom complet, nom de famille, sobrenome, apelido, cognome",
);

/// Cues that mostly introduce something else.
static WEAK: WordList = WordList::new(
    "i'm, im, i am, this is, it's, its, call me, name is, its me, it's me, the name is, the name's, se llama, soy, habla, aqui, llamame, les saluda, le saluda, su nombre es, зовут, это, я, с вами, беспокоит, пишет, на связи, ich bin, hier ist, hier spricht, heist, je suis, c'est, ici, s'appelle, se chama, sou, aqui e, fala, fala com, quem fala e, aqui quem fala e, si chiama, sono, qui, parla, sono io, they call me, people call me, i'm called, i go by, signed, regards, sincerely, le habla, les habla, te habla, me dicen, me llaman, firmado, atentamente, с вами говорит, вам звонит, вам пишет, вас беспокоит, на проводе, с уважением, sie sprechen mit, man nennt mich, nennen sie mich, nenn mich, mit freundlichen grusen, mit freundlichen grussen, mfg, moi c'est, moi je suis, on m'appelle, appelez moi, cordialement, aqui fala, me chamam de, me chamam, eu sou, atenciosamente, qui parla, mi chiamano, cordiali saluti, distinti saluti, i am called, im called, you can call me, just call me, name's, yo soy, podeis llamarme, puedes llamarme, pueden llamarme, i bin, bin der, bin die, mon nom c, vous pouvez m'appeler, pode me chamar de, potete chiamarmi, puoi chiamarmi, меня называют, можно просто",
);

/// Words before a label that say it is no person's name.
static THINGS: WordList = WordList::new(
    "user, file, product, company, domain, host, brand, business, app, item, display, nick, screen, de usuario, producto, archivo, empresa, del, the, le, il, do",
);

/// What may stand between a cue and a name.
static TITLES: WordList = WordList::new(
    "mr, mrs, ms, miss, dr, doctor, sr, sra, srta, senor, senora, don, dona, herr, frau, monsieur, madame, mme, mlle, signor, signora, sig, senhor, senhora, господин, госпожа, sor, madam, doutor, doutora, dottor, dottore, dottoressa, dott, herrn, docteur, doctora, profesor, professor, товарищ",
);
static ARTICLES: WordList = WordList::new("la, el, a, o, die, der, il, me, yo, es, e, ist, is");

/// Small words inside names.
static PARTICLES: WordList = WordList::new(
    "de, del, la, las, los, da, das, do, dos, di, du, des, der, den, van, von, vom, zu, zur, ter, ten, le, bin, ibn, al, el, y, e, st, mac, o, d, san, santa, оглы, кызы, фон",
);
/// Those that a name in small letters may hold: others begin "ana de madrid" as often.
static SURE_PARTICLES: WordList = WordList::new("van, von, der, del, la, los, da, dos, das, di, bin, al, mac");

/// Names that "it's" puts into a calendar.
static SEASONS: WordList = WordList::new("april, may, june, august, summer, autumn, dawn, noel, natal, domingo");

/// Words of an address that is said: "its jolene dot tester at …".
static SPELLED: WordList =
    WordList::new("dot, punto, точка, punkt, point, ponto, underscore, arroba, собака, arobase, chiocciola, klammeraffe");

/// How adverbs end: "je m'appelle autrement".
const ADVERBS: &str = "mente, ement, ально, атно, очно";

/// How Russian surnames and patronymics end.
const RUSSIAN_ENDINGS: &str = "ов, ова, ев, ева, ин, ина, ын, ына, ский, ская, цкий, цкая, ович, евич, ич, овна, евна, ична, енко, ук, юк, чук, ян, дзе, швили, ых, их, ой, ая";

/// How verbs end that say what somebody is called to: "меня зовут играть".
const RUSSIAN_VERBS: &str = "ать, ять, еть, ить, оть, уть, ыть, ться, тись, сти, йти, ечь, ечься";

/// Weak cues behind which one capital letter is enough: nobody introduces a thing so.
static NAMING: WordList = WordList::new(
    "call me, they call me, people call me, i'm called, i go by, llamame, le habla, les habla, te habla, le saluda, les saluda, me dicen, me llaman, с вами говорит, hier spricht, sie sprechen mit, man nennt mich, nennen sie mich, nenn mich, moi c'est, on m'appelle, appelez moi, quem fala e, aqui quem fala e, aqui fala, me chamam de, me chamam, qui parla, mi chiamano, i am called, im called, you can call me, just call me, podeis llamarme, puedes llamarme, pueden llamarme, vous pouvez m'appeler, pode me chamar de, potete chiamarmi, puoi chiamarmi, меня называют, можно просто",
);

/// Weak cues that say who writes: two words with capital letters behind them are a name.
static SELF: WordList = WordList::new(
    "i'm, im, i am, its me, it's me, name is, the name is, soy, soy yo, habla, я, с вами, беспокоит, вас беспокоит, вам звонит, вам пишет, на проводе, на связи, с уважением, ich bin, hier ist, aqui e, je suis, moi je suis, sou, eu sou, fala, sono, sono io, parla, signed, regards, sincerely, firmado, atentamente, mfg, cordialement, atenciosamente, cordiali saluti, distinti saluti, yo soy, i bin, bin der, bin die, name's",
);

/// What customers are that is written like a name: "I'm a Gold Star member".
static STANDINGS: WordList = WordList::new(
    "gold, silver, platinum, platino, diamond, premium, plus, prime, vip, pro, elite, black, blue, club, team, star, gmbh, ag, sl, srl, sarl, ltd, inc, llc, windows, android, google, apple, microsoft, iphone, samsung, telegram, whatsapp, facebook, instagram, real, atletico, costa, puerto, buenos, san, nueva, new, north, south, christmas, italian, spanish, french, african, asian, latin, european, indian, chinese, british, american, russian, german, polish, turkish, ukrainian, brazilian, portuguese, mexican, jewish, muslim, catholic, orthodox, francais, francaise, espanol, espanola, deutscher, deutsche, italiano, italiana, brasileiro, brasileira, musulman, musulmane, catholique, head, chief, chef, senior, manager, leader, director, presidente, auto, micro, mobilfunk, festnetz, strom, bestandskunde, neukunde, vertragskunde, rentner, student",
);

const MOST_WORDS: usize = 7;

/// How much a cue says.
#[derive(Clone, Copy, PartialEq)]
enum Cue {
    /// It does nothing but introduce.
    Strong,
    /// A common first name makes it an introduction, or two words with capital letters.
    Person,
    /// Only a common first name does.
    Weak,
    /// The other side asked: the message may be the name alone.
    Answer,
}

fn scan(scan: &mut Scan<'_>) {
    let reader = Words { scan, lower: scan.lower() };
    let behind = opening(scan).and_then(|(cue, first)| Some((first, reader.name(first, cue)?)));
    let Some((first, last)) = behind.or_else(|| reader.in_front()) else { return };
    let (start, end) = (scan.tokens[first].span.start, scan.tokens[last].span.end);
    scan.push(start as usize, end as usize, Verdict::plausible(2));
}

/// What introduces, and the first word that may be a name.
fn opening(scan: &Scan<'_>) -> Option<(Cue, usize)> {
    let words = Words { scan, lower: scan.lower() };
    let mut first = scan.token;
    let Some(introduction) = scan.cue else {
        return words.answer(first).map(|first| (Cue::Answer, first));
    };
    let gap = &scan.lower()[scan.at..scan.tokens.get(first)?.span.start as usize];
    let colon = gap.trim_start().starts_with([':', '=']);
    if gap.len() > 6 || gap.contains(['?', '!', ';', '{', '<', '$']) || gap.trim_start().starts_with('.') || gap.contains(". ") {
        return None;
    }
    // Most of what follows these cues: "i'm waiting".
    if word_kind(words.word(first)) == WordKind::Ordinary && words.word(first).len() > 1 && !words.is_title(first) {
        return None;
    }
    let cue = words.canonical(introduction);
    let strength = if LABELS.has(&cue) {
        if words.before_is(introduction, &THINGS) || !colon && (gap != " " || !words.begins_clause(introduction)) {
            return None;
        }
        if colon { Cue::Strong } else { Cue::Person }
    } else if NAMING.has(&cue) || cue == "name is" && introduction.start == 0 {
        // "moi c'est pareil", "call me back"
        if words.is_named(words.untitled(first)) { Cue::Strong } else { Cue::Weak }
    } else if SELF.has(&cue) {
        // "I Am Very Angry With You": where every word has a capital letter, it says nothing.
        let shouted = first > 0 && cue.contains(' ') && words.is_capital(first - 1);
        // "mach im Garten das Tor auf": German has the word, too.
        let german = cue == "im" && (!words.begins_clause(introduction) || PARTICLES.has(words.word(first + 1)));
        if shouted || german { Cue::Weak } else { Cue::Person }
    } else if WEAK.has(&cue) {
        Cue::Weak
    } else {
        Cue::Strong
    };
    // "me llamó la atención": the accent makes it somebody else's call.
    if cue == "me llamo" && scan.folded.typed(introduction).ends_with(['ó', 'Ó']) {
        return None;
    }
    first = words.untitled(first);
    // "sono la signora Moretti"
    let titled = first > scan.token && TITLES.has(words.word(first - 1));
    let strength = if titled && (words.is_named(first) || words.ends_clause(first)) { Cue::Strong } else { strength };
    (first - scan.token <= 2 && first < scan.tokens.len()).then_some((strength, first))
}

struct Words<'w, 's> {
    scan: &'w Scan<'s>,
    lower: &'w str,
}

impl Words<'_, '_> {
    fn token(&self, index: usize) -> Option<Token> {
        self.scan.tokens.get(index).copied()
    }

    fn word(&self, index: usize) -> &str {
        self.token(index).map_or("", |token| &self.lower[token.span.range()])
    }

    /// What stands between a word and the next; the end of the text is a sentence end.
    fn gap(&self, index: usize) -> &str {
        match (self.token(index), self.token(index + 1)) {
            (Some(word), Some(next)) => &self.lower[word.span.end as usize..next.span.start as usize],
            _ => "\n",
        }
    }

    fn plain_gap(&self, index: usize) -> bool {
        matches!(self.gap(index), " " | "  " | ". ")
    }

    /// The cue's words with one space, or the apostrophe they had, between them.
    fn canonical(&self, span: Span) -> String {
        let first = self.scan.tokens.partition_point(|token| token.span.start < span.start);
        let mut cue = String::new();
        for token in self.scan.tokens[first..].iter().take_while(|token| token.span.end <= span.end) {
            if !cue.is_empty() {
                let apostrophe = self.lower[..token.span.start as usize].ends_with('\'');
                cue.push(if apostrophe { '\'' } else { ' ' });
            }
            cue.push_str(&self.lower[token.span.range()]);
        }
        cue
    }

    /// The first word behind titles and articles.
    fn untitled(&self, mut first: usize) -> usize {
        while first < self.scan.tokens.len() && self.is_title(first) && (self.plain_gap(first) || self.gap(first) == ", ") {
            first += 1;
        }
        first
    }

    /// True for a word that its capital letter makes a name.
    fn is_named(&self, index: usize) -> bool {
        self.is_capital(index)
            && !self.is_shouted(index)
            && self.word(index).chars().count() > 1
            && !STANDINGS.has(self.word(index))
            && !matches!(word_kind(self.word(index)), WordKind::Ordinary)
    }

    /// True for two such words, or for a surname before a first name.
    fn is_full_name(&self, first: usize) -> bool {
        const LONGEST: usize = 4;
        let last = self.glued(first);
        let next = last + 1;
        if self.gap(last) != " " || !self.may_be_name(next) {
            return false;
        }
        let surname = words(RUSSIAN_ENDINGS).any(|ending| self.word(first).ends_with(ending));
        if word_kind(self.word(next)) == WordKind::Name && (surname || self.is_named(first) && self.is_capital(next)) {
            return true;
        }
        let run = (first..).take(LONGEST + 1).take_while(|&index| {
            self.is_capital(index) && (index == first || matches!(self.gap(index - 1), " " | "-" | "'" | ". "))
        });
        let particle = SURE_PARTICLES.has(self.word(next)) && self.gap(next) == " ";
        let second = if particle { next + 1 } else { next };
        self.is_named(first)
            && (self.is_named(second) || self.is_initial(next) && self.is_named(next + 1))
            && run.count() <= LONGEST
    }

    /// One capital letter before a word with one: "Harriet L. Moss".
    fn is_initial(&self, index: usize) -> bool {
        self.word(index).chars().count() == 1
            && self.is_capital(index)
            && matches!(self.gap(index), ". " | "." | " ")
            && self.is_capital(index + 1)
    }

    /// True where nothing of the same clause precedes.
    fn begins_clause(&self, span: Span) -> bool {
        let before = self.lower[..span.start as usize].trim_end_matches(' ');
        before.is_empty() || before.ends_with(['\n', '.', ',', ';', '!', ':', '(', '-'])
    }

    fn before_is(&self, span: Span, list: &'static WordList) -> bool {
        let cue = self.scan.tokens.partition_point(|token| token.span.start < span.start);
        cue > 0 && list.has(self.word(cue - 1))
    }

    fn is_title(&self, index: usize) -> bool {
        // A name may begin with an article: "La Toya".
        TITLES.has(self.word(index)) || (ARTICLES.has(self.word(index)) && (!self.is_capital(index) || self.is_shouted(index)))
    }

    fn is_capital(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| self.scan.text()[token.span.range()].starts_with(char::is_uppercase))
    }

    /// Capital letters only: they say nothing about where a name ends.
    fn is_shouted(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| {
            let text = &self.scan.text()[token.span.range()];
            text.chars().count() > 1 && !text.contains(char::is_lowercase)
        })
    }

    /// Letters of a name's length, with no digit touching them.
    fn may_be_name(&self, index: usize) -> bool {
        let Some(token) = self.token(index) else { return false };
        let text = self.scan.text().as_bytes();
        let touched = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_digit() || b"@_/\\".contains(b));
        let after = &text[token.span.end as usize..];
        // "bob.smith@…"
        let address = after.first() == Some(&b'.') && after.get(1).is_some_and(u8::is_ascii_alphanumeric);
        let glued = touched(after.first()) || touched(text[..token.span.start as usize].last());
        let word = !token.is_digits() && token.span.len() <= 40;
        word && !glued && !address && !SPELLED.has(self.word(index + 1))
    }

    /// The last word of the name that begins here.
    fn name(&self, first: usize, cue: Cue) -> Option<usize> {
        let word = self.word(first);
        if !self.may_be_name(first) {
            return None;
        }
        let elided = self.gap(first) == "'" && self.may_be_name(first + 1);
        let initial = word.chars().count() == 1 && !elided;
        // "O'Brien" is no "o".
        let kind = if elided && word.len() == 1 { WordKind::Unknown } else { word_kind(word) };
        match kind {
            _ if initial => {
                let spelled = self.is_capital(first) && self.gap(first).starts_with('.') && self.is_capital(first + 1);
                if cue != Cue::Strong || !spelled {
                    return None;
                }
            }
            WordKind::Name => {}
            WordKind::NameAndWord => {
                if matches!(cue, Cue::Weak | Cue::Person)
                    && (!self.is_capital(first) || self.is_shouted(first) || SEASONS.has(word))
                {
                    return None;
                }
            }
            WordKind::Ordinary => return None,
            WordKind::Unknown => {
                let small = !self.is_capital(first);
                let adverb = small && words(ADVERBS).chain(words(RUSSIAN_VERBS)).any(|ending| word.ends_with(ending));
                // "yo soy Encarni, la de la esquina"
                let named = self.is_named(first) && self.gap(first).starts_with(',') && !self.is_german();
                let unsure = cue == Cue::Weak || cue == Cue::Person && !named && !self.is_full_name(first);
                if unsure || adverb || self.gap(first) == "'" && self.word(first + 1) == "s" {
                    return None;
                }
            }
        }
        let last = self.glued(first);
        let last = if self.is_capital(first) && !self.is_shouted(first) { self.capitals(last) } else { self.small(last) };
        // Most of an answer that goes on is no name.
        let numbered = self.is_capital(first) && self.scan.tokens.get(last + 1).is_some_and(|token| token.is_digits());
        (cue != Cue::Answer || self.ends_clause(last) || numbered).then_some(last)
    }

    /// True behind a German cue: its nouns have capital letters, too.
    fn is_german(&self) -> bool {
        let cue = self.scan.cue.map_or("", |cue| &self.lower[cue.range()]);
        fits(cue, "ich bin, i bin, bin der, bin die, hier ist, im")
    }

    /// The last part of a word with hyphens or apostrophes: "Jean-Luc", "O'Brien".
    fn glued(&self, first: usize) -> usize {
        let mut last = first;
        while matches!(self.gap(last), "-" | "'") && self.may_be_name(last + 1) && self.word(last + 1) != "s" && last - first < 3
        {
            last += 1;
        }
        last
    }

    /// Goes on while words begin with a capital letter.
    fn capitals(&self, mut last: usize) -> usize {
        let first = last;
        while last - first < MOST_WORDS && (self.plain_gap(last) || self.gap(last) == "." && self.word(last).chars().count() == 1)
        {
            let mut next = last + 1;
            let initial = self.gap(last).starts_with('.');
            if initial && self.word(last).chars().count() > 1 {
                break;
            }
            while next - last <= 3 && PARTICLES.has(self.word(next)) && matches!(self.gap(next), " " | "'") {
                next += 1;
            }
            // "D'Amico" is no friend.
            let elided = next > last + 1 && self.gap(next - 1) == "'";
            let known = if elided || self.is_initial(next) { WordKind::Unknown } else { word_kind(self.word(next)) };
            if !self.may_be_name(next) || known == WordKind::Ordinary {
                break;
            }
            // "me llamo Ana ruiz, …": the keyboard wrote the first capital letter.
            let alone = next == last + 1
                && last == first
                && known == WordKind::Unknown
                && self.ends_clause(next)
                && self.word(next).len() > 3;
            if !self.is_capital(next) && !alone {
                break;
            }
            last = self.glued(next);
        }
        last
    }

    /// Goes on until an ordinary word; too many unknown words are a sentence.
    fn small(&self, first: usize) -> usize {
        const MOST_UNKNOWN: usize = 2;
        let mut last = first;
        let mut sure = first;
        let mut unknown = 0;
        while last - first < MOST_WORDS && matches!(self.gap(last), " " | "  ") {
            let mut next = last + 1;
            while next - last <= 2 && self.is_sure_particle(next) {
                next += 1;
            }
            // "marco d'amico"
            let elided = self.gap(next) == "'" && matches!(self.word(next), "d" | "o" | "l" | "dell" | "dall");
            next += usize::from(elided);
            let word = self.word(next);
            let known = if elided { WordKind::Unknown } else { word_kind(word) };
            if !self.may_be_name(next) || known == WordKind::Ordinary || word.chars().count() < 3 {
                return last;
            }
            last = self.glued(next);
            let russian = words(RUSSIAN_ENDINGS).any(|ending| word.ends_with(ending) && word.len() > ending.len() + 4);
            if known == WordKind::Name || russian {
                sure = last;
            } else if word.is_ascii() {
                unknown += 1;
                if unknown > MOST_UNKNOWN {
                    return sure;
                }
            } else {
                return sure;
            }
        }
        last
    }

    fn is_sure_particle(&self, index: usize) -> bool {
        let word = self.word(index);
        self.gap(index) == " "
            && (SURE_PARTICLES.has(word)
                || (word == "de" && (matches!(self.word(index + 1), "la" | "las" | "los") || self.ends_clause(index + 1))))
    }

    fn ends_clause(&self, index: usize) -> bool {
        let gap = self.gap(index);
        index + 1 >= self.scan.tokens.len()
            || gap.contains(['\n', '.', ',', ';', '!', '?', ')', '('])
            || gap.contains(" -")
            || matches!(self.word(index + 1), "y" | "and" | "e" | "et" | "und" | "и")
    }

    /// The name in front of the verb: "antonio ruiz me llamo", "меня гульнара зовут".
    fn in_front(&self) -> Option<(usize, usize)> {
        const LONGEST: usize = 3;
        let cue = self.scan.cue?;
        let end = self.scan.tokens.partition_point(|token| token.span.start < cue.start);
        if !fits(&self.lower[cue.range()], "me llamo, me chamo, mi chiamo, зовут, звать") || !self.ends_clause_behind(end)
        {
            return None;
        }
        let mut first = end;
        let mut known = false;
        while first > 0 && end - first < LONGEST && self.gap(first - 1) == " " && self.may_be_name(first - 1) {
            match word_kind(self.word(first - 1)) {
                WordKind::Name => known = true,
                WordKind::NameAndWord if self.is_capital(first - 1) => known = true,
                WordKind::Unknown if self.word(first - 1).len() > 2 => {}
                _ => break,
            }
            first -= 1;
        }
        known.then(|| (first, end - 1))
    }

    /// True where nothing that may be a name follows the cue that begins with this token.
    fn ends_clause_behind(&self, cue: usize) -> bool {
        let last = self.scan.token.max(cue + 1) - 1;
        self.ends_clause(last) || !matches!(word_kind(self.word(last + 1)), WordKind::Name | WordKind::Unknown)
    }

    /// The first word of a message that answers with a name.
    fn answer(&self, mut first: usize) -> Option<usize> {
        const FILLERS: &[&str] = &[
            "yes", "sure", "ok", "it", "its", "s", "is", "hi", "hello", "si", "claro", "soy", "es", "да", "это", "конечно", "ja",
            "oui", "sim", "mr", "mrs",
        ];
        const LONGEST: usize = 6;
        while first < 4 && FILLERS.contains(&self.word(first)) {
            first += 1;
        }
        let words = self.scan.tokens.iter().skip(first).take(LONGEST + 1).take_while(|token| !token.is_digits()).count();
        (words <= LONGEST).then_some(first)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "person/name",
    sources: &["No issuer: how people introduce themselves in seven languages; data/first_names.txt, data/ordinary_words.txt"],
    matches: &[
        "my name is [[Jane Miller]]",
        "me llamo [[luis]] y no me va internet",
        "меня зовут [[Кузнецов Андрей Викторович]]",
        "je m'appelle [[karim]] et j'ai plus internet",
        "ich heiße [[Jürgen von der Heide]]",
        "mi chiamo [[Marco De Luca]], è per l'affitto",
        "meu nome é [[Maria Aparecida dos Santos]]",
        "soy [[Ana]] la del pedido",
        "MY NAME IS [[SARAH JANE COOPER]] AND I WANT MY MONEY",
    ],
    near_misses: &[
        "my name is misspelled on the ticket", "soy cliente desde 2015", "me llamó la atención el precio", "ich bin zufrieden",
        "soy de Madrid", "i am happy", "меня зовут на встречу в пятницу", "this is wrong", "mach im Garten das Tor auf",
        "im Flur das Licht anmachen",
    ],
};
