//! What an integrator adds as data: rules of their own, words that are always found, and words that never are.

mod check;
mod pattern;
mod terms;

use crate::{
    candidates::Reading,
    context::Candidate,
    error::ConfigError,
    recognizer::{Category, Find, Kind, Language, Opening, Recognizer, Verdict},
    text::{Folded, Span, token_at},
};
use check::Check;
use pattern::Pattern;
pub(crate) use terms::{Allowed, Denied};

/// A recognizer as data.
///
/// Its pattern is a regular expression without look-around and back-references that sees the folded text: digits, dashes
/// and spaces of every kind are the plain ones, accents are gone. `\d`, `\w`, `\s` and `\b` are those of ASCII, and ASCII
/// letters match in either case; letters of other scripts match as they are written (`[Кк]арта`). Where the pattern has a
/// group `(?<value>…)`, that is what is found and checked.
///
/// A rule without cues is found wherever its pattern matches and its check holds. A rule with cues and no check is found
/// beside one of them only; with a check, the check speaks as loud as it is strong.
///
/// ```
/// use antifaz::{Redactor, Rule};
///
/// let rule = Rule::new("member", "platform.account", r"\bLX-?\d{8}\b")
///     .keywords(&["lx"])
///     .check("luhn")
///     .examples(&["my number is LX-12345674"])
///     .counter_examples(&["LX-12345675"]);
/// let redactor = Redactor::builder().rule(rule).build()?;
/// assert_eq!(redactor.analyze("lx12345674", false).unwrap()[0].recognizer, "custom/member");
/// # Ok::<(), antifaz::ConfigError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Rule {
    name: String,
    category: String,
    pattern: String,
    keywords: Vec<String>,
    check: Option<String>,
    cues: Vec<(String, String)>,
    examples: Vec<String>,
    counter_examples: Vec<String>,
}

impl Rule {
    /// A rule that findings call `custom/<name>`; the category is one of [`Category`], such as `platform.account`.
    #[must_use]
    pub fn new(name: &str, category: &str, pattern: &str) -> Self {
        Self { name: name.to_owned(), category: category.to_owned(), pattern: pattern.to_owned(), ..Self::default() }
    }

    /// The pattern is looked for only near one of these, in either case: at most 128 bytes before or after.
    #[must_use]
    pub fn keywords<S: AsRef<str>>(mut self, keywords: &[S]) -> Self {
        self.keywords.extend(keywords.iter().map(|keyword| keyword.as_ref().to_owned()));
        self
    }

    /// What the letters and digits of a value must satisfy: `luhn`, `mod97`, `iban`, `verhoeff`, `mod11-10`, `mod11-2`,
    /// `mod37-36`, `base58check`, `crc32`, `weighted:9,8,7,6,5,4,3,2,-1/11` (one weight a digit, the sum divisible by what
    /// stands behind the slash) or `min-entropy:3.5` (bits a character). Checks of digits pass over letters.
    #[must_use]
    pub fn check(mut self, check: &str) -> Self {
        self.check = Some(check.to_owned());
        self
    }

    /// Words that stand near a value, in one language; a trailing `*` stands for any ending.
    #[must_use]
    pub fn cues<S: AsRef<str>>(mut self, language: &str, cues: &[S]) -> Self {
        self.cues.extend(cues.iter().map(|cue| (language.to_owned(), cue.as_ref().to_owned())));
        self
    }

    /// Messages in which the rule must find something: they are read when the redactor is built.
    #[must_use]
    pub fn examples<S: AsRef<str>>(mut self, examples: &[S]) -> Self {
        self.examples.extend(examples.iter().map(|example| example.as_ref().to_owned()));
        self
    }

    /// Messages in which it must find nothing.
    #[must_use]
    pub fn counter_examples<S: AsRef<str>>(mut self, examples: &[S]) -> Self {
        self.counter_examples.extend(examples.iter().map(|example| example.as_ref().to_owned()));
        self
    }

    /// Its examples and counter-examples, and whether something must be found there.
    pub(crate) fn cases(&self) -> impl Iterator<Item = (bool, usize, &str)> {
        let examples = self.examples.iter().enumerate().map(|(place, text)| (true, place + 1, text.as_str()));
        examples.chain(self.counter_examples.iter().enumerate().map(|(place, text)| (false, place + 1, text.as_str())))
    }

    /// What is wrong with a part of it.
    pub(crate) fn fault(&self, code: &'static str, part: &str, reason: &str) -> ConfigError {
        let mut key = self.name.clone();
        key.push('.');
        key.push_str(part);
        let mut message = String::from("rule `");
        for piece in [self.name.as_str(), "`, ", part, ": ", reason] {
            message.push_str(piece);
        }
        ConfigError::new(code, key, message)
    }

    fn malformed(&self, part: &str, reason: &str) -> ConfigError {
        self.fault("malformed-rule", part, reason)
    }
}

/// More rules than any site has.
const MAX_RULES: usize = 200;
/// What a match is worth where the integrator says that it suffices: one random string in so many looks like it. That is enough
/// to be found, even beside the word "order", and less than a strong check (see `resolve`): a vague rule names no card.
const SUFFICES: u32 = 80;
/// What is always found.
const CERTAIN: Verdict = Verdict::plausible(1 << 20);

/// A rule, or a list of words, as a recognizer.
#[derive(Debug)]
pub(crate) struct Custom {
    /// `custom/member`.
    pub(crate) id: String,
    /// What the stages ask of every recognizer.
    pub(crate) recognizer: Recognizer,
    by: By,
}

#[derive(Debug)]
enum By {
    Pattern { pattern: Pattern, keywords: Vec<String>, check: Option<Check>, suffices: bool },
    Terms(Denied),
}

impl Custom {
    /// What a rule says, or what is wrong with it.
    pub(crate) fn rule(rule: &Rule) -> Result<Self, ConfigError> {
        let named = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
        if rule.name.is_empty() || rule.name.len() > 40 || !rule.name.bytes().all(named) || rule.name == DENY {
            return Err(rule.malformed("name", "at most 40 of a-z, 0-9, _ and -, and not `deny`"));
        }
        let Some(category) = Category::from_id(&rule.category) else {
            return Err(rule.malformed("category", "must be one of categories(), such as platform.account"));
        };
        let pattern = Pattern::new(&rule.pattern).map_err(|reason| rule.malformed("pattern", &reason))?;
        let mut keywords = Vec::new();
        for keyword in &rule.keywords {
            let keyword = Folded::new(keyword).lower().to_owned();
            if keyword.trim().len() < 2 {
                return Err(rule.malformed("keywords", "each needs two characters or more"));
            }
            keywords.push(keyword);
        }
        let check = match &rule.check {
            None => None,
            Some(name) => Some(Check::new(name).ok_or_else(|| {
                let mut reason = String::from("known: ");
                reason.push_str(Check::NAMES);
                rule.malformed("check", &reason)
            })?),
        };
        let by = By::Pattern { pattern, keywords, check, suffices: rule.cues.is_empty() };
        Ok(Self::new(&rule.name, Kind::Custom(category), by))
    }

    /// The words of a kind that are always found.
    pub(crate) fn denied(kind: &str, terms: &[String]) -> Result<Self, ConfigError> {
        let known = Kind::from_id(kind).or(Category::from_id(kind).map(Kind::Custom));
        let Some(known) = known else {
            let message = "a deny list is for a kind such as person_name, or a category such as id.name";
            return Err(ConfigError::new("unknown-kind", kind, message));
        };
        Ok(Self::new(DENY, known, By::Terms(Denied::new(kind, terms)?)))
    }

    fn new(name: &str, kind: Kind, by: By) -> Self {
        let mut id = String::from("custom/");
        id.push_str(name);
        let find = Find::Scan { opening: Opening::Cue, scan: |_| {} };
        let recognizer = Recognizer { id: "custom", entity: "CUSTOM", kind, countries: &[], find, concepts: &[], context: &[] };
        Self { id, recognizer, by }
    }

    /// Adds what it finds, as the recognizer of this number.
    pub(crate) fn candidates(&self, number: u16, reading: &Reading<'_>, out: &mut Vec<Candidate>) {
        let (text, lower) = (reading.folded.text(), reading.folded.lower());
        let mut add = |span: Span, verdict: Verdict| out.push(Candidate { span, recognizer: number, verdict, layout: false });
        match &self.by {
            By::Terms(terms) => terms.each(text, lower, &reading.tokens, |span| add(span, CERTAIN)),
            By::Pattern { pattern, keywords, check, suffices } => {
                let factor = if *suffices { SUFFICES } else { 1 };
                let verdict = |span: Span| match check {
                    Some(check) => check.verdict(&text[span.range()], factor),
                    None => Verdict::plausible(factor),
                };
                near(lower, keywords, |from, to| pattern.each(text, from, to, |span| add(span, verdict(span))));
            }
        }
    }
}

/// The name of all lists of words.
const DENY: &str = "deny";

/// Shows the stretches of a text that lie near a keyword, in order and disjoint; all of it where there are no keywords.
fn near(lower: &str, keywords: &[String], mut show: impl FnMut(usize, usize)) {
    const NEAR: usize = 128;
    if keywords.is_empty() {
        return show(0, lower.len());
    }
    let mut next: Vec<Option<usize>> = keywords.iter().map(|keyword| lower.find(keyword.as_str())).collect();
    let mut stretch: Option<(usize, usize)> = None;
    // The leftmost keyword first.
    while let Some((which, at)) =
        next.iter().enumerate().filter_map(|(which, at)| Some((which, (*at)?))).min_by_key(|(_, at)| *at)
    {
        let after = at + keywords[which].len();
        next[which] = lower[after..].find(keywords[which].as_str()).map(|further| after + further);
        let (from, to) = (at.saturating_sub(NEAR), (after + NEAR).min(lower.len()));
        match &mut stretch {
            Some((_, end)) if from <= *end => *end = to.max(*end),
            _ => {
                if let Some((from, to)) = stretch.replace((from, to)) {
                    show(from, to);
                }
            }
        }
    }
    if let Some((from, to)) = stretch {
        show(from, to);
    }
}

/// The cues of a rule, folded as the text is.
pub(crate) fn cues(rule: &Rule) -> Result<Vec<(Language, String)>, ConfigError> {
    let mut cues = Vec::new();
    for (language, cue) in &rule.cues {
        let Some(language) = Language::from_id(language) else {
            return Err(rule.malformed("cues", "languages are en, es, ru, de, fr, pt, it"));
        };
        let folded = Folded::new(cue.trim()).lower().to_owned();
        if !is_cue(&folded) {
            let mut reason = String::from("`");
            reason.push_str(cue);
            reason.push_str("`: words without digits, at most six; before a `*` at the end of a word at least four bytes");
            return Err(rule.malformed("cues", &reason));
        }
        cues.push((language, folded));
    }
    Ok(cues)
}

/// True for words that can be looked up: letters only, and long enough where any ending may follow.
fn is_cue(cue: &str) -> bool {
    const MOST: usize = 6;
    let (mut words, mut at) = (0, 0);
    let mut stars = 0;
    while let Some(word) = token_at(cue, at) {
        at = word.span.end as usize;
        let star = cue.as_bytes().get(at) == Some(&b'*');
        if word.is_digits() || (star && word.span.len() < 4) {
            return false;
        }
        stars += usize::from(star);
        words += 1;
    }
    (1..=MOST).contains(&words) && cue.matches('*').count() == stars && cue.len() <= 64
}

/// Every rule and list, or what is wrong with the first that is.
pub(crate) fn compile(rules: &[Rule], denied: &[(String, Vec<String>)]) -> Result<Vec<Custom>, ConfigError> {
    if rules.len() > MAX_RULES {
        return Err(ConfigError::new("out-of-range", "rules", "at most 200 rules"));
    }
    let mut customs: Vec<Custom> = Vec::new();
    for rule in rules {
        let custom = Custom::rule(rule)?;
        if customs.iter().any(|other| other.id == custom.id) {
            return Err(rule.malformed("name", "another rule has it"));
        }
        customs.push(custom);
    }
    for (kind, terms) in denied {
        customs.push(Custom::denied(kind, terms)?);
    }
    Ok(customs)
}
