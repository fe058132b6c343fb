use std::io;
use std::path::{Path, PathBuf};

use haproxy_config::{FileContent, FileSource, listed_certificates, named_files};
use haproxy_model::config::Config;
use haproxy_model::evaluation::FileKind;
use haproxy_model::section::global::ExtraFile;
use indexmap::IndexMap;

use super::beside::Beside;
use super::bundle;
use crate::client::Error;
use crate::operation::{Identity, StoreContent};

/// A configuration, and what the files hold that it names.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Configuration {
    /// The configuration.
    pub config: Config,
    /// The contents of maps, ACLs, certificates and the like, by their paths as HAProxy has them.
    pub files: IndexMap<PathBuf, Vec<u8>>,
    /// What a process that runs it tells of the certificates, CA files and CRL files that it holds.
    pub(super) held: IndexMap<PathBuf, Identity>,
}

impl Configuration {
    /// A configuration whose files are not known: those of one name count as equal.
    pub fn new(config: Config) -> Self {
        Self {
            config,
            files: IndexMap::new(),
            held: IndexMap::new(),
        }
    }

    /// The same with this file.
    #[must_use]
    pub fn file(mut self, path: impl Into<PathBuf>, content: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), content.into());
        self
    }

    /// A configuration with the files that it names, those of its crt-lists and folders included.
    ///
    /// # Errors
    /// [`Error::Read`] for a file that is there and cannot be read. One that is missing counts as unknown.
    pub fn read(config: Config, source: &dyn FileSource) -> Result<Self, Error> {
        let mut this = Self::new(config);
        let beside = Beside::of(&this.config);
        for file in named_files(&this.config) {
            this.add(file.content, &file.path, &beside, source)?;
        }
        Ok(this)
    }

    fn add(
        &mut self,
        content: FileContent,
        path: &Path,
        beside: &Beside,
        source: &dyn FileSource,
    ) -> Result<(), Error> {
        if self.files.contains_key(path) {
            return Ok(());
        }
        if let Some(entries) = source.entries(path) {
            for entry in entries {
                // HAProxy puts folder and name together in the same way.
                if let Some(name) = entry.file_name() {
                    self.insert(&path.join(name), source)?;
                }
            }
            return Ok(());
        }
        self.insert(path, source)?;
        match content {
            FileContent::File(FileKind::CertificateList) => {
                let list = self.files.get(path).cloned().unwrap_or_default();
                for certificate in listed_certificates(&self.config, &list) {
                    let content = FileContent::File(FileKind::Certificate);
                    self.add(content, &certificate, beside, source)?;
                }
            }
            FileContent::File(FileKind::Certificate) => {
                let is_bundle = !self.files.contains_key(path) && beside.reads(ExtraFile::Bundle);
                let parts = bundle::parts(path).filter(|_| is_bundle);
                for path in parts.chain([path.to_owned()]) {
                    self.insert(&path, source)?;
                    for kind in BESIDE {
                        if let Some(path) = beside.path(&path, kind) {
                            self.insert(&path, source)?;
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn insert(&mut self, path: &Path, source: &dyn FileSource) -> Result<(), Error> {
        match source.read(path) {
            Ok(content) => {
                self.files.insert(path.to_owned(), content);
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(source) => Err(Error::Read {
                path: path.to_owned(),
                source,
            }),
        }
    }

    /// A certificate with its key, issuer and OCSP response, which may be in files beside it.
    pub(super) fn certificate(&self, path: &Path, beside: &Beside) -> Option<StoreContent> {
        let file = |kind| beside.path(path, kind);
        let mut pem = self.text(path)?;
        if !pem.contains("PRIVATE KEY-----")
            && let Some(key) = file(ExtraFile::Key).and_then(|path| self.text(&path))
        {
            pem = format!("{pem}\n{key}");
        }
        Some(StoreContent {
            pem,
            issuer: file(ExtraFile::Issuer).and_then(|path| self.text(&path)),
            ocsp: file(ExtraFile::Ocsp).and_then(|path| self.files.get(&path).cloned()),
        })
    }

    /// What a file holds, in the form of [`haproxy_model::text`].
    pub(super) fn text(&self, path: &Path) -> Option<String> {
        let content = self.files.get(path)?;
        Some(haproxy_model::text::from_bytes(content).into_owned())
    }
}

impl From<Config> for Configuration {
    fn from(config: Config) -> Self {
        Self::new(config)
    }
}

/// What is read beside a certificate, where it is there.
const BESIDE: [ExtraFile; 4] = [
    ExtraFile::Key,
    ExtraFile::Issuer,
    ExtraFile::Ocsp,
    ExtraFile::Sctl,
];
