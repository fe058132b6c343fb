use serde::Serialize;

use super::setting::{GlobalLimit, ServerSetting};
use crate::command::{BackendName, FrontendName, ProxyMode, ServerPath};
use crate::operation::{Store, StoreContent};

/// One thing to do.
///
/// Each says what was before as well as what is to be: turned around it is undone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Step {
    /// Brings a certificate, CA file or CRL file into memory.
    CreateStore {
        /// What it is.
        store: Store,
        /// The file as HAProxy names it.
        file: String,
        /// The content.
        #[serde(skip)]
        content: StoreContent,
    },
    /// Replaces a certificate, CA file or CRL file.
    ReplaceStore {
        /// What it is.
        store: Store,
        /// The file as HAProxy names it.
        file: String,
        /// The content that it had; `None` where the process holds something that no file has.
        #[serde(skip)]
        before: Option<StoreContent>,
        /// The content.
        #[serde(skip)]
        after: StoreContent,
    },
    /// Removes a certificate, CA file or CRL file from memory.
    RemoveStore {
        /// What it is.
        store: Store,
        /// The file as HAProxy names it.
        file: String,
        /// The content that it had.
        #[serde(skip)]
        content: StoreContent,
    },
    /// Replaces all entries of a map at once.
    ReplaceMap {
        /// The file as HAProxy names it.
        file: String,
        /// The entries that it had.
        #[serde(skip)]
        before: Vec<(String, String)>,
        /// The entries.
        entries: Vec<(String, String)>,
    },
    /// Replaces all patterns of an ACL at once.
    ReplaceAcl {
        /// The file as HAProxy names it.
        file: String,
        /// The patterns that it had.
        #[serde(skip)]
        before: Vec<String>,
        /// The patterns.
        patterns: Vec<String>,
    },
    /// Adds a line to the end of a crt-list.
    AddCrtListLine {
        /// The crt-list or folder as HAProxy names it.
        list: String,
        /// The line.
        line: String,
    },
    /// Removes a line of a crt-list.
    RemoveCrtListLine {
        /// The crt-list or folder as HAProxy names it.
        list: String,
        /// The line.
        line: String,
    },
    /// Sets a limit of the process.
    SetGlobal {
        /// The limit.
        limit: GlobalLimit,
        /// What it was; `None` where HAProxy computed it.
        before: Option<u64>,
        /// What it is to be.
        after: u64,
    },
    /// Sets the most connections of a frontend.
    SetFrontendMaxconn {
        /// The frontend.
        frontend: FrontendName,
        /// What it was; `None` where HAProxy computed it.
        before: Option<u64>,
        /// What it is to be.
        after: u64,
    },
    /// Adds a backend, with its servers.
    AddBackend {
        /// The backend.
        backend: BackendName,
        /// The named defaults that it starts from.
        defaults: String,
        /// What it speaks, where its defaults do not say it.
        mode: Option<ProxyMode>,
        /// Its servers.
        servers: Vec<(ServerPath, ServerDefinition)>,
    },
    /// Removes a backend with its servers.
    RemoveBackend {
        /// The backend.
        backend: BackendName,
        /// The named defaults that it starts from; empty where no command could bring it back.
        defaults: String,
        /// What it speaks, where its defaults do not say it.
        mode: Option<ProxyMode>,
        /// Its servers.
        servers: Vec<(ServerPath, ServerDefinition)>,
    },
    /// Adds a server.
    AddServer {
        /// The server.
        server: ServerPath,
        /// What it is.
        definition: ServerDefinition,
    },
    /// Changes a setting of a server.
    SetServer {
        /// The server.
        server: ServerPath,
        /// What it was.
        before: ServerSetting,
        /// What it is to be.
        after: ServerSetting,
    },
    /// Removes a server and adds it anew, while others serve.
    ReplaceServer {
        /// The server.
        server: ServerPath,
        /// What it was.
        before: ServerDefinition,
        /// What it is to be.
        after: ServerDefinition,
    },
    /// Removes a server.
    RemoveServer {
        /// The server.
        server: ServerPath,
        /// What it was.
        definition: ServerDefinition,
    },
}

/// A server as `add server` has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ServerDefinition {
    /// Its address, and its port behind a colon.
    pub address: String,
    /// Its parameters, those of `default-server` included, word by word.
    pub parameters: Vec<String>,
    /// The weight that they give it; `None` where it is no number.
    #[serde(skip)]
    pub weight: Option<u32>,
    /// Whether it begins in maintenance.
    #[serde(skip)]
    pub is_disabled: bool,
}

/// When a step is done among others: what is used before what uses it, and what goes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    Stores,
    Patterns,
    Limits,
    Additions,
    Settings,
    Replacements,
    Removals,
    /// What cannot be undone.
    Irreversible,
    UnusedStores,
}

impl Step {
    pub(super) fn stage(&self) -> Stage {
        match self {
            Self::ReplaceStore { before: None, .. } => Stage::Irreversible,
            Self::RemoveBackend { defaults, .. } if defaults.is_empty() => Stage::Irreversible,
            Self::CreateStore { .. } | Self::ReplaceStore { .. } => Stage::Stores,
            Self::ReplaceMap { .. } | Self::ReplaceAcl { .. } => Stage::Patterns,
            Self::SetGlobal { .. } | Self::SetFrontendMaxconn { .. } => Stage::Limits,
            Self::AddCrtListLine { .. } | Self::AddBackend { .. } | Self::AddServer { .. } => {
                Stage::Additions
            }
            Self::SetServer { .. } => Stage::Settings,
            Self::ReplaceServer { .. } => Stage::Replacements,
            Self::RemoveCrtListLine { .. }
            | Self::RemoveBackend { .. }
            | Self::RemoveServer { .. } => Stage::Removals,
            Self::RemoveStore { .. } => Stage::UnusedStores,
        }
    }

    /// The certificate, CA file or CRL file that it is about.
    pub(super) fn store(&self) -> Option<&str> {
        match self {
            Self::CreateStore { file, .. }
            | Self::ReplaceStore { file, .. }
            | Self::RemoveStore { file, .. } => Some(file),
            _ => None,
        }
    }

    /// The step that undoes it; `None` where it is not known what was before.
    #[must_use]
    pub fn reversed(self) -> Option<Self> {
        Some(match self {
            Self::RemoveBackend { defaults, .. } if defaults.is_empty() => return None,
            Self::CreateStore { .. } | Self::ReplaceStore { .. } | Self::RemoveStore { .. } => {
                return self.reversed_store();
            }
            Self::ReplaceMap {
                file,
                before,
                entries,
            } => Self::ReplaceMap {
                file,
                before: entries,
                entries: before,
            },
            Self::ReplaceAcl {
                file,
                before,
                patterns,
            } => Self::ReplaceAcl {
                file,
                before: patterns,
                patterns: before,
            },
            Self::AddCrtListLine { list, line } => Self::RemoveCrtListLine { list, line },
            Self::RemoveCrtListLine { list, line } => Self::AddCrtListLine { list, line },
            Self::SetGlobal {
                limit,
                before,
                after,
            } => Self::SetGlobal {
                limit,
                before: Some(after),
                after: before.unwrap_or_default(),
            },
            Self::SetFrontendMaxconn {
                frontend,
                before,
                after,
            } => Self::SetFrontendMaxconn {
                frontend,
                before: Some(after),
                after: before.unwrap_or_default(),
            },
            Self::AddBackend {
                backend,
                defaults,
                mode,
                servers,
            } => Self::RemoveBackend {
                backend,
                defaults,
                mode,
                servers,
            },
            Self::RemoveBackend {
                backend,
                defaults,
                mode,
                servers,
            } => Self::AddBackend {
                backend,
                defaults,
                mode,
                servers,
            },
            Self::AddServer { server, definition } => Self::RemoveServer { server, definition },
            Self::RemoveServer { server, definition } => Self::AddServer { server, definition },
            Self::SetServer {
                server,
                before,
                after,
            } => Self::SetServer {
                server,
                before: after,
                after: before,
            },
            Self::ReplaceServer {
                server,
                before,
                after,
            } => Self::ReplaceServer {
                server,
                before: after,
                after: before,
            },
        })
    }

    fn reversed_store(self) -> Option<Self> {
        Some(match self {
            Self::CreateStore {
                store,
                file,
                content,
            } => Self::RemoveStore {
                store,
                file,
                content,
            },
            Self::RemoveStore {
                store,
                file,
                content,
            } => Self::CreateStore {
                store,
                file,
                content,
            },
            Self::ReplaceStore {
                store,
                file,
                before,
                after,
            } => Self::ReplaceStore {
                store,
                file,
                before: Some(after),
                after: before?,
            },
            _ => return None,
        })
    }
}
