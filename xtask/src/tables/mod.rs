//! `cargo xtask tables`: the committed tables that come from a registry, made anew or compared with what is committed.

mod fold;
mod iban;
mod phones;
mod seed_words;
mod sources;
mod tlds;

use std::error::Error;
use std::fs;

use crate::shell::{self, Outcome, about};

/// Makes a table: its path in the repository, and its text.
type Generate = fn() -> Result<(&'static str, String), Box<dyn Error>>;

const TABLES: [(&str, Generate); 5] = [
    ("fold", fold::generate),
    ("iban", iban::generate),
    ("phones", phones::generate),
    ("seeds", seed_words::generate),
    ("tlds", tlds::generate),
];

const USAGE: &str = "cargo xtask tables [--check] [fold] [iban] [phones] [seeds] [tlds]";

/// Makes the tables that `words` name, or all of them. With `--check` nothing is written: a committed table that differs is
/// an error.
pub(crate) fn run(words: &[&str]) -> Outcome {
    let check = words.contains(&"--check");
    let names: Vec<&str> = words.iter().copied().filter(|&word| word != "--check").collect();
    if let Some(unknown) = names.iter().find(|name| TABLES.iter().all(|(known, _)| known != *name)) {
        return Err(format!("no table `{unknown}`: {USAGE}"));
    }
    for (name, generate) in TABLES {
        if !names.is_empty() && !names.contains(&name) {
            continue;
        }
        let (path, text) = generate().map_err(|error| format!("table `{name}`: {error}"))?;
        let file = shell::root().join(path);
        if !check {
            fs::write(&file, text).map_err(about(&file))?;
            println!("wrote {path}");
        } else if fs::read_to_string(&file).map_err(about(&file))? == text {
            println!("{path} is up to date");
        } else {
            return Err(format!("{path} is not what `cargo xtask tables {name}` makes"));
        }
    }
    Ok(())
}
