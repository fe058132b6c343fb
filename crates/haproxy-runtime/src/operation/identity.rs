use std::fmt::Write as _;

use sha1::{Digest as _, Sha1};
use x509_parser::objects::{oid_registry, oid2abbrev};
use x509_parser::pem::Pem;
use x509_parser::revocation_list::{CertificateRevocationList, RevokedCertificate};
use x509_parser::time::ASN1Time;

use super::{Response, Store, StoreContent};
use crate::client::{Caller, Error, Transport};
use crate::command::{
    Certificate, FileName, RevocationList, ShowSslCaFile, ShowSslCert, ShowSslCrlFile,
};

/// What HAProxy tells of the content of a certificate, CA file or CRL file: contents are told apart by it.
///
/// Of certificates these are fingerprints, the names of those behind the first one, and the OCSP response;
/// of CRLs their times and numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    parts: Vec<String>,
    /// Whom those are for that stand behind a certificate; `None` where it is not known how HAProxy writes
    /// the name.
    chain: Vec<Option<String>>,
    /// The OCSP response of a certificate.
    response: Response,
}

impl Identity {
    /// That of a file; `None` where it is nothing that HAProxy would load.
    pub(crate) fn of(store: Store, content: &StoreContent) -> Option<Self> {
        let pem = haproxy_model::text::to_bytes(&content.pem);
        let mut certificates = Vec::new();
        let mut names = Vec::new();
        let mut lists = Vec::new();
        for block in Pem::iter_from_buffer(&pem) {
            let block = block.ok()?;
            match block.label.as_str() {
                "CERTIFICATE" => {
                    certificates.push(fingerprint(&block.contents));
                    names.push(name(&block.contents));
                }
                "X509 CRL" => {
                    let (_, list) = x509_parser::parse_x509_crl(&block.contents).ok()?;
                    lists.push(list_in_file(&list));
                }
                _ => {}
            }
        }
        let identity = match store {
            Store::Certificate => {
                let response = Response::of(content.ocsp.as_deref());
                let first = certificates.into_iter().next()?;
                Self::of_chain(first, names.split_off(1), response)
            }
            Store::CaFile => Self::of_all(certificates),
            Store::CrlFile => Self::of_all(lists),
        };
        (!identity.parts.is_empty()).then_some(identity)
    }

    /// That of what a process holds; `None` where it does not have the file.
    pub(crate) async fn held<T: Transport>(
        store: Store,
        caller: &mut Caller<T>,
        file: &FileName,
    ) -> Result<Option<Self>, Error> {
        let file = file.clone();
        let held = match store {
            Store::Certificate => match caller.call(&ShowSslCert::new(file)).await {
                Ok(certificate) => {
                    let responses = Response::held(caller, &[&certificate]).await?;
                    let response = responses.into_iter().next();
                    let response = response.unwrap_or(Response::Untold);
                    Ok(Self::of_certificate(&certificate, response))
                }
                Err(error) => Err(error),
            },
            Store::CaFile => {
                let answer = caller.call(&ShowSslCaFile::new(file)).await;
                answer.map(|file| {
                    let own = file.certificates.into_iter();
                    Self::of_all(own.filter_map(|one| one.fingerprint).collect())
                })
            }
            Store::CrlFile => {
                let answer = caller.call(&ShowSslCrlFile::new(file)).await;
                answer.map(|file| Self::of_all(file.lists.iter().map(list_in_process).collect()))
            }
        };
        match held {
            Ok(held) => Ok(Some(held)),
            Err(Error::Refused(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// That of a certificate that a process holds.
    pub(crate) fn of_certificate(certificate: &Certificate, response: Response) -> Self {
        let fingerprint = certificate.fingerprint.clone().unwrap_or_default();
        let chain = certificate.chain.iter().cloned().map(Some).collect();
        Self::of_chain(fingerprint, chain, response)
    }

    /// Whether contents of both may be the same.
    pub(crate) fn matches(&self, other: &Self) -> bool {
        let mut names = self.chain.iter().zip(&other.chain);
        self.parts == other.parts
            && self.chain.len() == other.chain.len()
            && names.all(|(own, other)| own == other || own.is_none() || other.is_none())
            && self.response.matches(&other.response)
    }

    /// Whether certificates stand behind the first one.
    pub(crate) fn has_chain(&self) -> bool {
        !self.chain.is_empty()
    }

    /// Whether its OCSP response is not told.
    pub(crate) fn hides_response(&self) -> bool {
        self.response == Response::Untold
    }

    fn of_chain(first: String, chain: Vec<Option<String>>, response: Response) -> Self {
        Self {
            parts: vec![first],
            chain,
            response,
        }
    }

    /// That of several, which HAProxy tells in an order of its own.
    fn of_all(mut parts: Vec<String>) -> Self {
        parts.sort();
        Self {
            parts,
            chain: Vec::new(),
            response: Response::Missing,
        }
    }
}

/// Whom a certificate is for, as HAProxy writes it: `/C=FR/CN=www.example.com`.
fn name(certificate: &[u8]) -> Option<String> {
    let (_, certificate) = x509_parser::parse_x509_certificate(certificate).ok()?;
    let mut name = String::new();
    for attribute in certificate.subject().iter_attributes() {
        let word = oid2abbrev(attribute.attr_type(), oid_registry()).ok()?;
        let value = attribute.as_str().ok()?;
        write!(name, "/{word}={value}").ok()?;
    }
    // OpenSSL has other words for most of the rest.
    let common = ["C=", "CN=", "L=", "O=", "OU=", "ST="];
    let is_common = |word: &str| common.iter().any(|own| word.starts_with(own));
    name.split('/').skip(1).all(is_common).then_some(name)
}

/// The SHA-1 of a certificate, as HAProxy writes it.
fn fingerprint(certificate: &[u8]) -> String {
    let digest = Sha1::digest(certificate);
    let bytes = digest.iter().map(|byte| format!("{byte:02X}"));
    bytes.collect()
}

fn list_in_file(list: &CertificateRevocationList<'_>) -> String {
    let next_update = list.next_update().map(time).unwrap_or_default();
    let revoked = list.iter_revoked_certificates();
    let serials = revoked.map(RevokedCertificate::raw_serial_as_string);
    list_of(&time(list.last_update()), &next_update, serials)
}

fn list_in_process(list: &RevocationList) -> String {
    let last_update = list.last_update.as_deref().unwrap_or_default();
    let next_update = list.next_update.as_deref().unwrap_or_default();
    list_of(last_update, next_update, list.serials.iter().cloned())
}

fn list_of(updated: &str, next: &str, serials: impl Iterator<Item = String>) -> String {
    let mut serials: Vec<String> = serials.map(|serial| plain(&serial)).collect();
    serials.sort();
    // OpenSSL says so of a list that does not tell when the next one comes.
    let next = if next == "NONE" { "" } else { next };
    format!("{updated}, {next}: {}", serials.join(" "))
}

/// A number in hexadecimal without what differs in how it is written.
fn plain(serial: &str) -> String {
    let digits = serial.replace(':', "").to_ascii_uppercase();
    digits.trim_start_matches('0').to_owned()
}

/// A time as OpenSSL writes it: `Nov 21 16:25:29 2026 GMT`.
fn time(time: ASN1Time) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let time = time.to_datetime();
    let month = usize::from(u8::from(time.month())).saturating_sub(1);
    format!(
        "{} {:2} {:02}:{:02}:{:02} {} GMT",
        MONTHS.get(month).copied().unwrap_or_default(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
        time.year()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pem_has_no_identity() {
        for store in [Store::Certificate, Store::CaFile, Store::CrlFile] {
            assert_eq!(Identity::of(store, &"".into()), None);
            assert_eq!(Identity::of(store, &"words\n".into()), None);
            let broken = "-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----\n";
            assert_eq!(Identity::of(store, &broken.into()), None);
        }
    }

    #[test]
    fn numbers_are_the_same_however_they_are_written() {
        assert_eq!(plain("01:ab"), plain("1AB"));
        assert_eq!(plain("00:01:AB"), "1AB");
    }
}
