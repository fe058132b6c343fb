use std::time::{Duration, SystemTime, UNIX_EPOCH};

use x509_parser::pem::Pem;

use super::private_key::PrivateKey;

/// How long before its end a certificate is worth a word.
const SOON: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// What the blocks of PEM of some files hold together.
#[derive(Default)]
pub(super) struct Certificate {
    /// The certificates in DER; the first is the one that is shown.
    chain: Vec<Vec<u8>>,
    key: Option<PrivateKey>,
    /// What cannot be read.
    pub(super) fault: Option<&'static str>,
}

/// When a certificate is valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Validity {
    Valid,
    /// Since this day.
    Expired(String),
    /// From this day on.
    NotYet(String),
    /// Until this day, which is near.
    Soon(String),
}

impl Certificate {
    /// Adds what a file holds.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        for block in Pem::iter_from_buffer(bytes) {
            let Ok(block) = block else {
                self.fault = Some("a block of PEM that cannot be read");
                return;
            };
            if let Some(key) = PrivateKey::of(&block) {
                self.key.get_or_insert(key);
            } else if block.label == "CERTIFICATE" {
                if block.parse_x509().is_err() {
                    self.fault = Some("a certificate that cannot be read");
                }
                self.chain.push(block.contents);
            }
        }
    }

    pub(super) fn has_certificate(&self) -> bool {
        !self.chain.is_empty()
    }

    pub(super) fn has_key(&self) -> bool {
        self.key.is_some()
    }

    /// Whether it is certain that the key is none of the first certificate.
    pub(super) fn is_mismatch(&self) -> bool {
        let Some(first) = self.first() else {
            return false;
        };
        let key = self.key.as_ref();
        key.is_some_and(|key| key.differs_from(first.public_key()))
    }

    /// Whether the first certificate is valid now.
    pub(super) fn validity(&self, now: SystemTime) -> Validity {
        let Some(first) = self.first() else {
            return Validity::Valid;
        };
        let seconds = |time: SystemTime| {
            let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        };
        let (start, end) = (first.validity().not_before, first.validity().not_after);
        if end.timestamp() < seconds(now) {
            Validity::Expired(end.to_string())
        } else if start.timestamp() > seconds(now) {
            Validity::NotYet(start.to_string())
        } else if end.timestamp() < seconds(now + SOON) {
            Validity::Soon(end.to_string())
        } else {
            Validity::Valid
        }
    }

    fn first(&self) -> Option<x509_parser::certificate::X509Certificate<'_>> {
        let (_, first) = x509_parser::parse_x509_certificate(self.chain.first()?).ok()?;
        Some(first)
    }
}
