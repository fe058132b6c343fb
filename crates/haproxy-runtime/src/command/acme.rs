//! Certificates that HAProxy gets by itself.

use serde::Serialize;

use super::answer::unexpected;
use super::{Answer, Done, FileName, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Begins to renew a certificate.
    AcmeRenew("acme renew" since(3, 2) admin()) -> Done (
        /// The certificate.
        certificate: FileName,
    );

    /// Tells how the certificates do that HAProxy gets by itself.
    AcmeStatus("acme status" since(3, 2)) -> AcmeCertificates;

    /// Says that the answer to a challenge is in place. Builds of 3.2 have it where they are late enough.
    AcmeChallengeReady("acme challenge_ready" since(3, 2) admin()) -> Done (
        /// The certificate.
        certificate: FileName,
        /// The domain of the challenge.
        ["domain"] domain: String,
    );
}

/// The certificates that HAProxy gets by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct AcmeCertificates(pub Vec<AcmeCertificate>);

/// A certificate that HAProxy gets by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AcmeCertificate {
    /// The certificate.
    pub certificate: String,
    /// The acme section.
    pub section: String,
    /// `Running`, `Scheduled` or `Stopped`.
    pub state: String,
    /// When it expires.
    pub expires: String,
    /// How long that is from now.
    pub expires_in: String,
    /// When it is to be renewed.
    pub scheduled: String,
    /// How long that is from now.
    pub scheduled_in: String,
    /// What later versions tell behind it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
}

impl Answer for AcmeCertificates {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines();
        let rows = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
        rows.map(certificate).collect::<Result<_, _>>().map(Self)
    }
}

fn certificate(line: &str) -> Result<AcmeCertificate, DecodeError> {
    let mut columns = line.split('\t').map(|column| column.trim().to_owned());
    let mut next = || {
        columns
            .next()
            .ok_or_else(|| unexpected("seven columns", line))
    };
    Ok(AcmeCertificate {
        certificate: next()?,
        section: next()?,
        state: next()?,
        expires: next()?,
        expires_in: next()?,
        scheduled: next()?,
        scheduled_in: next()?,
        others: columns.collect(),
    })
}
