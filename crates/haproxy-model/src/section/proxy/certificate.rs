use crate::bind::BindTlsParameter;
use crate::certificate::CertificateParameter;
use crate::language::Directive;
use crate::value::Text;

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
    /// How connections with it are encrypted.
    #[keyword(group)]
    Tls(BindTlsParameter),
    /// The certificate, and what is done with it.
    #[keyword(group)]
    Certificate(CertificateParameter),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}
