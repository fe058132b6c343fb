use crate::language::Directive;
use crate::tls::TlsVersion;
use crate::value::{Choice, List, Text, Toggle};

/// How a listener's connections are encrypted.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum BindTlsParameter {
    /// Expects TLS.
    #[keyword("ssl", json = "ssl = true")]
    Ssl,
    /// Whether clients need a certificate; by default they are not asked for one.
    #[keyword("verify", json = "verify")]
    Verify(Choice<BindVerify>),
    /// The authorities that client certificates are verified with.
    #[keyword("ca-file", json = "ca_file @ssl-f-use | ssl_cafile")]
    CaFile(Text),
    /// Further authorities to verify with, whose names clients are not told.
    #[keyword("ca-verify-file", json = "ca_verify_file")]
    CaVerifyFile(Text),
    /// A list of revoked certificates.
    #[keyword("crl-file", json = "crl_file")]
    CrlFile(Text),
    /// The errors of authorities that do not end a handshake.
    #[keyword("ca-ignore-err", json = "ca_ignore_err")]
    CaIgnoreErrors(IgnoredErrors),
    /// The errors of client certificates that do not end a handshake.
    #[keyword("crt-ignore-err", json = "crt_ignore_err")]
    CertificateIgnoreErrors(IgnoredErrors),
    /// Tells clients no names of authorities.
    #[keyword("no-ca-names", json = "no_ca_names = true")]
    NoCaNames,
    /// The protocols that clients may choose by ALPN.
    #[keyword("alpn", json = "alpn")]
    Alpn(List<Text>),
    /// Offers no protocol by ALPN.
    #[keyword("no-alpn", json = "no_alpn = true", since = "2.8")]
    NoAlpn,
    /// The protocols that clients may choose by NPN, which ALPN replaced.
    #[keyword("npn", json = "npn")]
    Npn(List<Text>),
    /// Accepts early data, which an attacker can repeat.
    #[keyword("allow-0rtt", json = "allow_0rtt = true")]
    Allow0Rtt,
    /// The ciphers up to TLS 1.2, as OpenSSL writes them.
    #[keyword("ciphers", json = "ciphers")]
    Ciphers(Text),
    /// The ciphers of TLS 1.3.
    #[keyword("ciphersuites", json = "ciphersuites")]
    CipherSuites(List<Text, ':'>),
    /// Lets the client's order of ciphers count.
    #[keyword("prefer-client-ciphers", json = "prefer_client_ciphers = true")]
    PreferClientCiphers,
    /// The elliptic curves; `ecdhe` does not count then.
    #[keyword("curves", json = "curves")]
    Curves(List<Text, ':'>),
    /// The elliptic curve of key exchanges.
    #[keyword("ecdhe", json = "ecdhe")]
    Ecdhe(Text),
    /// The signature algorithms.
    #[keyword("sigalgs", json = "sigalgs", since = "2.8")]
    SignatureAlgorithms(List<Text, ':'>),
    /// The signature algorithms of client certificates.
    #[keyword("client-sigalgs", json = "client_sigalgs", since = "2.8")]
    ClientSignatureAlgorithms(List<Text, ':'>),
    /// The oldest version of TLS to accept; 1.2 by default.
    #[keyword("ssl-min-ver", json = "ssl_min_ver")]
    MinVersion(Choice<TlsVersion>),
    /// The newest version of TLS to accept.
    #[keyword("ssl-max-ver", json = "ssl_max_ver")]
    MaxVersion(Choice<TlsVersion>),
    /// Accepts SSL 3.0 only.
    #[keyword(
        "force-sslv3",
        json = "force_sslv3 = true",
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceSsl3,
    /// Accepts TLS 1.0 only.
    #[keyword(
        "force-tlsv10",
        json = "force_tlsv10 = true",
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceTls10,
    /// Accepts TLS 1.1 only.
    #[keyword(
        "force-tlsv11",
        json = "force_tlsv11 = true",
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceTls11,
    /// Accepts TLS 1.2 only.
    #[keyword(
        "force-tlsv12",
        json = "force_tlsv12 = true",
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceTls12,
    /// Accepts TLS 1.3 only.
    #[keyword(
        "force-tlsv13",
        json = "force_tlsv13 = true",
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    ForceTls13,
    /// Refuses SSL 3.0.
    #[keyword(
        "no-sslv3",
        json = "sslv3 = disabled | no_sslv3 = true",
        instead = "ssl-min-ver"
    )]
    NoSsl3,
    /// Refuses TLS 1.0.
    #[keyword(
        "no-tlsv10",
        json = "tlsv10 = disabled | no_tlsv10 = true",
        instead = "ssl-min-ver"
    )]
    NoTls10,
    /// Refuses TLS 1.1.
    #[keyword(
        "no-tlsv11",
        json = "tlsv11 = disabled | no_tlsv11 = true",
        instead = "ssl-min-ver"
    )]
    NoTls11,
    /// Refuses TLS 1.2.
    #[keyword(
        "no-tlsv12",
        json = "tlsv12 = disabled | no_tlsv12 = true",
        instead = "ssl-min-ver and ssl-max-ver"
    )]
    NoTls12,
    /// Refuses TLS 1.3.
    #[keyword(
        "no-tlsv13",
        json = "tlsv13 = disabled | no_tlsv13 = true",
        instead = "ssl-max-ver"
    )]
    NoTls13,
    /// Resumes sessions by tickets, whatever the defaults say.
    #[keyword("tls-tickets", json = "tls_tickets", since = "3.2")]
    Tickets,
    /// Resumes sessions without tickets.
    #[keyword(
        "no-tls-tickets",
        json = "tls_tickets = disabled | no_tls_tickets = true"
    )]
    NoTickets,
    /// A file of keys for tickets, one a line.
    #[keyword("tls-ticket-keys", json = "tls_ticket_keys")]
    TicketKeys(Text),
    /// Whether the kernel encrypts.
    #[keyword("ktls", json = "ktls", since = "3.4", experimental)]
    KernelTls(Toggle),
}

/// Numbers or names of OpenSSL's errors, or `all`.
pub type IgnoredErrors = List<Text>;

/// Whether clients need a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum BindVerify {
    /// They are not asked for one.
    #[keyword("none")]
    None,
    /// They are asked for one, and it must be valid where they have one.
    #[keyword("optional")]
    Optional,
    /// They need a valid one.
    #[keyword("required")]
    Required,
}
