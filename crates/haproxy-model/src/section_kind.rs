//! The kinds of section, by the word that starts each.

use std::fmt;
use std::str::FromStr;

/// A kind of section of an HAProxy configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SectionKind {
    /// Settings of the whole process.
    Global,
    /// Settings that the proxies after it start from.
    Defaults,
    /// Accepts connections.
    Frontend,
    /// Servers that connections are sent to.
    Backend,
    /// A frontend and a backend in one.
    Listen,
    /// Processes that share tables.
    Peers,
    /// DNS servers.
    Resolvers,
    /// Mail servers for alerts.
    Mailers,
    /// Users, groups and their passwords.
    Userlist,
    /// An external process that the master runs.
    Program,
    /// Error pages under one name.
    HttpErrors,
    /// A buffer in memory for log messages.
    Ring,
    /// Receives log messages and forwards them.
    LogForward,
    /// What is logged at each step.
    LogProfile,
    /// A cache of HTTP responses.
    Cache,
    /// A `FastCGI` application.
    FcgiApp,
    /// Certificates and where they are.
    CrtStore,
    /// Traces for debugging.
    Traces,
    /// A certificate authority that issues certificates by ACME.
    Acme,
    /// A health check under a name of its own.
    Healthcheck,
    /// Network namespaces; obsolete.
    NamespaceList,
}

impl SectionKind {
    /// Every kind, in the order in which a file conventionally holds them.
    pub const ALL: [Self; 21] = [
        Self::Global,
        Self::Traces,
        Self::NamespaceList,
        Self::Userlist,
        Self::Program,
        Self::Ring,
        Self::LogProfile,
        Self::LogForward,
        Self::Mailers,
        Self::Resolvers,
        Self::Peers,
        Self::HttpErrors,
        Self::Cache,
        Self::FcgiApp,
        Self::CrtStore,
        Self::Acme,
        Self::Healthcheck,
        Self::Defaults,
        Self::Frontend,
        Self::Backend,
        Self::Listen,
    ];

    /// The word that starts a section of this kind.
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Defaults => "defaults",
            Self::Frontend => "frontend",
            Self::Backend => "backend",
            Self::Listen => "listen",
            Self::Peers => "peers",
            Self::Resolvers => "resolvers",
            Self::Mailers => "mailers",
            Self::Userlist => "userlist",
            Self::Program => "program",
            Self::HttpErrors => "http-errors",
            Self::Ring => "ring",
            Self::LogForward => "log-forward",
            Self::LogProfile => "log-profile",
            Self::Cache => "cache",
            Self::FcgiApp => "fcgi-app",
            Self::CrtStore => "crt-store",
            Self::Traces => "traces",
            Self::Acme => "acme",
            Self::Healthcheck => "healthcheck",
            Self::NamespaceList => "namespace_list",
        }
    }

    /// The kind that this word starts a section of.
    pub fn from_keyword(word: &[u8]) -> Option<Self> {
        Some(match word {
            b"global" => Self::Global,
            b"defaults" => Self::Defaults,
            b"frontend" => Self::Frontend,
            b"backend" => Self::Backend,
            b"listen" => Self::Listen,
            b"peers" => Self::Peers,
            b"resolvers" => Self::Resolvers,
            b"mailers" => Self::Mailers,
            b"userlist" => Self::Userlist,
            b"program" => Self::Program,
            b"http-errors" => Self::HttpErrors,
            b"ring" => Self::Ring,
            b"log-forward" => Self::LogForward,
            b"log-profile" => Self::LogProfile,
            b"cache" => Self::Cache,
            b"fcgi-app" => Self::FcgiApp,
            b"crt-store" => Self::CrtStore,
            b"traces" => Self::Traces,
            b"acme" => Self::Acme,
            b"healthcheck" => Self::Healthcheck,
            b"namespace_list" => Self::NamespaceList,
            _ => return None,
        })
    }

    /// Whether the section is a proxy: defaults, frontend, backend or listen.
    pub const fn is_proxy(self) -> bool {
        matches!(
            self,
            Self::Defaults | Self::Frontend | Self::Backend | Self::Listen
        )
    }
}

impl fmt::Display for SectionKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.keyword())
    }
}

/// No section starts with this word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{found}' is not a kind of section (known: {})", known())]
pub struct SectionKindError {
    /// The word as it stands.
    pub found: String,
}

fn known() -> String {
    SectionKind::ALL.map(SectionKind::keyword).join(", ")
}

impl FromStr for SectionKind {
    type Err = SectionKindError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::from_keyword(word.as_bytes()).ok_or_else(|| SectionKindError {
            found: word.to_owned(),
        })
    }
}
