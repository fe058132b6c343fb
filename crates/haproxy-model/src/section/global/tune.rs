//! The `tune.*` keywords.

mod connections;
mod http;
mod memory;
mod quic;
mod quic_deprecated;
mod scheduler;
mod ssl;

pub use connections::{ConnectionTuning, IdlePoolSharing, Takeover};
pub use http::{ConcurrentStreams, H2LogErrors, HttpTuning, StreamModeration, TargetLoad};
pub use memory::MemoryTuning;
pub use quic::{QuicTuning, SocketPerConnection};
pub use quic_deprecated::{DeprecatedQuicTuning, SocketOwner};
pub use scheduler::{DefaultShards, EpollEvent, MultiQueue, SchedulerTuning};
pub use ssl::{CertificateCompression, SslTuning};
