use std::fmt;
use std::ops::Range;

use crate::section_kind::SectionKind;

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// An ACL of the section or of the defaults that it starts from.
    Acl,
    /// An `acme` section.
    Acme,
    /// A proxy that has servers: `backend` or `listen`.
    Backend,
    /// A `cache` section.
    Cache,
    /// A `crt-store` section.
    CrtStore,
    /// A named `defaults` section.
    Defaults,
    /// An `fcgi-app` section.
    FcgiApp,
    /// A filter of the section that has a name.
    Filter,
    /// A proxy that accepts connections: `frontend` or `listen`.
    Frontend,
    /// A `healthcheck` section.
    Healthcheck,
    /// An `http-errors` section.
    HttpErrors,
    /// A `log-profile` section.
    LogProfile,
    /// A `mailers` section.
    Mailers,
    /// A `peers` section.
    Peers,
    /// A `resolvers` section.
    Resolvers,
    /// A `ring` section.
    Ring,
    /// A server, or the servers of a template.
    Server,
    /// A proxy that has a table.
    Table,
    /// A `userlist` section.
    Userlist,
}

impl NameKind {
    /// The kinds of section whose names these are; none for what stands in a section.
    pub const fn sections(self) -> &'static [SectionKind] {
        match self {
            Self::Acl | Self::Filter | Self::Server => &[],
            Self::Acme => &[SectionKind::Acme],
            Self::Backend => &[SectionKind::Backend, SectionKind::Listen],
            Self::Cache => &[SectionKind::Cache],
            Self::CrtStore => &[SectionKind::CrtStore],
            Self::Defaults => &[SectionKind::Defaults],
            Self::FcgiApp => &[SectionKind::FcgiApp],
            Self::Frontend => &[SectionKind::Frontend, SectionKind::Listen],
            Self::Healthcheck => &[SectionKind::Healthcheck],
            Self::HttpErrors => &[SectionKind::HttpErrors],
            Self::LogProfile => &[SectionKind::LogProfile],
            Self::Mailers => &[SectionKind::Mailers],
            Self::Peers => &[SectionKind::Peers],
            Self::Resolvers => &[SectionKind::Resolvers],
            Self::Ring => &[SectionKind::Ring],
            Self::Table => &[
                SectionKind::Backend,
                SectionKind::Frontend,
                SectionKind::Listen,
            ],
            Self::Userlist => &[SectionKind::Userlist],
        }
    }

    /// The word for it: `backend`, `acl`, `server`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acl => "acl",
            Self::Acme => "acme",
            Self::Backend => "backend",
            Self::Cache => "cache",
            Self::CrtStore => "crt-store",
            Self::Defaults => "defaults",
            Self::FcgiApp => "fcgi-app",
            Self::Filter => "filter",
            Self::Frontend => "frontend",
            Self::Healthcheck => "healthcheck",
            Self::HttpErrors => "http-errors",
            Self::LogProfile => "log-profile",
            Self::Mailers => "mailers",
            Self::Peers => "peers",
            Self::Resolvers => "resolvers",
            Self::Ring => "ring",
            Self::Server => "server",
            Self::Table => "table",
            Self::Userlist => "userlist",
        }
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// What a statement does with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Gives something this name.
    Defines,
    /// Uses what has this name.
    Refers,
}

/// A name in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it is the name of.
    pub kind: NameKind,
    /// Whether it is defined or used.
    pub role: Role,
    /// The index of the word that holds it, counted from 0.
    pub word: usize,
    /// Its bytes in that word, as the model reads it.
    pub range: Range<usize>,
    /// The name.
    pub name: String,
    /// The proxy in front of a server's name and its `/`; `None` is the statement's own proxy.
    pub proxy: Option<String>,
    /// What it names is known only when HAProxy runs, or depends on the environment.
    pub dynamic: bool,
}
