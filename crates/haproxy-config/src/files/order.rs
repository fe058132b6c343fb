use std::path::{Path, PathBuf};

use super::FileError;

/// The files that HAProxy loads for these paths, in its order: a file is itself, a folder is its
/// `*.cfg` files by name, hidden ones left out.
///
/// # Errors
/// [`FileError::Read`] for a path that does not exist, [`FileError::NoFiles`] for a folder without
/// configuration.
pub fn load_order<P: AsRef<Path>>(
    paths: impl IntoIterator<Item = P>,
) -> Result<Vec<PathBuf>, FileError> {
    let mut order = Vec::new();
    for path in paths {
        let path = path.as_ref();
        let metadata = std::fs::metadata(path).map_err(|source| read_error(path, source))?;
        if metadata.is_dir() {
            order.extend(folder(path)?);
        } else {
            order.push(path.to_owned());
        }
    }
    Ok(order)
}

fn folder(path: &Path) -> Result<Vec<PathBuf>, FileError> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path).map_err(|source| read_error(path, source))? {
        let entry = entry.map_err(|source| read_error(path, source))?;
        let name = entry.file_name();
        let bytes = name.as_encoded_bytes();
        let is_config = bytes.ends_with(b".cfg") && !bytes.starts_with(b".");
        if is_config && std::fs::metadata(entry.path()).is_ok_and(|metadata| metadata.is_file()) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(FileError::NoFiles {
            path: path.to_owned(),
        });
    }
    names.sort();
    Ok(names.into_iter().map(|name| path.join(name)).collect())
}

fn read_error(path: &Path, source: std::io::Error) -> FileError {
    FileError::Read {
        path: path.to_owned(),
        source,
    }
}
