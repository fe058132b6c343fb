//! Certificates, CA files and CRL files in HAProxy's memory, and the SNI and JWT that use them.

use indexmap::IndexMap;
use serde::Serialize;

use super::answer::unexpected;
use super::{Answer, Done, FileName, FrontendName, Names, Report, Text, commands};
use crate::protocol::{DecodeError, Payload, Reply};

commands! {
    /// Lists the certificates.
    ShowSslCerts("show ssl cert" operator()) -> StoreList;

    /// Tells a certificate's details. A `*` before its name is the transaction that changes it.
    ShowSslCert("show ssl cert" operator()) -> Certificate (
        /// The certificate.
        file: FileName,
    );

    /// Makes an empty certificate.
    NewSslCert("new ssl cert" admin()) -> Done (
        /// Its name.
        file: FileName,
    );

    /// Begins or goes on to change a certificate. It needs a commit.
    SetSslCert("set ssl cert" admin()) -> Done (
        /// The certificate, or one of the files beside it: `.issuer`, `.ocsp`, `.sctl`.
        file: FileName,
        /// Its content in PEM.
        pem: Payload,
    );

    /// Puts a changed certificate into use.
    CommitSslCert("commit ssl cert" admin()) -> Done (
        /// The certificate.
        file: FileName,
    );

    /// Forgets the change of a certificate.
    AbortSslCert("abort ssl cert" admin()) -> Done (
        /// The certificate.
        file: FileName,
    );

    /// Removes a certificate that nothing uses.
    DelSslCert("del ssl cert" admin()) -> Done (
        /// The certificate.
        file: FileName,
    );

    /// Gives a certificate in PEM, with its private key.
    DumpSslCert("dump ssl cert" since(3, 2) admin()) -> Text (
        /// The certificate.
        file: FileName,
    );

    /// Lists the CA files.
    ShowSslCaFiles("show ssl ca-file" operator()) -> StoreList;

    /// Tells the certificates of a CA file, or one by its number: `ca.pem:1`.
    ShowSslCaFile("show ssl ca-file" operator()) -> CertificateFile (
        /// The CA file.
        file: FileName,
    );

    /// Makes an empty CA file.
    NewSslCaFile("new ssl ca-file" admin()) -> Done (
        /// Its name.
        file: FileName,
    );

    /// Begins to change a CA file. It needs a commit.
    SetSslCaFile("set ssl ca-file" admin()) -> Done (
        /// The CA file.
        file: FileName,
        /// Its content in PEM.
        pem: Payload,
    );

    /// Adds certificates to a CA file that is being changed.
    AddSslCaFile("add ssl ca-file" since(2, 8) admin()) -> Done (
        /// The CA file.
        file: FileName,
        /// The certificates in PEM.
        pem: Payload,
    );

    /// Puts a changed CA file into use.
    CommitSslCaFile("commit ssl ca-file" admin()) -> Done (
        /// The CA file.
        file: FileName,
    );

    /// Forgets the change of a CA file.
    AbortSslCaFile("abort ssl ca-file" admin()) -> Done (
        /// The CA file.
        file: FileName,
    );

    /// Removes a CA file that nothing uses.
    DelSslCaFile("del ssl ca-file" admin()) -> Done (
        /// The CA file.
        file: FileName,
    );

    /// Lists the CRL files.
    ShowSslCrlFiles("show ssl crl-file" operator()) -> StoreList;

    /// Tells the lists of a CRL file, or one by its number: `crl.pem:1`.
    ShowSslCrlFile("show ssl crl-file" operator()) -> RevocationFile (
        /// The CRL file.
        file: FileName,
    );

    /// Makes an empty CRL file.
    NewSslCrlFile("new ssl crl-file" admin()) -> Done (
        /// Its name.
        file: FileName,
    );

    /// Begins to change a CRL file. It needs a commit.
    SetSslCrlFile("set ssl crl-file" admin()) -> Done (
        /// The CRL file.
        file: FileName,
        /// Its content in PEM.
        pem: Payload,
    );

    /// Puts a changed CRL file into use.
    CommitSslCrlFile("commit ssl crl-file" admin()) -> Done (
        /// The CRL file.
        file: FileName,
    );

    /// Forgets the change of a CRL file.
    AbortSslCrlFile("abort ssl crl-file" admin()) -> Done (
        /// The CRL file.
        file: FileName,
    );

    /// Removes a CRL file that nothing uses.
    DelSslCrlFile("del ssl crl-file" admin()) -> Done (
        /// The CRL file.
        file: FileName,
    );

    /// Lists the names that frontends have certificates for.
    ShowSslSni("show ssl sni" since(3, 2) operator()) -> SniList [
        /// The frontend that is meant; all where there is none.
        ["-f"] frontend: Option<FrontendName>,
        /// Expired certificates only.
        ["-A"] expired: bool,
        /// How much later it is to be taken for now: `30d`.
        ["-t"] offset: Option<String>,
    ];

    /// Lists the providers of OpenSSL.
    ShowSslProviders("show ssl providers" operator()) -> Providers;

    /// Lists the certificates that JSON web tokens are checked with.
    ShowSslJwt("show ssl jwt" since(3, 4)) -> Names;

    /// Lets a certificate check JSON web tokens.
    AddSslJwt("add ssl jwt" since(3, 4) admin()) -> Done (
        /// The certificate.
        file: FileName,
    );

    /// Lets a certificate check no JSON web tokens.
    DelSslJwt("del ssl jwt" since(3, 4) admin()) -> Done (
        /// The certificate.
        file: FileName,
    );

    /// Lists the keys for encrypted client hellos.
    ShowSslEch("show ssl ech" since(3, 4) admin() experimental()) -> Report [
        /// The bind line that is meant, as `frontend/@file:line` or `frontend/name`.
        bind: Option<String>,
    ];

    /// Adds a key for encrypted client hellos to a bind line.
    AddSslEch("add ssl ech" since(3, 4) admin() experimental()) -> Done (
        /// The bind line.
        bind: String,
        /// The key in PEM.
        pem: Payload,
    );

    /// Replaces the keys for encrypted client hellos of a bind line.
    SetSslEch("set ssl ech" since(3, 4) admin() experimental()) -> Done (
        /// The bind line.
        bind: String,
        /// The key in PEM.
        pem: Payload,
    );

    /// Removes the keys for encrypted client hellos of a bind line.
    DelSslEch("del ssl ech" since(3, 4) admin() experimental()) -> Done (
        /// The bind line.
        bind: String,
    );
}

/// Certificates, CA files or CRL files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoreList {
    /// Those that are being changed.
    pub transactions: Vec<StoreEntry>,
    /// Those in memory.
    pub files: Vec<StoreEntry>,
}

/// A certificate, CA file or CRL file as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoreEntry {
    /// Its name.
    pub name: String,
    /// The certificates in it, where HAProxy tells.
    pub certificates: Option<u32>,
}

impl Answer for StoreList {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut list = Self {
            transactions: Vec::new(),
            files: Vec::new(),
        };
        let mut is_transaction = false;
        for line in reply.text().lines().filter(|line| !line.is_empty()) {
            if let Some(header) = line.strip_prefix("# ") {
                is_transaction = header == "transaction";
                continue;
            }
            let (name, certificates) = match line.rsplit_once(" - ") {
                Some((name, rest)) if rest.ends_with("certificate(s)") => (
                    name,
                    rest.split(' ').next().and_then(|count| count.parse().ok()),
                ),
                _ => (line, None),
            };
            let star = if is_transaction { '*' } else { '\0' };
            let name = name.strip_prefix(star).unwrap_or(name).to_owned();
            let entry = StoreEntry { name, certificates };
            if is_transaction {
                list.transactions.push(entry);
            } else {
                list.files.push(entry);
            }
        }
        Ok(list)
    }
}

/// A certificate's details.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// Its name.
    pub file: String,
    /// `Used`, `Unused`, `Empty`.
    pub status: String,
    /// Its serial number.
    pub serial: Option<String>,
    /// When its time begins: `Nov 21 15:45:33 2026 GMT`.
    pub not_before: Option<String>,
    /// When its time ends.
    pub not_after: Option<String>,
    /// Who it is for.
    pub subject: Option<String>,
    /// Who gave it.
    pub issuer: Option<String>,
    /// Who those are for that stand behind it, up to the authority.
    pub chain: Vec<String>,
    /// The names it is for, with their types: `DNS:www.example.com`.
    pub alternative_names: Vec<String>,
    /// The SHA-1 of it.
    pub fingerprint: Option<String>,
    /// All that HAProxy says, by its names.
    pub details: IndexMap<String, String>,
}

impl Certificate {
    fn of(mut details: IndexMap<String, String>, file: String, status: String) -> Self {
        let take = |name: &str| details.get(name).filter(|value| !value.is_empty()).cloned();
        let alternative_names = take("Subject Alternative Name").unwrap_or_default();
        let alternative_names = alternative_names
            .split(", ")
            .filter(|name| !name.is_empty());
        let certificate = Self {
            file,
            status,
            serial: take("Serial"),
            not_before: take("notBefore"),
            not_after: take("notAfter"),
            subject: take("Subject"),
            issuer: take("Issuer"),
            chain: Vec::new(),
            alternative_names: alternative_names.map(str::to_owned).collect(),
            fingerprint: take("SHA1 FingerPrint"),
            details: IndexMap::new(),
        };
        Self {
            details: std::mem::take(&mut details),
            ..certificate
        }
    }
}

impl Answer for Certificate {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let details = details(reply.text().lines());
        let file = details
            .get("Filename")
            .ok_or_else(|| unexpected("a file name", reply.text()))?
            .clone();
        let status = details.get("Status").cloned().unwrap_or_default();
        let mut certificate = Self::of(details, file, status);
        let chain = reply.text().lines();
        let chain = chain.filter_map(|line| line.strip_prefix("Chain Subject: "));
        certificate.chain = chain.map(str::to_owned).collect();
        Ok(certificate)
    }
}

/// `name: value` lines.
fn details<'a>(lines: impl Iterator<Item = &'a str>) -> IndexMap<String, String> {
    let pairs = lines.filter_map(|line| line.split_once(':'));
    pairs
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// A CA file's certificates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CertificateFile {
    /// Its name.
    pub file: String,
    /// `Used` or `Unused`.
    pub status: String,
    /// The certificates.
    pub certificates: Vec<Certificate>,
}

impl Answer for CertificateFile {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let (file, status, parts) = parts(reply.text(), "Certificate #")?;
        let certificates = parts
            .into_iter()
            .map(|part| Certificate::of(details(part.lines()), file.clone(), status.clone()));
        Ok(Self {
            certificates: certificates.collect(),
            file,
            status,
        })
    }
}

/// A CRL file's lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RevocationFile {
    /// Its name.
    pub file: String,
    /// `Used` or `Unused`.
    pub status: String,
    /// The lists, as OpenSSL describes them.
    pub lists: Vec<RevocationList>,
}

/// A certificate revocation list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RevocationList {
    /// Who gave it.
    pub issuer: Option<String>,
    /// When it was made.
    pub last_update: Option<String>,
    /// When the next one is to come.
    pub next_update: Option<String>,
    /// The serial numbers that are revoked.
    pub serials: Vec<String>,
    /// All of it.
    pub text: String,
}

impl Answer for RevocationFile {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let (file, status, parts) = parts(reply.text(), "Certificate Revocation List #")?;
        let lists = parts.into_iter().map(|part| {
            let details = details(part.lines());
            let serials = part.lines().filter_map(|line| {
                line.trim()
                    .strip_prefix("Serial Number:")
                    .map(|serial| serial.trim().to_owned())
            });
            RevocationList {
                issuer: details.get("Issuer").cloned(),
                last_update: details.get("Last Update").cloned(),
                next_update: details.get("Next Update").cloned(),
                serials: serials.collect(),
                text: part.to_owned(),
            }
        });
        Ok(Self {
            lists: lists.collect(),
            file,
            status,
        })
    }
}

/// The file, its status, and what stands below each of these titles.
fn parts<'a>(text: &'a str, title: &str) -> Result<(String, String, Vec<&'a str>), DecodeError> {
    let mut parts = text.split(title);
    let head = details(parts.next().unwrap_or_default().lines());
    let file = head
        .get("Filename")
        .ok_or_else(|| unexpected("a file name", text))?
        .clone();
    let status = head.get("Status").cloned().unwrap_or_default();
    // The number that ends the title.
    let parts = parts.map(|part| part.split_once('\n').map_or("", |(_, rest)| rest));
    Ok((file, status, parts.collect()))
}

/// The names that frontends have certificates for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct SniList(pub Vec<Sni>);

/// A name that a frontend has a certificate for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sni {
    /// The frontend and the place of its bind line.
    pub bind: String,
    /// The name; `*` for the default.
    pub name: String,
    /// Names that the wildcard does not hold for.
    pub negative_filters: Vec<String>,
    /// `rsa`, `ecdsa` or `dsa`.
    pub kind: String,
    /// The certificate.
    pub file: String,
    /// When its time ends.
    pub not_after: String,
    /// When its time begins.
    pub not_before: String,
    /// What later versions tell behind it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
}

impl Answer for SniList {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines();
        let rows = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
        rows.map(sni).collect::<Result<_, _>>().map(Self)
    }
}

fn sni(line: &str) -> Result<Sni, DecodeError> {
    let mut columns = line.split('\t').map(str::to_owned);
    let mut next = || {
        columns
            .next()
            .ok_or_else(|| unexpected("seven columns", line))
    };
    let (bind, name, filters) = (next()?, next()?, next()?);
    let filters = filters.split_whitespace().filter(|filter| *filter != "-");
    Ok(Sni {
        bind,
        name,
        negative_filters: filters.map(str::to_owned).collect(),
        kind: next()?,
        file: next()?,
        not_after: next()?,
        not_before: next()?,
        others: columns.collect(),
    })
}

/// The providers of OpenSSL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Providers(pub Vec<String>);

impl Answer for Providers {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply
            .text()
            .lines()
            .filter_map(|line| line.trim().strip_prefix("- "));
        Ok(Self(lines.map(str::to_owned).collect()))
    }
}
