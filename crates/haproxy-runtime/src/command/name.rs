use std::fmt;
use std::str::FromStr;

use super::parameter::displayed;

macro_rules! names {
    ($($(#[doc = $documentation:literal])+ $name:ident)+) => {$(
        $(#[doc = $documentation])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The name as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<T: Into<String>> From<T> for $name {
            fn from(name: T) -> Self {
                Self(name.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        displayed!($name);
    )+};
}

names! {
    /// The name of a backend, or its number behind a `#`.
    BackendName
    /// The name of a frontend, or its number behind a `#`.
    FrontendName
    /// The name of a stick table: that of the proxy or `peers/table` that has it.
    TableName
    /// The file of a certificate, CA, CRL or crt-list as HAProxy names it.
    FileName
}

/// A server and the backend it is in: `app/s1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServerPath {
    /// The backend.
    pub backend: BackendName,
    /// The name of the server, or its number behind a `#`.
    pub server: String,
}

impl ServerPath {
    /// The server of this name in this backend.
    pub fn new(backend: impl Into<BackendName>, server: impl Into<String>) -> Self {
        Self {
            backend: backend.into(),
            server: server.into(),
        }
    }
}

impl fmt::Display for ServerPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.backend, self.server)
    }
}

impl serde::Serialize for ServerPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The text is not a backend and a server such as `app/s1`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a backend and a server such as app/s1, found '{found}'")]
pub struct ServerPathError {
    /// The text as it stands.
    pub found: String,
}

impl FromStr for ServerPath {
    type Err = ServerPathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('/') {
            Some((backend, server)) if !backend.is_empty() && !server.is_empty() => {
                Ok(Self::new(backend, server))
            }
            _ => Err(ServerPathError {
                found: text.to_owned(),
            }),
        }
    }
}
