use crate::language::Directive;
use crate::value::{Address, Text};

/// Where logs go.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LogTarget {
    /// Standard output.
    #[keyword("stdout")]
    Stdout,
    /// Standard error.
    #[keyword("stderr")]
    Stderr,
    /// A buffer in memory: a `ring` section, or `buf0`.
    #[keyword("ring@", prefix)]
    Ring(Text),
    /// A backend with `mode log`.
    #[keyword("backend@", prefix, since = "3.0")]
    Backend(Text),
    /// An address, a path, or an open file.
    #[keyword(value)]
    Address(Address),
}
