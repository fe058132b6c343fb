use std::fmt;

use super::note::Note;
use super::reason::Reason;
use super::step::{ServerDefinition, Step};
use crate::operation::Store;

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CreateStore { store, file, .. } => write!(formatter, "load {store} {file}"),
            Self::ReplaceStore { store, file, .. } => write!(formatter, "replace {store} {file}"),
            Self::RemoveStore { store, file, .. } => write!(formatter, "unload {store} {file}"),
            Self::ReplaceMap {
                file,
                before,
                entries,
            } => {
                write!(formatter, "replace map {file}: ")?;
                counts(formatter, "entries", before, entries)
            }
            Self::ReplaceAcl {
                file,
                before,
                patterns,
            } => {
                write!(formatter, "replace ACL {file}: ")?;
                counts(formatter, "patterns", before, patterns)
            }
            Self::AddCrtListLine { list, line } => {
                write!(formatter, "add to crt-list {list}: {line}")
            }
            Self::RemoveCrtListLine { list, line } => {
                write!(formatter, "remove from crt-list {list}: {line}")
            }
            Self::SetGlobal {
                limit,
                before,
                after,
            } => {
                write!(formatter, "set global: {} {after}", limit.keyword())?;
                was(formatter, *before)
            }
            Self::SetFrontendMaxconn {
                frontend,
                before,
                after,
            } => {
                write!(formatter, "set frontend {frontend}: maxconn {after}")?;
                was(formatter, *before)
            }
            Self::AddBackend {
                backend,
                defaults,
                servers,
                ..
            } => {
                let count = servers.len();
                write!(
                    formatter,
                    "add backend {backend} from {defaults}, with {count} servers"
                )
            }
            Self::RemoveBackend {
                backend, servers, ..
            } => {
                let count = servers.len();
                write!(formatter, "remove backend {backend}, with {count} servers")
            }
            Self::AddServer { server, definition } => {
                write!(formatter, "add server {server} {definition}")
            }
            Self::SetServer {
                server,
                before,
                after,
            } => {
                let (before, after) = (before.to_string(), after.to_string());
                let was = after_same_words(&before, &after);
                write!(formatter, "set server {server}: {after}, was {was}")
            }
            Self::ReplaceServer {
                server,
                before,
                after,
            } => write!(formatter, "replace server {server}: {after}, was {before}"),
            Self::RemoveServer { server, .. } => write!(formatter, "remove server {server}"),
        }
    }
}

/// What stands behind the first word where both begin with the same.
fn after_same_words<'a>(before: &'a str, after: &str) -> &'a str {
    let own = before.split_once(' ');
    match own.zip(after.split_once(' ')) {
        Some(((word, rest), (other, _))) if word == other => rest,
        _ => before,
    }
}

fn was(formatter: &mut fmt::Formatter<'_>, before: Option<u64>) -> fmt::Result {
    match before {
        Some(before) => write!(formatter, ", was {before}"),
        None => Ok(()),
    }
}

fn counts<T>(
    formatter: &mut fmt::Formatter<'_>,
    what: &str,
    before: &[T],
    after: &[T],
) -> fmt::Result {
    write!(formatter, "{} {what}, were {}", after.len(), before.len())
}

impl fmt::Display for ServerDefinition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.address)?;
        self.parameters
            .iter()
            .try_for_each(|word| write!(formatter, " {word}"))
    }
}

impl fmt::Display for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Certificate => "certificate",
            Self::CaFile => "CA file",
            Self::CrlFile => "CRL file",
        })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.what)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = [self.section.as_str(), self.path.as_str()];
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        write!(formatter, "{}", place.join(", "))?;
        match (&self.before, &self.after) {
            (None, Some(after)) => write!(formatter, ": '{after}' is new")?,
            (Some(_), None) => formatter.write_str(": it is removed")?,
            // What stands around it has changed.
            (Some(before), Some(after)) if before == after => {}
            (Some(before), Some(after)) => write!(formatter, ": '{after}' was '{before}'")?,
            (None, None) => {}
        }
        write!(formatter, ": {}", self.why)
    }
}
