use crate::language::Directive;
use crate::section::proxy::{
    ForwardedParameter, ForwardforParameter, LogStyle, OriginaltoParameter, SmallBuffers,
};
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::LeadingInteger;

/// An option with arguments.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum DetailOption {
    /// Adds the client's address to requests, as `X-Forwarded-For`.
    #[keyword("option forwardfor", http, json = "forwardfor{enabled=enabled}(_)")]
    Forwardfor(Vec<ForwardforParameter>),
    /// Adds a `Forwarded` header to requests.
    #[keyword(
        "option forwarded",
        http,
        no,
        default,
        since = "2.8",
        sections("defaults", "listen", "backend")
    )]
    Forwarded(Vec<ForwardedParameter>),
    /// Adds the address that the client connected to, as `X-Original-To`.
    #[keyword("option originalto", http, json = "originalto{enabled=enabled}(_)")]
    Originalto(Vec<OriginaltoParameter>),
    /// Logs requests in detail.
    #[keyword(
        "option httplog",
        http,
        json = "httplog = true () | clflog = true (+)",
        ordered = "log-format",
        sections("defaults", "frontend", "listen")
    )]
    Httplog(LogStyle),
    /// Logs requests and their TLS in detail.
    #[keyword(
        "option httpslog",
        ignores_rest,
        http,
        ordered = "log-format",
        json = "httpslog",
        since = "2.5",
        sections("defaults", "frontend", "listen")
    )]
    Httpslog,
    /// Logs connections in detail.
    #[keyword(
        "option tcplog",
        json = "tcplog = true ()",
        ordered = "log-format",
        sections("defaults", "frontend", "listen")
    )]
    Tcplog(LogStyle),
    /// Lets another server be tried when one cannot be reached.
    #[keyword(
        "option redispatch",
        ignores_rest,
        json = "redispatch{enabled=enabled}(interval)",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    Redispatch(Option<LeadingInteger>),
    /// Uses small buffers where they are enough.
    #[keyword(
        "option use-small-buffers",
        json = "use_small_buffers{enabled=enabled}(_)",
        no,
        default,
        since = "3.4",
        sections("defaults", "listen", "backend")
    )]
    UseSmallBuffers(Vec<SmallBuffers>),
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                option forwardfor
                option forwardfor header X-Client except 10.0.0.0/8 if-none
                option originalto except 10.0.0.1 header X-To
                option forwarded
                option forwarded proto host by by_port for for_port
                option forwarded host-expr req.hdr(host),lower by-expr dst by_port-expr dst_port for-expr src for_port-expr src_port
                no option forwarded
                option httplog
                option httplog clf
                option httpslog
                option tcplog clf
                option redispatch
                option redispatch -1
                no option redispatch
                option use-small-buffers queue l7-retries check",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "option forwardfor header",
            "header <text>: expected a word, found the end of the line",
        )]);
    }
}
