//! The page to see it work: `www/demo` does the rest.

use std::path;

use crate::pack;
use crate::shell::{Outcome, command, run};

pub(crate) fn show(options: &[&str]) -> Outcome {
    let mut server = command("node", "");
    server.arg("www/demo/server.mjs");
    for option in options.chunks(2) {
        match option {
            // The server starts in the repository's root, the user may stand elsewhere.
            ["--export", folder] => server.arg("--export").arg(path::absolute(folder).map_err(|error| error.to_string())?),
            ["--port", port] if port.parse::<u16>().is_ok() => server.args(["--port", port]),
            _ => return Err("usage: cargo xtask demo [--export DIR] [--port N]".into()),
        };
    }
    server.arg("--package").arg(pack::assemble()?);
    run(&mut server)
}
