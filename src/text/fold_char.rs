//! Reading `fold_table.rs`: what one character becomes when text is folded.

use super::fold_table::{BASIC, CHARS, FORMS, LETTERS, LOOKALIKES, MARKED, SUPPLEMENTARY};

/// What a character becomes. Case is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folding {
    /// It stands for itself.
    Keep,
    /// It is invisible, or a mark on the letter before it.
    Drop,
    /// It stands for one ASCII character.
    Byte(u8),
    /// It stands for a letter of its own script.
    Char(char),
}

/// What `c` becomes; an ASCII character stands for itself.
pub(super) fn fold_char(c: char) -> Folding {
    let point = u32::from(c);
    let (code, offset) = match point {
        0x80..0x530 => (LETTERS[point as usize - 0x80], 0),
        0x1d00..0x2150 => (MARKED[point as usize - 0x1d00], 0),
        0xfe00..0xfe70 => (FORMS[point as usize - 0xfe00], 0),
        // Chinese and Korean text is kept without a search.
        0..0x80 | 0x4e00..0xa000 | 0xac00..0xd800 => return Folding::Keep,
        0..0x1_0000 => find(&BASIC, point as u16),
        0x1_0000..0x2_0000 => find(&SUPPLEMENTARY, point as u16),
        // Tags and variation selectors.
        0xe_0000..0xe_1000 => return Folding::Drop,
        _ => return Folding::Keep,
    };
    match code {
        0 => Folding::Keep,
        1 => Folding::Drop,
        2..b' ' => Folding::Char(CHARS[usize::from(code) - 2]),
        b' '..0x80 => Folding::Byte(code),
        _ => Folding::Byte((code & 0x7f) + offset),
    }
}

/// True for a letter from U+0400 to U+047F that folding keeps.
pub(super) fn stands_for_itself(point: u32) -> bool {
    LETTERS[point as usize - 0x80] == 0
}

/// The code of a character and its place in its range.
fn find(ranges: &[(u16, u8, u8)], point: u16) -> (u8, u8) {
    let after = ranges.partition_point(|&(first, ..)| first <= point);
    match after.checked_sub(1).map(|index| ranges[index]) {
        Some((first, more, code)) if point - first <= u16::from(more) => (code, (point - first) as u8),
        _ => (0, 0),
    }
}

/// The Latin letter that a Cyrillic, Greek, Armenian or Cherokee letter looks like.
pub(super) fn lookalike(c: char) -> Option<u8> {
    let point = u16::try_from(u32::from(c)).ok()?;
    let index = LOOKALIKES.binary_search_by_key(&point, |&(letter, _)| letter).ok()?;
    Some(LOOKALIKES[index].1)
}

#[cfg(test)]
mod tests {
    use super::{Folding, fold_char, lookalike};

    fn fold(text: &str) -> String {
        text.chars()
            .filter_map(|c| match fold_char(c) {
                Folding::Keep => Some(c),
                Folding::Drop => None,
                Folding::Byte(byte) => Some(char::from(byte)),
                Folding::Char(other) => Some(other),
            })
            .collect()
    }

    #[test]
    fn ascii_stands_for_itself() {
        assert!((0..0x80).filter_map(char::from_u32).all(|c| fold_char(c) == Folding::Keep));
    }

    #[test]
    fn every_byte_is_printable_or_a_line_end() {
        for c in '\u{80}'..=char::MAX {
            if let Folding::Byte(byte) = fold_char(c) {
                assert!(byte == b'\n' || (b' '..=b'~').contains(&byte), "{c:?} becomes {byte:#x}");
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for c in '\u{80}'..=char::MAX {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    #[test]
    fn digits_of_every_script_become_ascii_digits() {
        for digits in [
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "०१२३४५६७८९",
            "০১২৩৪৫৬৭৮৯",
            "๐๑๒๓๔๕๖๗๘๙",
            "０１２３４５６７８９",
            "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
            "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
            "⁰¹²³⁴⁵⁶⁷⁸⁹",
            "₀₁₂₃₄₅₆₇₈₉",
            "⓪①②③④⑤⑥⑦⑧⑨",
            "⓿❶❷❸❹❺❻❼❽❾",
            "🄋➀➁➂➃➄➅➆➇➈",
            "🄌➊➋➌➍➎➏➐➑➒",
            "🄀⒈⒉⒊⒋⒌⒍⒎⒏⒐",
            "0⑴⑵⑶⑷⑸⑹⑺⑻⑼",
            "0⓵⓶⓷⓸⓹⓺⓻⓼⓽",
            "0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣",
            "🯰🯱🯲🯳🯴🯵🯶🯷🯸🯹",
        ] {
            assert_eq!(fold(digits), "0123456789", "{digits}");
        }
    }

    #[test]
    fn dressed_up_letters_become_plain_ones_and_keep_their_case() {
        for letters in ["Ｉｂａｎ", "𝐈𝐛𝐚𝐧", "𝓘𝓫𝓪𝓷", "𝕀𝕓𝕒𝕟", "𝙸𝚋𝚊𝚗", "Ⓘⓑⓐⓝ", "ᴵᵇᵃⁿ", "Ïḃâň", "I\u{308}b\u{307}a\u{302}n\u{30c}"]
        {
            assert_eq!(fold(letters), "Iban", "{letters}");
        }
        assert_eq!(fold("ɪʙᴀɴ 🄸🄱🄰🄽 🅘🅑🅐🅝 🅸🅱🅰🅽"), "iban IBAN IBAN IBAN");
    }

    #[test]
    fn accents_and_letters_of_european_languages_lose_their_dress() {
        assert_eq!(
            fold("contraseña clé código Straße fødselsnummer hasło señor ığdır þórr"),
            "contrasena cle codigo Strase fodselsnummer haslo senor igdir torr"
        );
        assert_eq!(fold("ΆΈΉΊΌΎΏ άέήίόύώ ϊΐ ὦ"), "ΑΕΗΙΟΥΩ αεηιουω ιι ω");
        assert_eq!(fold("счёт, Ёлка, мой, її, ў"), "счет, Елка, мой, її, ў");
    }

    #[test]
    fn the_invisible_is_dropped() {
        for invisible in [
            '\u{ad}', '\u{34f}', '\u{61c}', '\u{115f}', '\u{180e}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{202a}',
            '\u{202e}', '\u{2060}', '\u{2064}', '\u{2066}', '\u{2069}', '\u{fe0f}', '\u{feff}', '\u{fff9}', '\u{e0031}',
            '\u{e0100}', '\u{301}', '\u{1d173}',
        ] {
            assert_eq!(fold_char(invisible), Folding::Drop, "{invisible:?}");
        }
    }

    #[test]
    fn spaces_and_the_blank_become_a_space_and_line_ends_stay_line_ends() {
        for space in "\u{a0}\u{1680}\u{2000}\u{2003}\u{2007}\u{2009}\u{200a}\u{202f}\u{205f}\u{3000}\u{2800}\u{3164}".chars() {
            assert_eq!(fold_char(space), Folding::Byte(b' '), "{space:?}");
        }
        for end in "\u{85}\u{2028}\u{2029}".chars() {
            assert_eq!(fold_char(end), Folding::Byte(b'\n'), "{end:?}");
        }
    }

    #[test]
    fn punctuation_becomes_its_ascii_kin() {
        assert_eq!(fold("‐‑‒–—―−－﹣⁻₋➖"), "-".repeat(12));
        assert_eq!(fold("·•‧∙⋅・。．․…"), ".".repeat(10));
        assert_eq!(fold("“”„«»″＂ ‘’‚‹›′´＇"), "\"\"\"\"\"\"\" ''''''''");
        assert_eq!(fold("＠：／（）［］＋＿，；！？％＃"), "@:/()[]+_,;!?%#");
        assert_eq!(fold("﹫⁄∕∶、،【】⟨⟩＋⁺➕"), "@//:,,()()+++");
    }

    #[test]
    fn pictures_become_spaces() {
        for picture in "🙂🏽❤★→©™🇪☎\u{fffd}\u{1faff}".chars() {
            assert_eq!(fold_char(picture), Folding::Byte(b' '), "{picture:?}");
        }
    }

    #[test]
    fn what_carries_meaning_of_its_own_is_kept() {
        for kept in "¿¡€₽№°§йїҐ中文한글あア漢ءاबक𐐷\u{e000}".chars() {
            assert_eq!(fold_char(kept), Folding::Keep, "{kept:?}");
        }
    }

    #[test]
    fn letters_of_other_scripts_look_like_latin_ones() {
        for (script, other, latin) in [
            ("Cyrillic capitals", "АВЕКМНОРСТУХІЅЈԚԜӀ", "ABEKMHOPCTYXISJQWI"),
            ("Cyrillic", "аеорсухіѕјкԛԝԁһӏ", "aeopcyxisjkqwdhl"),
            ("Greek capitals", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
            ("Greek", "ονικρ", "ovikp"),
            ("Armenian", "օհյՏ", "ohjS"),
            ("Cherokee", "ᎪᏴᏟᎠᎬ", "ABCDE"),
        ] {
            let looks: String = other.chars().filter_map(lookalike).map(char::from).collect();
            assert_eq!(looks, latin, "{script}");
        }
    }

    #[test]
    fn letters_with_a_shape_of_their_own_look_like_nothing() {
        for c in "ЖДФЯλψΩaZ1中🙂".chars() {
            assert_eq!(lookalike(c), None, "{c:?}");
        }
    }
}
