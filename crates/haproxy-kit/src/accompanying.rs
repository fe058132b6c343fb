//! Files that go with a configuration.

use std::fs;
use std::path::{Path, PathBuf};

use haproxy_config::replace_file;
use haproxy_route::File;

use crate::error::CliError;
use crate::report;

/// Where a file stands below a folder that stands for the root.
pub(crate) fn below(root: &Path, path: &Path) -> PathBuf {
    let parts = path.components();
    let names = parts.filter(|part| matches!(part, std::path::Component::Normal(_)));
    names.fold(root.to_owned(), |path, name| path.join(name))
}

/// Writes files below a folder, or tells them on standard error where there is none.
pub(crate) fn write(files: &[File], root: Option<&Path>) -> Result<(), CliError> {
    for file in files {
        let Some(root) = root else {
            let (path, mode, length) = (file.path.display(), file.mode, file.content.len());
            report::note(&format!(
                "needs the file {path}, mode {mode:o}, {length} bytes"
            ));
            continue;
        };
        let path = below(root, &file.path);
        let failed = |source| CliError::WriteFile {
            path: path.clone(),
            source,
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        replace_file(&path, &file.content)?;
        set_mode(&path, file.mode).map_err(failed)?;
    }
    Ok(())
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn set_mode(_path: &Path, _mode: u32) -> std::io::Result<()> {
    Ok(())
}
