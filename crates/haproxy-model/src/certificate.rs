//! What `load` of a crt-store, `ssl-f-use` of a frontend and a crt-list say of a certificate.

use crate::language::Directive;
use crate::value::{Choice, LeadingInteger, List, Text, Toggle};

/// A file of a certificate, or what is done with it.
///
/// See the manual's section 12.7.1, "Load options".
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum CertificateParameter {
    /// The certificate, perhaps with its key and the certificates it depends on.
    #[keyword("crt", json = "certificate")]
    Certificate(Text),
    /// The private key, where it is in a file of its own.
    #[keyword("key", json = "key")]
    Key(Text),
    /// An answer of OCSP to begin with.
    #[keyword("ocsp", json = "ocsp")]
    Ocsp(Text),
    /// The certificate of whoever issued it, for OCSP.
    #[keyword("issuer", json = "issuer")]
    Issuer(Text),
    /// The timestamps of Certificate Transparency.
    #[keyword("sctl", json = "sctl")]
    Timestamps(Text),
    /// Keeps the answer of OCSP current; off by default.
    #[keyword("ocsp-update", json = "ocsp_update: toggle", since = "2.8")]
    OcspUpdate(Toggle),
    /// A name to use behind `@/` instead of the file's.
    #[keyword("alias", json = "alias", since = "3.0")]
    Alias(Text),
    /// The `acme` section that it is renewed by.
    #[keyword("acme", json = "acme", since = "3.2", experimental)]
    Acme(#[arg(refers = "acme")] Text),
    /// The host names to get it for by ACME; the first is its common name.
    #[keyword("domains", json = "domains: list", since = "3.2")]
    Domains(List<Text>),
    /// The addresses to get it for by ACME.
    #[keyword("ips", since = "3.4")]
    Addresses(List<Text>),
    /// Lets converters verify and decrypt JSON Web Tokens with it; off by default.
    #[keyword("jwt", since = "3.4")]
    Jwt(Toggle),
    /// Makes a key and a certificate for tests; off by default.
    #[keyword("generate-dummy", since = "3.4")]
    GenerateDummy(Toggle),
    /// The kind of key to make; RSA by default.
    #[keyword("keytype", since = "3.4")]
    KeyType(Choice<KeyType>),
    /// The number of bits of an RSA key to make; 2048 by default.
    #[keyword("bits", since = "3.4")]
    Bits(LeadingInteger),
    /// The curve of an ECDSA key to make; P-384 by default.
    #[keyword("curves", since = "3.4")]
    Curves(Text),
    /// A word that no parameter explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// A kind of private key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum KeyType {
    /// RSA.
    #[keyword("RSA")]
    Rsa,
    /// An elliptic curve.
    #[keyword("ECDSA")]
    Ecdsa,
}
