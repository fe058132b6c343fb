//! Keys of TLS session tickets.

use serde::Serialize;

use super::answer::{between, number, unexpected};
use super::{Answer, Done, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Lists the files of TLS ticket keys.
    ShowTlsKeys("show tls-keys" admin()) -> TicketKeyFiles;

    /// Lists the keys of a file of TLS ticket keys; `*` for those of all.
    ShowTlsKeysOf("show tls-keys" admin()) -> TicketKeyFiles (
        /// The file, its number behind a `#`, or `*`.
        id: String,
    );

    /// Adds a TLS ticket key, which takes the place of the oldest.
    SetSslTlsKey("set ssl tls-key" admin()) -> Done (
        /// The file, or its number behind a `#`.
        id: String,
        /// The key in Base64: 48 or 80 bytes.
        key: String,
    );
}

/// The files of TLS ticket keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct TicketKeyFiles(pub Vec<TicketKeyFile>);

/// A file of TLS ticket keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TicketKeyFile {
    /// Its number.
    pub number: u32,
    /// Its name.
    pub file: String,
    /// Its keys in Base64, where they were asked for.
    pub keys: Vec<String>,
}

impl Answer for TicketKeyFiles {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut files: Vec<TicketKeyFile> = Vec::new();
        for line in reply.text().lines().filter(|line| !line.is_empty()) {
            if line.starts_with("# id") {
                continue;
            }
            let row = line.trim_start_matches("# ");
            let (id, rest) = row
                .split_once(' ')
                .ok_or_else(|| unexpected("a number and a file or key", line))?;
            match (between(rest, "(", ")"), id.split_once('.')) {
                (Some(file), None) => files.push(TicketKeyFile {
                    number: number(id, line)?,
                    file: file.to_owned(),
                    keys: Vec::new(),
                }),
                (None, Some(_)) => {
                    let file = files.last_mut();
                    let file = file.ok_or_else(|| unexpected("a file before its keys", line))?;
                    file.keys.push(rest.to_owned());
                }
                _ => return Err(unexpected("a number and a file or key", line)),
            }
        }
        Ok(Self(files))
    }
}
