use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::Choice;

/// An option of how HTTP is handled.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum HttpOption {
    /// Accepts requests that break the rules of HTTP.
    #[keyword(
        "option accept-invalid-http-request",
        json = "accept_invalid_http_request",
        no,
        default,
        deprecated = "3.1",
        instead = "option accept-unsafe-violations-in-http-request",
        renamed,
        sections("defaults", "frontend", "listen")
    )]
    AcceptInvalidHttpRequest,
    /// Accepts answers that break the rules of HTTP.
    #[keyword(
        "option accept-invalid-http-response",
        json = "accept_invalid_http_response",
        no,
        default,
        deprecated = "3.1",
        instead = "option accept-unsafe-violations-in-http-response",
        renamed,
        sections("defaults", "listen", "backend")
    )]
    AcceptInvalidHttpResponse,
    /// Accepts requests that break the rules of HTTP, at the risk of attacks.
    #[keyword(
        "option accept-unsafe-violations-in-http-request",
        json = "accept_unsafe_violations_in_http_request",
        no,
        default,
        since = "3.1",
        sections("defaults", "frontend", "listen")
    )]
    AcceptUnsafeViolationsInHttpRequest,
    /// Accepts answers that break the rules of HTTP, at the risk of attacks.
    #[keyword(
        "option accept-unsafe-violations-in-http-response",
        json = "accept_unsafe_violations_in_http_response",
        no,
        default,
        since = "3.1",
        sections("defaults", "listen", "backend")
    )]
    AcceptUnsafeViolationsInHttpResponse,
    /// Does not turn HTTP/1 into HTTP/2 where a client asks for it.
    #[keyword(
        "option disable-h2-upgrade",
        json = "disable_h2_upgrade",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    DisableH2Upgrade,
    /// Writes header names to clients in the case that `h1-case-adjust` says.
    #[keyword(
        "option h1-case-adjust-bogus-client",
        json = "h1_case_adjust_bogus_client",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    H1CaseAdjustBogusClient,
    /// Writes header names to servers in the case that `h1-case-adjust` says.
    #[keyword(
        "option h1-case-adjust-bogus-server",
        json = "h1_case_adjust_bogus_server",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    H1CaseAdjustBogusServer,
    /// Waits for the body of a request, or a buffer full of it.
    #[keyword(
        "option http-buffer-request",
        json = "http-buffer-request",
        no,
        default
    )]
    HttpBufferRequest,
    /// Does not pass on what follows the body of a request.
    #[keyword(
        "option http-drop-request-trailers",
        json = "http-drop-request-trailers",
        no,
        default,
        since = "3.2",
        sections("defaults", "listen", "backend")
    )]
    HttpDropRequestTrailers,
    /// Does not pass on what follows the body of an answer.
    #[keyword(
        "option http-drop-response-trailers",
        json = "http-drop-response-trailers",
        no,
        default,
        since = "3.2",
        sections("defaults", "frontend", "listen")
    )]
    HttpDropResponseTrailers,
    /// Neither logs nor counts connections that a browser opened in advance.
    #[keyword(
        "option http-ignore-probes",
        json = "http_ignore_probes",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    HttpIgnoreProbes,
    /// Keeps connections on both sides; what holds where no line says otherwise.
    #[keyword(
        "option http-keep-alive",
        ordered = "connection mode",
        json = "http_connection_mode = http-keep-alive",
        no,
        default
    )]
    HttpKeepAlive,
    /// Forwards every piece of data at once.
    #[keyword(
        "option http-no-delay",
        json = "http-no-delay @backend | http_no_delay",
        no,
        default
    )]
    HttpNoDelay,
    /// Asks servers to keep a connection that will be closed.
    #[keyword(
        "option http-pretend-keepalive",
        json = "http_pretend_keepalive",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    HttpPretendKeepalive,
    /// What is done with requests whose header names have unusual characters.
    #[keyword(
        "option http-restrict-req-hdr-names",
        json = "http_restrict_req_hdr_names",
        since = "2.6"
    )]
    HttpRestrictReqHdrNames(Choice<HeaderNamePolicy>),
    /// Closes the server's side after each answer and keeps the client's.
    #[keyword(
        "option http-server-close",
        ordered = "connection mode",
        json = "http_connection_mode = http-server-close",
        no,
        default
    )]
    HttpServerClose,
    /// Looks at `Proxy-Connection` in place of `Connection`.
    #[keyword(
        "option http-use-proxy-header",
        json = "http_use_proxy_header",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    HttpUseProxyHeader,
    /// Closes both sides after each answer.
    #[keyword(
        "option httpclose",
        ordered = "connection mode",
        json = "http_connection_mode = httpclose",
        no,
        default
    )]
    Httpclose,
    /// Closes a kept connection when HAProxy stops only after its next answer.
    #[keyword(
        "option idle-close-on-response",
        json = "idle_close_on_response",
        no,
        default,
        since = "2.6",
        sections("defaults", "frontend", "listen")
    )]
    IdleCloseOnResponse,
    /// Closed both sides after each answer, whatever either said.
    #[keyword(
        "option forceclose",
        no,
        default,
        removed = "2.0",
        instead = "option httpclose",
        renamed
    )]
    Forceclose,
    /// Passed on all that follows a first request unseen.
    #[keyword(
        "option http-tunnel",
        ordered = "connection mode",
        no,
        default,
        removed = "2.1"
    )]
    HttpTunnel,
    /// Used the internal form of HTTP that all versions use by now.
    #[keyword("option http-use-htx", no, default, removed = "2.2")]
    HttpUseHtx,
    /// Took the server's address from the request's URI.
    #[keyword(
        "option http_proxy",
        no,
        default,
        removed = "2.5",
        instead = "http-request set-dst"
    )]
    HttpProxy,
}

/// What is done with header names that have characters other than letters, digits and `-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum HeaderNamePolicy {
    /// They stay.
    #[keyword("preserve")]
    Preserve,
    /// The header is removed.
    #[keyword("delete")]
    Delete,
    /// The request is refused.
    #[keyword("reject")]
    Reject,
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                option http-server-close
                no option http-keep-alive
                option http-restrict-req-hdr-names delete
                option forceclose
                no option http-use-htx",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "option http-restrict-req-hdr-names drop",
            "option http-restrict-req-hdr-names: unknown keyword 'drop', expected 'preserve', 'delete' or 'reject'",
        )]);
    }
}
