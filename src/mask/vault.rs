//! The vault: which token stands for which value in one conversation.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use zeroize::Zeroizing;

use crate::{recognizer::Category, text::Span};

/// More values than any chat holds; beyond it the bare label stands, which nobody can restore.
const CAPACITY: usize = 10_000;

/// A token's name: the category's label and a number that is never used twice.
pub(crate) type TokenId = (Category, u32);

/// Token ↔ value. Wiped when dropped.
#[derive(Default)]
pub(crate) struct Vault {
    values: HashMap<TokenId, Entry>,
    /// By category: the last number that was given out.
    last: Vec<u32>,
    /// Numbers up to this one were given out before, of whatever category.
    spent: u32,
    /// Hash of category and canonical value → where to look.
    places: HashMap<u64, Vec<TokenId>>,
}

struct Entry {
    /// One value, one token, however it is written.
    canonical: Zeroizing<String>,
    value: Zeroizing<String>,
}

impl Vault {
    /// The token that stands for a value; `None` when the vault is full.
    pub(crate) fn token(&mut self, category: Category, canonical: String, value: &str) -> Option<TokenId> {
        let canonical = Zeroizing::new(canonical);
        let place = place_of(category, &canonical);
        let known = |id: &&TokenId| id.0 == category && self.values[*id].canonical == canonical;
        if let Some(&id) = self.places.get(&place).and_then(|ids| ids.iter().find(known)) {
            return Some(id);
        }
        let last = self.last.get(category as usize).copied().unwrap_or_default();
        let id = (category, last.max(self.spent).checked_add(1)?);
        self.put(id, canonical, value).then_some(id)
    }

    /// Puts a value back behind the token it had. A token that stands for something goes on standing for that.
    pub(crate) fn remember(&mut self, id: TokenId, canonical: String, value: &str) {
        if id.1 > 0 && !self.values.contains_key(&id) {
            self.put(id, Zeroizing::new(canonical), value);
        }
    }

    /// Numbers up to this one are not given out any more.
    pub(crate) fn spend(&mut self, number: u32) {
        self.spent = number.max(self.spent);
    }

    /// The token stands for nothing from now on.
    pub(crate) fn forget(&mut self, id: TokenId) {
        let Some(entry) = self.values.remove(&id) else { return };
        if let Some(ids) = self.places.get_mut(&place_of(id.0, &entry.canonical)) {
            ids.retain(|other| *other != id);
        }
    }

    pub(crate) fn forget_all(&mut self) {
        self.values.clear();
        self.places.clear();
    }

    pub(crate) fn value(&self, id: TokenId) -> Option<&str> {
        self.values.get(&id).map(|entry| entry.value.as_str())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// False when the vault is full.
    fn put(&mut self, id: TokenId, canonical: Zeroizing<String>, value: &str) -> bool {
        if self.values.len() >= CAPACITY {
            return false;
        }
        let category = id.0 as usize;
        self.last.resize(self.last.len().max(category + 1), 0);
        self.last[category] = id.1.max(self.last[category]);
        self.places.entry(place_of(id.0, &canonical)).or_default().push(id);
        self.values.insert(id, Entry { canonical, value: Zeroizing::new(value.to_owned()) });
        true
    }
}

fn place_of(category: Category, canonical: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (category, canonical).hash(&mut hasher);
    hasher.finish()
}

/// `[CARD_1]`.
pub(crate) fn write_token(out: &mut String, (category, number): TokenId) {
    out.push('[');
    out.push_str(category.info().label);
    out.push('_');
    out.push_str(&number.to_string());
    out.push(']');
}

/// A token read from a reply, in bytes of the reply.
pub(crate) struct Mention {
    pub(crate) span: Span,
    pub(crate) id: TokenId,
}

/// The longest way to write a token; a stream never has to hold back more.
const LONGEST_MENTION: usize = 40;

const OPENING: [char; 8] = ['[', '(', '{', '<', '⟦', '【', '「', '［'];
const CLOSING: [char; 8] = [']', ')', '}', '>', '⟧', '】', '」', '］'];

/// Every token in a reply, also where a model changed case, brackets or spacing: `[card 1]`, `CARD_1`, `\[CARD\_1\]`.
/// Without brackets the underscore is needed: "card 1 of 2" is no token.
pub(crate) fn mentions(text: &str) -> Vec<Mention> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let glued = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
        let mention = if glued { None } else { category_of(&text[at..end]).and_then(|c| mention(text, at, end, c)) };
        at = mention.as_ref().map_or(end, |mention| mention.span.end as usize);
        found.extend(mention);
    }
    found
}

fn category_of(word: &str) -> Option<Category> {
    Category::ALL.iter().copied().find(|category| category.info().label.eq_ignore_ascii_case(word))
}

/// The rest of a token whose label stands at `start..end`.
fn mention(text: &str, start: usize, end: usize, category: Category) -> Option<Mention> {
    let bytes = text.as_bytes();
    let skip = |from: usize, set: &[u8]| from + bytes[from..].iter().take_while(|b| set.contains(b)).count().min(4);
    let number_at = skip(end, b"_ -\\*");
    let number_end = number_at + bytes[number_at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let number: u32 = text[number_at..number_end].parse().ok()?;
    if bytes.get(number_end).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let before = text[..start].trim_end_matches([' ', '*', '_', '\\']);
    let opened = before.chars().next_back().filter(|c| OPENING.contains(c) && start - before.len() <= 4);
    let after = skip(number_end, b" *_\\");
    let closing = text[after..].chars().next().filter(|c| CLOSING.contains(c));
    let span = match (opened, closing) {
        (Some(open), Some(close)) => {
            let mut from = before.len() - open.len_utf8();
            // Markdown escapes both brackets or none; a backslash of the customer's own is no part of the token.
            if text[..from].ends_with('\\') && text[number_end..after].contains('\\') {
                from -= 1;
            }
            Span::new(from, after + close.len_utf8())
        }
        _ if bytes[end..number_at].contains(&b'_') => Span::new(start, number_end),
        _ => return None,
    };
    Some(Mention { span, id: (category, number) })
}

/// How many bytes of a growing reply cannot belong to a token that is still being written.
pub(crate) fn settled(text: &str) -> usize {
    let mut from = text.len().saturating_sub(LONGEST_MENTION);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = &text[from..];
    // What is complete and cannot grow any more is settled.
    let read = mentions(tail);
    let done = read.iter().map(|mention| mention.span.end as usize).rfind(|&end| is_final(tail, end)).unwrap_or(0);
    let rest = &tail[done..];
    // A token may begin at any bracket, or at the words that the text now ends with.
    let open = rest.find(|c| c == '\\' || OPENING.contains(&c));
    let words = rest.rfind(|c: char| !(c.is_ascii_alphanumeric() || "_ -\\*".contains(c)));
    let from_word = words.map_or(0, |i| i + rest[i..].chars().next().map_or(1, char::len_utf8));
    let label = rest[from_word..]
        .char_indices()
        .find(|&(i, c)| c.is_ascii_alphabetic() && may_begin_token(&rest[from_word + i..]))
        .map(|(i, _)| from_word + i);
    [open, label].into_iter().flatten().min().map_or(text.len(), |start| from + done + start)
}

/// True where what may still arrive cannot belong to the token that ends here.
fn is_final(text: &str, end: usize) -> bool {
    text[..end].ends_with(CLOSING) || !text[end..].trim_start_matches([' ', '*', '_', '\\']).is_empty()
}

fn may_begin_token(rest: &str) -> bool {
    let word: &str = &rest[..rest.bytes().take_while(u8::is_ascii_alphabetic).count()];
    let tail = &rest[word.len()..];
    Category::ALL.iter().any(|category| {
        let label = category.info().label;
        if tail.is_empty() {
            label.len() >= word.len() && label[..word.len()].eq_ignore_ascii_case(word)
        } else {
            label.eq_ignore_ascii_case(word) && tail.bytes().all(|b| b.is_ascii_digit() || b"_ -\\*".contains(&b))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        mentions(text).iter().map(|m| &text[m.span.range()]).collect()
    }

    #[test]
    fn a_token_is_read_however_a_model_writes_it() {
        assert_eq!(read("a [CARD_1] b"), ["[CARD_1]"]);
        assert_eq!(read("a [card 1], (Card-12)."), ["[card 1]", "(Card-12)"]);
        assert_eq!(read("**CARD_1** and \\[CARD\\_2\\]"), ["CARD_1", "\\[CARD\\_2\\]"]);
        assert_eq!(read("【CARD_1】 [ CARD_1 ]"), ["【CARD_1】", "[ CARD_1 ]"]);
    }

    #[test]
    fn ordinary_words_are_no_tokens() {
        assert!(read("card 1 of 2, postcard_1, CARD_1a, [CARD_x], [CARD]").is_empty());
    }

    #[test]
    fn one_value_has_one_token_however_it_is_written() {
        let mut vault = Vault::default();
        let first = vault.token(Category::Card, "4111".into(), "41 11");
        assert_eq!(vault.token(Category::Card, "4111".into(), "4111"), first);
        assert_eq!(vault.token(Category::Card, "4112".into(), "4112"), Some((Category::Card, 2)));
        assert_eq!(vault.value((Category::Card, 1)), Some("41 11"));
    }

    #[test]
    fn a_number_is_never_given_out_twice() {
        let mut vault = Vault::default();
        vault.spend(4);
        vault.remember((Category::Card, 2), "4111".into(), "41 11");
        assert_eq!(vault.token(Category::Card, "4111".into(), "4111"), Some((Category::Card, 2)));
        assert_eq!(vault.token(Category::Card, "4112".into(), "4112"), Some((Category::Card, 5)));
        vault.remember((Category::Card, 5), "4113".into(), "4113");
        assert_eq!(vault.value((Category::Card, 5)), Some("4112"), "what a token stands for does not change");
        vault.forget((Category::Card, 5));
        assert_eq!(vault.value((Category::Card, 5)), None);
        assert_eq!(vault.token(Category::Card, "4112".into(), "4112"), Some((Category::Card, 6)));
        vault.forget_all();
        assert!(vault.is_empty());
        assert_eq!(vault.token(Category::Card, "4111".into(), "4111"), Some((Category::Card, 7)));
        vault.spend(u32::MAX);
        assert_eq!(vault.token(Category::Card, "4114".into(), "4114"), None, "the bare label stands");
    }

    #[test]
    fn a_stream_cut_anywhere_gives_the_same_answer() {
        let text = "Your card [CARD_1] and \\[EMAIL\\_2\\], **PHONE_3** is fine (card 4) ok";
        let whole: Vec<String> = read(text).into_iter().map(str::to_owned).collect();
        for cut in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
            let settled = settled(&text[..cut]);
            let mut pieces: Vec<String> = read(&text[..settled]).into_iter().map(str::to_owned).collect();
            pieces.extend(read(&text[settled..]).into_iter().map(str::to_owned));
            assert_eq!(pieces, whole, "cut at {cut}");
        }
    }
}
