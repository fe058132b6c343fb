//! The charm's own certificate.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::read::{self, ServiceError};
use crate::databag::Databag;

/// The word of the option `ssl_cert` for a certificate that the charm makes.
const SELF_SIGNED: &str = "SELFSIGNED";

/// What begins a block of PEM, and what ends it.
const BLOCK: [&str; 2] = ["-----BEGIN ", "-----END "];

/// The charm's own certificate, as its options `ssl_cert` and `ssl_key` say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DefaultCertificate {
    /// `SELFSIGNED`: the charm makes one, once.
    SelfSigned,
    /// The certificate and key of the options.
    Given(KeyedCertificate),
}

/// A certificate, with those that signed it where they are needed, and its key, as PEM.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyedCertificate {
    /// The certificate, and those behind it.
    pub certificate: Vec<u8>,
    /// The key.
    pub key: Vec<u8>,
}

/// A certificate cannot be made.
#[cfg(feature = "self-signed")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no certificate can be made for '{name}': {reason}")]
pub struct CertificateError {
    /// The name that it was to be for.
    pub name: String,
    /// What is wrong with it.
    pub reason: String,
}

impl DefaultCertificate {
    /// Reads the options, of which the first says whether there is a certificate at all.
    pub(super) fn read(certificate: &str, key: &str) -> Result<Option<Self>, ServiceError> {
        let decoded = |name: &str, text: &str| {
            let bytes = read::decode(text).filter(|bytes| !bytes.is_empty());
            bytes.ok_or_else(|| ServiceError::Form {
                path: name.to_owned(),
                expected: "PEM in Base64",
            })
        };
        match certificate.trim() {
            "" => Ok(None),
            SELF_SIGNED => Ok(Some(Self::SelfSigned)),
            text => Ok(Some(Self::Given(KeyedCertificate {
                certificate: decoded("ssl_cert", text)?,
                key: decoded("ssl_key", key)?,
            }))),
        }
    }

    /// The certificate: that of the options, or else the one that is in the file so far, or else a new
    /// one.
    ///
    /// # Errors
    ///
    /// What `make` says.
    pub fn settle<E>(
        self,
        current: Option<&[u8]>,
        make: impl FnOnce() -> Result<KeyedCertificate, E>,
    ) -> Result<KeyedCertificate, E> {
        match (self, current.and_then(KeyedCertificate::parse)) {
            (Self::Given(certificate), _) | (Self::SelfSigned, Some(certificate)) => {
                Ok(certificate)
            }
            (Self::SelfSigned, None) => make(),
        }
    }
}

impl KeyedCertificate {
    /// Reads a file such as `default.pem`; there is none where the certificate or the key is missing.
    pub fn parse(pem: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(pem).ok()?;
        let (mut certificate, mut key) = (String::new(), String::new());
        let mut is_key = false;
        let mut is_inside = false;
        for line in text.lines() {
            if line.starts_with(BLOCK[0]) {
                is_inside = true;
                is_key = line.contains("PRIVATE KEY");
            }
            if is_inside {
                let part = if is_key { &mut key } else { &mut certificate };
                part.extend([line, "\n"]);
            }
            is_inside &= !line.starts_with(BLOCK[1]);
        }
        let is_whole = !is_inside && !certificate.is_empty() && !key.is_empty();
        is_whole.then(|| Self {
            certificate: certificate.into_bytes(),
            key: key.into_bytes(),
        })
    }

    /// The certificate, and its key behind it: what HAProxy reads.
    pub fn to_pem(&self) -> Vec<u8> {
        let mut pem = self.certificate.clone();
        if !pem.ends_with(b"\n") {
            pem.push(b'\n');
        }
        pem.extend_from_slice(&self.key);
        pem
    }

    /// A new key and a certificate for it that it has signed itself, for this host name or address.
    ///
    /// # Errors
    ///
    /// The name cannot stand in a certificate.
    #[cfg(feature = "self-signed")]
    pub fn self_signed(name: &str) -> Result<Self, CertificateError> {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]);
        let made = made.map_err(|error| CertificateError {
            name: name.to_owned(),
            reason: error.to_string(),
        })?;
        Ok(Self {
            certificate: made.cert.pem().into_bytes(),
            key: made.signing_key.serialize_pem().into_bytes(),
        })
    }
}

/// Without the key, which is nobody's to read.
impl std::fmt::Debug for KeyedCertificate {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let certificate = String::from_utf8_lossy(&self.certificate);
        formatter
            .debug_struct("KeyedCertificate")
            .field("certificate", &certificate)
            .finish_non_exhaustive()
    }
}

/// What the provider says to the units: where it is reached, and its own certificate, where it has one,
/// in Base64.
#[must_use]
pub fn reply(public_address: &str, certificate: Option<&KeyedCertificate>) -> Databag {
    let mut databag = Databag::from_iter([("public-address", public_address)]);
    if let Some(certificate) = certificate {
        databag.insert("ssl_cert", STANDARD.encode(&certificate.certificate));
    }
    databag
}
