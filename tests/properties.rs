//! What holds for any text, hostile ones included.

use std::{
    collections::HashMap,
    fmt::Write,
    time::{Duration, Instant},
};

use antifaz::{BlockReason, Category, Choice, Class, Consent, Edit, Finding, Redaction, Redactor};

use crate::common::{marked::Marked, random::Random};

fn redactor() -> Redactor {
    Redactor::builder().build().expect("the defaults are valid")
}

/// Everything found becomes a token.
fn hide() -> Consent {
    let mut hide = Consent::none();
    for category in Category::ALL.iter().filter(|category| category.info().class != Class::Allow) {
        hide.choose(*category, Choice::Hide).expect("anything may be hidden");
    }
    hide
}

/// Pieces that recognizers, fold or offsets might stumble over.
static PIECES: &[&str] = &[
    "cvv", "pin", "iban", "card", "код", "пароль", "account", "@", "://", ":", ".", ",", " ", "  ", "\n", "\t", "\r\n", "-", "/",
    "(", ")", "[", "]", "[[", "]]", "{", "}", "\\", "\"", "'", "=", "%", "%4", "%40", "%zz", "&", "&#", "&#64;", "&#x110000;",
    "&#xd800;", "&amp;", "0", "1", "9", "12", "0000", "4111", "20", "1234567890", "\u{200b}", "\u{200d}", "\u{202e}", "\u{2066}",
    "\u{feff}", "\u{301}", "\u{e0031}", "\u{fffd}", "\u{1f600}", "👨‍👩‍👧", "🇪🇸", "é", "e\u{301}", "ß", "İ", "ſ", "К", "А", "о", "Ω",
    "１", "٤", "𝟜", "①", "中", "한", "ﷺ", "\u{10ffff}", "sk-", "AKIA", "eyJ", "0x", "-----BEGIN", "x", "ES", "Z", "http", "www.",
    "+7", "+34", "№", "€",
];

/// A message of pieces and examples.
fn message(random: &mut Random, examples: &[String]) -> String {
    let mut text = String::new();
    for _ in 0..random.below(40) {
        match random.below(8) {
            0 => text.push_str(random.pick(examples).as_str()),
            1 => text.extend(char::from_u32(random.below(0x11_0000) as u32)),
            2 => {
                let example = random.pick(examples);
                text.extend(example.chars().skip(random.below(6)).take(random.below(20)));
            }
            _ => text.push_str(random.pick::<&str>(PIECES)),
        }
    }
    text
}

fn examples() -> Vec<String> {
    antifaz::evidence().iter().flat_map(|evidence| evidence.matches).map(|example| Marked::new(example).text).collect()
}

fn assert_in_order(text: &str, findings: &[Finding]) {
    for finding in findings {
        assert!(!finding.span.is_empty(), "an empty finding in {text:?}");
        assert!(text.get(finding.span.range()).is_some(), "{:?} cuts a character of {text:?}", finding.span);
        assert!((0.0..=1.0).contains(&finding.confidence), "confidence {} in {text:?}", finding.confidence);
    }
    for pair in findings.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{:?} and {:?} overlap in {text:?}", pair[0].span, pair[1].span);
    }
}

#[test]
fn findings_are_sorted_disjoint_and_whole_characters_in_any_text() {
    let redactor = redactor();
    let examples = examples();
    let mut random = Random::new(1);
    let mut found = 0;
    for _ in 0..4_000 {
        let text = message(&mut random, &examples);
        let findings = redactor.analyze(&text, true).expect("a short text");
        assert_in_order(&text, &findings);
        found += findings.len();
    }
    assert!(found > 1_000, "the texts hold something to find: {found}");
}

#[test]
fn the_same_text_gets_the_same_answer() {
    let (one, other) = (redactor(), redactor());
    let examples = examples();
    let mut random = Random::new(2);
    for _ in 0..500 {
        let text = message(&mut random, &examples);
        assert_eq!(one.analyze(&text, true), other.analyze(&text, true), "{text:?}");
    }
}

/// The text with each value as it was first written: one value has one token, however it is written later.
fn as_first_written(text: &str, edits: &[Edit]) -> String {
    let mut first: HashMap<&str, &str> = HashMap::new();
    let (mut out, mut last) = (String::new(), 0);
    for edit in edits {
        out.push_str(&text[last..edit.span.start as usize]);
        out.push_str(first.entry(&edit.replacement).or_insert(&text[edit.span.range()]));
        last = edit.span.end as usize;
    }
    out + &text[last..]
}

#[test]
fn redacting_and_restoring_gives_the_text_back() {
    let redactor = redactor();
    let (examples, hide) = (examples(), hide());
    let mut random = Random::new(3);
    for _ in 0..2_000 {
        let text = message(&mut random, &examples);
        let mut chat = redactor.conversation();
        let Redaction::Cleared { text: sent, edits, findings } = chat.redact(&text, &hide) else { panic!("blocked: {text:?}") };
        assert_eq!(chat.restore(&sent), as_first_written(&text, &edits), "sent as {sent:?}");
        assert_eq!(
            edits.len(),
            findings.iter().filter(|finding| finding.third_party || finding.category().info().class != Class::Allow).count(),
            "{text:?}"
        );
    }
}

#[test]
fn a_text_over_the_limit_is_blocked_and_one_at_it_is_read() {
    const LIMIT: usize = 1 << 20;
    let card = "my card is 4111 1111 1111 1111. ";
    let mut text = card.to_owned();
    text.extend(std::iter::repeat_n("nothing to see here, only words. ", LIMIT / 33 - 1));
    while text.len() < LIMIT {
        text.push('x');
    }
    let redactor = redactor();
    let findings = redactor.analyze(&text, false).expect("a text at the limit is read");
    assert_eq!(findings.iter().map(|finding| &finding.recognizer).collect::<Vec<_>>(), ["payment/card"]);
    text.push('x');
    assert_eq!(redactor.analyze(&text, false), Err(BlockReason::TooLong));
    let answer = redactor.conversation().redact(&text, &Consent::none());
    assert_eq!(answer, Redaction::Blocked { reason: BlockReason::TooLong });
}

#[test]
fn a_hundred_thousand_digits_in_a_row_are_masked_whole() {
    let digits = "0741852963".repeat(10_000);
    let text = format!("see {digits} ok");
    let Redaction::Cleared { text: sent, .. } = redactor().conversation().redact(&text, &Consent::none()) else {
        panic!("blocked")
    };
    assert_eq!(sent, "see [ACCOUNT_1] ok");
}

#[test]
fn ten_thousand_findings_are_masked_and_one_more_is_blocked() {
    let redactor = redactor();
    let mut text = String::new();
    for at in 0..10_000 {
        let _ = write!(text, "ana{at}@example.com; ");
    }
    let Redaction::Cleared { text: sent, edits, .. } = redactor.conversation().redact(&text, &Consent::none()) else {
        panic!("blocked")
    };
    assert_eq!(edits.len(), 10_000);
    assert!(!sent.contains('@'), "an address was left");
    text.push_str("more@example.com");
    let answer = redactor.conversation().redact(&text, &Consent::none());
    assert_eq!(answer, Redaction::Blocked { reason: BlockReason::TooManyFindings });
}

#[test]
fn floods_of_invisible_characters_hide_nothing_and_belong_to_what_they_stand_in() {
    let redactor = redactor();
    for flood in ["\u{200b}", "\u{200d}\u{2060}", "\u{202e}\u{202c}", "\u{301}", "\u{fe0f}"] {
        let flood = flood.repeat(5_000);
        let card = format!("4111{flood} 1111 1111{flood}1111");
        let text = format!("{flood}card {card} ok{flood}");
        let findings = redactor.analyze(&text, false).expect("a short text");
        let found: Vec<&str> = findings.iter().map(|finding| &text[finding.span.range()]).collect();
        // A mark dropped behind a digit may be counted to it.
        assert!(
            found == [card.as_str()],
            "{} findings, {} bytes for {}",
            found.len(),
            found.first().map_or(0, |f| f.len()),
            card.len()
        );
    }
}

/// A text of a length.
type Text = fn(usize) -> String;

/// Texts made to be slow.
static HOSTILE: &[(&str, Text)] = &[
    ("mixed chat", |len| repeat("my card is 4111 1111 1111 1111, call me at +34 600 000 000 or write to ana@example.com. ", len)),
    ("single digits", |len| repeat("1 ", len)),
    ("digit groups", |len| repeat("4111 ", len)),
    ("digits and letters", |len| repeat("1a", len)),
    ("one long word", |len| repeat("a", len)),
    ("at signs", |len| repeat("@", len)),
    ("dots", |len| repeat("a.", len)),
    ("half addresses", |len| repeat("a@b.", len)),
    ("cues without values", |len| repeat("cvv pin code iban account password ", len)),
    ("cues and values", |len| repeat("pin 4821 cvv 372 code 482913 account 12345678 ", len)),
    ("cues far from digits", |len| format!("{} 4821", repeat("pin ", len))),
    ("spaces", |len| repeat(" ", len)),
    ("cue and spaces", |len| format!("pin{}4821", " ".repeat(len))),
    ("brackets", |len| repeat("[[((", len)),
    ("references", |len| repeat("&#", len)),
    ("percent signs", |len| repeat("%", len)),
    ("zero-width", |len| repeat("1\u{200b}", len)),
    ("combining marks", |len| repeat("e\u{301}", len)),
    ("look-alikes", |len| repeat("Аa", len)),
    ("near-IBANs", |len| repeat("ES91 2100 0418 4502 0005 133 ", len)),
    ("key prefixes", |len| repeat("sk-", len)),
    ("token prefixes", |len| repeat("eyJ.", len)),
    ("key frames", |len| repeat("-----BEGIN PRIVATE KEY-----", len)),
    ("schemes", |len| repeat("a://", len)),
    ("colons", |len| repeat("::", len)),
    ("hex", |len| repeat("0x", len)),
    ("line ends", |len| repeat("\n", len)),
    ("plus signs", |len| repeat("+", len)),
    ("one finding over and over", |len| repeat("4111111111111111 ", len)),
];

fn repeat(piece: &str, len: usize) -> String {
    piece.repeat(len / piece.len() + 1)
}

#[test]
fn twice_the_text_has_no_more_than_twice_the_candidates() {
    const LEN: usize = 30_000;
    let redactor = redactor();
    for (name, text) in HOSTILE {
        let candidates = |len| redactor.explain(&text(len)).expect("short enough").len();
        let (once, twice) = (candidates(LEN), candidates(2 * LEN));
        // The rim of the text weighs a little.
        assert!(twice <= once * 21 / 10 + 100, "{name}: {once} candidates, then {twice}");
    }
}

#[test]
fn no_text_takes_more_than_a_generous_time() {
    // What grows with the square takes a hundred times as long; the rest is the machine's to spend.
    const LEN: usize = 50_000;
    const GENEROUS: Duration = Duration::from_secs(10);
    let redactor = redactor();
    for (name, text) in HOSTILE {
        let text = text(LEN);
        let start = Instant::now();
        let answer = redactor.analyze(&text, false);
        let took = start.elapsed();
        assert!(matches!(answer, Ok(_) | Err(BlockReason::TooManyFindings)), "{name}");
        assert!(took <= GENEROUS, "{name}: {took:?}");
    }
}
