use std::path::PathBuf;

/// A file to be written beside a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where the configuration looks for it.
    pub path: PathBuf,
    /// Who may do what with it, as the bits of a Unix mode.
    pub mode: u32,
    /// What is in it.
    pub content: Vec<u8>,
}
