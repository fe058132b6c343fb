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
    #[keyword(
        "http-request",
        http,
        named_defaults,
        stage = "http-request",
        phase = Request,
        json = "http_request_rule_list[](type)",
        multiple = "http_requests"
    )]
    HttpRequest(Box<HttpRequestRule>),
    /// A rule for answers of HTTP.
    #[keyword(
        "http-response",
        http,
        named_defaults,
        stage = "http-response",
        phase = Response,
        json = "http_response_rule_list[](type)",
        multiple = "http_responses"
    )]
    HttpResponse(Box<HttpResponseRule>),
    /// A rule for all that is sent to clients, HAProxy's own answers included.
    #[keyword(
        "http-after-response",
        http,
        named_defaults,
        stage = "http-response",
        phase = Response,
        json = "http_after_response_rule_list[](type)",
        multiple = "http_after_responses"
    )]
    HttpAfterResponse(Box<HttpAfterResponseRule>),
    /// A condition with a name; several lines of one name are alternatives.
    #[keyword("acl", named_defaults, phase = Acl, json = "acl_list[](acl_name)", multiple = "acls")]
    Acl(AclDefinition),
    /// Sends requests to a backend.
    #[keyword(
        "use_backend",
        stage = "use-backend",
        phase = Switching,
        json = "backend_switching_rule_list[](name)",
        multiple = "use_backends",
        sections("frontend", "listen")
    )]
    UseBackend(UseBackend),
    /// Sends requests to a server, past the load balancing.
    #[keyword(
        "use-server",
        stage = "choose-server",
        phase = ServerSelection,
        json = "server_switching_rule_list[](target_server)",
        multiple = "use_servers",
        sections("listen", "backend")
    )]
    UseServer(UseServer),
    /// Answers requests with another address.
    #[keyword(
        "redirect", needs = "location|prefix|scheme",
        http,
        stage = "http-request",
        phase = Redirect,
        multiple = "redirects",
        sections("frontend", "listen", "backend")
    )]
    Redirect(Redirect),
    /// A rule for the first packet of a QUIC connection.
    #[keyword(
        "quic-initial", named_defaults, json = "quic_initial_rule_list[](type)",
        stage = "tcp-request-connection",
        phase = QuicInitial,
        since = "3.1",
        multiple = "quic_initials",
        sections("defaults", "frontend", "listen")
    )]
    QuicInitial(QuicInitialRule),
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                acl local src 10.0.0.0/8
                http-request deny deny_status 403 if !local
                http-response set-header X-A %[src]
                http-after-response del-header X-A
                use_backend app if local
                use-server s1 unless local
                redirect scheme https code 301 if !{ ssl_fc }
                quic-initial reject if local
                tcp-request inspect-delay 5s
                tcp-request content accept if local
                tcp-response content reject
                http-check expect status 200
                tcp-check connect port 80
                reqirep ^Host:\\␣(.*) Host:\\␣a if local
                block if local",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "http-request explode",
            "http-request <action>: unknown keyword 'explode'",
        )]);
    }
}
