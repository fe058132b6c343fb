use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Operation, StoreContent, undone};
use crate::client::{Caller, Error, Transport};
use crate::command::{
    AbortSslCaFile, AbortSslCert, AbortSslCrlFile, AddSslCrtListLine, CommitSslCaFile,
    CommitSslCert, CommitSslCrlFile, DelSslCaFile, DelSslCert, DelSslCrlFile, DelSslCrtList,
    FileName, NewSslCaFile, NewSslCert, NewSslCrlFile, SetSslCaFile, SetSslCert, SetSslCrlFile,
    ShowSslCaFiles, ShowSslCerts, ShowSslCrlFiles, ShowSslCrtList,
};
use crate::protocol::Payload;

/// What a file in HAProxy's memory holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Store {
    /// A certificate with its key.
    Certificate,
    /// Certificates of authorities.
    CaFile,
    /// Lists of revoked certificates.
    CrlFile,
}

impl Store {
    /// Whether HAProxy has this file.
    pub(crate) async fn has<T: Transport>(
        self,
        caller: &mut Caller<T>,
        file: &FileName,
    ) -> Result<bool, Error> {
        let list = match self {
            Self::Certificate => caller.call(&ShowSslCerts::new()).await?,
            Self::CaFile => caller.call(&ShowSslCaFiles::new()).await?,
            Self::CrlFile => caller.call(&ShowSslCrlFiles::new()).await?,
        };
        Ok(list.files.iter().any(|entry| entry.name == file.as_str()))
    }

    async fn create<T: Transport>(
        self,
        caller: &mut Caller<T>,
        file: &FileName,
    ) -> Result<(), Error> {
        let file = file.clone();
        match self {
            Self::Certificate => caller.call(&NewSslCert::new(file)).await?,
            Self::CaFile => caller.call(&NewSslCaFile::new(file)).await?,
            Self::CrlFile => caller.call(&NewSslCrlFile::new(file)).await?,
        };
        Ok(())
    }

    async fn remove<T: Transport>(
        self,
        caller: &mut Caller<T>,
        file: &FileName,
    ) -> Result<(), Error> {
        let file = file.clone();
        match self {
            Self::Certificate => caller.call(&DelSslCert::new(file)).await?,
            Self::CaFile => caller.call(&DelSslCaFile::new(file)).await?,
            Self::CrlFile => caller.call(&DelSslCrlFile::new(file)).await?,
        };
        Ok(())
    }

    /// Sets the content and puts it into use; forgets the change when that fails.
    async fn change<T: Transport>(
        self,
        caller: &mut Caller<T>,
        file: &FileName,
        content: &StoreContent,
    ) -> Result<(), Error> {
        match self.set_and_commit(caller, file, content).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let file = file.clone();
                let undo = match self {
                    Self::Certificate => caller.call(&AbortSslCert::new(file)).await,
                    Self::CaFile => caller.call(&AbortSslCaFile::new(file)).await,
                    Self::CrlFile => caller.call(&AbortSslCrlFile::new(file)).await,
                };
                // Where HAProxy refused the content it may have begun nothing.
                let undo = match undo {
                    Ok(_) | Err(Error::Refused(_)) => Ok(()),
                    Err(error) => Err(error),
                };
                Err(undone(error, undo))
            }
        }
    }

    async fn set_and_commit<T: Transport>(
        self,
        caller: &mut Caller<T>,
        file: &FileName,
        all: &StoreContent,
    ) -> Result<(), Error> {
        let content = Payload::new(all.pem.as_str());
        let name = file.clone();
        match self {
            Self::Certificate => {
                set_certificate(caller, file, content).await?;
                // What stood beside it is gone with it. The issuer goes first: a response needs it.
                if let Some(issuer) = &all.issuer {
                    let issuer = Payload::new(issuer.as_str());
                    let name = FileName::from(format!("{file}.issuer"));
                    caller.call(&SetSslCert::new(name, issuer)).await?;
                }
                if let Some(ocsp) = &all.ocsp {
                    let ocsp = Payload::new(STANDARD.encode(ocsp));
                    let name = FileName::from(format!("{file}.ocsp"));
                    caller.call(&SetSslCert::new(name, ocsp)).await?;
                }
                caller.call(&CommitSslCert::new(name)).await?;
            }
            Self::CaFile => {
                caller
                    .call(&SetSslCaFile::new(name.clone(), content))
                    .await?;
                caller.call(&CommitSslCaFile::new(name)).await?;
            }
            Self::CrlFile => {
                caller
                    .call(&SetSslCrlFile::new(name.clone(), content))
                    .await?;
                caller.call(&CommitSslCrlFile::new(name)).await?;
            }
        }
        Ok(())
    }
}

/// Sets a certificate with its key.
async fn set_certificate<T: Transport>(
    caller: &mut Caller<T>,
    file: &FileName,
    pem: Payload,
) -> Result<(), Error> {
    let command = SetSslCert::new(file.clone(), pem.clone());
    let ending = Path::new(file.as_str()).extension();
    match caller.call(&command).await {
        // HAProxy 2.6 takes the ending off, and does not find the certificate then.
        Err(Error::Refused(refusal))
            if ending.is_some_and(|ending| ending == "crt")
                && refusal.message.contains("not referenced") =>
        {
            let longer = FileName::from(format!("{file}.crt"));
            let answer = caller.call(&SetSslCert::new(longer, pem)).await;
            // What it says of the name that was given is clearer.
            answer.map(|_| ()).map_err(|error| match error {
                Error::Refused(_) => Error::Refused(refusal),
                error => error,
            })
        }
        answer => answer.map(|_| ()),
    }
}

/// PEM without the empty lines and remarks between its blocks, which would end it before HAProxy 3.0.
fn blocks(pem: &str) -> Result<String, Error> {
    let mut blocks = String::with_capacity(pem.len());
    let mut is_in_block = false;
    for line in pem.lines() {
        let line = line.trim_end();
        is_in_block |= line.starts_with("-----BEGIN ");
        if is_in_block && !line.is_empty() {
            blocks.push_str(line);
            blocks.push('\n');
        }
        if line.starts_with("-----END ") {
            is_in_block = false;
        }
    }
    if blocks.is_empty() || is_in_block {
        return Err(Error::Value {
            value: pem.chars().take(40).collect(),
            reason: "expected blocks of PEM, from BEGIN to END",
        });
    }
    Ok(blocks)
}

/// Replaces a certificate, CA file or CRL file that HAProxy has, or makes one that it has not.
///
/// Where HAProxy does not take it, the one it had stays in use, and a new one is removed. The issuer and the
/// OCSP response that a certificate had are gone where none come with it. One whose timestamps HAProxy has
/// read from a `.sctl` file must not be changed: HAProxy may crash.
#[derive(Debug, Clone)]
pub struct UpdateStore {
    /// What it is.
    pub store: Store,
    /// The file, as HAProxy names it.
    pub file: FileName,
    /// The content.
    pub content: StoreContent,
}

impl UpdateStore {
    /// This content for this file: PEM, or a certificate with what stands beside it.
    pub fn new(store: Store, file: impl Into<FileName>, content: impl Into<StoreContent>) -> Self {
        Self {
            store,
            file: file.into(),
            content: content.into(),
        }
    }
}

impl Operation for UpdateStore {
    /// Whether HAProxy did not have it before.
    type Outcome = bool;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<bool, Error> {
        let StoreContent { pem, issuer, ocsp } = &self.content;
        let content = StoreContent {
            pem: blocks(pem)?,
            issuer: issuer.as_deref().map(blocks).transpose()?,
            ocsp: ocsp.clone(),
        };
        let is_new = !self.store.has(caller, &self.file).await?;
        if is_new {
            self.store.create(caller, &self.file).await?;
        }
        match self.store.change(caller, &self.file, &content).await {
            Ok(()) => Ok(is_new),
            Err(error) if is_new => {
                let undo = self.store.remove(caller, &self.file).await;
                Err(undone(error, undo))
            }
            Err(error) => Err(error),
        }
    }
}

/// Installs a certificate, and adds it to a crt-list, from which its bind lines serve it.
///
/// A certificate that HAProxy has already is replaced. When the crt-list does not take it, a new
/// certificate is removed.
#[derive(Debug, Clone)]
pub struct InstallCertificate {
    /// The file, as HAProxy names it.
    pub file: FileName,
    /// The certificate with its key and chain.
    pub pem: String,
    /// The crt-list or folder.
    pub crt_list: FileName,
    /// Its settings, as a bind line has them: `alpn h2`.
    pub settings: String,
    /// The names it is for, and with `!` those it is not for; those in it where there are none.
    pub filters: Vec<String>,
}

impl InstallCertificate {
    /// This certificate for this crt-list.
    pub fn new(
        file: impl Into<FileName>,
        pem: impl Into<String>,
        crt_list: impl Into<FileName>,
    ) -> Self {
        Self {
            file: file.into(),
            pem: pem.into(),
            crt_list: crt_list.into(),
            settings: String::new(),
            filters: Vec::new(),
        }
    }

    /// The line of the crt-list.
    fn line(&self) -> Result<String, Error> {
        let mut line = self.file.as_str().to_owned();
        if !self.settings.is_empty() {
            line.push_str(" [");
            line.push_str(&self.settings);
            line.push(']');
        }
        for filter in &self.filters {
            line.push(' ');
            line.push_str(filter);
        }
        let words = self.filters.iter().map(String::as_str);
        let is_apart = |word: &str| word.is_empty() || word.contains(char::is_whitespace);
        if std::iter::once(self.file.as_str())
            .chain(words)
            .any(is_apart)
            || self.settings.contains(['[', ']', '\n', '\r'])
        {
            return Err(Error::Value {
                value: line,
                reason: "not one line of a crt-list",
            });
        }
        Ok(line)
    }
}

impl Operation for InstallCertificate {
    /// Whether HAProxy did not have it before.
    type Outcome = bool;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<bool, Error> {
        let line = self.line()?;
        let update = UpdateStore::new(Store::Certificate, self.file.clone(), self.pem.clone());
        let is_new = update.run(caller).await?;
        let command = ShowSslCrtList::new(self.crt_list.clone()).numbered(true);
        let listed = match caller.call(&command).await {
            Ok(entries) => entries.0.iter().any(|entry| {
                entry.certificate == self.file.as_str() && entry.filters == self.filters
            }),
            Err(error) => return Err(self.undo(caller, is_new, error).await),
        };
        if listed {
            return Ok(is_new);
        }
        let command = AddSslCrtListLine::new(self.crt_list.clone(), Payload::new(line));
        match caller.call(&command).await {
            Ok(_) => Ok(is_new),
            Err(error) => Err(self.undo(caller, is_new, error).await),
        }
    }
}

impl InstallCertificate {
    async fn undo<T: Transport>(
        &self,
        caller: &mut Caller<T>,
        is_new: bool,
        error: Error,
    ) -> Error {
        let undo = if is_new {
            Store::Certificate.remove(caller, &self.file).await
        } else {
            Ok(())
        };
        undone(error, undo)
    }
}

/// Takes a certificate out of a crt-list, and out of HAProxy's memory where nothing else uses it.
#[derive(Debug, Clone)]
pub struct RemoveCertificate {
    /// The file, as HAProxy names it.
    pub file: FileName,
    /// The crt-list or folder.
    pub crt_list: FileName,
}

impl Operation for RemoveCertificate {
    /// Whether it is out of memory too.
    type Outcome = bool;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<bool, Error> {
        let command = ShowSslCrtList::new(self.crt_list.clone()).numbered(true);
        let entries = caller.call(&command).await?.0;
        let own = entries
            .iter()
            .filter(|entry| entry.certificate == self.file.as_str());
        // From the end: removing a line moves those behind it.
        let mut own: Vec<_> = own.collect();
        own.reverse();
        for entry in own {
            let certificate = match entry.line {
                Some(line) => FileName::from(format!("{}:{line}", self.file)),
                None => self.file.clone(),
            };
            let command = DelSslCrtList::new(self.crt_list.clone(), certificate);
            caller.call(&command).await?;
        }
        match Store::Certificate.remove(caller, &self.file).await {
            Ok(()) => Ok(true),
            // Another crt-list has it, or a bind line names it.
            Err(Error::Refused(refusal)) if refusal.message.contains("in use") => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Removes a certificate, CA file or CRL file that nothing uses.
#[derive(Debug, Clone)]
pub struct RemoveStore {
    /// What it is.
    pub store: Store,
    /// The file, as HAProxy names it.
    pub file: FileName,
}

impl Operation for RemoveStore {
    type Outcome = ();

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        self.store.remove(caller, &self.file).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_blocks_stay() {
        let pem = "remark\n\n-----BEGIN A-----\nxx\n\n-----END A-----\n\n-----BEGIN B-----\r\nyy\r\n-----END B-----";
        assert_eq!(
            blocks(pem).unwrap(),
            "-----BEGIN A-----\nxx\n-----END A-----\n-----BEGIN B-----\nyy\n-----END B-----\n"
        );
        assert!(blocks("").is_err());
        assert!(blocks("-----BEGIN A-----\nxx\n").is_err());
    }
}
