/// What kind of address it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Family {
    /// IPv4 or IPv6, as the host says: no prefix, `ip@`, `tcp@`, `udp@`, `mptcp@`.
    Ip,
    /// IPv4 only: `ipv4@`, `tcp4@`, `udp4@`, `quic4@`, `mptcp4@`.
    V4,
    /// IPv6 only: `ipv6@`, `tcp6@`, `udp6@`, `quic6@`, `mptcp6@`.
    V6,
    /// A path of the file system: a leading `/`, `unix@`, `uxst@`, `uxdg@`.
    Unix,
    /// A name in the abstract namespace, padded with zeros: `abns@`.
    Abstract,
    /// A name in the abstract namespace, ended by a zero: `abnsz@`.
    AbstractZero,
    /// The number of an open file: `fd@`.
    FileDescriptor,
    /// The number of one end of a pair of sockets: `sockpair@`.
    SocketPair,
    /// Connections that a server opened to us: `rhttp@` (`rev@` in a development version).
    ReverseHttp,
    /// The name of a ring, as a target of logs: `ring@`.
    Ring,
}

impl Family {
    /// Whether addresses of this kind have a host and a port.
    pub const fn has_port(self) -> bool {
        matches!(self, Self::Ip | Self::V4 | Self::V6)
    }
}

/// What carries the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Transport {
    /// A stream of any kind: `stream+`, `uxst@`.
    Stream,
    /// Datagrams of any kind: `dgram+`, `uxdg@`.
    Datagram,
    /// `tcp@`, `tcp4@`, `tcp6@`
    Tcp,
    /// `udp@`, `udp4@`, `udp6@`
    Udp,
    /// `quic4@`, `quic6@`, `quic+`
    Quic,
    /// `mptcp@`, `mptcp4@`, `mptcp6@`
    Mptcp,
}

/// An address without its prefix.
pub(super) struct Parts<'a> {
    pub(super) transport: Option<Transport>,
    pub(super) family: Family,
    pub(super) rest: &'a str,
}

/// Takes the prefix off; one that is not known belongs to the host's name.
pub(super) fn split(text: &str) -> Parts<'_> {
    let Some((transport, rest)) = split_transport(text) else {
        return split_family(text);
    };
    let inner = split_family(rest);
    Parts {
        transport: inner.transport.or(Some(transport)),
        ..inner
    }
}

fn split_transport(text: &str) -> Option<(Transport, &str)> {
    let (prefix, rest) = text.split_once('+')?;
    let transport = match prefix {
        "stream" => Transport::Stream,
        "dgram" => Transport::Datagram,
        "quic" => Transport::Quic,
        _ => return None,
    };
    Some((transport, rest))
}

fn split_family(text: &str) -> Parts<'_> {
    let without_prefix = |family| Parts {
        transport: None,
        family,
        rest: text,
    };
    if text.starts_with('/') {
        return without_prefix(Family::Unix);
    }
    let prefixed = text.split_once('@').and_then(|(prefix, rest)| {
        let (transport, family) = prefix_meaning(prefix)?;
        Some(Parts {
            transport,
            family,
            rest,
        })
    });
    prefixed.unwrap_or_else(|| without_prefix(Family::Ip))
}

fn prefix_meaning(prefix: &str) -> Option<(Option<Transport>, Family)> {
    Some(match prefix {
        "ip" => (None, Family::Ip),
        "ipv4" => (None, Family::V4),
        "ipv6" => (None, Family::V6),
        "tcp" => (Some(Transport::Tcp), Family::Ip),
        "tcp4" => (Some(Transport::Tcp), Family::V4),
        "tcp6" => (Some(Transport::Tcp), Family::V6),
        "udp" => (Some(Transport::Udp), Family::Ip),
        "udp4" => (Some(Transport::Udp), Family::V4),
        "udp6" => (Some(Transport::Udp), Family::V6),
        "quic4" => (Some(Transport::Quic), Family::V4),
        "quic6" => (Some(Transport::Quic), Family::V6),
        "mptcp" => (Some(Transport::Mptcp), Family::Ip),
        "mptcp4" => (Some(Transport::Mptcp), Family::V4),
        "mptcp6" => (Some(Transport::Mptcp), Family::V6),
        "unix" => (None, Family::Unix),
        "uxst" => (Some(Transport::Stream), Family::Unix),
        "uxdg" => (Some(Transport::Datagram), Family::Unix),
        "abns" => (None, Family::Abstract),
        "abnsz" => (None, Family::AbstractZero),
        "fd" => (None, Family::FileDescriptor),
        "sockpair" => (None, Family::SocketPair),
        "rhttp" | "rev" => (None, Family::ReverseHttp),
        "ring" => (None, Family::Ring),
        _ => return None,
    })
}
