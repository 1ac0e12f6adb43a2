//! Files of the repository.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a file of the repository holds.
pub(crate) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below a folder whose name ends so, sorted, as paths from the repository; at least one.
pub(crate) fn below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let found = any_below(folder, &[ending]);
    assert!(!found.is_empty(), "no file in {folder} ends with {ending}");
    found
}

/// The same with several endings. What tools put there is left out.
pub(crate) fn any_below(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    const TOOLS: [&str; 3] = ["node_modules", "target", "dist"];
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("a readable folder").path();
            let name = entry_name(&path);
            if path.is_dir() {
                if !TOOLS.contains(&name.as_str()) && !name.starts_with('.') {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path.strip_prefix(root()).expect("below the repository").to_owned());
            }
        }
    }
    found.sort();
    found
}

fn entry_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
