use crate::language::Directive;
use crate::section::global::{Global, SslDefaultBindOption, SslDefaultServerOption};
use crate::server::ServerVerify;
use crate::value::{Choice, List, Ranged, Scalar, Several, Text};

/// What TLS connections have in common.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum SslKeyword {
    /// The ciphers of listeners, up to TLSv1.2, in OpenSSL's form.
    #[keyword("ssl-default-bind-ciphers", json = "ssl_options.default_bind_ciphers")]
    SslDefaultBindCiphers(Text),
    /// The cipher suites of listeners for TLSv1.3.
    #[keyword(
        "ssl-default-bind-ciphersuites",
        json = "ssl_options.default_bind_ciphersuites: text"
    )]
    SslDefaultBindCiphersuites(List<Text, ':'>),
    /// The elliptic curves of listeners.
    #[keyword(
        "ssl-default-bind-curves",
        json = "ssl_options.default_bind_curves: text"
    )]
    SslDefaultBindCurves(List<Text, ':'>),
    /// The signature algorithms of listeners.
    #[keyword(
        "ssl-default-bind-sigalgs",
        json = "ssl_options.default_bind_sigalgs: text",
        since = "2.8"
    )]
    SslDefaultBindSigalgs(List<Text, ':'>),
    /// The signature algorithms that clients' certificates may use.
    #[keyword(
        "ssl-default-bind-client-sigalgs",
        json = "ssl_options.default_bind_client_sigalgs: text",
        since = "2.8"
    )]
    SslDefaultBindClientSigalgs(List<Text, ':'>),
    /// The TLS options of listeners.
    #[keyword(
        "ssl-default-bind-options",
        json = "ssl_options.default_bind_options: raw"
    )]
    SslDefaultBindOptions(Several<SslDefaultBindOption>),
    /// The ciphers towards servers, up to TLSv1.2, in OpenSSL's form.
    #[keyword(
        "ssl-default-server-ciphers",
        json = "ssl_options.default_server_ciphers"
    )]
    SslDefaultServerCiphers(Text),
    /// The cipher suites towards servers for TLSv1.3.
    #[keyword(
        "ssl-default-server-ciphersuites",
        json = "ssl_options.default_server_ciphersuites: text"
    )]
    SslDefaultServerCiphersuites(List<Text, ':'>),
    /// The elliptic curves towards servers.
    #[keyword(
        "ssl-default-server-curves",
        json = "ssl_options.default_server_curves: text",
        since = "3.0"
    )]
    SslDefaultServerCurves(List<Text, ':'>),
    /// The signature algorithms towards servers.
    #[keyword(
        "ssl-default-server-sigalgs",
        json = "ssl_options.default_server_sigalgs: text",
        since = "3.0"
    )]
    SslDefaultServerSigalgs(List<Text, ':'>),
    /// The signature algorithms of certificates shown to servers.
    #[keyword(
        "ssl-default-server-client-sigalgs",
        json = "ssl_options.default_server_client_sigalgs: text",
        since = "3.0"
    )]
    SslDefaultServerClientSigalgs(List<Text, ':'>),
    /// The TLS options towards servers.
    #[keyword(
        "ssl-default-server-options",
        json = "ssl_options.default_server_options: raw"
    )]
    SslDefaultServerOptions(Several<SslDefaultServerOption>),
    /// Whether servers' certificates are verified where a server says nothing.
    #[keyword("ssl-server-verify", json = "ssl_options.server_verify")]
    SslServerVerify(Choice<ServerVerify>),
    /// OpenSSL's security level.
    #[keyword(
        "ssl-security-level",
        ignores_rest,
        json = "ssl_options.security_level",
        since = "3.0"
    )]
    SslSecurityLevel(Scalar<Ranged<0, 5>>),
    /// An OpenSSL engine to use.
    #[keyword("ssl-engine", json = "ssl_options.engines[](name, algorithms)")]
    SslEngine(SslEngine),
    /// Lets engines work asynchronously.
    #[keyword("ssl-mode-async", ignores_rest, json = "ssl_options.mode_async")]
    SslModeAsync,
    /// An OpenSSL provider to load.
    #[keyword(
        "ssl-provider",
        ignores_rest,
        json = "ssl_options.provider",
        since = "2.6",
        multiple = "ssl_providers"
    )]
    SslProvider(Text),
    /// Where the providers named after this line are found.
    #[keyword(
        "ssl-provider-path",
        ignores_rest,
        json = "ssl_options.provider_path",
        since = "2.6"
    )]
    SslProviderPath(Text),
    /// Which properties OpenSSL looks for in an algorithm.
    #[keyword(
        "ssl-propquery",
        ignores_rest,
        json = "ssl_options.propquery",
        since = "2.6"
    )]
    SslPropquery(Text),
    /// The key algorithms with which JWT tokens may be encrypted, with colons between them.
    #[keyword("jwt.decrypt_alg_list", since = "3.4")]
    JwtDecryptAlgList(List<Text, ':'>),
    /// The content algorithms with which JWT tokens may be encrypted, with colons between them.
    #[keyword("jwt.decrypt_enc_list", since = "3.4")]
    JwtDecryptEncList(List<Text, ':'>),
}

/// An OpenSSL engine.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct SslEngine {
    /// Its name.
    pub name: Text,
    /// The algorithms it is used for, with commas between them; `ALL` for all.
    #[arg(keyword = "algo", name = "algorithms")]
    pub algorithms: Option<Text>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                ssl-default-bind-ciphers ECDHE+AESGCM:!aNULL
                ssl-default-bind-ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384
                ssl-default-bind-curves X25519:P-256
                ssl-default-bind-sigalgs ECDSA+SHA256
                ssl-default-bind-client-sigalgs ECDSA+SHA256:RSA+SHA256
                ssl-default-bind-options no-sslv3 no-tlsv10 no-tls-tickets ssl-min-ver TLSv1.2 prefer-client-ciphers
                ssl-default-server-ciphers HIGH
                ssl-default-server-ciphersuites TLS_AES_128_GCM_SHA256
                ssl-default-server-curves P-256
                ssl-default-server-sigalgs ECDSA+SHA256
                ssl-default-server-client-sigalgs ECDSA+SHA256
                ssl-default-server-options force-tlsv13 ssl-max-ver ${NEWEST}
                ssl-server-verify none
                ssl-security-level 2
                ssl-engine rdrand
                ssl-engine qat algo RSA,EC
                ssl-mode-async
                ssl-provider default
                ssl-provider-path /usr/lib/ossl
                ssl-propquery ?provider=foo
                jwt.decrypt_alg_list ALL:!ECDH-ES
                jwt.decrypt_enc_list A128GCM:A256GCM",
        );
        statements_fail::<Global>(&[
            (
                "ssl-security-level 6",
                "ssl-security-level <number>: expected a number from 0 to 5, found '6'",
            ),
            (
                "ssl-default-bind-options ssl-min-ver TLSv2",
                "ssl-min-ver: unknown keyword 'TLSv2', expected 'SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2' or 'TLSv1.3'",
            ),
        ]);
    }
}
