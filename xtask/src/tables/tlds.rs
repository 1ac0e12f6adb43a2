//! `data/tlds.txt`: IANA's top-level domains, the international ones as they are read: Punycode tells itself.

use std::collections::BTreeSet;
use std::error::Error;

use super::sources;
use crate::shell::{command, read};

const LIST: &str = r#"require("tlds").join("\n")"#;

pub(super) fn generate() -> Result<(&'static str, String), Box<dyn Error>> {
    sources::install_npm()?;
    let names = read(command("node", sources::FOLDER).args(["-p", LIST]))?;
    let sorted: BTreeSet<&str> = names.lines().collect();
    let lines = sorted.into_iter().flat_map(|name| [name, "\n"]).collect();
    Ok(("data/tlds.txt", lines))
}
