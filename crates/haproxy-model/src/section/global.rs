//! Settings of the whole process.
//!
//! The keywords are in one enum for each topic; [`GlobalKeyword`] has them all.

mod certificates;
mod debug;
mod device;
mod environment;
mod http_client;
mod limits;
mod log;
mod lua;
mod number;
mod polling;
mod process;
mod protocols;
mod security;
mod ssl;
mod ssl_option;
mod stats;
mod threads;
mod tune;

pub use certificates::{AcmeScheduler, CertificatesKeyword, ExtraFile};
pub use debug::{DebugKeyword, TaskProfiling};
pub use device::DeviceKeyword;
pub use environment::{EnvironmentKeyword, SetVar, SetVarFmt, Variable};
pub use http_client::{DnsFamily, HttpClientKeyword};
pub use limits::LimitsKeyword;
pub use log::LogKeyword;
pub use lua::{LuaBooleans, LuaKeyword, LuaLibrary, LuaLog, LuaPath, LuaPathKind, LuaProgram};
pub use number::{Count, Positive, Share};
pub use polling::PollingKeyword;
pub use process::{CloseSpreadTime, DefaultPath, ExternalCheck, ProcessKeyword};
pub use protocols::{HeaderCase, ProtocolsKeyword};
pub use security::{Capability, Dumpable, SecurityKeyword, UnixBindParameter};
pub use ssl::{SslEngine, SslKeyword};
pub use ssl_option::{SslDefaultBindOption, SslDefaultServerOption, TlsMethod};
pub use stats::{StatsKeyword, StatsSocket};
pub use threads::{
    CpuAffinity, CpuMap, CpuPolicy, CpuPolicyName, CpuRestriction, GroupAffinity, ThreadGroup,
    ThreadsKeyword, ThreadsPerCore,
};
pub use tune::{
    CertificateCompression, ConcurrentStreams, ConnectionTuning, DefaultShards,
    DeprecatedQuicTuning, EpollEvent, H2LogErrors, HttpTuning, IdlePoolSharing, MemoryTuning,
    MultiQueue, QuicTuning, SchedulerTuning, SocketOwner, SocketPerConnection, SslTuning,
    StreamModeration, Takeover, TargetLoad,
};

use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::Text;

/// Settings of the whole process.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("global")]
pub struct Global {
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<GlobalKeyword>>,
}

/// A line of a global section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"))]
#[non_exhaustive]
pub enum GlobalKeyword {
    /// What the process is called, how it runs and how it ends.
    #[keyword(group)]
    Process(ProcessKeyword),
    /// Which rights the process keeps.
    #[keyword(group)]
    Security(SecurityKeyword),
    /// How much the process takes on.
    #[keyword(group)]
    Limits(LimitsKeyword),
    /// How the process waits for the network.
    #[keyword(group)]
    Polling(PollingKeyword),
    /// Threads and CPUs.
    #[keyword(group)]
    Threads(ThreadsKeyword),
    /// Variables.
    #[keyword(group)]
    Environment(EnvironmentKeyword),
    /// What TLS connections have in common.
    #[keyword(group)]
    Ssl(SslKeyword),
    /// Where certificates come from.
    #[keyword(group)]
    Certificates(CertificatesKeyword),
    /// Where logs go.
    #[keyword(group)]
    Log(LogKeyword),
    /// The runtime API.
    #[keyword(group)]
    Stats(StatsKeyword),
    /// Lua programs.
    #[keyword(group)]
    Lua(LuaKeyword),
    /// Libraries that tell devices.
    #[keyword(group)]
    Device(DeviceKeyword),
    /// The client for HAProxy's own requests.
    #[keyword(group)]
    HttpClient(HttpClientKeyword),
    /// How strictly protocols are taken.
    #[keyword(group)]
    Protocols(ProtocolsKeyword),
    /// Help for debugging.
    #[keyword(group)]
    Debug(DebugKeyword),
    /// Buffers, and other memory.
    #[keyword(group)]
    Memory(MemoryTuning),
    /// How work is divided.
    #[keyword(group)]
    Scheduler(SchedulerTuning),
    /// Sockets and idle connections.
    #[keyword(group)]
    Connections(ConnectionTuning),
    /// HTTP/1 and HTTP/2.
    #[keyword(group)]
    Http(HttpTuning),
    /// TLS.
    #[keyword(group)]
    SslTuning(SslTuning),
    /// QUIC.
    #[keyword(group)]
    Quic(QuicTuning),
    /// QUIC, by older names.
    #[keyword(group)]
    DeprecatedQuic(DeprecatedQuicTuning),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::section_prints_back;

    #[test]
    fn lines_keep_their_order() {
        let global: Global = section_prints_back(
            "global
                maxconn 100
                log stdout local0
                no log
                log stderr local1
                daemon
                maxconn 200
                no busy-polling",
        );
        assert_eq!(global.maxconn(), Some(&200.into()));
        assert_eq!(global.logs().count(), 2);
        assert!(global.daemon());
        assert!(!global.busy_polling());
        assert_eq!(global.pidfile(), None);
    }

    #[test]
    fn lines_are_small() {
        assert!(size_of::<GlobalKeyword>() <= 64);
    }
}
