//! Lists of certificates with their settings and filters.

use serde::Serialize;

use super::answer::unexpected;
use super::{Answer, Done, FileName, Names, commands};
use crate::protocol::{DecodeError, Payload, Reply};

commands! {
    /// Lists the crt-lists and folders of certificates.
    ShowSslCrtLists("show ssl crt-list") -> Names;

    /// Lists the entries of a crt-list.
    ShowSslCrtList("show ssl crt-list") -> CrtListEntries {
        /// With the numbers of their lines.
        ["-n"] numbered: bool,
    } (        /// The crt-list.
        file: FileName,
    );

    /// Adds a certificate to a crt-list or folder.
    AddSslCrtList("add ssl crt-list" admin()) -> Done (
        /// The crt-list.
        file: FileName,
        /// The certificate.
        certificate: FileName,
    );

    /// Adds a line to a crt-list: a certificate with settings and filters.
    AddSslCrtListLine("add ssl crt-list" admin()) -> Done (
        /// The crt-list.
        file: FileName,
        /// The line.
        line: Payload,
    );

    /// Removes a certificate from a crt-list; `cert.pem:3` is that of the third line.
    DelSslCrtList("del ssl crt-list" admin()) -> Done (
        /// The crt-list.
        file: FileName,
        /// The certificate.
        certificate: FileName,
    );
}

/// A crt-list's entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct CrtListEntries(pub Vec<CrtListEntry>);

/// An entry of a crt-list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CrtListEntry {
    /// The certificate.
    pub certificate: String,
    /// Its line; `None` where it was not asked for.
    pub line: Option<u64>,
    /// Its settings, as a bind line has them.
    pub settings: String,
    /// The names it is for, and with `!` those it is not for.
    pub filters: Vec<String>,
}

impl Answer for CrtListEntries {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines();
        let rows = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
        rows.map(entry).collect::<Result<_, _>>().map(Self)
    }
}

fn entry(line: &str) -> Result<CrtListEntry, DecodeError> {
    let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (settings, filters) = match rest.trim_start().strip_prefix('[') {
        Some(rest) => rest
            .split_once(']')
            .ok_or_else(|| unexpected("settings in brackets", line))?,
        None => ("", rest),
    };
    let (certificate, number) = match name.rsplit_once(':') {
        Some((certificate, number)) if number.parse::<u64>().is_ok() => {
            (certificate, number.parse().ok())
        }
        _ => (name, None),
    };
    Ok(CrtListEntry {
        certificate: certificate.to_owned(),
        line: number,
        // Some versions end it with a NUL.
        settings: settings.trim_end_matches('\0').trim().to_owned(),
        filters: filters.split_whitespace().map(str::to_owned).collect(),
    })
}
