use serde::{Deserialize, Serialize};

/// A service as a unit or the charm's option `services` says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// The name, by which services of several units are joined.
    pub name: String,
    /// The address of the proxy on which it is served; every one where none is given.
    pub host: Option<String>,
    /// The port of the proxy; one is chosen where none is given.
    pub port: Option<u16>,
    /// Lines of configuration, for the frontend or the backend as their keywords demand.
    pub options: Vec<String>,
    /// Parameters of the servers that units without services of their own become.
    pub server_options: Vec<String>,
    /// The servers.
    pub servers: Vec<ServiceServer>,
    /// Further backends, for the `use_backend` lines among the options.
    pub backends: Vec<ExtraBackend>,
    /// Pages to answer errors with.
    pub error_files: Vec<ErrorFile>,
    /// The certificates with which TLS ends at the proxy; no TLS where there are none.
    pub certificates: Vec<Certificate>,
}

/// A server of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceServer {
    /// The name, which may hold `{i}` for the server's index.
    pub name: String,
    /// The address or host name.
    pub host: String,
    /// The port.
    pub port: u16,
    /// The parameters behind, in which `{i}` is the server's index.
    pub options: Vec<String>,
}

/// A backend beside that of the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraBackend {
    /// The name.
    pub name: String,
    /// The servers.
    pub servers: Vec<ServiceServer>,
}

/// A page to answer an error with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorFile {
    /// The status that it is for.
    pub status: u16,
    /// The whole answer, with its headers.
    pub content: Vec<u8>,
}

/// A certificate for clients.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certificate {
    /// `DEFAULT`: the charm's own.
    Default,
    /// `EXTERNAL`: a file that others put where an inline certificate would be.
    External,
    /// The path of a directory or file that is there.
    Path(String),
    /// The certificate and its key, as PEM.
    Inline(Vec<u8>),
}
