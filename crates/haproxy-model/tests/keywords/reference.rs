//! The files to compare with.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use haproxy_model::version::Version;

use crate::dump::Dump;
use crate::manual::Manual;

/// The variable that names the reference's folder where it is not beside the checkout.
const VARIABLE: &str = "HAPROXY_KIT_REFERENCE";

/// What HAProxy and its manuals list.
pub(crate) struct Reference {
    pub(crate) dumps: Vec<Dump>,
    pub(crate) manuals: Vec<Manual>,
}

impl Reference {
    /// Read once; `None`, with a printed note, where it is missing.
    pub(crate) fn get() -> Option<&'static Self> {
        static REFERENCE: LazyLock<Option<Reference>> = LazyLock::new(Reference::read);
        REFERENCE.as_ref()
    }

    fn read() -> Option<Self> {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference");
        let folder = std::env::var_os(VARIABLE).map_or(beside, PathBuf::from);
        if !folder.is_dir() {
            println!(
                "no reference in {}: nothing to compare with",
                folder.display()
            );
            return None;
        }
        let dumps = versioned(&folder.join("keywords"), "haproxy-");
        let manuals = versioned(&folder.join("docs"), "configuration-");
        assert!(!dumps.is_empty() && !manuals.is_empty());
        Some(Self {
            dumps: dumps
                .into_iter()
                .map(|(version, text)| Dump::parse(version, &text))
                .collect(),
            manuals: manuals
                .into_iter()
                .map(|(version, text)| Manual::parse(version, &text))
                .collect(),
        })
    }

    /// Whether any list of the version has the keyword.
    pub(crate) fn mentions(&self, version: Version, place: &str, keyword: &str) -> bool {
        let dumps = self.dumps.iter().filter(|dump| dump.version == version);
        let manuals = self.manuals.iter().filter(|it| it.version == version);
        dumps.into_iter().any(|dump| dump.has(place, keyword))
            || manuals
                .into_iter()
                .any(|manual| manual.mentions(place, keyword))
    }
}

/// The texts of a folder whose names are this prefix and a version, in order.
fn versioned(folder: &Path, prefix: &str) -> Vec<(Version, String)> {
    let entries = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    let mut texts = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_stem().and_then(|name| name.to_str());
        let version = name.and_then(|name| name.strip_prefix(prefix)?.parse().ok());
        if let Some(version) = version {
            let bytes = fs::read(&path)
                .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
            texts.push((version, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    texts.sort();
    texts
}
