use crate::language::Directive;
use crate::value::{Address, Duration, LeadingInteger, Text};

/// The agent beside a server that tells its weight and state.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum AgentParameter {
    /// Asks the agent.
    #[keyword("agent-check", json = "agent-check", runtime, set = "server-agent")]
    Check,
    /// Leaves the agent alone, whatever the defaults say.
    #[keyword(
        "no-agent-check",
        json = "agent-check = disabled",
        negates = "agent-check"
    )]
    NoCheck,
    /// Where the agent is; the server's address where nothing says it.
    #[keyword(
        "agent-addr",
        json = "agent-addr: text",
        runtime,
        set = "server-agent-address"
    )]
    Address(#[arg(address = "agent")] Address),
    /// The time between two questions; 2 seconds where nothing says it.
    #[keyword("agent-inter", wants_unit = "3.2", json = "agent-inter", runtime)]
    Inter(Duration),
    /// The port of the agent.
    #[keyword("agent-port", json = "agent-port", runtime, set = "server-agent-port")]
    Port(LeadingInteger),
    /// What is sent to the agent on each connection, as it stands.
    #[keyword("agent-send", json = "agent-send", runtime, set = "server-agent-send")]
    Send(Text),
}
