//! Everything this project does besides compiling: `cargo xtask --help`.

mod demo;
mod new_recognizer;
mod pack;
mod quiet;
mod setup;
mod shell;
mod tables;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  demo [--export DIR] [--port N]          build everything and serve the demo page, or write it as a static site
  check                                   formatting, lints, documentation, native tests: the quick part of `test`
  test                                    every suite, cheapest first; installs Debian's Chromium and Firefox if missing
  pack                                    assemble the npm package: target/pkg and target/antifaz-<version>.tgz
  size                                    measure the package and rewrite pkg-test/size.json
  bench [--subject NAME] [--case TEXT]    our times beside those of the peers: target/bench.json
  quiet --text DIR [--show]               what is found in other people's clean sentences, per source
  tables [--check] [NAME]                 make the generated tables in data/ and src/ anew, or compare them
  new-recognizer GROUP/SCHEME --entity E  write the file of a new recognizer and its line in the catalogue

A fresh machine needs Rust (rustup), Node 20.19 or newer, and npm; the rest is set up on the way.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        [] | ["help" | "-h" | "--help", ..] => {
            println!("{HELP}");
            Ok(())
        }
        ["demo", options @ ..] => demo::show(options),
        ["check"] => test::check(),
        ["test"] => test::test(),
        ["pack"] => pack::run_pack(),
        ["size"] => pack::size(),
        ["bench", options @ ..] => test::bench(options),
        ["quiet", options @ ..] => quiet::measure(options),
        ["tables", options @ ..] => tables::run(options),
        ["new-recognizer", options @ ..] => new_recognizer::create(options),
        _ => Err(format!("cannot read `{}`: see cargo xtask --help", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("cargo xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
