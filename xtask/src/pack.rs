//! The npm package: crate → wasm → glue → `www/build.mjs` → tarball.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::setup::{self, WASM};
use crate::shell::{Outcome, about, cargo, command, read, root, run, target};

/// What stands beside the code in the package.
const DOCUMENTS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Leaves the package in `target/pkg` and its tarball in `target`.
pub(crate) fn run_pack() -> Outcome {
    let package = assemble()?;
    run(command("npm", "").args(["pack", "--loglevel=error"]).arg(&package).arg("--pack-destination").arg(target()))
}

/// Measures the package into `pkg-test/size.json`.
pub(crate) fn size() -> Outcome {
    let package = assemble()?;
    run(command("node", "").args(["pkg-test/size.mjs", "--write"]).arg(package))
}

/// Leaves the package in `target/pkg`.
pub(crate) fn assemble() -> Outcome<PathBuf> {
    setup::npm("www")?;
    let glue = glue()?;
    let package = target().join("pkg");
    run(command("node", "").arg("www/build.mjs").arg(glue).arg(&package).arg(version()?))?;
    for name in DOCUMENTS {
        let from = root().join(name);
        fs::copy(&from, package.join(name)).map_err(about(&from))?;
    }
    Ok(package)
}

fn version() -> Outcome<String> {
    let id = read(&mut cargo("pkgid --package antifaz"))?;
    Ok(id.rsplit(['#', '@']).next().unwrap_or_default().to_owned())
}

/// Leaves the optimized wasm and its JavaScript in `target/wasm`; does nothing when the crate compiled to the same bytes as last time.
fn glue() -> Outcome<PathBuf> {
    let compiled = compile()?;
    let folder = target().join("wasm");
    let source = folder.join("source.wasm");
    let bytes = fs::read(&compiled).map_err(about(&compiled))?;
    if fs::read(&source).is_ok_and(|before| before == bytes) {
        return Ok(folder);
    }
    println!("$ wasm-bindgen --target web");
    Bindgen::new()
        .input_bytes("antifaz", bytes.clone())
        .web(true)
        .and_then(|bindgen| {
            bindgen.encode_into(EncodeInto::Always).remove_name_section(true).remove_producers_section(true).generate(&folder)
        })
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    let wasm = folder.join("antifaz_bg.wasm");
    run(command("node", "").arg("www/node_modules/binaryen/bin/wasm-opt").arg("-O3").arg(&wasm).arg("-o").arg(&wasm))?;
    fs::write(&source, bytes).map_err(about(&source))?;
    Ok(folder)
}

fn compile() -> Outcome<PathBuf> {
    setup::rust_source()?;
    // A panic is a trap, which JavaScript answers by blocking; nobody reads its message: docs/decisions/0006-no-panic-messages.md
    let flags = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zfmt-debug=none"].map(str::to_owned);
    run(cargo("build -Zbuild-std=std,panic_abort --release --lib --package antifaz --target")
        .arg(WASM)
        // Both are options of the nightly toolchain; the compiler and the library stay those of the stable one.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", [remap()?, flags.to_vec()].concat().join("\x1f"))
        // Leaves the section that tells wasm-bindgen and wasm-opt which wasm features they may use.
        .env("CARGO_PROFILE_RELEASE_STRIP", "debuginfo"))?;
    Ok(target().join(WASM).join("release/antifaz.wasm"))
}

/// Panic messages name source files: without this the machine's folders would stand in the wasm and change its size.
fn remap() -> Outcome<Vec<String>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.ok_or("no home folder")?.join("registry/src");
    run(&mut cargo("fetch"))?;
    let registries = fs::read_dir(&sources).map_err(about(&sources))?;
    Ok(registries.flatten().map(|registry| format!("--remap-path-prefix={}=crates", Path::display(&registry.path()))).collect())
}
