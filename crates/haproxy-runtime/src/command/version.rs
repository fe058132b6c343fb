//! HAProxy's version.

use haproxy_model::version::Version;
use serde::Serialize;

use super::{Answer, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Tells the version of the process.
    ShowVersion("show version" everywhere()) -> ProcessVersion;
}

/// The version of a process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ProcessVersion(pub String);

impl ProcessVersion {
    /// As HAProxy writes it: `3.2.26-1`, `3.5-dev5-50872daa6`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its branch, such as 3.2; `None` where it names none.
    pub fn branch(&self) -> Option<Version> {
        branch_of(&self.0)
    }
}

impl Answer for ProcessVersion {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self(reply.message().trim().to_owned()))
    }
}

/// The branch that a version belongs to.
pub(crate) fn branch_of(text: &str) -> Option<Version> {
    let (major, rest) = text.trim().split_once('.')?;
    let end = rest
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(rest.len());
    let (minor, _) = rest.split_at_checked(end)?;
    Some(Version::new(major.parse().ok()?, minor.parse().ok()?))
}
