use crate::language::Directive;

use crate::value::{List, LogFormat, Text};

/// What a server is told of the client by the PROXY protocol.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ProxyProtocolParameter {
    /// Starts connections with a header of version 1.
    #[keyword("send-proxy", json = "send-proxy", runtime)]
    Send,
    /// Starts connections without a header, whatever the defaults say.
    #[keyword(
        "no-send-proxy",
        json = "send-proxy = disabled",
        negates = "send-proxy",
        runtime
    )]
    NoSend,
    /// Starts connections with a header of version 2.
    #[keyword("send-proxy-v2", json = "send-proxy-v2", runtime)]
    SendV2,
    /// Undoes `send-proxy-v2`.
    #[keyword(
        "no-send-proxy-v2",
        json = "send-proxy-v2 = disabled",
        negates = "send-proxy-v2",
        runtime
    )]
    NoSendV2,
    /// Version 2, with what is known of the client's TLS.
    #[keyword("send-proxy-v2-ssl", json = "send_proxy_v2_ssl", runtime)]
    SendV2Ssl,
    /// Undoes `send-proxy-v2-ssl`.
    #[keyword(
        "no-send-proxy-v2-ssl",
        json = "send_proxy_v2_ssl = disabled",
        negates = "send-proxy-v2-ssl"
    )]
    NoSendV2Ssl,
    /// Version 2, with the client's TLS and the common name of its certificate.
    #[keyword("send-proxy-v2-ssl-cn", json = "send_proxy_v2_ssl_cn", runtime)]
    SendV2SslCn,
    /// Undoes `send-proxy-v2-ssl-cn`.
    #[keyword(
        "no-send-proxy-v2-ssl-cn",
        json = "send_proxy_v2_ssl_cn = disabled",
        negates = "send-proxy-v2-ssl-cn"
    )]
    NoSendV2SslCn,
    /// What else a header of version 2 holds.
    #[keyword("proxy-v2-options", json = "proxy-v2-options: list", runtime)]
    Options(List<ProxyProtocolOption>),
    /// A value of one's own in a header of version 2; HAProxy takes an empty word for it as well.
    #[keyword(
        "set-proxy-v2-tlv-fmt",
        json = "set-proxy-v2-tlv-fmt(id, value)",
        stage = "server-connection",
        call,
        since = "3.0",
        runtime
    )]
    SetTlv(Option<TlvType>, Option<Box<LogFormat>>),
}

/// The number of a value in a PROXY protocol header, in decimal or, behind `0x`, hexadecimal.
pub type TlvType = Text;

/// A part of a PROXY protocol header of version 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum ProxyProtocolOption {
    /// What is known of the client's TLS.
    #[keyword("ssl")]
    Ssl,
    /// The common name of the client's certificate.
    #[keyword("cert-cn")]
    CertificateName,
    /// The cipher in use.
    #[keyword("ssl-cipher")]
    Cipher,
    /// The algorithm that signed the certificate.
    #[keyword("cert-sig")]
    CertificateSignature,
    /// The algorithm of the certificate's key.
    #[keyword("cert-key")]
    CertificateKey,
    /// The host name that the client asked for.
    #[keyword("authority")]
    Authority,
    /// A checksum of the header.
    #[keyword("crc32c")]
    Checksum,
    /// The identifier made by `unique-id-format`.
    #[keyword("unique-id")]
    UniqueId,
}
