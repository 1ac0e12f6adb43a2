//! Committed answers: what changed is seen in review.

use std::{fmt::Write, fs};

use super::files::root;

/// Compares with the committed file, or rewrites it where `UPDATE_SNAPSHOTS=1` is set.
///
/// # Panics
///
/// Where the two differ: with the lines that do.
pub(crate) fn assert_current(path: &str, now: &str) {
    let file = root().join(path);
    let before = fs::read_to_string(&file).unwrap_or_default();
    if before == now {
        return;
    }
    if std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|value| value == "1") {
        fs::create_dir_all(file.parent().expect("a file in a folder")).expect("a writable repository");
        fs::write(&file, now).expect("a writable repository");
        return;
    }
    panic!("{path} is stale; UPDATE_SNAPSHOTS=1 cargo test rewrites it\n{}", difference(&before, now));
}

/// The lines that only one of the two has.
fn difference(before: &str, now: &str) -> String {
    const MOST: usize = 60;
    let mut out = String::new();
    let only = |of: &str, not_in: &str, sign: char, out: &mut String| {
        let known: std::collections::HashSet<&str> = not_in.lines().collect();
        for line in of.lines().filter(|line| !known.contains(line)).take(MOST) {
            let _ = writeln!(out, "{sign} {line}");
        }
    };
    only(before, now, '-', &mut out);
    only(now, before, '+', &mut out);
    out
}
