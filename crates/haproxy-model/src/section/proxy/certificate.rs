use crate::bind::BindTlsParameter;
use crate::language::Directive;
use crate::value::{List, Text, Toggle};

/// A certificate that all listeners of a frontend show where they do TLS.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct FrontendCertificate {
    /// The certificate and how it is used, in any order.
    pub parameters: Vec<FrontendCertificateParameter>,
}

/// A part of a frontend's certificate, or how it is used.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum FrontendCertificateParameter {
    /// The certificate.
    #[keyword("crt")]
    Crt(Text),
    /// Its private key, where it is not in the certificate's file.
    #[keyword("key")]
    Key(Text),
    /// What its authority last said of it.
    #[keyword("ocsp")]
    Ocsp(Text),
    /// The certificate of its authority.
    #[keyword("issuer")]
    Issuer(Text),
    /// The public logs that it is in.
    #[keyword("sctl")]
    Sctl(Text),
    /// Whether its authority is asked about it from time to time.
    #[keyword("ocsp-update")]
    OcspUpdate(Toggle),
    /// The acme section that gets it.
    #[keyword("acme", experimental)]
    Acme(Text),
    /// The domains that it is for, where an acme section gets it.
    #[keyword("domains", experimental)]
    Domains(List<Text>),
    /// How connections with it are encrypted.
    #[keyword(group)]
    Tls(BindTlsParameter),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}
