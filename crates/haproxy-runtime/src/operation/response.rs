use x509_parser::der_parser::ber::BerObjectContent;
use x509_parser::der_parser::der::{DerObject, parse_der};

use crate::client::{Caller, Error, Transport};
use crate::command::{Certificate, ShowSslOcspResponse, ShowSslOcspUpdates};

/// The OCSP response that a certificate has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Response {
    /// It is not told, or HAProxy renews it by itself.
    Untold,
    /// It has none.
    Missing,
    /// The one with this signature, which no other has.
    Signed(String),
}

impl Response {
    /// That of a file in DER; untold where it is none.
    pub(crate) fn of(ocsp: Option<&[u8]>) -> Self {
        match ocsp {
            None => Self::Missing,
            Some(der) => signature(der).map_or(Self::Untold, Self::Signed),
        }
    }

    /// Those that a process has of these certificates.
    pub(crate) async fn held<T: Transport>(
        caller: &mut Caller<T>,
        certificates: &[&Certificate],
    ) -> Result<Vec<Self>, Error> {
        let key = |certificate: &Certificate| {
            let key = certificate.details.get("OCSP Response Key");
            key.filter(|key| !key.is_empty()).cloned()
        };
        let keys = certificates.iter().map(|certificate| key(certificate));
        let keys: Vec<Option<String>> = keys.collect();
        let commands = keys.iter().flatten().cloned();
        let commands: Vec<_> = commands.map(ShowSslOcspResponse::new).collect();
        if commands.is_empty() {
            return Ok(vec![Self::Missing; certificates.len()]);
        }
        let renewed = match caller.call(&ShowSslOcspUpdates::new()).await {
            Ok(updates) => updates.0.into_iter().map(|update| update.id).collect(),
            // HAProxy before 2.8 renews none.
            Err(Error::Refused(_)) => Vec::new(),
            Err(error) => return Err(error),
        };
        let mut answers = caller.batch(&commands).await?.into_iter();
        let mut responses = Vec::with_capacity(keys.len());
        for key in &keys {
            let Some(key) = key else {
                responses.push(Self::Missing);
                continue;
            };
            let told = match answers.next() {
                Some(Ok(text)) => signature_in_text(&text.0),
                Some(Err(Error::Refused(_))) | None => None,
                Some(Err(error)) => return Err(error),
            };
            let told = told.filter(|_| !renewed.contains(key));
            responses.push(told.map_or(Self::Untold, Self::Signed));
        }
        Ok(responses)
    }

    /// Whether they may be the same.
    pub(crate) fn matches(&self, other: &Self) -> bool {
        self == other || [self, other].contains(&&Self::Untold)
    }
}

/// The signature of a response, in hexadecimal.
fn signature(der: &[u8]) -> Option<String> {
    let (_, response) = parse_der(der).ok()?;
    // Behind the status, in a tag of its own: the type of the response, and it.
    let BerObjectContent::Unknown(tagged) = &part(&response, 1)?.content else {
        return None;
    };
    let (_, bytes) = parse_der(tagged.data).ok()?;
    let (_, basic) = parse_der(part(&bytes, 1)?.as_slice().ok()?).ok()?;
    let signature = part(&basic, 2)?;
    let BerObjectContent::BitString(_, bits) = &signature.content else {
        return None;
    };
    let bytes = bits.data.iter().map(|byte| format!("{byte:02X}"));
    Some(bytes.collect())
}

fn part<'a, 'b>(sequence: &'b DerObject<'a>, index: usize) -> Option<&'b DerObject<'a>> {
    sequence.as_sequence().ok()?.get(index)
}

/// The signature in what OpenSSL says of a response: the first of the lines of bytes that it has none of
/// before.
fn signature_in_text(text: &str) -> Option<String> {
    let is_of_bytes = |line: &&str| {
        let line = line.trim().trim_end_matches(':');
        let mut bytes = line.split(':');
        bytes.all(|byte| byte.len() == 2 && byte.chars().all(|digit| digit.is_ascii_hexdigit()))
    };
    let lines = text
        .lines()
        .skip_while(|line| !line.contains("Signature Algorithm"));
    let lines = lines.skip_while(|line| !is_of_bytes(line));
    let bytes: String = lines.take_while(is_of_bytes).collect();
    let digits = bytes.chars().filter(char::is_ascii_hexdigit);
    let signature: String = digits.map(|digit| digit.to_ascii_uppercase()).collect();
    (!signature.is_empty()).then_some(signature)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_response_has_no_signature() {
        for der in [&b""[..], b"words", b"\x30\x03\x0a\x01\x06"] {
            assert_eq!(Response::of(Some(der)), Response::Untold);
        }
        assert_eq!(Response::of(None), Response::Missing);
        assert_eq!(signature_in_text("OCSP Response Data:\n"), None);
    }

    #[test]
    fn the_first_signature_is_the_response_s() {
        let text = "    OCSP Nonce:\n  0410AB\n    Signature Algorithm: sha256\n    Signature Value:\n\
             \x20       2e:1a:\n        CB\nCertificate:\n   Signature Algorithm: sha256\n   00:11\n";
        assert_eq!(signature_in_text(text).as_deref(), Some("2E1ACB"));
    }
}
