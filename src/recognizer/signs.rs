//! Signs around values. Functions of one text and some ASCII signs, as each pattern that the standard library is given
//! becomes code of its own in the wasm.

/// A letter or digit of any script. Not inlined, as the next two: their tables would be asked at every place anew.
#[inline(never)]
pub(crate) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric()
}

/// A letter of any script.
#[inline(never)]
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphabetic()
}

/// White space.
#[inline(never)]
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// A small letter.
#[inline(never)]
pub(crate) fn is_small(c: char) -> bool {
    c.is_lowercase()
}

/// The white space of folded text: every other is folded to one of these, or dropped.
pub(crate) fn is_blank_byte(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// True where one of the signs stands in the text.
pub(crate) fn has_sign(text: &str, signs: &[u8]) -> bool {
    text.bytes().any(|byte| signs.contains(&byte))
}

/// True where these bytes stand in the text.
pub(crate) fn has_part(text: &str, part: &str) -> bool {
    position_of(text, part).is_some()
}

/// Where these bytes stand first.
pub(crate) fn position_of(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).position(|bytes| bytes == part.as_bytes())
}

/// True where one of the signs begins the text.
pub(crate) fn begins_with_sign(text: &str, signs: &[u8]) -> bool {
    text.as_bytes().first().is_some_and(|byte| signs.contains(byte))
}

/// True where one of the signs ends the text.
pub(crate) fn ends_with_sign(text: &str, signs: &[u8]) -> bool {
    text.as_bytes().last().is_some_and(|byte| signs.contains(byte))
}

/// True where a letter, a digit or one of the signs begins the text: what stands before it goes on.
pub(crate) fn goes_on(text: &str, signs: &[u8]) -> bool {
    begins_with_sign(text, signs) || text.chars().next().is_some_and(is_word_char)
}

/// True where a letter, a digit or one of the signs ends the text: what follows belongs to it.
pub(crate) fn comes_from(text: &str, signs: &[u8]) -> bool {
    ends_with_sign(text, signs) || text.chars().next_back().is_some_and(is_word_char)
}

/// True where the sign of a currency begins the text.
pub(crate) fn begins_with_currency(text: &str) -> bool {
    text.starts_with(['€', '$', '£', '₽'])
}

/// The text without the signs that begin it.
pub(crate) fn behind_signs<'t>(text: &'t str, signs: &[u8]) -> &'t str {
    let len = text.bytes().take_while(|byte| signs.contains(byte)).count();
    &text[len..]
}

/// The text without the signs that end it.
pub(crate) fn before_signs<'t>(text: &'t str, signs: &[u8]) -> &'t str {
    let len = text.bytes().rev().take_while(|byte| signs.contains(byte)).count();
    &text[..text.len() - len]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_seen_where_they_stand() {
        assert!(has_sign("a; b", b";!") && !has_sign("a, b", b";!"));
        assert!(has_part("a. b", ". ") && !has_part("a.b", ". ") && !has_part("", ". "));
        assert!(begins_with_sign("!a", b"!") && !begins_with_sign("", b"!") && ends_with_sign("a!", b"!"));
        assert!(begins_with_currency("€5") && !begins_with_currency("5€"));
        assert!(goes_on("я", b"") && goes_on("_", b"_") && !goes_on(" a", b"_") && !goes_on("", b"_"));
        assert!(comes_from("a-", b"-") && comes_from("ж", b"") && !comes_from("a ", b"-"));
    }

    #[test]
    fn no_white_space_of_a_folded_text_is_beyond_ascii() {
        for c in ('\u{80}'..=char::MAX).filter(|c| c.is_whitespace()) {
            let typed = format!("a{c}b");
            assert!(crate::text::Folded::new(&typed).text().is_ascii(), "{c:?}");
        }
    }

    #[test]
    fn signs_at_both_ends_are_left_out() {
        assert_eq!(behind_signs("..я.", b". "), "я.");
        assert_eq!(before_signs(" я. .", b". "), " я");
    }
}
