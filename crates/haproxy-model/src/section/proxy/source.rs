use crate::language::Directive;
use crate::value::{Address, LeadingInteger, Text};

/// The address from which servers are connected to.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Source {
    /// The address; `0.0.0.0` leaves it to the system.
    pub address: Address,
    /// The rest, in any order.
    pub parameters: Vec<SourceParameter>,
}

/// What else is known of the address from which servers are connected to.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SourceParameter {
    /// The address that servers see.
    #[keyword("usesrc")]
    Usesrc(UsedSource),
    /// The network interface.
    #[keyword("interface")]
    Interface(Text),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// The address that servers see.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum UsedSource {
    /// The client's, with its port.
    #[keyword("client")]
    Client,
    /// The client's, with any port.
    #[keyword("clientip")]
    Clientip,
    /// That in a header of the request.
    #[keyword("hdr_ip", call)]
    HdrIp {
        /// The header's name.
        #[arg(inside)]
        name: Text,
        /// Which of its values, counted from 1; from the end where negative.
        #[arg(inside)]
        occurrence: Option<LeadingInteger>,
    },
    /// Another one.
    #[keyword(value)]
    Address(Address),
}
