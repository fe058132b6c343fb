//! The older relations: `reverseproxy`, over which units say services in HAProxy's own language, and
//! `website`, over which they are passed on.

mod certificate;
mod charm_options;
mod gather;
mod lookups;
mod migrate;
mod monitoring;
mod peering;
mod read;
mod render;
mod service;
mod settings;
mod statsd;
mod website;

#[cfg(feature = "self-signed")]
pub use certificate::CertificateError;
pub use certificate::{DefaultCertificate, KeyedCertificate, reply};
pub use charm_options::CharmOptions;
pub use gather::{RequirerUnit, ServiceOptions, Services};
pub use migrate::{Migrated, MigratedData, migrate};
pub use monitoring::Monitoring;
pub use peering::{Peer, Peers};
pub use read::ServiceError;
pub use render::{RenderOptions, Rendered};
pub use service::{Certificate, ErrorFile, ExtraBackend, Service, ServiceServer};
pub use settings::{Settings, SettingsError};
pub use statsd::{StatsdError, statsd_datagrams};
pub use website::{Website, forward_for, website};
