//! The suites, cheapest first. The first that fails ends everything, and the last lines are the last runner's own count.

use std::fs;
use std::process::Command;

use crate::pack;
use crate::setup::{self, WASM};
use crate::shell::{Outcome, Steps, about, cargo, command, root, run};
use crate::tables;

/// The quick part.
pub(crate) fn check() -> Outcome {
    check_with(&Steps::default())
}

/// All of it: what CI runs.
pub(crate) fn test() -> Outcome {
    let steps = Steps::default();
    check_with(&steps)?;
    steps.begin("generated tables");
    // The IBAN registry comes by pip, which a machine with Rust and Node need not have.
    tables::run(&["--check", "fold", "phones", "tlds"])?;
    steps.begin("npm package");
    pack::run_pack()?;
    steps.begin("TypeScript");
    run(command("node", "www").arg("node_modules/typescript/bin/tsc"))?;
    steps.begin("wasm in Node");
    run(&mut node_tests("www/test/engine")?)?;
    steps.begin("consumers of the package");
    setup::browsers()?;
    run(node_test().arg("pkg-test/run.mjs"))?;
    steps.begin("pages in Firefox");
    run(node_tests("www/test")?.env("ANTIFAZ_BROWSER", "firefox"))?;
    steps.begin("pages in Chromium");
    run(node_tests("www/test")?.env("ANTIFAZ_BROWSER", "chromium"))
}

/// Our times beside those of the peers.
pub(crate) fn bench(options: &[&str]) -> Outcome {
    pack::assemble()?;
    setup::npm("benches")?;
    setup::browsers()?;
    run(command("node", "").arg("benches/run.mjs").args(options))
}

fn check_with(steps: &Steps) -> Outcome {
    steps.begin("formatting");
    run(&mut cargo("fmt --all --check"))?;
    steps.begin("lints");
    setup::wasm_target()?;
    run(&mut cargo("clippy --quiet --workspace --all-targets -- -D warnings"))?;
    run(cargo("clippy --quiet --package antifaz --lib --target").args([WASM, "--", "-D", "warnings"]))?;
    steps.begin("documentation");
    run(cargo("doc --quiet --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings"))?;
    steps.begin("native tests");
    run(&mut cargo("test --quiet --workspace"))
}

fn node_test() -> Command {
    let mut node = command("node", "");
    // A browser that hangs must not hang the whole run.
    node.args(["--test", "--test-reporter=spec", "--test-timeout=900000"]);
    node
}

/// The `*.test.mjs` of one folder, not of those in it.
fn node_tests(folder: &str) -> Outcome<Command> {
    let path = root().join(folder);
    let mut names: Vec<String> = fs::read_dir(&path)
        .map_err(about(&path))?
        .flatten()
        .map(|file| format!("{folder}/{}", file.file_name().to_string_lossy()))
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    if names.is_empty() {
        return Err(format!("no tests in {folder}"));
    }
    names.sort();
    let mut node = node_test();
    node.args(names);
    Ok(node)
}
