use crate::language::Directive;

use crate::tls::TlsVersion;
use crate::value::{Choice, Expression, List, Text, Toggle};

/// How connections to a server are encrypted.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ServerTlsParameter {
    /// Encrypts connections.
    #[keyword("ssl", json = "ssl", runtime)]
    Ssl,
    /// Leaves connections unencrypted, whatever the defaults say.
    #[keyword("no-ssl", json = "ssl = disabled", negates = "ssl")]
    NoSsl,
    /// Whether the server's certificate is verified; required by default.
    #[keyword("verify", json = "verify", runtime)]
    Verify(Choice<ServerVerify>),
    /// The name that the certificate must have where no SNI is sent.
    #[keyword("verifyhost", json = "verifyhost", runtime)]
    VerifyHost(Text),
    /// Undoes `verifyhost`; in the manual, though the versions tried refuse it.
    #[keyword("no-verifyhost", json = "no_verifyhost", removed = "2.6")]
    NoVerifyHost,
    /// The certificates to verify with: a file, a directory, or `@system-ca`.
    #[keyword("ca-file", json = "ssl_cafile", runtime)]
    CaFile(#[arg(file = "authorities")] Text),
    /// A list of revoked certificates.
    #[keyword("crl-file", json = "crl_file", runtime)]
    CrlFile(#[arg(file = "revocations")] Text),
    /// The certificate, with its key, to show to the server.
    #[keyword("crt", json = "ssl_certificate", runtime)]
    Certificate(#[arg(refers = "crt-store", file = "certificate")] Text),
    /// The host name to send.
    #[keyword("sni", stage = "server-connection", json = "sni: raw", runtime)]
    Sni(Expression),
    /// Sends the host of the request where `sni` gives none; the default.
    #[keyword("sni-auto", json = "sni_auto", negates = "no-sni-auto", since = "3.4")]
    SniAuto,
    /// Sends a host name only where `sni` gives one.
    #[keyword("no-sni-auto", json = "sni_auto = disabled", since = "3.4")]
    NoSniAuto,
    /// The protocols to offer by ALPN.
    #[keyword("alpn", json = "alpn", runtime)]
    Alpn(List<Text>),
    /// The protocols to offer by NPN, which ALPN replaced.
    #[keyword("npn", json = "npn", runtime)]
    Npn(List<Text>),
    /// Sends early data where the client did.
    #[keyword("allow-0rtt", json = "allow_0rtt = true", runtime)]
    Allow0Rtt,
    /// The ciphers up to TLS 1.2, as OpenSSL writes them.
    #[keyword("ciphers", json = "ciphers", runtime)]
    Ciphers(Text),
    /// The ciphers of TLS 1.3.
    #[keyword("ciphersuites", json = "ciphersuites", runtime)]
    CipherSuites(List<Text, ':'>),
    /// The elliptic curves.
    #[keyword("curves", json = "curves", since = "3.0", runtime)]
    Curves(List<Text, ':'>),
    /// The signature algorithms.
    #[keyword("sigalgs", json = "sigalgs", since = "3.0", runtime)]
    SignatureAlgorithms(List<Text, ':'>),
    /// The signature algorithms of client certificates.
    #[keyword("client-sigalgs", json = "client_sigalgs", since = "3.0", runtime)]
    ClientSignatureAlgorithms(List<Text, ':'>),
    /// The oldest version of TLS to use.
    #[keyword("ssl-min-ver", json = "ssl_min_ver", runtime)]
    MinVersion(Choice<TlsVersion>),
    /// The newest version of TLS to use.
    #[keyword("ssl-max-ver", json = "ssl_max_ver", runtime)]
    MaxVersion(Choice<TlsVersion>),
    /// Uses SSL 3.0 only.
    #[keyword(
        "force-sslv3",
        json = "force_sslv3",
        runtime,
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceSsl3,
    /// Uses TLS 1.0 only.
    #[keyword(
        "force-tlsv10",
        json = "force_tlsv10",
        runtime,
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceTls10,
    /// Uses TLS 1.1 only.
    #[keyword(
        "force-tlsv11",
        json = "force_tlsv11",
        runtime,
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceTls11,
    /// Uses TLS 1.2 only.
    #[keyword(
        "force-tlsv12",
        json = "force_tlsv12",
        runtime,
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceTls12,
    /// Uses TLS 1.3 only.
    #[keyword(
        "force-tlsv13",
        json = "force_tlsv13",
        runtime,
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceTls13,
    /// Does not use SSL 3.0.
    #[keyword(
        "no-sslv3",
        json = "sslv3 = disabled | no_sslv3",
        runtime,
        not_in_default_server,
        instead = "ssl-min-ver"
    )]
    NoSsl3,
    /// Does not use TLS 1.0.
    #[keyword(
        "no-tlsv10",
        json = "tlsv10 = disabled | no_tlsv10",
        runtime,
        not_in_default_server,
        instead = "ssl-min-ver"
    )]
    NoTls10,
    /// Does not use TLS 1.1.
    #[keyword(
        "no-tlsv11",
        json = "tlsv11 = disabled | no_tlsv11",
        runtime,
        not_in_default_server,
        instead = "ssl-min-ver"
    )]
    NoTls11,
    /// Does not use TLS 1.2.
    #[keyword(
        "no-tlsv12",
        json = "tlsv12 = disabled | no_tlsv12",
        runtime,
        not_in_default_server,
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    NoTls12,
    /// Does not use TLS 1.3.
    #[keyword(
        "no-tlsv13",
        json = "tlsv13 = disabled | no_tlsv13",
        runtime,
        not_in_default_server,
        instead = "ssl-max-ver"
    )]
    NoTls13,
    /// Resumes TLS sessions, whatever the defaults say.
    #[keyword("ssl-reuse", json = "ssl_reuse", negates = "no-ssl-reuse")]
    SessionReuse,
    /// Starts every connection with a full handshake.
    #[keyword("no-ssl-reuse", json = "ssl_reuse = disabled", runtime)]
    NoSessionReuse,
    /// Resumes sessions by tickets, whatever the defaults say.
    #[keyword(
        "tls-tickets",
        json = "tls_tickets",
        negates = "no-tls-tickets",
        runtime
    )]
    Tickets,
    /// Resumes sessions without tickets.
    #[keyword("no-tls-tickets", json = "tls_tickets = disabled", runtime)]
    NoTickets,
    /// Lets the server renegotiate in a secure way.
    #[keyword("renegotiate", json = "renegotiate", since = "3.4")]
    Renegotiate,
    /// Does not let the server renegotiate.
    #[keyword("no-renegotiate", json = "renegotiate = disabled", since = "3.4")]
    NoRenegotiate,
    /// Whether the kernel encrypts.
    #[keyword("ktls", json = "ktls", since = "3.4", experimental)]
    KernelTls(Toggle),
}

/// Whether a server's certificate is verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum ServerVerify {
    /// It is not.
    #[keyword("none")]
    None,
    /// It is, and the connection fails where it is not valid.
    #[keyword("required")]
    Required,
}
