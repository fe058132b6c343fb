use crate::bind::BindTlsParameter;
use crate::certificate::CertificateParameter;
use crate::language::Directive;
use crate::value::Text;

/// What is said of a certificate in the brackets of its line.
///
/// Of the parameters of `bind`, HAProxy accepts those that may differ between host names.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum CrtListParameter {
    /// How connections with it are encrypted.
    #[keyword(group)]
    Tls(BindTlsParameter),
    /// Its files.
    #[keyword(group)]
    Certificate(CertificateParameter),
    /// A word that no parameter explains.
    #[keyword(unknown)]
    Unknown(Text),
}
