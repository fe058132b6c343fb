use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::FileError;

/// Replaces a file's content at once: at every moment the path holds the old content or the new one.
///
/// Mode and owner stay, a symbolic link goes on pointing to its file, and the new content is on disk
/// when this returns. A file that does not exist is created.
///
/// # Errors
/// [`FileError::Replace`]; the file is then as it was.
pub fn replace_file(path: impl AsRef<Path>, content: &[u8]) -> Result<(), FileError> {
    let path = path.as_ref();
    replace(path, content).map_err(|source| FileError::Replace {
        path: path.to_owned(),
        source,
    })
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error),
    };
    let parent = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut file = tempfile::Builder::new()
        .prefix(".haproxy-kit-")
        .tempfile_in(parent)?;
    file.write_all(content)?;
    match fs::metadata(&target) {
        Ok(metadata) => take_over(file.as_file(), &metadata)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => make_readable(file.as_file())?,
        Err(error) => return Err(error),
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    // The new name is on disk only once the folder is.
    File::open(parent)?.sync_all()
}

/// Gives the file the owner and the mode of the one that it replaces.
#[cfg(unix)]
fn take_over(file: &File, replaced: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    let own = file.metadata()?;
    if (own.uid(), own.gid()) != (replaced.uid(), replaced.gid()) {
        fchown(file, Some(replaced.uid()), Some(replaced.gid()))?;
    }
    file.set_permissions(replaced.permissions())
}

#[cfg(not(unix))]
fn take_over(file: &File, replaced: &fs::Metadata) -> io::Result<()> {
    file.set_permissions(replaced.permissions())
}

/// A temporary file is private; a new configuration is readable as files usually are.
#[cfg(unix)]
fn make_readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;

    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_file: &File) -> io::Result<()> {
    Ok(())
}
