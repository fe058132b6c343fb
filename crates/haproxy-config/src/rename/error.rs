use haproxy_model::section_kind::SectionKind;

/// A rename that cannot be done; nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RenameError {
    /// There is no such section.
    #[error("no section '{kind} {name}'")]
    NoSuchSection {
        /// The kind of section.
        kind: SectionKind,
        /// Its name.
        name: String,
    },
    /// No backend or listen section has this name.
    #[error("no backend or listen section '{name}'")]
    NoSuchProxy {
        /// The name.
        name: String,
    },
    /// The section has no such server.
    #[error("'{proxy}' has no server '{name}'")]
    NoSuchServer {
        /// The proxy's name.
        proxy: String,
        /// The server's name.
        name: String,
    },
    /// The section has no such ACL.
    #[error("'{kind} {section}' has no ACL '{name}'")]
    NoSuchAcl {
        /// The kind of section.
        kind: SectionKind,
        /// Its name.
        section: String,
        /// The ACL's name.
        name: String,
    },
    /// Something else has the new name already.
    #[error("the name '{name}' is taken already, at line {line}")]
    Taken {
        /// The new name.
        name: String,
        /// The index of the file that holds what has it.
        file: usize,
        /// The number of the line in that file.
        line: usize,
    },
    /// HAProxy would not take this for a name.
    #[error("'{name}' cannot be the name: letters, digits, '-', '_', '.' and ':' can")]
    InvalidName {
        /// The new name.
        name: String,
    },
}
