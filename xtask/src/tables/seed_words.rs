//! `data/seed_words.txt`: the English words of BIP-39 by what tells them apart, their first four letters.

use std::error::Error;
use std::fs;

use super::sources;

const WORDS: usize = 2048;
/// No two words share so many letters; shorter words are those letters themselves.
const TELLING: usize = 4;

pub(super) fn generate() -> Result<(&'static str, String), Box<dyn Error>> {
    let list = sources::install_python()?.join("mnemonic/wordlist/english.txt");
    let words = fs::read_to_string(list)?;
    let beginnings: Vec<&str> = words.lines().map(|word| &word[..word.len().min(TELLING)]).collect();
    if beginnings.len() != WORDS || !beginnings.is_sorted() || beginnings.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err("the list is not the one of BIP-39".into());
    }
    Ok(("data/seed_words.txt", table(&beginnings)))
}

/// A line for each first letter, and behind commas for each second one what follows, in pairs.
fn table(beginnings: &[&str]) -> String {
    let mut out = String::new();
    let mut before = "";
    for beginning in beginnings {
        if !before.starts_with(&beginning[..1]) {
            out.push_str(if before.is_empty() { "" } else { "\n" });
            out.push_str(&beginning[..2]);
        } else if !before.starts_with(&beginning[..2]) {
            out.push(',');
            out.push_str(&beginning[1..2]);
        }
        out.push_str(&beginning[2..]);
        out.push_str(&"."[..TELLING - beginning.len().max(TELLING - 1)]);
        before = beginning;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn letters_that_words_share_stand_there_once() {
        assert_eq!(table(&["aban", "abil", "act", "acti", "baby", "bach"]), "abanil,ct.ti\nbabych\n");
    }
}
