//! The corpus of configurations as people write them, where this machine has it.

use std::fs;
use std::path::{Path, PathBuf};

/// The variable that names the corpus's folder where it is not beside the checkout.
pub const VARIABLE: &str = "HAPROXY_KIT_CORPUS";

/// The configurations of the corpus, in order; `None`, with a printed note, where it is missing.
///
/// # Panics
/// Where it holds none or cannot be read.
pub fn files() -> Option<Vec<PathBuf>> {
    let folder = std::env::var_os(VARIABLE).map_or_else(
        || crate::workspace().join("../shared/corpus"),
        PathBuf::from,
    );
    if !folder.is_dir() {
        println!("no corpus in {}: nothing to compare", folder.display());
        return None;
    }
    let mut files = files_below(&folder.join("files"));
    files.sort();
    assert!(!files.is_empty(), "no files in {}", folder.display());
    Some(files)
}

/// The configurations in a folder and the folders in it.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else if path.extension().is_some_and(|extension| extension == "cfg") {
                vec![path]
            } else {
                Vec::new()
            }
        })
        .collect()
}
