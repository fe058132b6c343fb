use crate::language::Directive;
use crate::section::global::Global;
use crate::server::{AddressFamily, ServerVerify};
use crate::value::{Choice, Duration, LeadingInteger, List, Text, Toggle};

/// The client that HAProxy's own requests go through, and names that it resolves.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum HttpClientKeyword {
    /// The `resolvers` section that the client asks.
    #[keyword(
        "httpclient.resolvers.id",
        json = "http_client_options.resolvers_id",
        since = "2.6"
    )]
    HttpclientResolversId(#[arg(refers = "resolvers")] Text),
    /// The family of addresses that the client prefers.
    #[keyword(
        "httpclient.resolvers.prefer",
        json = "http_client_options.resolvers_prefer",
        since = "2.6"
    )]
    HttpclientResolversPrefer(Choice<AddressFamily>),
    /// Whether the client resolves no names.
    #[keyword(
        "httpclient.resolvers.disabled",
        json = "http_client_options.resolvers_disabled: toggle",
        since = "2.8"
    )]
    HttpclientResolversDisabled(Toggle),
    /// How often the client tries again; 3 times by default.
    #[keyword(
        "httpclient.retries",
        json = "http_client_options.retries",
        since = "3.0"
    )]
    HttpclientRetries(LeadingInteger),
    /// How long the client waits for a connection; 5 seconds by default.
    #[keyword(
        "httpclient.timeout.connect",
        json = "http_client_options.timeout_connect: ms",
        since = "3.0"
    )]
    HttpclientTimeoutConnect(Duration),
    /// The authorities that the client trusts.
    #[keyword(
        "httpclient.ssl.ca-file",
        takes_nothing,
        json = "http_client_options.ssl_ca_file",
        since = "2.6"
    )]
    HttpclientSslCaFile(#[arg(file = "authorities")] Text),
    /// Whether the client verifies certificates.
    #[keyword(
        "httpclient.ssl.verify",
        json = "http_client_options.ssl_verify",
        since = "2.6"
    )]
    HttpclientSslVerify(Choice<ServerVerify>),
    /// The families of addresses that names are resolved to.
    #[keyword("dns-accept-family", json = "dns_accept_family: text", since = "3.2")]
    DnsAcceptFamily(List<DnsFamily>),
}

/// A family of addresses that names are resolved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum DnsFamily {
    /// IPv4.
    #[keyword("ipv4")]
    V4,
    /// IPv6.
    #[keyword("ipv6")]
    V6,
    /// IPv4, and IPv6 where the machine has a route for it.
    #[keyword("auto")]
    Auto,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                httpclient.resolvers.id default
                httpclient.resolvers.prefer ipv4
                httpclient.resolvers.disabled on
                httpclient.retries 3
                httpclient.timeout.connect 5s
                httpclient.ssl.ca-file @system-ca
                httpclient.ssl.verify required
                dns-accept-family ipv4,ipv6
                dns-accept-family auto",
        );
        statements_fail::<Global>(&[(
            "httpclient.ssl.verify optional",
            "httpclient.ssl.verify: unknown keyword 'optional', expected 'none' or 'required'",
        )]);
    }
}
