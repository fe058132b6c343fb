//! Where to listen, to connect to or to send to.

mod family;
mod host;
mod list;
mod port;
mod purpose;

use std::fmt;
use std::net::SocketAddr;
use std::str::FromStr;

pub use family::{Family, Transport};
pub use host::Host;
pub use list::AddressList;
pub use port::AddressPort;
pub use purpose::AddressPurpose;

use super::{Text, word};
use crate::keyword::Syntax;
use crate::language::Problem;
use crate::version::Version;

/// An address with its family and port, as one word: `10.0.0.1:80`, `[::1]:80`, `:8080`,
/// `ipv6@*:443`, `quic4@:443`, `/run/app.sock`, `abns@name`, `fd@3`, `rhttp@backend/server`.
///
/// Which families and which forms of the port are possible depends on the statement: `bind` takes
/// ranges, `server` offsets. `bind` takes several addresses in one word: an [`AddressList`].
///
/// Addresses are equal when their family, transport, host and port are: `*:80` is `:80`.
#[derive(Debug, Clone, Eq)]
pub struct Address(Text);

impl Address {
    /// A path of the file system; `None` where it does not start with `/`.
    pub fn unix(path: &str) -> Option<Self> {
        path.starts_with('/').then(|| Self(path.into()))
    }

    /// A host, by name or address, and the port there; `None` where it is neither.
    pub fn host_and_port(host: &str, port: u16) -> Option<Self> {
        let is_v6 = host.contains(':') && !host.starts_with('[');
        let text = if is_v6 {
            format!("[{host}]:{port}")
        } else {
            format!("{host}:{port}")
        };
        let address: Self = text.parse().ok()?;
        let is_whole = address.port() == AddressPort::Single(port)
            && !matches!(address.host(), Host::Name(name) if name.contains([':', '/', ',', '@', '[', ']']));
        is_whole.then_some(address)
    }

    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What kind of address it is.
    pub fn family(&self) -> Family {
        self.parts().family
    }

    /// The transport that its prefix names; the statement decides where it names none.
    pub fn transport(&self) -> Option<Transport> {
        self.parts().transport
    }

    /// Who is addressed.
    pub fn host(&self) -> Host<'_> {
        let parts = self.parts();
        if parts.family.has_port() {
            Host::read(port::split(parts.rest).0)
        } else {
            Host::Other(parts.rest)
        }
    }

    /// The port, in the form that is written.
    pub fn port(&self) -> AddressPort<'_> {
        if let Some((_, port)) = plain(self.as_str()) {
            return AddressPort::Single(port);
        }
        let parts = self.parts();
        match port::split(parts.rest).1 {
            Some(port) if parts.family.has_port() => {
                AddressPort::read(port).unwrap_or(AddressPort::Missing)
            }
            _ => AddressPort::Missing,
        }
    }

    /// The first version that knows its prefix; `None` where 2.4 does, or there is no prefix.
    ///
    /// An older version takes the prefix for a part of the host's name.
    pub fn since(&self) -> Option<Version> {
        let parts = self.parts();
        let by_family = match parts.family {
            Family::AbstractZero => Some(Version::new(3, 1)),
            Family::ReverseHttp => Some(Version::new(2, 9)),
            _ => None,
        };
        let by_transport = match parts.transport {
            Some(Transport::Mptcp) => Some(Version::new(3, 1)),
            Some(Transport::Quic) if self.as_str().starts_with("quic+") => Some(Version::new(2, 7)),
            _ => None,
        };
        by_family.max(by_transport)
    }

    /// The address as a version reads it that does not know its prefix: a host and a port.
    pub fn without_prefix(&self) -> (Host<'_>, Option<AddressPort<'_>>) {
        let (host, port) = port::split(self.as_str());
        let port = port.map_or(Some(AddressPort::Missing), AddressPort::read);
        (Host::read(host), port)
    }

    fn parts(&self) -> family::Parts<'_> {
        family::split(self.as_str())
    }
}

impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
            || (self.family() == other.family()
                && self.transport() == other.transport()
                && self.host() == other.host()
                && self.port() == other.port())
    }
}

impl FromStr for Address {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        check(text)?;
        Ok(Self(text.into()))
    }
}

impl From<SocketAddr> for Address {
    fn from(address: SocketAddr) -> Self {
        Self(address.to_string().into())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

word_argument!(Address, &Syntax::Value("address"), EXPECTED);

const EXPECTED: &str = "an address such as 10.0.0.1:80";

/// Host and port of a word of the form that most have: letters, digits, dots and hyphens, then a colon
/// and a number.
fn plain(word: &str) -> Option<(&str, u16)> {
    let is_of_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let length = word.bytes().take_while(|byte| is_of_host(*byte)).count();
    let (host, behind) = word.split_at_checked(length)?;
    let port = behind.strip_prefix(':')?;
    let is_number = port.bytes().all(|byte| byte.is_ascii_digit());
    let port = if is_number { port.parse().ok() } else { None };
    port.map(|port| (host, port))
}

fn check(text: &str) -> Result<(), Problem> {
    if plain(text).is_some() {
        return Ok(());
    }
    if text.is_empty() {
        return Err(word::invalid(EXPECTED, text));
    }
    let parts = family::split(text);
    if !parts.family.has_port() {
        return Ok(());
    }
    match port::split(parts.rest).1 {
        Some(port) if AddressPort::read(port).is_none() => Err(word::invalid(
            "a port from 0 to 65535, a range or an offset behind the last ':'",
            text,
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use super::*;

    fn address(text: &str) -> Address {
        let address: Address = text.parse().unwrap();
        assert_eq!(address.to_string(), text);
        address
    }

    #[test]
    fn addresses_of_the_internet_have_host_and_port() {
        let local = Host::V4(Ipv4Addr::LOCALHOST);
        assert_eq!(address("127.0.0.1:80").host(), local);
        assert_eq!(address("127.0.0.1:80").port(), AddressPort::Single(80));
        assert_eq!(address("127.0.0.1:").port(), AddressPort::Missing);
        assert_eq!(address("127.0.0.1").port(), AddressPort::Missing);
        for text in ["[::1]:80", "::1:80", "ipv6@::1:80", "tcp6@[::1]:80"] {
            assert_eq!(
                address(text).host(),
                Host::V6(Ipv6Addr::LOCALHOST),
                "{text}"
            );
            assert_eq!(address(text).port(), AddressPort::Single(80), "{text}");
        }
        assert_eq!(address(":::80").host(), Host::V6(Ipv6Addr::UNSPECIFIED));
        assert_eq!(address("app.example:80").host(), Host::Name("app.example"));
        assert_eq!(address("*:80"), address(":80"));
        assert_eq!(address("*").host(), Host::Any);
        assert_eq!(address("[::1]").host(), Host::V6(Ipv6Addr::LOCALHOST));
    }

    #[test]
    fn ports_have_ranges_and_offsets() {
        assert_eq!(address(":80-90").port(), AddressPort::Range(80, 90));
        assert_eq!(address(":+10").port(), AddressPort::Offset(10));
        assert_eq!(address("10.0.0.1:-5").port(), AddressPort::Offset(-5));
        for text in ["10.0.0.1:http", ":65536", ":80-x", ":1-2-3", ":90-80"] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }

    #[test]
    fn prefixes_name_family_and_transport() {
        let kind = |text| (address(text).family(), address(text).transport());
        assert_eq!(kind("/run/a:1"), (Family::Unix, None));
        assert_eq!(kind("unix@a"), (Family::Unix, None));
        assert_eq!(kind("uxdg@/a"), (Family::Unix, Some(Transport::Datagram)));
        assert_eq!(kind("quic6@:443"), (Family::V6, Some(Transport::Quic)));
        assert_eq!(kind("udp@:514"), (Family::Ip, Some(Transport::Udp)));
        let datagram = Some(Transport::Datagram);
        assert_eq!(kind("dgram+fd@3"), (Family::FileDescriptor, datagram));
        let mptcp = Some(Transport::Mptcp);
        assert_eq!(kind("dgram+mptcp4@:80"), (Family::V4, mptcp));
        assert_eq!(kind("stream+/a"), (Family::Unix, Some(Transport::Stream)));
        assert_eq!(address("abns@a:1").host(), Host::Other("a:1"));
        assert_eq!(address("rhttp@b/s").family(), Family::ReverseHttp);
        // What looks like a prefix and is none belongs to the name.
        assert_eq!(
            address("foo@127.0.0.1:80").host(),
            Host::Name("foo@127.0.0.1")
        );
        assert_eq!(kind("stream@127.0.0.1:80"), (Family::Ip, None));
    }

    #[test]
    fn references_are_kept_where_they_stand() {
        let text = ":\u{10FF00}{PORT-80}";
        assert_eq!(
            address(text).port(),
            AddressPort::Reference("\u{10FF00}{PORT-80}")
        );
        let text = "\u{10FF00}{HOST-::1}:80";
        assert!(matches!(address(text).host(), Host::Name(_)));
        assert_eq!(address(text).port(), AddressPort::Single(80));
    }

    #[test]
    fn hosts_are_built_safely() {
        let built = |host| Address::host_and_port(host, 80).map(|address| address.to_string());
        assert_eq!(built("::1").as_deref(), Some("[::1]:80"));
        assert_eq!(built("a.example").as_deref(), Some("a.example:80"));
        for host in ["fd@3", "a:1,b", "/tmp/x", "unix@x"] {
            assert_eq!(built(host), None, "{host}");
        }
    }
}
