//! Configuration files: several as one configuration, and replacing one without a gap.

mod order;
mod replace;
mod source;

use std::path::{Path, PathBuf};

use haproxy_model::section_kind::SectionKind;

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Section};
use crate::environment::Environment;
use crate::evaluate::Evaluation;

pub use order::load_order;
pub use replace::replace_file;
pub use source::{FileSource, FileSystem, Folder};

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// The file or folder could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// Its path.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The file could not be replaced; it is as it was.
    #[error("cannot replace {}: {source}", path.display())]
    Replace {
        /// Its path.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// A folder holds no configuration.
    #[error("no file named *.cfg in {}", path.display())]
    NoFiles {
        /// The folder's path.
        path: PathBuf,
    },
}

/// One file of a configuration.
#[derive(Debug, Clone)]
pub struct ConfigFile {
    /// Where it was read from.
    pub path: PathBuf,
    /// What it holds.
    pub document: Document,
}

/// Several files that HAProxy reads as one configuration, in load order.
///
/// Each file starts anew: no section and no conditional block reaches from one into the next, but
/// the environment that `setenv` changes does.
#[derive(Debug, Clone, Default)]
pub struct ConfigFiles {
    /// The files, in load order.
    pub files: Vec<ConfigFile>,
}

impl ConfigFiles {
    /// Reads what `haproxy -f PATH -f PATH …` would read: files, and the `*.cfg` files in folders.
    ///
    /// # Errors
    /// [`FileError::Read`], and [`FileError::NoFiles`] for a folder without configuration.
    pub fn read<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, FileError> {
        let mut files = Vec::new();
        for path in load_order(paths)? {
            match std::fs::read(&path) {
                Ok(bytes) => files.push(ConfigFile {
                    path,
                    document: Document::parse(bytes),
                }),
                Err(source) => return Err(FileError::Read { path, source }),
            }
        }
        Ok(Self { files })
    }

    /// The sections of all files, in load order, each with the index of its file.
    pub fn sections(&self) -> impl Iterator<Item = (usize, Section<'_>)> {
        let files = self.files.iter().enumerate();
        files.flat_map(|(index, file)| {
            file.document
                .sections()
                .map(move |section| (index, section))
        })
    }

    /// The first section of this kind and name, with the index of its file.
    pub fn section(&self, kind: SectionKind, name: Option<&str>) -> Option<(usize, Section<'_>)> {
        self.sections().find(|(_, section)| section.is(kind, name))
    }

    /// What is wrong with the files as text.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let files = self.files.iter().enumerate();
        files
            .flat_map(|(index, file)| {
                file.document
                    .diagnostics()
                    .into_iter()
                    .map(move |diagnostic| diagnostic.in_file(index))
            })
            .collect()
    }

    /// Evaluates the files in load order, the environment going from one to the next.
    pub fn evaluate(&self, environment: &Environment) -> Vec<Evaluation<'_>> {
        let mut environment = environment.clone();
        self.files
            .iter()
            .map(|file| {
                environment.file = file.path.to_string_lossy().into_owned();
                let evaluation = file.document.evaluate(&environment);
                environment = evaluation.environment.clone();
                evaluation
            })
            .collect()
    }
}
