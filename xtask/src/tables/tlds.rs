//! `data/tlds.txt`: IANA's top-level domains, the international ones in both writings.

use std::collections::BTreeSet;
use std::error::Error;

use super::sources;
use crate::shell::{command, read};

/// Node has the conversion to Punycode built in.
const LIST: &str = r#"require("tlds").flatMap(name => [name, require("node:url").domainToASCII(name)]).join("\n")"#;

pub(super) fn generate() -> Result<(&'static str, String), Box<dyn Error>> {
    sources::install_npm()?;
    let names = read(command("node", sources::FOLDER).args(["-p", LIST]))?;
    let sorted: BTreeSet<&str> = names.lines().collect();
    if sorted.contains("") {
        return Err("a name has no Punycode".into());
    }
    let lines = sorted.into_iter().flat_map(|name| [name, "\n"]).collect();
    Ok(("data/tlds.txt", lines))
}
