//! The `haproxy-route` relation: what a requirer may say, how it is validated, and what HAProxy is
//! then told.
//!
//! This crate knows `haproxy-model` and `haproxy-config`, and neither sockets nor processes. It turns
//! relation data into a configuration model, never into text templates.

mod beside;
mod collection;
mod conversion;
mod databag;
mod detection;
mod error;
mod field;
mod file;
mod json;
mod provider;
mod relation;
mod rendering;
mod requirer;
pub mod reverseproxy;
mod schema;
mod statement;
mod value;

pub use beside::{
    ApprovedRequest, DdosApplicationData, IngressApplicationData, IngressPerUnitData,
    IngressUnitData, PolicyApplicationData, SpoeAuthApplicationData, SpoeAuthUnitData,
};
pub use collection::{
    Collection, CollectionOptions, Mode, Refusal, Requirer, Server, TcpListener, Warning,
};
pub use conversion::{Conversion, ConversionError, ConversionOptions, Loss};
pub use databag::Databag;
pub use detection::detect_version;
pub use error::{ErrorKind, FieldError, Path, Step, ValidationError};
pub use field::{Visitor, is_domain};
pub use file::File;
pub use json::{Json, JsonError, OrderedMap};
pub use provider::ProviderApplicationData;
pub use relation::{Relation, RelationError, RelationId};
pub use rendering::{
    DdosLimits, ExplainedLine, Ingress, IngressUnit, Network, NetworkError, Origin, PeerAddress,
    PolicyService, Rendering, RenderingOptions, SpoeAuthentication, VariableScope, render,
    render_ingress, render_ingress_per_unit,
};
pub use requirer::{
    BandwidthLimit, Check, LoadBalancing, RateLimit, RequirerApplicationData, RequirerUnitData,
    Retry, Rewrite, TcpCheck, TcpRequirerApplicationData, Timeout,
};
pub use schema::{Interface, Schema, SchemaError};
pub use statement::StatementError;
pub use value::{
    Address, AddressError, HealthCheckType, Integer, LoadBalancingAlgorithm, PortError,
    PortMapping, PortRange, Protocol, RateLimitPolicy, RewriteMethod,
};
