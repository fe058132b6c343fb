use std::fmt;

use serde::Serialize;

use crate::command::{
    Command, DisableAgent, DisableHealth, Done, EnableAgent, EnableHealth, FrontendName, RateLimit,
    RateLimitScope, ServerPath, ServerState, SetFrontendMaxconn, SetGlobalMaxconn, SetRateLimit,
    SetServerAddress, SetServerAgentAddress, SetServerAgentPort, SetServerAgentSend,
    SetServerCheckAddress, SetServerCheckPort, SetServerMaxconn, SetServerState, SetServerWeight,
    Weight,
};
use crate::protocol::{DecodeError, EncodeError, Reply, Request, Specification};

/// A setting of a server that a command sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "setting", content = "value", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ServerSetting {
    /// Its address, and its port; `+1` and `-1` count from the client's.
    Address {
        /// The address.
        address: String,
        /// The port.
        port: String,
    },
    /// Its weight.
    Weight(u16),
    /// The most connections that it gets at once; 0 for no limit.
    Maxconn(u32),
    /// What the administrator wants of it.
    State(ServerState),
    /// Whether it is checked.
    Health(bool),
    /// Whether its agent is asked.
    Agent(bool),
    /// The address that checks go to.
    CheckAddress(String),
    /// The port that checks go to.
    CheckPort(u16),
    /// The address of its agent.
    AgentAddress(String),
    /// The port of its agent.
    AgentPort(u16),
    /// What is sent to its agent.
    AgentSend(String),
}

impl fmt::Display for ServerSetting {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let switch = |is_on: bool| if is_on { "on" } else { "off" };
        match self {
            Self::Address { address, port } => write!(formatter, "address {address} port {port}"),
            Self::Weight(weight) => write!(formatter, "weight {weight}"),
            Self::Maxconn(0) => formatter.write_str("no maxconn"),
            Self::Maxconn(maxconn) => write!(formatter, "maxconn {maxconn}"),
            Self::State(state) => write!(formatter, "state {state}"),
            Self::Health(is_on) => write!(formatter, "check {}", switch(*is_on)),
            Self::Agent(is_on) => write!(formatter, "agent-check {}", switch(*is_on)),
            Self::CheckAddress(address) => write!(formatter, "check-addr {address}"),
            Self::CheckPort(port) => write!(formatter, "check-port {port}"),
            Self::AgentAddress(address) => write!(formatter, "agent-addr {address}"),
            Self::AgentPort(port) => write!(formatter, "agent-port {port}"),
            Self::AgentSend(text) => write!(formatter, "agent-send '{text}'"),
        }
    }
}

/// A limit of the process that a command sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GlobalLimit {
    /// The most connections at a time.
    Maxconn,
    /// Connections a second; 0 for no limit.
    Maxconnrate,
    /// Sessions a second; 0 for no limit.
    Maxsessrate,
    /// TLS sessions a second; 0 for no limit.
    Maxsslrate,
    /// Kilobytes that go into HTTP compression a second; 0 for no limit.
    Maxcomprate,
}

impl GlobalLimit {
    /// Its keyword in the global section.
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::Maxconn => "maxconn",
            Self::Maxconnrate => "maxconnrate",
            Self::Maxsessrate => "maxsessrate",
            Self::Maxsslrate => "maxsslrate",
            Self::Maxcomprate => "maxcomprate",
        }
    }

    /// What `show info` calls it, and how much one of its units is there.
    pub(super) const fn shown(self) -> (&'static str, u64) {
        match self {
            Self::Maxconn => ("Maxconn", 1),
            Self::Maxconnrate => ("ConnRateLimit", 1),
            Self::Maxsessrate => ("SessRateLimit", 1),
            Self::Maxsslrate => ("SslRateLimit", 1),
            Self::Maxcomprate => ("CompressBpsRateLim", 1024),
        }
    }
}

/// Declares a choice between commands that are answered alike, which is a command itself.
macro_rules! setters {
    ($($command:ident),+ $(,)?) => {
        /// A command that sets one value.
        #[derive(Debug)]
        pub(super) enum Setter {
            $($command($command),)+
        }

        $(impl From<$command> for Setter {
            fn from(command: $command) -> Self {
                Self::$command(command)
            }
        })+

        impl Command for Setter {
            type Answer = Done;

            fn specification(&self) -> Specification {
                match self { $(Self::$command(command) => command.specification(),)+ }
            }

            fn request(&self) -> Result<Request, EncodeError> {
                match self { $(Self::$command(command) => command.request(),)+ }
            }

            fn decode(&self, reply: Reply) -> Result<Done, DecodeError> {
                match self { $(Self::$command(command) => command.decode(reply),)+ }
            }
        }
    };
}

setters! {
    DisableAgent, DisableHealth, EnableAgent, EnableHealth, SetFrontendMaxconn, SetGlobalMaxconn,
    SetRateLimit, SetServerAddress, SetServerAgentAddress, SetServerAgentPort, SetServerAgentSend,
    SetServerCheckAddress, SetServerCheckPort, SetServerMaxconn, SetServerState, SetServerWeight,
}

impl Setter {
    pub(super) fn server(server: &ServerPath, setting: &ServerSetting) -> Self {
        let server = server.clone();
        match setting {
            ServerSetting::Address { address, port } => {
                let command = SetServerAddress::new(server, address.clone());
                command.port(Some(port.clone())).into()
            }
            ServerSetting::Weight(weight) => {
                SetServerWeight::new(server, Weight::Absolute(*weight)).into()
            }
            ServerSetting::Maxconn(maxconn) => SetServerMaxconn::new(server, *maxconn).into(),
            ServerSetting::State(state) => SetServerState::new(server, *state).into(),
            ServerSetting::Health(true) => EnableHealth::new(server).into(),
            ServerSetting::Health(false) => DisableHealth::new(server).into(),
            ServerSetting::Agent(true) => EnableAgent::new(server).into(),
            ServerSetting::Agent(false) => DisableAgent::new(server).into(),
            ServerSetting::CheckAddress(address) => {
                SetServerCheckAddress::new(server, address.clone()).into()
            }
            ServerSetting::CheckPort(port) => SetServerCheckPort::new(server, *port).into(),
            ServerSetting::AgentAddress(address) => {
                SetServerAgentAddress::new(server, address.clone()).into()
            }
            ServerSetting::AgentPort(port) => SetServerAgentPort::new(server, *port).into(),
            ServerSetting::AgentSend(text) => SetServerAgentSend::new(server, text.clone()).into(),
        }
    }

    pub(super) fn frontend(frontend: &FrontendName, maxconn: u64) -> Self {
        SetFrontendMaxconn::new(frontend.clone(), narrow(maxconn)).into()
    }

    pub(super) fn global(limit: GlobalLimit, value: u64) -> Self {
        let rate = match limit {
            GlobalLimit::Maxconn => return SetGlobalMaxconn::new(narrow(value)).into(),
            GlobalLimit::Maxconnrate => RateLimit::Connections,
            GlobalLimit::Maxsessrate => RateLimit::Sessions,
            GlobalLimit::Maxsslrate => RateLimit::SslSessions,
            GlobalLimit::Maxcomprate => RateLimit::HttpCompression,
        };
        SetRateLimit::new(rate, RateLimitScope::Global, narrow(value)).into()
    }
}

/// HAProxy's own limits are signed and of 32 bits.
fn narrow(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
