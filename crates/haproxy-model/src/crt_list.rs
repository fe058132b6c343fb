//! A file that lists certificates, as `crt-list` of a listener names one.

mod entry;
mod filter;
mod parameter;

pub use entry::{CrtListEntry, CrtListError};
pub use filter::SniFilter;
pub use parameter::CrtListParameter;

use std::fmt;
use std::str::FromStr;

/// A line of a list of certificates.
///
/// ```
/// use haproxy_model::crt_list::CrtListLine;
///
/// let text = "site.pem [alpn h2,http/1.1] *.example.org !secret.example.org";
/// let line: CrtListLine = text.parse()?;
/// let entry = line.entry().unwrap();
/// assert_eq!(entry.parameters.len(), 1);
/// assert!(entry.filters[1].is_negative());
/// assert_eq!(line.to_string(), text);
/// # Ok::<(), haproxy_model::crt_list::CrtListError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum CrtListLine {
    /// Nothing.
    Blank,
    /// A line that starts with `#`, as it stands.
    Comment(Box<str>),
    /// A certificate.
    Entry(Box<CrtListEntry>),
}

impl CrtListLine {
    /// The certificate, where the line has one.
    pub fn entry(&self) -> Option<&CrtListEntry> {
        match self {
            Self::Entry(entry) => Some(entry),
            Self::Blank | Self::Comment(_) => None,
        }
    }
}

impl FromStr for CrtListLine {
    type Err = CrtListError;

    fn from_str(line: &str) -> Result<Self, CrtListError> {
        let line = line.trim_matches([' ', '\t', '\r', '\n']);
        if line.is_empty() {
            return Ok(Self::Blank);
        }
        if line.starts_with('#') {
            return Ok(Self::Comment(line.into()));
        }
        line.parse().map(Box::new).map(Self::Entry)
    }
}

impl fmt::Display for CrtListLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Comment(text) => formatter.write_str(text),
            Self::Entry(entry) => entry.fmt(formatter),
        }
    }
}
