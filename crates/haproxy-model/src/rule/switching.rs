use crate::language::Directive;
use crate::value::{Condition, LogFormat};

/// Sends requests to a backend.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct UseBackend {
    /// The backend; it may be computed from the request.
    #[arg(refers = "backend", stage = "target-name")]
    pub backend: LogFormat,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// Sends requests to a server of the section, past the load balancing.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct UseServer {
    /// The server; it may be computed from the request.
    #[arg(refers = "server", stage = "target-name")]
    pub server: LogFormat,
    /// When the rule applies.
    pub condition: Condition,
}
