//! The tables of sample fetches, converters and ACL keywords.

mod dump;
mod history;
mod table;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

use dump::Dump;
use history::History;

/// Where HAProxy's listings are unless the caller says so.
pub(crate) fn default_dumps() -> PathBuf {
    crate::workspace().join("../shared/reference/keywords")
}

/// Every generated file with its text.
pub(crate) fn files(dumps: &Path) -> Result<Vec<(PathBuf, String)>, Box<dyn Error>> {
    let history = History {
        dumps: read_dumps(dumps)?,
        oldest_manual: read_manual(dumps, "2.4")?,
        oldest_dumped_manual: read_manual(dumps, "2.6")?,
    };
    let folder = crate::workspace().join("crates/haproxy-model/src/registry");
    Ok(vec![
        (folder.join("fetch_table.rs"), table::fetches(&history)?),
        (
            folder.join("converter_table.rs"),
            table::converters(&history)?,
        ),
        (folder.join("acl_table.rs"), table::acls(&history)?),
    ])
}

/// The listings `haproxy-V.txt`, oldest first.
fn read_dumps(folder: &Path) -> Result<Vec<Dump>, Box<dyn Error>> {
    let mut dumps = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let version = name
            .strip_prefix("haproxy-")
            .and_then(|name| name.strip_suffix(".txt"));
        if let Some(version) = version {
            dumps.push(Dump::read(version, &fs::read_to_string(&path)?)?);
        }
    }
    dumps.sort_by_key(|dump| dump.version);
    if dumps.is_empty() {
        return Err(format!("no haproxy-V.txt in {}", folder.display()).into());
    }
    Ok(dumps)
}

fn read_manual(dumps: &Path, version: &str) -> io::Result<String> {
    fs::read_to_string(dumps.join(format!("../docs/configuration-{version}.txt")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_fresh() {
        let dumps = default_dumps();
        if !dumps.exists() {
            return;
        }
        for (path, text) in files(&dumps).unwrap() {
            let committed = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                committed == text,
                "{} is stale: run `cargo xtask registry`",
                path.display()
            );
        }
    }
}
