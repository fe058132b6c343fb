use crate::language::Directive;
use crate::rule::{
    AclDefinition, HttpAfterResponseRule, HttpRequestRule, HttpResponseRule, QuicInitialRule,
    Redirect, UseBackend, UseServer,
};
use crate::section::{Backend, Defaults, Frontend, Listen};

/// What happens to connections, requests and answers.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum RuleKeyword {
    /// A rule for requests of HTTP.
    #[keyword("http-request", multiple = "http_requests")]
    HttpRequest(Box<HttpRequestRule>),
    /// A rule for answers of HTTP.
    #[keyword("http-response", multiple = "http_responses")]
    HttpResponse(Box<HttpResponseRule>),
    /// A rule for all that is sent to clients, HAProxy's own answers included.
    #[keyword("http-after-response", multiple = "http_after_responses")]
    HttpAfterResponse(Box<HttpAfterResponseRule>),
    /// A condition with a name; several lines of one name are alternatives.
    #[keyword("acl", multiple = "acls")]
    Acl(AclDefinition),
    /// Sends requests to a backend.
    #[keyword(
        "use_backend",
        multiple = "use_backends",
        sections("frontend", "listen")
    )]
    UseBackend(UseBackend),
    /// Sends requests to a server, past the load balancing.
    #[keyword("use-server", multiple = "use_servers", sections("listen", "backend"))]
    UseServer(UseServer),
    /// Answers requests with another address.
    #[keyword(
        "redirect",
        multiple = "redirects",
        sections("frontend", "listen", "backend")
    )]
    Redirect(Redirect),
    /// A rule for the first packet of a QUIC connection.
    #[keyword(
        "quic-initial",
        since = "3.1",
        multiple = "quic_initials",
        sections("defaults", "frontend", "listen")
    )]
    QuicInitial(QuicInitialRule),
}
