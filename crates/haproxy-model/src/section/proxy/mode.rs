use crate::language::Directive;
use crate::value::Text;

/// What a proxy speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum Mode {
    /// Anything over TCP.
    #[keyword("tcp")]
    Tcp,
    /// HTTP.
    #[keyword("http")]
    Http,
    /// Log messages; of backends.
    #[keyword("log", since = "2.9")]
    Log,
    /// SPOP; of backends.
    #[keyword("spop", since = "3.1")]
    Spop,
    /// Answers requests by itself, to measure clients; of frontends.
    #[keyword("haterm", since = "3.4")]
    Haterm,
    /// Said `OK` and closed.
    #[keyword("health", removed = "2.3", instead = "http-request return status 200")]
    Health,
}

/// Where a server's state is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum LoadServerState {
    /// The file of the whole process.
    #[keyword("global")]
    Global,
    /// A file of the backend.
    #[keyword("local")]
    Local,
    /// Nowhere.
    #[keyword("none")]
    None,
}

/// A file with the states of servers.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum ServerStateFile {
    /// That named like the backend.
    #[keyword("use-backend-name")]
    BackendName,
    /// This one.
    #[keyword(value)]
    File(Text),
}
