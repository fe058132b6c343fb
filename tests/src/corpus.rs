//! The corpus of configurations as people write them, where this machine has it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The variable that names the corpus's folder where it is not beside the checkout.
pub const VARIABLE: &str = "HAPROXY_KIT_CORPUS";

/// The configurations of the corpus, in order; `None`, with a printed note, where it is missing.
///
/// # Panics
/// Where it holds none or cannot be read.
pub fn files() -> Option<Vec<PathBuf>> {
    let folder = folder()?;
    let mut files = files_below(&folder.join("files"));
    files.sort();
    assert!(!files.is_empty(), "no files in {}", folder.display());
    Some(files)
}

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os(VARIABLE).map_or_else(
        || crate::workspace().join("../shared/corpus"),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder);
    }
    println!("no corpus in {}: nothing to compare", folder.display());
    None
}

/// A configuration of the corpus, and what one version of HAProxy said of it.
#[derive(Debug)]
pub struct Entry {
    /// The file.
    pub path: PathBuf,
    /// Whether that HAProxy takes it; `None` where its surroundings hid the answer.
    pub accepts: Option<bool>,
    /// Whether it crashed or did not come to an end, so that it said nothing at all.
    pub failed: bool,
    /// The lines that it refuses.
    pub refused_lines: Vec<usize>,
    /// The lines that it warns of.
    pub warned_lines: Vec<usize>,
    /// Its first complaints.
    pub messages: Vec<String>,
    /// The name among peers that the file needs (`-L`).
    pub local_peer: Option<String>,
}

impl Entry {
    /// The file's path in the corpus.
    ///
    /// # Panics
    /// Never: an entry's path ends in one of the corpus.
    pub fn name(&self) -> String {
        let parts: Vec<_> = self.path.iter().rev().take(2).collect();
        let parts: Vec<_> = parts
            .iter()
            .rev()
            .map(|part| part.to_string_lossy())
            .collect();
        parts.join("/")
    }
}

/// The configurations of the corpus with the verdicts of this version; `None`, with a printed note,
/// where the corpus is missing.
pub fn entries(version: &str) -> Option<Vec<Entry>> {
    let folder = folder()?;
    let manifest = fs::read_to_string(folder.join("manifest.jsonl")).unwrap();
    let entries = manifest.lines().map(|line| {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        let verdict = &entry["verdicts"][version];
        Entry {
            path: folder.join(entry["file"].as_str().unwrap()),
            accepts: verdict["accept"].as_bool(),
            failed: matches!(verdict["class"].as_str(), Some("crash" | "timeout")),
            refused_lines: numbers(&verdict["error_lines"]),
            warned_lines: numbers(&verdict["warning_lines"]),
            messages: texts(&verdict["messages"]),
            local_peer: local_peer(&texts(&entry["args"])),
        }
    });
    Some(entries.collect())
}

/// Each line once.
fn numbers(value: &serde_json::Value) -> Vec<usize> {
    let lines = value.as_array().into_iter().flatten();
    let lines = lines.map(|line| usize::try_from(line.as_u64().unwrap()).unwrap());
    lines.collect::<BTreeSet<_>>().into_iter().collect()
}

fn texts(value: &serde_json::Value) -> Vec<String> {
    let texts = value.as_array().into_iter().flatten();
    texts
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}

/// What stands behind `-L` on the command line.
fn local_peer(arguments: &[String]) -> Option<String> {
    let mut arguments = arguments.iter();
    arguments.find(|argument| *argument == "-L")?;
    arguments.next().cloned()
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
