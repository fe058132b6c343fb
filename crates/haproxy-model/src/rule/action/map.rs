use crate::language::Directive;
use crate::value::{LogFormat, Text};

/// What is done with the lists that ACLs and maps have loaded.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum MapAction {
    /// Removes a pattern from an ACL's list.
    #[keyword("del-acl", call)]
    DelAcl {
        /// The file that the list was loaded from.
        file: Text,
        /// The pattern.
        key: LogFormat,
    },
    /// Removes an entry from a map.
    #[keyword("del-map", call)]
    DelMap {
        /// The file that the map was loaded from.
        file: Text,
        /// The entry's key.
        key: LogFormat,
    },
    /// Sets an entry of a map.
    #[keyword("set-map", call)]
    SetMap {
        /// The file that the map was loaded from.
        file: Text,
        /// The entry's key.
        key: LogFormat,
        /// The entry's value.
        value: LogFormat,
    },
}

/// What is added to the lists that ACLs have loaded.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum AddAclAction {
    /// Adds a pattern to an ACL's list, unless it is there.
    #[keyword("add-acl", call)]
    AddAcl {
        /// The file that the list was loaded from.
        file: Text,
        /// The pattern.
        key: LogFormat,
    },
}
