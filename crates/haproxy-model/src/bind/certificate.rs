use crate::language::Directive;
use crate::value::{Text, Toggle};

/// The certificates that a listener shows, and those it makes.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum BindCertificateParameter {
    /// A certificate with its key, or a directory of them; `@store/name` for one of a `crt-store`.
    #[keyword("crt", json = "ssl_certificate")]
    Certificate(#[arg(refers = "crt-store")] Text),
    /// A certificate as with `crt`, shown also where no other fits the name asked for.
    #[keyword("default-crt", json = "default_crt_list[]", since = "3.0")]
    DefaultCertificate(#[arg(refers = "crt-store")] Text),
    /// A file that lists certificates with parameters and host names.
    #[keyword("crt-list", json = "crt_list")]
    CertificateList(Text),
    /// Keeps answers of OCSP current.
    #[keyword(
        "ocsp-update",
        since = "2.8",
        removed = "3.0",
        instead = "a crt-store or a crt-list"
    )]
    OcspUpdate(Toggle),
    /// Makes certificates for the names that are asked for.
    #[keyword("generate-certificates", json = "generate_certificates = true")]
    GenerateCertificates,
    /// The authority, with its key, that signs certificates made on the fly.
    #[keyword("ca-sign-file", json = "ca_sign_file")]
    CaSignFile(Text),
    /// The password of that authority's key.
    #[keyword("ca-sign-pass", json = "ca_sign_pass")]
    CaSignPassword(Text),
    /// Refuses names that no certificate has.
    #[keyword("strict-sni", json = "force_strict_sni | strict_sni = true")]
    StrictSni,
    /// Shows a default certificate for names that no certificate has.
    #[keyword(
        "no-strict-sni",
        json = "force_strict_sni = disabled | no_strict_sni = true",
        since = "3.2"
    )]
    NoStrictSni,
    /// A directory of keys for Encrypted Client Hello.
    #[keyword("ech", since = "3.4", experimental)]
    EncryptedClientHello(Text),
}
