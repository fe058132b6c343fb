use std::fmt;

/// What a certificate, CA file or CRL file is to hold.
///
/// It may have a private key: its debug form tells sizes only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct StoreContent {
    /// The content in PEM: a certificate with its key and chain, or what is in the CA file or CRL file.
    pub pem: String,
    /// The certificate of the issuer of a certificate, in PEM; HAProxy looks for it in the chain where
    /// there is none.
    pub issuer: Option<String>,
    /// The OCSP response of a certificate, in DER.
    pub ocsp: Option<Vec<u8>>,
}

impl From<String> for StoreContent {
    fn from(pem: String) -> Self {
        Self {
            pem,
            ..Self::default()
        }
    }
}

impl From<&str> for StoreContent {
    fn from(pem: &str) -> Self {
        Self::from(pem.to_owned())
    }
}

impl fmt::Debug for StoreContent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("StoreContent")
            .field("pem", &self.pem.len())
            .field("issuer", &self.issuer.as_ref().map(String::len))
            .field("ocsp", &self.ocsp.as_ref().map(Vec::len))
            .finish()
    }
}
