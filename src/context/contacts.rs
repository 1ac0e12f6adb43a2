//! Pasted contacts: lines of a label and a telephone number or an e-mail address, tables of them, vCards.
//!
//! Whoever pastes such a list gives other people's data. One label is the customer's way to say what a value is ("mobile: …"), two
//! names are not.

use crate::{
    recognizer::{FrameWord, Kind, WordKind, WordList, owner_word, word_kind},
    text::Span,
};

use super::{Surroundings, owner::Whose};

/// Words of a label that name a value, not a person.
static FIELDS: WordList = WordList::new(
    "home, work, office, mobile, cell, private, personal, main, other, old, new, tel, phone, email, mail, e, casa, trabajo, oficina, movil, fijo, personal, nuevo, viejo, correo, arbeit, privat, handy, festnetz, domicile, travail, portable, fixe, bureau, trabalho, celular, fixo, lavoro, cellulare, fisso, ufficio, дом, домашний, рабочий, мобильный, личный, моб, тел, почта, pref, type, voice, internet, item",
);

/// What a line of contacts begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    /// Nothing that names anybody.
    None,
    /// Words that may be a name.
    Maybe(Span),
    /// A first name, and what stands with it.
    Sure(Span),
    /// "Mum".
    Relation,
    /// A sentence.
    Sentence,
}

/// Where contacts stand.
#[derive(Default)]
pub(super) struct Contacts {
    /// Each list of them, in order.
    lists: Vec<Span>,
    /// The labels that are names, in order.
    pub(super) names: Vec<Span>,
}

/// One contact.
struct Entry {
    /// All of its line.
    line: Span,
    label: Label,
    /// Its value is a telephone number or an e-mail address; some other number may look like one.
    reached: bool,
}

impl Contacts {
    /// The contacts of a text whose values are known.
    pub(super) fn new(around: &Surroundings<'_>, text: &str, values: &[(Span, Kind)], whose: &[Option<Whose>]) -> Self {
        let mut contacts = Self::default();
        let reach = values.iter().filter(|(_, kind)| matches!(kind, Kind::Phone | Kind::Email)).count();
        if reach == 0 {
            return contacts;
        }
        if around.tokens.windows(2).any(|pair| is_word(around, pair[0].span, "begin") && is_word(around, pair[1].span, "vcard")) {
            contacts.cards(around, text);
        } else if reach > 1 {
            for separators in [&b"\n"[..], b"\n,;|"] {
                let entries = entries(around, text, values, whose, separators);
                if is_list(&entries, separators.len() > 1) {
                    contacts.add(&entries);
                    break;
                }
            }
        }
        contacts
    }

    /// The list that a span stands in.
    pub(super) fn holds(&self, span: Span) -> Option<u32> {
        self.lists.iter().position(|list| list.covers(span)).map(|list| list as u32)
    }

    fn add(&mut self, entries: &[Entry]) {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return };
        self.lists.push(Span { start: first.line.start, end: last.line.end });
        self.names.extend(entries.iter().filter_map(|entry| match entry.label {
            Label::Sure(span) | Label::Maybe(span) => Some(span),
            _ => None,
        }));
    }

    /// From the first BEGIN:VCARD to the last END:VCARD, one list.
    fn cards(&mut self, around: &Surroundings<'_>, text: &str) {
        let starts = |span: Span| span.start == 0 || text.as_bytes()[span.start as usize - 1] == b'\n';
        let mut whole: Option<Span> = None;
        for pair in around.tokens.windows(2) {
            let span = Span { start: pair[0].span.start, end: pair[1].span.end };
            let is = |word| is_word(around, pair[0].span, word);
            if is_word(around, pair[1].span, "vcard") && (is("begin") || is("end")) {
                let start = whole.map_or(span.start, |whole| whole.start);
                // Where the end is missing, the rest belongs to it.
                whole = Some(Span { start, end: if is("end") { span.end } else { text.len() as u32 } });
            } else if starts(pair[0].span) && (is("fn") || is("n")) {
                let line = &text[pair[0].span.end as usize..];
                let line = &line[..line.find('\n').unwrap_or(line.len())];
                let value = line.rfind(':').map_or(line.len(), |colon| colon + 1);
                let name = line[value..].trim_matches(|c: char| !c.is_alphanumeric());
                if !name.is_empty() {
                    let start = pair[0].span.end as usize + value + line[value..].find(name).unwrap_or(0);
                    self.names.push(Span::new(start, start + name.len()));
                }
            }
        }
        self.lists.extend(whole);
    }
}

fn is_word(around: &Surroundings<'_>, span: Span, word: &str) -> bool {
    span.len() == word.len() && &around.lower[span.range()] == word
}

/// Two names, or more labels of which one is a name; on one line only names.
fn is_list(entries: &[Entry], inline: bool) -> bool {
    let reached = || entries.iter().filter(|entry| entry.reached);
    let sure = reached().filter(|entry| matches!(entry.label, Label::Sure(_) | Label::Relation)).count();
    let all = reached().count();
    sure > 1 && (!inline || sure == all) || !inline && (all > 2 && sure > 0 || all > 3)
}

/// The lines that hold values of others and begin or end with a label.
fn entries(
    around: &Surroundings<'_>,
    text: &str,
    values: &[(Span, Kind)],
    whose: &[Option<Whose>],
    separators: &[u8],
) -> Vec<Entry> {
    let bytes = text.as_bytes();
    let parts = |byte: &u8| separators.contains(byte);
    let mut entries: Vec<Entry> = Vec::new();
    let mut next = 0;
    while next < values.len() {
        let first = values[next].0;
        let start = bytes[..first.start as usize].iter().rposition(parts).map_or(0, |before| before + 1);
        let mut end = first.end as usize;
        let (mut reached, mut mine) = (false, false);
        // All values of the line.
        while let Some((span, kind)) = values.get(next) {
            if (span.start as usize) > end && bytes[end..span.start as usize].iter().any(parts) {
                break;
            }
            reached |= matches!(kind, Kind::Phone | Kind::Email);
            mine |= whose[next] == Some(Whose::Mine);
            end = span.end as usize;
            next += 1;
        }
        let last = end;
        end += bytes[end..].iter().position(parts).unwrap_or(bytes.len() - end);
        if mine {
            continue;
        }
        let mut found = label(around, text, Span::new(start, first.start as usize));
        if found == Label::None {
            found = label(around, text, Span::new(last, end));
        }
        if !matches!(found, Label::None | Label::Sentence) {
            entries.push(Entry { line: Span::new(start, end), label: found, reached });
        }
    }
    entries
}

/// What the words of a stretch are.
fn label(around: &Surroundings<'_>, text: &str, within: Span) -> Label {
    const LONGEST: usize = 6;
    let first = around.tokens.partition_point(|token| token.span.start < within.start);
    let mut whole: Option<Span> = None;
    let (mut words, mut named, mut relation) = (0, false, false);
    for (at, token) in around.tokens.iter().enumerate().skip(first) {
        if token.span.end > within.end {
            break;
        }
        // "1. Ana"
        if token.is_digits() {
            continue;
        }
        words += 1;
        if words > LONGEST {
            return Label::Sentence;
        }
        let word = &around.lower[token.span.range()];
        let behind = around.hits.partition_point(|hit| hit.first as usize <= at);
        let is_cue = around.hits[behind.saturating_sub(4)..behind].iter().any(|hit| hit.last as usize >= at);
        let is_capital = text[token.span.start as usize..].starts_with(char::is_uppercase);
        let kind = word_kind(word);
        let role = owner_word(word);
        let is_name = kind == WordKind::Name || kind == WordKind::NameAndWord && is_capital;
        let is_relation = matches!(
            role,
            Some(
                FrameWord::Kin
                    | FrameWord::KinBare
                    | FrameWord::Child
                    | FrameWord::ChildBare
                    | FrameWord::Relation
                    | FrameWord::RelationBare
                    | FrameWord::Doctor
            )
        );
        if is_name {
            named = true;
        } else if is_relation {
            relation = true;
            continue;
        } else if is_cue || FIELDS.has(word) {
            continue;
        } else if matches!(role, Some(FrameWord::Bridge | FrameWord::Article)) && whole.is_some() {
            // "Ana de la Torre"
        } else if role.is_some() || kind == WordKind::Ordinary && !is_capital {
            return Label::Sentence;
        }
        let start = whole.map_or(token.span.start, |whole| whole.start);
        whole = Some(Span { start, end: token.span.end });
    }
    match whole {
        None if relation => Label::Relation,
        None => Label::None,
        Some(span) if named || relation => Label::Sure(span),
        Some(span) => Label::Maybe(span),
    }
}
