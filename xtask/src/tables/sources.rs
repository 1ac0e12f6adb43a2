//! The packages that carry the registries, in the versions that `data/sources/` names.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::shell::{self, Outcome, command, run};

pub(super) const FOLDER: &str = "data/sources";

/// Installs the npm packages.
pub(super) fn install_npm() -> Outcome {
    run(command("npm", FOLDER).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

/// Installs the Python packages and says where they are.
pub(super) fn install_python() -> Outcome<PathBuf> {
    let folder = shell::target().join("tables-python");
    let mut pip = command("python3", FOLDER);
    pip.args([
        "-m", "pip", "install", "--quiet", "--upgrade", "--no-deps", "--require-hashes", "--requirement", "requirements.txt",
    ]);
    run(pip.arg("--target").arg(&folder))?;
    Ok(folder)
}

pub(super) fn json(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(shell::about(path))?;
    Ok(serde_json::from_str(&text)?)
}
