//! Reading what the command line names: files, folders, standard input.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use haproxy_config::{ConfigFile, ConfigFiles, Document, FileError, load_order};

use crate::error::CliError;

/// Whether this path stands for standard input.
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// How a file is called in messages.
pub(crate) fn display_name(path: &Path) -> String {
    if is_standard_input(path) {
        "<stdin>".to_owned()
    } else {
        path.display().to_string()
    }
}

/// Reads the files of these paths, in HAProxy's load order.
pub(crate) fn read_all(paths: &[PathBuf]) -> Result<ConfigFiles, CliError> {
    let mut files = Vec::new();
    let mut has_read_input = false;
    for path in paths {
        if is_standard_input(path) {
            if std::mem::replace(&mut has_read_input, true) {
                return Err(CliError::StandardInputTwice);
            }
            files.push(read_standard_input(path)?);
        } else {
            files.extend(ConfigFiles::read([path])?.files);
        }
    }
    Ok(ConfigFiles { files })
}

/// Reads the one file of this path.
pub(crate) fn read_one(path: &Path) -> Result<ConfigFile, CliError> {
    if is_standard_input(path) {
        return read_standard_input(path);
    }
    if path.is_dir() {
        let path = path.to_owned();
        return Err(CliError::Folder { path });
    }
    let files = load_order([path])?;
    let mut read = ConfigFiles::read(files)?.files.into_iter();
    let path = path.to_owned();
    read.next().ok_or(CliError::Folder { path })
}

/// The bytes of the file of this path.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    if is_standard_input(path) {
        return standard_input();
    }
    let path = path.to_owned();
    let read = std::fs::read(&path);
    read.map_err(|source| CliError::File(FileError::Read { path, source }))
}

fn read_standard_input(path: &Path) -> Result<ConfigFile, CliError> {
    Ok(ConfigFile {
        path: path.to_owned(),
        document: Document::parse(standard_input()?),
    })
}

fn standard_input() -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(CliError::StandardInput)?;
    Ok(bytes)
}
