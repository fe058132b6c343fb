use super::mode::Mode;
use crate::conversion::ConversionError;
use crate::error::ValidationError;
use crate::relation::RelationId;
use crate::schema::Interface;
use crate::value::PortRange;

/// Why a relation gets no route, in words for a status message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The data of the application is invalid.
    #[error("invalid application data: {source}")]
    Application {
        /// What is wrong.
        source: ValidationError,
    },
    /// The data of a unit is invalid.
    #[error("invalid data of unit {unit}: {source}")]
    Unit {
        /// The name of the unit.
        unit: String,
        /// What is wrong.
        source: ValidationError,
    },
    /// The data is of a version that cannot be converted.
    #[error("{source}")]
    Conversion {
        /// What is wrong.
        source: ConversionError,
    },
    /// Other relations name their service the same.
    #[error("the service '{service}' is also that of {}", relations(others))]
    DuplicateService {
        /// The name.
        service: String,
        /// The other relations.
        others: Vec<RelationId>,
    },
    /// Other relations want gRPC on the same port.
    #[error("the gRPC port {port} is also that of {}", relations(others))]
    DuplicateGrpcPort {
        /// The port.
        port: u16,
        /// The other relations.
        others: Vec<RelationId>,
    },
    /// gRPC is wanted for servers without TLS.
    #[error("external_grpc_port needs the protocol 'https'")]
    GrpcWithoutTls,
    /// The policy does not name the service.
    #[error("the service '{service}' is not approved")]
    NotApproved {
        /// The name.
        service: String,
    },
    /// Neither the service nor the provider has a host name.
    #[error("no host name: set hostname, or the external host name of the provider")]
    NoHostname,
    /// Servers speak TLS, and nothing verifies their certificates.
    #[error("the protocol 'https' needs a CA bundle, which the provider has not got")]
    NoCaBundle,
    /// HTTP is served on these ports.
    #[error("port {port} is needed for HTTP")]
    WebPort {
        /// The port: 80 or 443.
        port: u16,
    },
    /// The provider needs the port for itself.
    #[error("port {port} is reserved by the provider")]
    ReservedPort {
        /// The port.
        port: u16,
    },
    /// Other TCP services have some of the ports, and cannot share them.
    #[error("the ports {ports} overlap those of {}", relations(others))]
    OverlappingPorts {
        /// The ports of this relation.
        ports: PortRange,
        /// The other relations.
        others: Vec<RelationId>,
    },
    /// A gRPC service and a TCP service want the same port.
    #[error(
        "port {port} is wanted for gRPC and for TCP, also by {}",
        relations(others)
    )]
    GrpcAndTcp {
        /// The port.
        port: u16,
        /// The relations that want the other of both.
        others: Vec<RelationId>,
    },
    /// A port is shared, and nothing tells for whom a client comes.
    #[error(
        "port {port} is shared with {}: sni and enforce_tls are needed",
        relations(others)
    )]
    SharedWithoutServerName {
        /// The port.
        port: u16,
        /// The relations with which it is shared.
        others: Vec<RelationId>,
    },
    /// A port is shared by services that disagree on where TLS ends.
    #[error(
        "port {port} is shared with {}, where TLS {}: tls_terminate must be the same",
        relations(others),
        if *terminates { "ends at the proxy" } else { "passes through" }
    )]
    SharedTlsTermination {
        /// The port.
        port: u16,
        /// The relations with which it is shared.
        others: Vec<RelationId>,
        /// Whether the others' TLS ends at the proxy.
        terminates: bool,
    },
    /// The provider serves something else, and one thing at a time.
    #[error("{} are served, and nothing beside them", mode.served())]
    OtherMode {
        /// What is served.
        mode: Mode,
    },
    /// The provider takes one relation of the interface.
    #[error("relation {first} is of the interface {interface}, too, and counts")]
    SecondRelation {
        /// The interface.
        interface: Interface,
        /// The relation that counts.
        first: RelationId,
    },
    /// A value cannot stand in a configuration.
    #[error("{reason}")]
    Unrenderable {
        /// Which one, and why.
        reason: String,
    },
}

/// The relations in words.
pub(super) fn relations(ids: &[RelationId]) -> String {
    let names: Vec<_> = ids.iter().map(RelationId::to_string).collect();
    let word = if names.len() == 1 {
        "relation"
    } else {
        "relations"
    };
    format!("{word} {}", names.join(", "))
}
