//! The servers of a backend, and what can be said of each.

mod agent;
mod checks;
mod health;
mod identity;
mod limits;
mod network;
mod observation;
mod pool;
mod proxy_protocol;
mod resolution;
mod source;
mod template;
mod tls;
mod transport;

pub use agent::AgentParameter;
pub use checks::CheckParameter;
pub use health::{HealthParameter, InitialState};
pub use identity::{HashKey, IdentityParameter};
pub use limits::LimitParameter;
pub use network::NetworkParameter;
pub use observation::{
    ErrorAction, MarkedDownAction, MarkedUpAction, ObservationParameter, ObservedLayer,
};
pub use pool::PoolParameter;
pub use proxy_protocol::{ProxyProtocolOption, ProxyProtocolParameter, TlvType};
pub use resolution::{AddressFamily, InitialAddress, ResolutionOption, ResolutionParameter};
pub use source::{Source, SourceOption, SpoofedAddress};
pub use template::{ServerTemplate, TemplateRange};
pub use tls::{ServerTlsParameter, ServerVerify};
pub use transport::{LogProtocol, TransportParameter, WebSocketProtocol};

use crate::keyword::Group;
use crate::language::Directive;
use crate::value::{Address, Name, Text};

/// A server that requests or connections are sent to.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Server {
    /// Its name, unique in its section.
    #[arg(defines = "server")]
    pub name: Name,
    /// Where it is: an address or a host name, with an optional port or distance from the
    /// connection's port.
    #[arg(address = "server")]
    pub address: Address,
    /// Its parameters, in order; where two contradict each other, the later one counts.
    pub parameters: Vec<ServerParameter>,
}

/// The parameters that the servers after it start from.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct DefaultServer {
    /// The parameters, in order.
    pub parameters: Vec<ServerParameter>,
}

/// A parameter of a server.
///
/// See the manual's section 5.2, "Server and default-server options".
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ServerParameter {
    /// How its health is checked.
    #[keyword(group)]
    Check(CheckParameter),
    /// The state it is in, and begins in.
    #[keyword(group)]
    Health(HealthParameter),
    /// How much it gets.
    #[keyword(group)]
    Limit(LimitParameter),
    /// What it is known by.
    #[keyword(group)]
    Identity(IdentityParameter),
    /// How connections to it are encrypted.
    #[keyword(group)]
    Tls(ServerTlsParameter),
    /// How its name is resolved.
    #[keyword(group)]
    Resolution(ResolutionParameter),
    /// Whom the server is told that a connection comes from.
    #[keyword(group)]
    ProxyProtocol(ProxyProtocolParameter),
    /// How its connections are reused.
    #[keyword(group)]
    Pool(PoolParameter),
    /// What an agent beside it says.
    #[keyword(group)]
    Agent(AgentParameter),
    /// What its traffic tells of its health.
    #[keyword(group)]
    Observation(ObservationParameter),
    /// Where its connections start, and how the system treats them.
    #[keyword(group)]
    Network(NetworkParameter),
    /// The protocol spoken with it.
    #[keyword(group)]
    Transport(TransportParameter),
    /// A word that no parameter explains.
    #[keyword(unknown)]
    Unknown(Text),
}

impl Server {
    /// A server without parameters.
    pub const fn new(name: Name, address: Address) -> Self {
        Self {
            name,
            address,
            parameters: Vec::new(),
        }
    }

    /// The parameters of one topic, in order.
    pub fn group<G: 'static>(&self) -> impl DoubleEndedIterator<Item = &G>
    where
        ServerParameter: Group<G>,
    {
        self.parameters.iter().filter_map(Group::group)
    }
}

#[cfg(test)]
mod tests;
