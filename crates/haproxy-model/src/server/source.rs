use crate::language::Directive;
use crate::value::{Address, Integer, Text};

/// Where connections to servers start.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Source {
    /// The local address, with an optional port or range of ports.
    #[arg(address = "source")]
    pub address: Address,
    /// What else is known of the start.
    pub options: Vec<SourceOption>,
}

/// What is known of where connections start.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SourceOption {
    /// The address that the server sees, where the system lets HAProxy pretend one.
    #[keyword("usesrc", json = "(_, usesrc=address, address_second: address)")]
    UseSource(#[arg(address = "spoofed-source")] SpoofedAddress),
    /// The network interface.
    #[keyword("interface", json = "interface")]
    Interface(Text),
}

/// The address that a server sees a connection come from.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SpoofedAddress {
    /// The client's address and port.
    #[keyword("client", json = "usesrc = client")]
    Client,
    /// The client's address.
    #[keyword("clientip", json = "usesrc = clientip")]
    ClientIp,
    /// An address that a header of the request holds.
    #[keyword("hdr_ip", json = "usesrc = hdr_ip (hdr, occ: text)", call)]
    Header(#[arg(inside)] Text, #[arg(inside)] Option<Integer>),
    /// This address.
    #[keyword(value)]
    Address(Address),
}
