//! `src/text/fold_table.rs`: what each character outside ASCII becomes before recognizers see it.
//!
//! The facts are those of the Unicode Character Database; which of them matter for recognizing is decided here.
//! How the table is read back stands in `src/text/fold_char.rs`.

use std::error::Error;
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_script::{Script, UnicodeScript};

/// Stretches where neighbours differ so much that a code for each character is smaller than ranges, each named as in the
/// file: Latin to Cyrillic; phonetic letters, Latin with marks, Greek with marks, punctuation; marks and small forms.
const DENSE: [(&str, u32, u32); 3] = [("LETTERS", 0x80, 0x530), ("MARKED", 0x1d00, 0x2150), ("FORMS", 0xfe00, 0xfe70)];

/// The planes with characters to fold. Plane 14 is invisible throughout, and plane 2 has nothing but ideographs.
const PLANES: [(&str, u32); 2] = [("BASIC", 0), ("SUPPLEMENTARY", 0x1_0000)];

/// How the file writes what a character becomes: nothing to do, dropped, one of `CHARS`, the byte itself, or with this bit a
/// byte that counts up from the start of the range.
const KEEP: u8 = 0;
const DROP: u8 = 1;
const FIRST_CHAR: u8 = 2;
const FIRST_BYTE: u8 = b' ';
const COUNTING: u8 = 0x80;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Folding {
    Keep,
    Drop,
    Byte(u8),
    Char(char),
}

pub(super) fn generate() -> Result<(&'static str, String), Box<dyn Error>> {
    let unicode = unicode_properties::UNICODE_VERSION;
    let (major, minor, _) = unicode_normalization::UNICODE_VERSION;
    if unicode != (u64::from(major), u64::from(minor), 0) || unicode_security::UNICODE_VERSION != unicode {
        return Err("the Unicode crates of xtask carry different versions".into());
    }
    let mut chars = Vec::new();
    let mut file = format!(
        "//! What characters outside ASCII become; `fold_char.rs` reads it.\n\
         //!\n\
         //! Written by `cargo xtask tables fold` from Unicode {major}.{minor} (crates unicode-normalization, unicode-properties,\n\
         //! unicode-script and unicode-security), under the Unicode License v3.\n"
    );

    for (name, from, to) in DENSE {
        let codes = (from..to).map(|point| code(point, &mut chars)).collect::<Result<Vec<u8>, _>>()?;
        writeln!(file, "\n/// A code for each character from U+{from:04X} to U+{:04X}.\n#[rustfmt::skip]", to - 1)?;
        writeln!(file, "pub(super) static {name}: [u8; {}] = [", codes.len())?;
        for line in codes.chunks(24) {
            writeln!(file, "    {}", list(line.iter().map(u8::to_string)))?;
        }
        writeln!(file, "];")?;
    }

    for (name, plane) in PLANES {
        let mut ranges: Vec<Range> = Vec::new();
        for offset in 0..=u16::MAX {
            let point = plane + u32::from(offset);
            if DENSE.iter().any(|&(_, from, to)| (from..to).contains(&point)) {
                continue;
            }
            let code = code(point, &mut chars)?;
            if code != KEEP && !ranges.last_mut().is_some_and(|last| last.takes(offset, code)) {
                ranges.push(Range { first: offset, more: 0, code });
            }
        }
        writeln!(
            file,
            "\n/// The other ranges of plane {}: first character, how many more, code.\n#[rustfmt::skip]",
            plane >> 16
        )?;
        writeln!(file, "pub(super) static {name}: [(u16, u8, u8); {}] = [", ranges.len())?;
        for line in ranges.chunks(8) {
            let ranges = line.iter().map(|range| format!("({:#06x}, {}, {})", range.first, range.more, range.code));
            writeln!(file, "    {}", list(ranges))?;
        }
        writeln!(file, "];")?;
    }

    let lookalikes = lookalikes();
    writeln!(file, "\n/// Letters that stand for others; code {FIRST_CHAR} is the first.\n#[rustfmt::skip]")?;
    writeln!(file, "pub(super) static CHARS: [char; {}] = [", chars.len())?;
    writeln!(file, "    {}\n];", list(chars.iter().map(|c| format!("{c:?}"))))?;
    writeln!(file, "\n/// Letters of other scripts and the Latin letter that each looks like.\n#[rustfmt::skip]")?;
    writeln!(file, "pub(super) static LOOKALIKES: [(u16, u8); {}] = [", lookalikes.len())?;
    for line in lookalikes.chunks(8) {
        writeln!(file, "    {}", list(line.iter().map(|&(from, to)| format!("({from:#06x}, b'{to}')"))))?;
    }
    writeln!(file, "];")?;
    Ok(("src/text/fold_table.rs", file))
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.map(|item| item + ",").collect::<Vec<_>>().join(" ")
}

/// The code of a character, which may add to the letters that others become.
fn code(point: u32, chars: &mut Vec<char>) -> Result<u8, Box<dyn Error>> {
    let Some(c) = char::from_u32(point).filter(|c| !c.is_ascii()) else {
        return Ok(KEEP);
    };
    Ok(match folding(c) {
        Folding::Keep => KEEP,
        Folding::Drop => DROP,
        Folding::Byte(byte) if byte < FIRST_BYTE => COUNTING | byte,
        Folding::Byte(byte) => byte,
        Folding::Char(other) => {
            let index = chars.iter().position(|&known| known == other).unwrap_or_else(|| {
                chars.push(other);
                chars.len() - 1
            });
            let code = FIRST_CHAR + u8::try_from(index)?;
            if code >= FIRST_BYTE {
                return Err("more letters than codes below the printable bytes".into());
            }
            code
        }
    })
}

/// Neighbours that fold alike, or to bytes that follow each other.
struct Range {
    first: u16,
    more: u8,
    code: u8,
}

impl Range {
    /// Takes the next character in, if it continues the range.
    fn takes(&mut self, offset: u16, code: u8) -> bool {
        let Some(more) = self.more.checked_add(1).filter(|&more| self.first + u16::from(more) == offset) else {
            return false;
        };
        let counts = (self.code & !COUNTING).checked_add(more) == Some(code) && code > FIRST_BYTE;
        if counts && (self.more == 0 || self.code & COUNTING != 0) {
            self.code |= COUNTING;
        } else if self.code != code {
            return false;
        }
        self.more = more;
        true
    }
}

fn folding(c: char) -> Folding {
    use GeneralCategory as G;
    if let Some(folding) = decided(c) {
        return folding;
    }
    let category = c.general_category();
    match category {
        G::Format | G::NonspacingMark | G::EnclosingMark | G::Control => return Folding::Drop,
        G::SpaceSeparator => return Folding::Byte(b' '),
        G::LineSeparator | G::ParagraphSeparator => return Folding::Byte(b'\n'),
        G::DashPunctuation => return Folding::Byte(b'-'),
        G::ConnectorPunctuation => return Folding::Byte(b'_'),
        G::DecimalNumber => return Folding::Byte(b'0' + digit(c)),
        _ => {}
    }
    if let Some(byte) = compatible_byte(c) {
        return Folding::Byte(byte);
    }
    match category {
        G::InitialPunctuation | G::FinalPunctuation => Folding::Byte(b'"'),
        G::OpenPunctuation => Folding::Byte(b'('),
        G::ClosePunctuation => Folding::Byte(b')'),
        G::OtherSymbol | G::ModifierSymbol | G::MathSymbol => Folding::Byte(b' '),
        // Pictures, also those of Unicode versions to come.
        G::Unassigned if (0x1_f000..0x1_fb00).contains(&u32::from(c)) => Folding::Byte(b' '),
        G::UppercaseLetter | G::LowercaseLetter if c.script() == Script::Greek => sole(c, c.nfd()),
        G::CurrencySymbol => sole(c, c.nfkd()),
        _ => Folding::Keep,
    }
}

/// The one character that a decomposition leaves without marks.
fn sole(c: char, parts: impl Iterator<Item = char>) -> Folding {
    let mut parts = parts.filter(|&part| !is_combining_mark(part));
    match (parts.next(), parts.next()) {
        (Some(base), None) if base != c => Folding::Char(base),
        _ => Folding::Keep,
    }
}

/// Decimal digits stand in runs from zero to nine in every script: Unicode guarantees it.
fn digit(c: char) -> u8 {
    let mut first = u32::from(c);
    while char::from_u32(first - 1).is_some_and(|before| before.general_category() == GeneralCategory::DecimalNumber) {
        first -= 1;
    }
    ((u32::from(c) - first) % 10) as u8
}

/// The one ASCII character that stands for `c`, by its compatibility decomposition without marks.
fn compatible_byte(c: char) -> Option<u8> {
    let symbol = c.general_category() == GeneralCategory::OtherSymbol;
    let parts: Vec<char> = c.nfkd().filter(|&part| !is_combining_mark(part)).collect();
    let plain = |part: char| match decided(part) {
        Some(Folding::Byte(byte)) => Some(byte),
        _ if part.is_ascii() => Some(part as u8),
        _ => None,
    };
    match parts[..] {
        [one] if one != c => plain(one),
        // "(1)", "(a)"
        ['(', inner, ')'] => plain(inner),
        // "1." and "1,"
        [digit, '.' | ','] => plain(digit),
        // Ligatures and digraphs keep their first letter, "!!" and "..." their first mark; TM and kg are symbols.
        [first, second, ..] if !symbol && first.is_ascii() && second.is_ascii() && !first.is_ascii_digit() && first != ' ' => {
            Some(first as u8)
        }
        _ => None,
    }
}

/// What the properties do not say, or say otherwise than a reader sees it.
fn decided(c: char) -> Option<Folding> {
    const LETTERS: &[(&str, &str)] = &[
        // Latin letters that Unicode does not decompose.
        ("øØđĐłŁıȷħĦŧŦßẞæÆœŒþÞðÐŋŊĸſ", "oOdDlLijhHtTsSaAoOtTdDnNks"),
        (
            "ƀɃƁƂƃƇƈƉƊƋƌƒƑƓƗɨƘƙƚȽŋƝƞɵƟƠƤƥƫƬƭƮƲʋƳƴƵƶǤǥȠȤȥȺⱥȻȼȾⱦɄʉɆɇɈɉɊɋɌɍɎɏ",
            "bBBBbCcDDDdfFGIiKklLnNnoOOPptTtTVvYyZzGgNZzAaCcTtUuEeJjQqRrYy",
        ),
        // Small capitals and the phonetic letters that fancy-text generators put in their place.
        ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢɑɡɩɓɖɗɛɠɦɧɫɭɱɲɳɸɼɽɾʂʈʋʐʑ", "abcdefghijklmnopqrstuvwyzagibddeghhllmnnfrrrstvzz"),
        // Cyrillic letters that people write without the mark; й and ї are letters of their own.
        ("ёЁѐЀѝЍ", "еЕеЕиИ"),
        ("⓿🄋🄌", "000"),
        ("−➖⁃‐‑‒–—―─━", "-----------"),
        ("➕", "+"),
        ("·•‧∙⋅・･◦‣●。｡۔।", ".............."),
        ("٫٬،、؛؟", ".,,,;?"),
        ("⁄∕⧸∶꞉∼∗∖", "///::~*\\"),
        ("‘’‚‛‹›´ʹʻʼʽˈ′‵`׳", "''''''''''''''''"),
        ("“”„‟«»″‶ʺ〝〞〟「」『』《》〈〉״", "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\""),
        ("\u{85}", "\n"),
        // Blank, though they count as letters or symbols; the information sign is a picture, not a letter.
        ("\u{2800}\u{3164}\u{ffa0}ℹ", "    "),
    ];
    const RUNS: &[(char, char, u8)] =
        &[('❶', '❾', b'1'), ('➀', '➈', b'1'), ('➊', '➒', b'1'), ('⓵', '⓽', b'1'), ('🅐', '🅩', b'A'), ('🅰', '🆉', b'A')];
    const KEPT: &str = "°№";
    const DROPPED: &[(u32, u32)] = &[(0x115f, 0x1160), (0x2065, 0x2065), (0xfff0, 0xfff8)];
    let code = u32::from(c);
    if KEPT.contains(c) {
        return Some(Folding::Keep);
    }
    if DROPPED.iter().any(|&(from, to)| (from..=to).contains(&code)) {
        return Some(Folding::Drop);
    }
    for (from, to) in LETTERS {
        if let Some(target) = from.chars().zip(to.chars()).find(|&(known, _)| known == c).map(|pair| pair.1) {
            return Some(if target.is_ascii() { Folding::Byte(target as u8) } else { Folding::Char(target) });
        }
    }
    let &(from, _, first) = RUNS.iter().find(|(from, to, _)| (*from..=*to).contains(&c))?;
    let counted = u32::from(first) + u32::from(c) - u32::from(from);
    u8::try_from(counted).ok().map(Folding::Byte)
}

/// Cyrillic, Greek, Armenian and Cherokee letters that look like a Latin one, by the skeletons of UTS 39 and a few more that
/// only small print tells apart.
fn lookalikes() -> Vec<(u16, char)> {
    const MORE: &str = "кkмmтtκkτtχx";
    let more: Vec<char> = MORE.chars().collect();
    let skeleton = |c: char| unicode_security::skeleton(c.encode_utf8(&mut [0; 4])).collect::<String>();
    let latin: Vec<(char, String)> = ('A'..='Z').chain('a'..='z').map(|letter| (letter, skeleton(letter))).collect();
    (0x80..=u16::MAX)
        .filter_map(|point| char::from_u32(u32::from(point)).map(|c| (point, c)))
        .filter(|(_, c)| matches!(c.script(), Script::Cyrillic | Script::Greek | Script::Armenian | Script::Cherokee))
        .filter(|(_, c)| c.is_alphabetic() && folding(*c) == Folding::Keep)
        .filter_map(|(point, c)| {
            let shape = skeleton(c);
            let alike = || latin.iter().filter(|(_, known)| *known == shape).map(|&(letter, _)| letter);
            alike()
                .find(|letter| letter.is_uppercase() == c.is_uppercase())
                .or_else(|| alike().next())
                .or_else(|| more.as_chunks::<2>().0.iter().find(|pair| pair[0] == c).map(|pair| pair[1]))
                .map(|letter| (point, letter))
        })
        .collect()
}
