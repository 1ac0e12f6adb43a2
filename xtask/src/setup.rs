//! What a fresh machine lacks.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::shell::{Outcome, about, command, exists, read, root, run};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

pub(crate) fn wasm_target() -> Outcome {
    if sysroot()?.join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    run(command("rustup", "").args(["target", "add", WASM]))
}

fn sysroot() -> Outcome<PathBuf> {
    Ok(read(command("rustc", "").args(["--print", "sysroot"]))?.into())
}

/// The source of the standard library: the wasm brings its own build of it, without panic messages.
pub(crate) fn rust_source() -> Outcome {
    if sysroot()?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    run(command("rustup", "").args(["component", "add", "rust-src"]))
}

/// `npm ci` in a folder, unless what is installed came from the same lock file.
pub(crate) fn npm(folder: &str) -> Outcome {
    node()?;
    let folder_path = root().join(folder);
    let lock = folder_path.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(about(&lock))?;
    let installed = folder_path.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|lock| lock == wanted) {
        return Ok(());
    }
    // No package here needs its install script; those that have one would download browsers or prebuilt tools.
    run(command("npm", folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(&installed, wanted).map_err(about(&installed))
}

fn node() -> Outcome {
    let needed = "Node 20.19 or newer is needed";
    let version = read(command("node", "").arg("--version")).map_err(|_| format!("{needed}, and there is no `node`"))?;
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    if (numbers.next(), numbers.next()) < (Some(20), Some(19)) {
        return Err(format!("{needed}; this is {version}"));
    }
    Ok(())
}

/// Debian's Chromium and Firefox, for the tests that need a page.
pub(crate) fn browsers() -> Outcome {
    let browsers = [("chromium", &["chromium", "google-chrome"]), ("firefox-esr", &["firefox-esr", "firefox"])];
    let missing: Vec<&str> =
        browsers.iter().filter(|(_, names)| !names.iter().any(|name| exists(name))).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let missing_words = missing.join(" and ");
    if !exists("apt-get") {
        return Err(format!("{missing_words} must be on the PATH, and there is no apt-get to install it with"));
    }
    run(&mut apt_get(&["update"]))
        .and_then(|()| run(apt_get(&["install", "--yes", "--no-install-recommends", "fonts-dejavu-core"]).args(&missing)))
        .map_err(|error| format!("{error}; install {missing_words} by hand and start again"))
}

fn apt_get(words: &[&str]) -> Command {
    let root = read(command("id", "").arg("-u")).is_ok_and(|id| id == "0");
    let mut apt_get = if root { Command::new("apt-get") } else { Command::new("sudo") };
    if !root {
        apt_get.arg("apt-get");
    }
    apt_get.env("DEBIAN_FRONTEND", "noninteractive").args(words);
    apt_get
}
