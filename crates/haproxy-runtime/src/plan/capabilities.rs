use std::collections::BTreeSet;

use haproxy_model::keyword::Keyword;
use haproxy_model::version::Version;

use crate::client::{Caller, Error, Transport};
use crate::command::{AddServerHelp, Help, HelpWord, ShowInfo};
use crate::operation::Operation;
use crate::protocol::{Level, Mode, Specification};

/// What a process can do while it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Capabilities {
    /// Its branch.
    pub version: Version,
    /// The parameters that its `add server` takes; those that are known of its branch where it does not
    /// say it.
    pub server_parameters: Option<BTreeSet<String>>,
    /// The commands that its help lists, with their arguments; those that are known of its branch where there are none.
    pub commands: Option<BTreeSet<String>>,
    /// The most connections that its `maxconn` can be set to: those that it started with. The old
    /// configuration says it where this does not.
    pub hard_maxconn: Option<u64>,
}

impl Capabilities {
    /// What this branch of HAProxy can do.
    pub fn new(version: Version) -> Self {
        Self {
            version,
            server_parameters: None,
            commands: None,
            hard_maxconn: None,
        }
    }

    /// Whether it has this command.
    pub fn has(&self, command: &Specification) -> bool {
        match &self.commands {
            // Help is silent about what needs a mode.
            Some(commands) if command.mode == Mode::Ordinary => commands.iter().any(|listed| {
                let rest = listed.strip_prefix(command.name);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            }),
            _ => command.is_in(self.version),
        }
    }

    /// Whether `add server` takes this parameter.
    pub(super) fn takes(&self, parameter: &Keyword) -> bool {
        match &self.server_parameters {
            Some(parameters) => parameters.contains(parameter.name),
            None => parameter.is_at_runtime(self.version),
        }
    }
}

/// Asks a process what it can do: its version, `help` and, since 3.2, `add server help`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadCapabilities;

impl Operation for ReadCapabilities {
    type Outcome = Capabilities;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<Capabilities, Error> {
        // A version without a number is one that is being developed.
        let version = caller.version().await?.unwrap_or(Version::NEWEST);
        let mut capabilities = Capabilities::new(version);
        let info = caller.call(&ShowInfo::new()).await?;
        capabilities.hard_maxconn = info.hard_maxconn();
        // Help is silent about what the level of the socket does not allow.
        if caller.level().await? == Level::Admin {
            let help = caller.call(&Help::new()).await?;
            capabilities.commands = Some(help.0.into_iter().map(|entry| entry.usage).collect());
        }
        if AddServerHelp::SPECIFICATION.is_in(version) {
            match caller.call(&AddServerHelp::new(HelpWord::Help)).await {
                Ok(parameters) => {
                    capabilities.server_parameters = Some(parameters.0.into_iter().collect());
                }
                // The level of the socket does not allow it: neither will it allow a server.
                Err(Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(capabilities)
    }
}
