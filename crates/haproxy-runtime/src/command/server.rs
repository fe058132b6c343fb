//! Servers: adding and removing them, and what can be changed of them.

use serde::Serialize;

use super::answer::{between, number, unexpected};
use super::parameter::words;
use super::{Answer, Done, Names, ServerPath, Weight, commands};
use crate::protocol::{DecodeError, Reply};

words! {
    /// What the administrator wants of a server.
    ServerState {
        /// It serves.
        Ready = "ready",
        /// It gets no new clients.
        Drain = "drain",
        /// It serves none and is not checked.
        Maintenance = "maint",
    }

    /// What a server's health is to be, whatever its checks say.
    ServerHealth {
        /// Up.
        Up = "up",
        /// Up for those it serves only.
        Stopping = "stopping",
        /// Down.
        Down = "down",
    }

    /// What a server's agent is to say, whatever it says.
    AgentHealth {
        /// Up.
        Up = "up",
        /// Down.
        Down = "down",
    }

    /// On or off.
    OnOff {
        /// On.
        On = "on",
        /// Off.
        Off = "off",
    }
}

commands! {
    /// Adds a server. It begins in maintenance, with its checks off.
    AddServer("add server" since(2, 6) admin()) -> Done (
        /// Where it is to be.
        server: ServerPath,
        /// Its address, and its port behind a colon.
        address: String,
    ) [
        /// Its parameters as a configuration writes them, word by word: `check`, `inter`, `2s`.
        parameters: Vec<String>,
    ];

    /// Lists the parameters that dynamic servers may have.
    AddServerHelp("add server" since(3, 2) admin()) -> ServerParameters (
        /// `help`.
        help: HelpWord,
    );

    /// Removes a server that is in maintenance and has no connections.
    DelServer("del server" since(2, 6) admin()) -> Done (
        /// The server.
        server: ServerPath,
    );

    /// Puts a server into maintenance.
    DisableServer("disable server" admin()) -> Done (
        /// The server.
        server: ServerPath,
    );

    /// Ends a server's maintenance.
    EnableServer("enable server" admin()) -> Done (
        /// The server.
        server: ServerPath,
    );

    /// Stops a server's health checks; it counts as up.
    DisableHealth("disable health" admin()) -> Done (
        /// The server.
        server: ServerPath,
    );

    /// Starts a server's health checks.
    EnableHealth("enable health" admin()) -> Done (
        /// The server.
        server: ServerPath,
    );

    /// Stops a server's agent checks.
    DisableAgent("disable agent" admin()) -> Done (
        /// The server.
        server: ServerPath,
    );

    /// Starts a server's agent checks.
    EnableAgent("enable agent" admin()) -> Done (
        /// The server.
        server: ServerPath,
    );

    /// Tells the weight of a server, and that of its configuration.
    GetWeight("get weight") -> WeightAnswer (
        /// The server.
        server: ServerPath,
    );

    /// Sets the weight of a server, in the form of old.
    SetWeight("set weight" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The weight.
        weight: Weight,
    );

    /// Sets the most connections that a server gets at once.
    SetServerMaxconn("set maxconn server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// How many; 0 for no limit.
        maxconn: u32,
    );

    /// Sets the weight of a server.
    SetServerWeight("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The weight.
        ["weight"] weight: Weight,
    );

    /// Sets the address of a server.
    SetServerAddress("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The address.
        ["addr"] address: String,
    ) [
        /// The port; `+1` and `-1` count from the client's.
        ["port"] port: Option<String>,
    ];

    /// Sets what the administrator wants of a server.
    SetServerState("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The state.
        ["state"] state: ServerState,
    );

    /// Sets a server's health, whatever its checks say.
    SetServerHealth("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The health.
        ["health"] health: ServerHealth,
    );

    /// Sets what a server's agent says, whatever it says.
    SetServerAgent("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The health.
        ["agent"] agent: AgentHealth,
    );

    /// Sets the address of a server's agent.
    SetServerAgentAddress("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The address.
        ["agent-addr"] address: String,
    ) [
        /// The port.
        ["port"] port: Option<u16>,
    ];

    /// Sets the port of a server's agent.
    SetServerAgentPort("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The port.
        ["agent-port"] port: u16,
    );

    /// Sets what is sent to a server's agent.
    SetServerAgentSend("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The text.
        ["agent-send"] text: String,
    );

    /// Sets the address that a server's health checks go to.
    SetServerCheckAddress("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The address.
        ["check-addr"] address: String,
    ) [
        /// The port.
        ["port"] port: Option<u16>,
    ];

    /// Sets the port that a server's health checks go to.
    SetServerCheckPort("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The port.
        ["check-port"] port: u16,
    );

    /// Sets the name that a server's resolver asks for.
    SetServerFqdn("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// The name.
        ["fqdn"] fqdn: String,
    );

    /// Switches TLS to a server on or off; deprecated.
    SetServerSsl("set server" admin()) -> Done (
        /// The server.
        server: ServerPath,
        /// On or off.
        ["ssl"] ssl: OnOff,
    );

    /// Ends all streams of a server.
    ShutdownServerSessions("shutdown sessions server" admin()) -> Done (
        /// The server.
        server: ServerPath,
    );
}

words! {
    /// The word that asks for help.
    HelpWord {
        /// `help`.
        Help = "help",
    }
}

/// The parameters that dynamic servers may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ServerParameters(pub Vec<String>);

impl Answer for ServerParameters {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let Names(mut names) = Names::decode(reply)?;
        names.retain(|name| !name.ends_with(':'));
        Ok(Self(names))
    }
}

/// The weight of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WeightAnswer {
    /// What it has.
    pub weight: u32,
    /// What its configuration gave it.
    pub initial: u32,
}

impl Answer for WeightAnswer {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let line = reply.message();
        let (weight, rest) = line
            .split_once(' ')
            .ok_or_else(|| unexpected("a weight", line))?;
        let initial = between(rest, "initial ", ")").unwrap_or_default();
        Ok(Self {
            weight: number(weight, line)?,
            initial: number(initial, line)?,
        })
    }
}
