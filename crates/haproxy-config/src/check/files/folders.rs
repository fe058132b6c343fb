use std::path::{Path, PathBuf};

use haproxy_model::config::Config;
use haproxy_model::evaluation::FileKind;
use haproxy_model::section::global::DefaultPath;
use haproxy_model::section::{CrtStore, Global};
use haproxy_model::text::has_reference;
use haproxy_model::value::Text;

use super::Files;
use super::named_file::Content;

/// Where relative paths start.
pub(crate) struct Folders<'a> {
    certificates: Option<&'a str>,
    keys: Option<&'a str>,
    authorities: Option<&'a str>,
    default: Option<&'a DefaultPath>,
}

impl<'a> Folders<'a> {
    pub(crate) fn of(config: &'a Config) -> Self {
        let mut folders = Self {
            certificates: None,
            keys: None,
            authorities: None,
            default: None,
        };
        for global in config.globals() {
            folders.add(global);
        }
        folders
    }

    fn add(&mut self, global: &'a Global) {
        let text = |text: &'a Text| text.as_str();
        self.certificates = global.crt_base().map(text).or(self.certificates);
        self.keys = global.key_base().map(text).or(self.keys);
        self.authorities = global.ca_base().map(text).or(self.authorities);
        self.default = global.default_path().or(self.default);
    }

    /// The path as HAProxy has it: behind the folder for files of this kind.
    pub(crate) fn name(&self, store: Option<&CrtStore>, kind: Content, path: &Path) -> PathBuf {
        let own = |of: fn(&CrtStore) -> Option<&Text>| store.and_then(of).map(Text::as_str);
        let base = match kind {
            Content::File(
                FileKind::Certificate | FileKind::Ocsp | FileKind::Issuer | FileKind::Timestamps,
            ) => own(CrtStore::certificate_base).or(self.certificates),
            Content::File(FileKind::Key) => own(CrtStore::key_base).or(self.keys),
            Content::File(FileKind::Authorities | FileKind::Authority | FileKind::Revocations) => {
                self.authorities
            }
            _ => None,
        };
        Path::new(base.unwrap_or_default()).join(path)
    }

    /// Where relative paths start, where the configuration says it.
    pub(crate) fn default_path(&self) -> Option<&'a DefaultPath> {
        self.default
    }

    /// Where the file is; `None` where that depends on the environment.
    pub(super) fn path(
        &self,
        files: Files<'_>,
        store: Option<&CrtStore>,
        file: usize,
        kind: Content,
        path: &Path,
    ) -> Option<PathBuf> {
        let path = self.name(store, kind, path);
        if path.to_str().is_none_or(has_reference) {
            return None;
        }
        if path.is_absolute() {
            return Some(path);
        }
        let configuration = || files.paths.get(file)?.parent();
        match self.default {
            None | Some(DefaultPath::Current) => Some(path),
            Some(DefaultPath::Config) => Some(configuration()?.join(path)),
            Some(DefaultPath::Parent) => Some(configuration()?.join("..").join(path)),
            Some(DefaultPath::Origin(origin)) if !has_reference(origin) => {
                Some(Path::new(origin.as_str()).join(path))
            }
            Some(_) => None,
        }
    }
}
