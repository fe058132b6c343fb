//! What servers and listeners say of TLS alike.

use crate::language::Directive;

/// A version of TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Directive)]
#[non_exhaustive]
pub enum TlsVersion {
    /// SSL 3.0, broken and found in no current library.
    #[keyword("SSLv3")]
    Ssl3,
    /// TLS 1.0
    #[keyword("TLSv1.0")]
    Tls10,
    /// TLS 1.1
    #[keyword("TLSv1.1")]
    Tls11,
    /// TLS 1.2
    #[keyword("TLSv1.2")]
    Tls12,
    /// TLS 1.3
    #[keyword("TLSv1.3")]
    Tls13,
}
