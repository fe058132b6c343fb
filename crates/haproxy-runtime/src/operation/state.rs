use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::Operation;
use crate::client::{Caller, Error, Transport};
use crate::command::{Raw, ServersState, ShowServersState};
use crate::protocol::Reply;

/// Saves the state of all servers in a file that `load-server-state-from-file` reads.
///
/// The file is replaced at once: it holds the state of before or that of now.
#[derive(Debug, Clone)]
pub struct SaveServersState {
    /// The file.
    pub path: PathBuf,
}

impl SaveServersState {
    /// In this file.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }
}

impl Operation for SaveServersState {
    /// The states that were saved.
    type Outcome = ServersState;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<ServersState, Error> {
        let command = Raw::new(ShowServersState::SPECIFICATION.name);
        let text = caller.call(&command).await?.0;
        let reply = Reply::new(text.as_bytes(), false);
        let states = <ServersState as crate::command::Answer>::decode(reply)?;
        replace(&self.path, text.as_bytes()).map_err(|source| Error::Write {
            path: self.path.clone(),
            source,
        })?;
        Ok(states)
    }
}

fn replace(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let mut file = fs::File::create(&beside)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    let replaced = written.and_then(|()| fs::rename(&beside, path));
    if replaced.is_err() {
        // The error that is told is the first one.
        let _ = fs::remove_file(&beside);
    }
    replaced
}
