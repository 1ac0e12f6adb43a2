//! Whether a manifest says what it has to, and nothing that it must not.
//!
//! A manifest comes as [`Leaf`]s, so that the engine in the page needs no parser of JSON. What each field must be stands in
//! `fields`, what several fields together must not say in `rules`.

mod fields;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
mod json;
mod rules;
mod words;

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub use json::{manifest_fields, manifest_leaves, manifest_schema};

use std::fmt;

use crate::text::{hash, order};

use fields::{Field, Is, LONGEST, MOST, Need};

/// The JSON type of a [`Leaf`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LeafType {
    /// An object.
    Object,
    /// A list.
    List,
    /// A string.
    Text,
    /// `true` or `false`.
    Flag,
    /// Anything else.
    Other,
    /// Here reading stopped: too deep, or too much.
    Cut,
}

/// One value of a manifest, objects and lists included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Such as `categories[0].purposes[1]`; empty for the manifest itself.
    pub path: String,
    /// What it is.
    pub is: LeafType,
    /// What it says; of a list, how many stand in it.
    pub text: String,
}

/// How bad a [`Problem`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Nobody is asked for consent under such a manifest; everything is hidden.
    Error,
    /// It counts, and could be better.
    Warning,
}

impl Level {
    /// The name used in JavaScript.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What is wrong with a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// Such as `missing`: docs/manifest.md has them all.
    pub rule: &'static str,
    /// Where.
    pub path: String,
    /// How bad it is.
    pub level: Level,
    /// What would be right.
    pub message: String,
}

/// The purposes that a manifest may have, as terms of DPV 2.3, and whether each stands apart from the service: advertising, sale,
/// scoring and profiling are asked for by themselves and are never needed.
pub fn purposes() -> impl Iterator<Item = (&'static str, bool)> {
    fields::PURPOSES.iter().copied()
}

/// More would not be read by anyone.
const MOST_PROBLEMS: usize = 200;

/// Everything that is wrong with a manifest, in its order. `today`: such as `2026-11-22`.
#[must_use]
pub fn lint_manifest(leaves: &[Leaf], today: &str) -> Vec<Problem> {
    let whole = leaves.iter().all(|leaf| leaf.is != LeafType::Cut);
    let mut lint = Lint { leaves: Leaves::new(leaves), whole, today, problems: Vec::new() };
    for leaf in leaves {
        lint.leaf(leaf);
    }
    // Where the form is wrong, there is no telling what is said.
    if lint.problems.iter().all(|problem| problem.level == Level::Warning) {
        lint.rules();
    }
    lint.problems.truncate(MOST_PROBLEMS);
    lint.problems
}

/// Leaves by path.
struct Leaves<'a> {
    /// As the manifest has them: what stands in an object follows it.
    all: &'a [Leaf],
    /// Hashes of paths in rising order, and the places of their leaves.
    places: Vec<(u64, u32)>,
}

impl<'a> Leaves<'a> {
    fn new(all: &'a [Leaf]) -> Self {
        let hashes: Vec<u64> = all.iter().map(|leaf| u64::from(hash(&leaf.path))).collect();
        let places = order(hashes.iter().copied()).into_iter().map(|place| (hashes[place as usize], place)).collect();
        Self { all, places }
    }

    fn place(&self, path: &str) -> Option<usize> {
        let wanted = u64::from(hash(path));
        let from = self.places.partition_point(|(hash, _)| *hash < wanted);
        let mut same = self.places[from..].iter().take_while(|(hash, _)| *hash == wanted);
        same.find(|(_, place)| self.all[*place as usize].path == path).map(|(_, place)| *place as usize)
    }

    fn get(&self, path: &str) -> Option<&'a Leaf> {
        self.place(path).map(|place| &self.all[place])
    }

    fn text(&self, path: &str) -> Option<&'a str> {
        self.get(path).map(|leaf| leaf.text.as_str())
    }

    fn flag(&self, path: &str) -> bool {
        self.text(path) == Some("true")
    }

    /// The paths of what stands in a list.
    fn items(&self, list: &str) -> Vec<String> {
        let count = self.text(list).and_then(|count| count.parse().ok()).unwrap_or(0).min(MOST);
        (0..count).map(|place| format!("{list}[{place}]")).collect()
    }

    /// What the items of a list, or one field of each, say.
    fn texts(&self, list: &str, field: &str) -> Vec<(String, &'a str)> {
        let mut texts = Vec::new();
        for item in self.items(list) {
            let path = item + field;
            if let Some(text) = self.text(&path) {
                texts.push((path, text));
            }
        }
        texts
    }
}

/// A field of an object.
fn below(parent: &str, name: &str) -> String {
    [parent, ".", name].concat()
}

struct Lint<'a> {
    leaves: Leaves<'a>,
    /// Nothing was cut off: what is not there is missing.
    whole: bool,
    today: &'a str,
    problems: Vec<Problem>,
}

impl Lint<'_> {
    fn error(&mut self, rule: &'static str, path: &str, message: fmt::Arguments<'_>) {
        self.report(rule, Level::Error, path, message);
    }

    fn report(&mut self, rule: &'static str, level: Level, path: &str, message: fmt::Arguments<'_>) {
        if self.problems.len() > MOST_PROBLEMS {
            return;
        }
        let path = if path.is_empty() { "manifest" } else { path };
        self.problems.push(Problem { rule, path: path.to_owned(), level, message: message.to_string() });
    }

    /// What one field says.
    fn leaf(&mut self, leaf: &Leaf) {
        let path = leaf.path.as_str();
        if leaf.is == LeafType::Cut {
            return self.error(
                "limit",
                path,
                format_args!("must end before here: a manifest has at most 10000 values, 8 levels deep"),
            );
        }
        // Of a list that is too long, the list is told of.
        let Some(pattern) = pattern(path) else { return };
        let (is, field) = if pattern.is_empty() {
            (Is::Object, None)
        } else {
            let Some(field) = Field::at(&pattern) else { return self.unknown(path, &pattern) };
            (field.is, Some(field))
        };
        let expected = match is {
            Is::Object | Is::Words => LeafType::Object,
            Is::List(_) => LeafType::List,
            Is::Flag => LeafType::Flag,
            _ => LeafType::Text,
        };
        if leaf.is != expected {
            return self.error("type", path, format_args!("must be {}", is.words()));
        }
        match is {
            Is::Object => self.inside(path, &pattern),
            Is::List(least) => {
                let count = leaf.text.parse().unwrap_or(0);
                if count < least {
                    self.error("value", path, format_args!("must be {}", is.words()));
                } else if count > MOST {
                    self.error("limit", path, format_args!("must have at most {MOST} entries; it has {count}"));
                }
            }
            Is::Words if self.languages(path).is_empty() => {
                self.error("value", path, format_args!("must be {}", is.words()));
            }
            _ if expected == LeafType::Text => self.text(path, &leaf.text, is, field),
            _ => {}
        }
    }

    fn text(&mut self, path: &str, text: &str, is: Is, field: Option<&Field>) {
        if let Some(hidden) = words::suspicious(text) {
            self.error("text", path, format_args!("must be plain text: it has {hidden}"));
        } else if text.chars().count() > LONGEST {
            self.error("limit", path, format_args!("must be at most {LONGEST} characters long"));
        } else if !is.accepts(text) {
            self.error("value", path, format_args!("must be {}", is.words()));
        } else if matches!(is, Is::Day | Is::Duration) && fields::is_day(text) && text < self.today {
            let today = self.today;
            self.error("date", path, format_args!("must not be in the past: today is {today}"));
        } else if field.is_some_and(|field| field.path.ends_with(".*")) {
            let language = path.rsplit_once('.').map_or("", |(_, language)| language);
            if !fields::is_language(language) {
                self.error("key", path, format_args!("must be {}", Is::Language.words()));
            }
        }
    }

    /// What an object has to have.
    fn inside(&mut self, path: &str, pattern: &str) {
        for (name, field) in Field::inside(pattern) {
            let level = match field.need {
                Need::Must => Level::Error,
                Need::Should => Level::Warning,
                Need::May => continue,
            };
            let path = if path.is_empty() { name.to_owned() } else { below(path, name) };
            if self.whole && self.leaves.get(&path).is_none() {
                self.report("missing", level, &path, format_args!("is missing: must be {}", field.is.words()));
            }
        }
    }

    /// A typo in a policy would be a leak.
    fn unknown(&mut self, path: &str, pattern: &str) {
        // What stands in something unknown or of a wrong type is told of there.
        let parent = match (pattern.find("[\""), pattern.rfind('.')) {
            (Some(end), _) if pattern.ends_with("\"]") => &pattern[..end],
            (Some(_), _) => return,
            _ if pattern.ends_with("[]") => return,
            (None, end) => &pattern[..end.unwrap_or(0)],
        };
        let words = Field::at(parent).is_some_and(|field| field.is == Is::Words);
        if words {
            self.error("key", path, format_args!("must be {}", Is::Language.words()));
        } else if parent.is_empty() || Field::at(parent).is_some_and(|field| field.is == Is::Object) {
            let known: Vec<&str> = Field::inside(parent).map(|(name, _)| name).collect();
            self.error("key", path, format_args!("is not known; known here: {}", known.join(", ")));
        }
    }

    /// The languages of a text.
    fn languages(&self, path: &str) -> Vec<&str> {
        let inside = self.leaves.place(path).map_or(&[][..], |place| &self.leaves.all[place + 1..]);
        inside.iter().map_while(|leaf| leaf.path.strip_prefix(path)?.strip_prefix('.')).collect()
    }
}

/// A path with its places left out; nothing where a place is beyond what a list may hold.
fn pattern(path: &str) -> Option<String> {
    let mut pattern = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('[') {
        pattern.push_str(before);
        let Some((place, behind)) = after.split_once(']') else { break };
        let Ok(place) = place.parse::<usize>() else { return Some(pattern + "[" + after) };
        if place >= MOST {
            return None;
        }
        pattern.push_str("[]");
        rest = behind;
    }
    pattern.push_str(rest);
    Some(pattern)
}
