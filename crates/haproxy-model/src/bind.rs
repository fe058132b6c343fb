//! Where connections are accepted, and how.

mod certificate;
mod connection;
mod datagram;
mod identity;
mod quic;
mod socket;
mod stats;
mod thread;
mod tls;
mod unix;

pub use certificate::BindCertificateParameter;
pub use connection::ConnectionParameter;
pub use datagram::DatagramBind;
pub use identity::BindIdentityParameter;
pub use quic::{QuicParameter, QuicSocket};
pub use socket::SocketParameter;
pub use stats::{FileDescriptors, SeverityOutput, StatsLevel, StatsSocketParameter};
pub use thread::{ShardCount, ThreadParameter, ThreadSet};
pub use tls::{BindTlsParameter, BindVerify, IgnoredErrors};
pub use unix::UnixSocketParameter;

use crate::keyword::Group;
use crate::language::Directive;
use crate::value::{AddressList, Text};

/// Addresses that connections are accepted on.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Bind {
    /// The addresses, with their ports.
    #[arg(address = "bind")]
    pub addresses: AddressList,
    /// The parameters of all of them, in order.
    pub parameters: Vec<BindParameter>,
}

/// The parameters of the local peer's listener, without its address.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct DefaultBind {
    /// The parameters, in order.
    pub parameters: Vec<BindParameter>,
}

/// A parameter of a listener.
///
/// See the manual's section 5.1, "Bind options".
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum BindParameter {
    /// The certificates it shows.
    #[keyword(group)]
    Certificate(BindCertificateParameter),
    /// How its connections are encrypted.
    #[keyword(group)]
    Tls(BindTlsParameter),
    /// What it does with connections.
    #[keyword(group)]
    Connection(ConnectionParameter),
    /// What it is known by.
    #[keyword(group)]
    Identity(BindIdentityParameter),
    /// What the system does with its sockets.
    #[keyword(group)]
    Socket(SocketParameter),
    /// The file of a Unix socket.
    #[keyword(group)]
    Unix(UnixSocketParameter),
    /// The threads that serve it.
    #[keyword(group)]
    Thread(ThreadParameter),
    /// What a stats socket allows.
    #[keyword(group)]
    Stats(StatsSocketParameter),
    /// How it does QUIC.
    #[keyword(group)]
    Quic(QuicParameter),
    /// A word that no parameter explains.
    #[keyword(unknown)]
    Unknown(Text),
}

impl Bind {
    /// A listener without parameters.
    pub const fn new(addresses: AddressList) -> Self {
        Self {
            addresses,
            parameters: Vec::new(),
        }
    }

    /// The parameters of one topic, in order.
    pub fn group<G: 'static>(&self) -> impl DoubleEndedIterator<Item = &G>
    where
        BindParameter: Group<G>,
    {
        self.parameters.iter().filter_map(Group::group)
    }
}

#[cfg(test)]
mod tests;
