//! Support for the tests that cross crates.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "support code of tests"
)]

pub mod cases;
pub mod certificate;
pub mod conformance;
pub mod corpus;
pub mod expressions;
pub mod generate;
pub mod haproxy;
pub mod mutation;
pub mod parallel;
pub mod reference;
pub mod speed;

use std::path::{Path, PathBuf};

/// The folder of the workspace.
///
/// # Panics
/// Never: this crate is a folder of the workspace.
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("this crate is a folder of the workspace")
}

/// The folder where cargo builds.
pub fn target_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    workspace().join(target)
}

/// The files of a folder of fixtures, in order.
///
/// # Panics
/// Where there are none.
pub fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = workspace().join("tests/fixtures").join(folder);
    let mut files = corpus::files_below(&folder);
    files.sort();
    assert!(!files.is_empty(), "no fixtures in {}", folder.display());
    files
}
