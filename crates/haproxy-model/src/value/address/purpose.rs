use std::net::Ipv4Addr;

use super::plain;
use crate::version::Version;

/// What an address is for: that decides which of its forms HAProxy takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AddressPurpose {
    /// Where connections are accepted.
    Bind,
    /// Where datagrams are received.
    DatagramBind,
    /// A server, which is looked up when HAProxy runs where it is a name.
    Server,
    /// A peer.
    Peer,
    /// Where a server is checked.
    Check,
    /// Where the agent of a server is asked: a host without a port.
    Agent,
    /// Where connections to servers come from.
    Source,
    /// Where connections pretend to come from.
    SpoofedSource,
    /// A SOCKS proxy.
    Socks,
    /// The only server of a proxy.
    Dispatch,
    /// Where a rule of a check connects to.
    CheckConnection,
    /// A target of logs.
    Log,
    /// A server of names.
    Nameserver,
    /// A server of mail.
    Mailer,
    /// An HTTP proxy, by its address.
    HttpProxy,
}

/// The version that asks for the ports of peers.
const PEERS_HAVE_PORTS: Version = Version::new(3, 0);

impl AddressPurpose {
    /// Whether there must be a port other than 0.
    pub fn needs_port(self, version: Version) -> bool {
        match self {
            Self::Bind
            | Self::DatagramBind
            | Self::Socks
            | Self::Dispatch
            | Self::Nameserver
            | Self::Mailer => true,
            Self::Peer => version >= PEERS_HAVE_PORTS,
            _ => false,
        }
    }

    /// Whether there may be several ports.
    pub const fn takes_range(self) -> bool {
        matches!(self, Self::Bind | Self::DatagramBind)
    }

    /// Whether there may be a distance from the connection's own port.
    pub fn takes_offset(self, version: Version) -> bool {
        match self {
            Self::Server => true,
            Self::Peer => version < PEERS_HAVE_PORTS,
            _ => false,
        }
    }

    /// Whether a host that cannot be found keeps HAProxy from starting because of its name alone:
    /// servers are looked up later, and targets of logs may be.
    pub const fn is_looked_up_at_start(self) -> bool {
        !matches!(self, Self::Server | Self::Log)
    }

    /// Whether it may be an open file.
    pub const fn takes_descriptor(self) -> bool {
        matches!(self, Self::Bind | Self::DatagramBind | Self::Log)
    }

    /// Whether data may come or go as datagrams.
    pub fn takes_datagrams(self, version: Version) -> bool {
        match self {
            Self::DatagramBind | Self::Log | Self::Nameserver => true,
            // Of backends that take logs.
            Self::Server => version >= Version::new(3, 0),
            _ => false,
        }
    }

    /// Whether data may come or go as a stream.
    pub const fn takes_streams(self) -> bool {
        !matches!(self, Self::DatagramBind)
    }

    /// Whether the word is a host and a port of the usual form, which most purposes take: to be
    /// told apart quickly from what must be looked at.
    pub(crate) fn takes_plainly(self, word: &str) -> bool {
        let Some((host, 1..)) = plain(word) else {
            return false;
        };
        let is_name = host.starts_with(|first: char| first.is_ascii_alphabetic());
        !matches!(self, Self::Agent | Self::HttpProxy)
            && (is_name || host.parse::<Ipv4Addr>().is_ok())
    }
}
