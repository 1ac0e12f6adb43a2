//! Where things are, and how commands are run: each is printed before it starts, and the first that fails ends everything.

use std::cell::Cell;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

pub(crate) type Outcome<T = ()> = Result<T, String>;

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The steps of a long command, with the minutes each took.
#[derive(Default)]
pub(crate) struct Steps {
    running: Cell<Option<(&'static str, Instant)>>,
}

impl Steps {
    /// Says how long the step before took when the next begins, so that the last lines of all are those of a test runner.
    pub(crate) fn begin(&self, title: &'static str) {
        if let Some((before, start)) = self.running.replace(Some((title, Instant::now()))) {
            println!("── {before}: {:.1} min", start.elapsed().as_secs_f64() / 60.0);
        }
        println!("\n── {title}");
    }
}

/// A command that starts in `folder`, seen from the repository's root. Scripts find the package where `CARGO_TARGET_DIR` says.
pub(crate) fn command(program: &str, folder: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root().join(folder)).env("CARGO_TARGET_DIR", target());
    command
}

pub(crate) fn cargo(words: &str) -> Command {
    let mut cargo = command(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()), "");
    cargo.args(words.split_whitespace());
    cargo
}

/// `Err` when the command cannot start or says that it failed.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let shown = show(command);
    println!("$ {shown}");
    let status = command.status().map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})")) }
}

/// What the command prints, or `Err` when it fails.
pub(crate) fn read(command: &mut Command) -> Outcome<String> {
    let shown = show(command);
    let output = command.output().map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{shown}` failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn show(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words: Vec<_> = std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect();
    words.join(" ").replace(&*root().to_string_lossy(), ".")
}

/// The error of a file operation, with the file it was about.
pub(crate) fn about(path: &Path) -> impl FnOnce(std::io::Error) -> String + use<'_> {
    move |error| format!("{}: {error}", path.display())
}

/// Is there a program of this name on the `PATH`?
pub(crate) fn exists(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
