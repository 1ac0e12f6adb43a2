//! `antifaz lint-manifest`: what is wrong with manifests, and the JSON Schema of one.

use std::{error::Error, fs, path::PathBuf, process::ExitCode, time::SystemTime};

use antifaz::{Level, Problem, lint_manifest, manifest_leaves, manifest_schema};
use serde_json::{Value, json};

/// Writes what is wrong with each file, as lines or as one JSON list; fails where there is an error.
pub(crate) fn run(files: &[PathBuf], as_json: bool) -> Result<ExitCode, Box<dyn Error>> {
    if files.is_empty() {
        return Err("lint-manifest needs the names of manifests, or --schema".into());
    }
    let (mut failed, mut rows) = (false, Vec::new());
    for file in files {
        let name = file.display();
        let text = fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
        let manifest: Value = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
        for Problem { rule, path, level, message, .. } in lint_manifest(&manifest_leaves(&manifest), &today()) {
            failed |= level == Level::Error;
            if as_json {
                let file = name.to_string();
                rows.push(json!({ "file": file, "rule": rule, "path": path, "level": level.id(), "message": message }));
            } else {
                println!("{name}: {}: {path}: {message} [{rule}]", level.id());
            }
        }
    }
    if as_json {
        println!("{:#}", Value::Array(rows));
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Writes the JSON Schema of a manifest.
pub(crate) fn schema() -> ExitCode {
    println!("{:#}", manifest_schema());
    ExitCode::SUCCESS
}

/// Such as `2026-11-22`, in UTC.
fn today() -> String {
    // A clock that stands before 1970 knows no day, and then none is over.
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let (mut year, mut day) = (1970, since.as_secs() / 86_400);
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    while day >= 365 + u64::from(leap(year)) {
        day -= 365 + u64::from(leap(year));
        year += 1;
    }
    let mut month = 1;
    for days in [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if day < days {
            break;
        }
        day -= days;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", day + 1)
}
