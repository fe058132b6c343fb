use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use haproxy_model::config::Config;
use haproxy_model::section::global::DefaultPath;

use crate::check::files::folders::Folders;

/// Where the files come from that a configuration names.
///
/// Paths are as the configuration has them, behind the folder that it says for files of their kind;
/// relative ones start where HAProxy would be started.
pub trait FileSource {
    /// What the file holds.
    ///
    /// # Errors
    /// Those of the system: there is no such file, or it may not be read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// The files of a folder, in any order; `None` where the path is none of a folder.
    fn entries(&self, path: &Path) -> Option<Vec<PathBuf>>;

    /// The time at which certificates must be valid.
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// The files of this machine, where relative paths start in a folder.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// Relative paths start here.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Relative paths start where the `default-path` of a configuration says that was read from this file or
    /// folder; beside it where that is where HAProxy is started.
    pub fn of(config: &Config, configuration: &Path) -> Self {
        let own = if configuration.is_dir() {
            configuration
        } else {
            configuration.parent().unwrap_or(Path::new(""))
        };
        Self(match Folders::of(config).default_path() {
            Some(DefaultPath::Parent) => own.join(".."),
            Some(DefaultPath::Origin(origin)) => own.join(origin.as_str()),
            _ => own.to_owned(),
        })
    }
}

impl FileSource for Folder {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        FileSystem.read(&self.0.join(path))
    }

    fn entries(&self, path: &Path) -> Option<Vec<PathBuf>> {
        FileSystem.entries(&self.0.join(path))
    }
}

/// The files of this machine, as this process may read them.
#[derive(Debug, Clone, Copy, Default)]
pub struct FileSystem;

impl FileSource for FileSystem {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if fs::metadata(path)?.is_file() {
            fs::read(path)
        } else {
            // A device or a pipe may never end: that it can be opened is all there is to know.
            fs::File::open(path).map(|_| Vec::new())
        }
    }

    fn entries(&self, path: &Path) -> Option<Vec<PathBuf>> {
        let entries = fs::read_dir(path).ok()?;
        Some(
            entries
                .filter_map(|entry| Some(entry.ok()?.path()))
                .collect(),
        )
    }
}
