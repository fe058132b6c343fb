use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Where the runtime API listens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Address {
    /// A socket in the file system.
    Unix(PathBuf),
    /// An abstract socket of Linux, as `abns@name` in a configuration: the name is filled up with NULs.
    Abstract(String),
    /// An abstract socket of Linux, as `abnsz@name` in a configuration: the name as it is.
    AbstractUnpadded(String),
    /// A host and a port.
    Tcp(String),
}

impl Address {
    /// The socket at this path.
    pub fn unix(path: impl Into<PathBuf>) -> Self {
        Self::Unix(path.into())
    }

    /// This host and port: `127.0.0.1:9999`, `[::1]:9999`.
    pub fn tcp(address: impl Into<String>) -> Self {
        Self::Tcp(address.into())
    }

    /// The name of an abstract socket, as the kernel has it.
    pub(crate) fn abstract_name(name: &str, is_padded: bool) -> Vec<u8> {
        let mut name = name.as_bytes().to_vec();
        if is_padded {
            // The whole of the kernel's field but the NUL that stands before the name.
            name.resize(107, 0);
        }
        name
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unix(path) => write!(formatter, "unix@{}", path.display()),
            Self::Abstract(name) => write!(formatter, "abns@{name}"),
            Self::AbstractUnpadded(name) => write!(formatter, "abnsz@{name}"),
            Self::Tcp(address) => formatter.write_str(address),
        }
    }
}

/// The text is no address of a socket.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a path, abns@name or host:port, found '{found}'")]
pub struct AddressError {
    /// The text as it stands.
    pub found: String,
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || AddressError {
            found: text.to_owned(),
        };
        if let Some(path) = text.strip_prefix("unix@") {
            return Ok(Self::unix(path));
        }
        if let Some(name) = text.strip_prefix("abns@") {
            return Ok(Self::Abstract(name.to_owned()));
        }
        if let Some(name) = text.strip_prefix("abnsz@") {
            return Ok(Self::AbstractUnpadded(name.to_owned()));
        }
        if text.contains('/') {
            return Ok(Self::unix(text));
        }
        let address = ["ipv4@", "ipv6@", "tcp@"]
            .iter()
            .find_map(|prefix| text.strip_prefix(prefix))
            .unwrap_or(text);
        let (host, port) = address.rsplit_once(':').ok_or_else(error)?;
        if host.is_empty() || port.parse::<u16>().is_err() {
            return Err(error());
        }
        Ok(Self::tcp(address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        for (text, address) in [
            ("/run/haproxy.sock", Address::unix("/run/haproxy.sock")),
            ("unix@sock", Address::unix("sock")),
            ("./sock", Address::unix("./sock")),
            ("abns@name", Address::Abstract("name".into())),
            ("127.0.0.1:99", Address::tcp("127.0.0.1:99")),
            ("ipv6@[::1]:99", Address::tcp("[::1]:99")),
        ] {
            assert_eq!(text.parse(), Ok(address), "{text}");
        }
        assert!("name".parse::<Address>().is_err());
        assert!("host:port".parse::<Address>().is_err());
    }
}
