//! The page to see it work: `www/demo` does the rest.

use crate::pack;
use crate::shell::{Outcome, command, run};

pub(crate) fn run_demo(options: &[&str]) -> Outcome {
    match options {
        [] | ["--port" | "--export", _] | ["--port" | "--export", _, "--port" | "--export", _] => {}
        _ => return Err("usage: cargo xtask demo [--export DIR] [--port N]".into()),
    }
    let package = pack::assemble()?;
    run(command("node", "").arg("www/demo/main.mjs").arg(package).args(options))
}
