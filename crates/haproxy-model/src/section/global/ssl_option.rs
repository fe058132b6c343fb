use crate::language::Directive;
use crate::tls::TlsVersion;
use crate::value::Choice;

/// A TLS option of every listener.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum SslDefaultBindOption {
    /// The lowest version.
    #[keyword("ssl-min-ver")]
    MinVersion(Choice<TlsVersion>),
    /// The highest version.
    #[keyword("ssl-max-ver")]
    MaxVersion(Choice<TlsVersion>),
    /// The client's preference among ciphers counts.
    #[keyword("prefer-client-ciphers")]
    PreferClientCiphers,
    /// Refuses clients that name no known host.
    #[keyword("strict-sni", since = "3.2")]
    StrictSni,
    /// Takes a default certificate for clients that name no known host.
    #[keyword("no-strict-sni", since = "3.2")]
    NoStrictSni,
    /// Gives sessions to clients in tickets.
    #[keyword("tls-tickets", since = "3.2")]
    TlsTickets,
    /// Gives no sessions to clients in tickets.
    #[keyword("no-tls-tickets")]
    NoTlsTickets,
    /// Versions to refuse, or the one to use.
    #[keyword(group)]
    Method(TlsMethod),
}

/// A TLS option towards every server.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum SslDefaultServerOption {
    /// The lowest version.
    #[keyword("ssl-min-ver")]
    MinVersion(Choice<TlsVersion>),
    /// The highest version.
    #[keyword("ssl-max-ver")]
    MaxVersion(Choice<TlsVersion>),
    /// Takes no sessions in tickets.
    #[keyword("no-tls-tickets")]
    NoTlsTickets,
    /// Versions to refuse, or the one to use.
    #[keyword(group)]
    Method(TlsMethod),
}

/// A version of SSL or TLS to refuse, or the only one to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum TlsMethod {
    /// Refuses SSL 3.0.
    #[keyword("no-sslv3")]
    NoSsl30,
    /// Refuses TLS 1.0.
    #[keyword("no-tlsv10")]
    NoTls10,
    /// Refuses TLS 1.1.
    #[keyword("no-tlsv11")]
    NoTls11,
    /// Refuses TLS 1.2.
    #[keyword("no-tlsv12")]
    NoTls12,
    /// Refuses TLS 1.3.
    #[keyword("no-tlsv13")]
    NoTls13,
    /// SSL 3.0 only.
    #[keyword("force-sslv3")]
    ForceSsl30,
    /// TLS 1.0 only.
    #[keyword("force-tlsv10")]
    ForceTls10,
    /// TLS 1.1 only.
    #[keyword("force-tlsv11")]
    ForceTls11,
    /// TLS 1.2 only.
    #[keyword("force-tlsv12")]
    ForceTls12,
    /// TLS 1.3 only.
    #[keyword("force-tlsv13")]
    ForceTls13,
}
