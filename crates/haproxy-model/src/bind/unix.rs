use crate::language::Directive;
use crate::value::{FileMode, LeadingInteger, Text};

/// Who owns the file of a Unix socket, and who may use it.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum UnixSocketParameter {
    /// The owner, by name.
    #[keyword("user")]
    User(Text),
    /// The owner, by number.
    #[keyword("uid")]
    Uid(LeadingInteger),
    /// The group, by name.
    #[keyword("group")]
    Group(Text),
    /// The group, by number.
    #[keyword("gid")]
    Gid(LeadingInteger),
    /// The permissions.
    #[keyword("mode")]
    Mode(FileMode),
}
