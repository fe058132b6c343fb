//! OCSP responses and their updates.

use serde::Serialize;

use super::answer::unexpected;
use super::parameter::words;
use super::{Answer, Done, FileName, Text, commands};
use crate::protocol::{DecodeError, Payload, Reply};

words! {
    /// How an OCSP response is told.
    OcspFormat {
        /// As OpenSSL describes it.
        Text = "text",
        /// In Base64.
        Base64 = "base64",
    }
}

commands! {
    /// Lists the OCSP responses.
    ShowSslOcspResponses("show ssl ocsp-response" operator()) -> OcspResponses;

    /// Tells an OCSP response.
    ShowSslOcspResponse("show ssl ocsp-response" operator()) -> Text (
        /// Its id, or since HAProxy 2.8 the file of its certificate.
        id: String,
    );

    /// Tells an OCSP response in this form.
    ShowSslOcspResponseAs("show ssl ocsp-response" since(2, 8) operator()) -> Text (
        /// The form.
        format: OcspFormat,
        /// Its id, or the file of its certificate.
        id: String,
    );

    /// Lists the updates of OCSP responses.
    ShowSslOcspUpdates("show ssl ocsp-updates" since(2, 8) operator()) -> OcspUpdates;

    /// Replaces an OCSP response.
    SetSslOcspResponse("set ssl ocsp-response" admin()) -> Done (
        /// The response in Base64 of its DER.
        response: Payload,
    );

    /// Asks the responder for a new OCSP response, and tells it.
    UpdateSslOcspResponse("update ssl ocsp-response" since(2, 8) admin()) -> Text (
        /// The certificate.
        certificate: FileName,
    );
}

/// The OCSP responses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct OcspResponses(pub Vec<OcspResponse>);

/// An OCSP response as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OcspResponse {
    /// Its id.
    pub id: String,
    /// The file of its certificate.
    pub path: Option<String>,
    /// The hash of the issuer's name.
    pub issuer_name_hash: Option<String>,
    /// The hash of the issuer's key.
    pub issuer_key_hash: Option<String>,
    /// The serial number of the certificate.
    pub serial: Option<String>,
}

impl Answer for OcspResponses {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut responses: Vec<OcspResponse> = Vec::new();
        for line in reply.text().lines() {
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim().to_owned();
            if name.trim() == "Certificate ID key" {
                responses.push(OcspResponse {
                    id: value,
                    ..OcspResponse::default()
                });
                continue;
            }
            let Some(response) = responses.last_mut() else {
                continue;
            };
            match name.trim() {
                "Certificate path" => response.path = Some(value),
                "Issuer Name Hash" => response.issuer_name_hash = Some(value),
                "Issuer Key Hash" => response.issuer_key_hash = Some(value),
                "Serial Number" => response.serial = Some(value),
                _ => {}
            }
        }
        Ok(Self(responses))
    }
}

/// The updates of OCSP responses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct OcspUpdates(pub Vec<OcspUpdate>);

/// The updates of an OCSP response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OcspUpdate {
    /// The id of the response.
    pub id: String,
    /// The file of its certificate.
    pub path: String,
    /// When the next one is due: `30/Jan/2023:00:08:09 +0000`.
    pub next_update: String,
    /// When the last one was; `None` where there was none.
    pub last_update: Option<String>,
    /// Updates that worked.
    pub successes: u64,
    /// Updates that did not.
    pub failures: u64,
    /// The number of the last one's outcome: 1 for success.
    pub last_status: u32,
    /// The last one's outcome in words.
    pub last_status_text: String,
}

impl Answer for OcspUpdates {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines();
        let rows = lines.filter(|line| !line.starts_with("OCSP Certid") && !line.trim().is_empty());
        rows.map(update).collect::<Result<_, _>>().map(Self)
    }
}

fn update(line: &str) -> Result<OcspUpdate, DecodeError> {
    let mut columns = line.split(" | ").map(|column| column.trim().to_owned());
    let mut next = || {
        columns
            .next()
            .ok_or_else(|| unexpected("eight columns", line))
    };
    let (id, path, next_update, last_update) = (next()?, next()?, next()?, next()?);
    let number = |text: String| super::answer::number(&text, line);
    Ok(OcspUpdate {
        id,
        path,
        next_update,
        last_update: (last_update != "-").then_some(last_update),
        successes: number(next()?)?,
        failures: number(next()?)?,
        last_status: super::answer::number(&next()?, line)?,
        last_status_text: next()?,
    })
}
