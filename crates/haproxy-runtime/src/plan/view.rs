use std::collections::HashMap;

use super::setting::{GlobalLimit, ServerSetting};
use super::step::Step;
use crate::client::{Caller, Error, Transport};
use crate::command::{
    FrontendName, Info, ServerPath, ServerStateRow, ShowInfo, ShowServersState, ShowStat,
    StatKinds, StatSelection,
};
use crate::operation::{runs, wanted_state};

/// What a process says of itself, as far as steps are about it.
pub(super) struct View {
    servers: HashMap<ServerPath, ServerStateRow>,
    /// The most connections of frontends and servers, by proxy and service.
    limits: HashMap<(String, String), u64>,
    info: Option<Info>,
}

impl View {
    /// Asks for what these steps are about.
    pub(super) async fn read<T: Transport>(
        caller: &mut Caller<T>,
        steps: &[Step],
    ) -> Result<Self, Error> {
        let mut view = Self {
            servers: HashMap::new(),
            limits: HashMap::new(),
            info: None,
        };
        if steps.iter().any(|step| step.server().is_some()) {
            let rows = caller.call(&ShowServersState::new()).await?.0;
            view.servers = rows.into_iter().map(|row| (row.path(), row)).collect();
        }
        if let Some(kinds) = kinds(steps) {
            let selection = StatSelection {
                proxy: "-1".to_owned(),
                kinds,
                server: -1,
            };
            let rows = caller.call(&ShowStat::new().selection(selection)).await?;
            let limits = rows.iter().map(|row| {
                let service = (row.proxy().to_owned(), row.service().to_owned());
                // No limit is told by no value.
                let limit = row.session_limit().unwrap_or(0);
                (service, u64::try_from(limit).unwrap_or(0))
            });
            view.limits = limits.collect();
        }
        if steps
            .iter()
            .any(|step| matches!(step, Step::SetGlobal { .. }))
        {
            view.info = Some(caller.call(&ShowInfo::new()).await?);
        }
        Ok(view)
    }

    pub(super) fn server(&self, server: &ServerPath) -> Option<&ServerStateRow> {
        self.servers.get(server)
    }

    /// The most connections of a frontend.
    pub(super) fn frontend(&self, frontend: &FrontendName) -> Option<u64> {
        self.maxconn(frontend.as_str(), "FRONTEND")
    }

    fn maxconn(&self, proxy: &str, service: &str) -> Option<u64> {
        let service = (proxy.to_owned(), service.to_owned());
        self.limits.get(&service).copied()
    }

    pub(super) fn limit(&self, limit: GlobalLimit) -> Option<u64> {
        let (name, unit) = limit.shown();
        let value: u64 = self.info.as_ref()?.get(name)?.parse().ok()?;
        value.checked_div(unit)
    }

    /// A setting of a server as it is, in the form of another value of it; `None` where the process does
    /// not tell it.
    pub(super) fn setting(
        &self,
        server: &ServerPath,
        like: &ServerSetting,
    ) -> Option<ServerSetting> {
        let row = self.servers.get(server)?;
        let column = |name: &str| row.others.get(name).filter(|value| *value != "-");
        Some(match like {
            ServerSetting::Address { port, .. } => ServerSetting::Address {
                address: row.address.clone()?,
                // Whether it counts from the client's port is not told.
                port: if port.starts_with(['+', '-']) {
                    port.clone()
                } else {
                    row.port.to_string()
                },
            },
            ServerSetting::Weight(_) => ServerSetting::Weight(u16::try_from(row.weight).ok()?),
            ServerSetting::Maxconn(_) => {
                let limit = self.maxconn(server.backend.as_str(), &server.server)?;
                ServerSetting::Maxconn(u32::try_from(limit).ok()?)
            }
            ServerSetting::State(_) => ServerSetting::State(wanted_state(row)),
            ServerSetting::Health(_) => ServerSetting::Health(runs(row, "srv_check_state")?),
            ServerSetting::Agent(_) => ServerSetting::Agent(runs(row, "srv_agent_state")?),
            ServerSetting::CheckAddress(_) => {
                ServerSetting::CheckAddress(column("srv_check_addr")?.clone())
            }
            ServerSetting::CheckPort(_) => {
                ServerSetting::CheckPort(column("srv_check_port")?.parse().ok()?)
            }
            ServerSetting::AgentAddress(_) => {
                ServerSetting::AgentAddress(column("srv_agent_addr")?.clone())
            }
            ServerSetting::AgentPort(_) => {
                ServerSetting::AgentPort(column("srv_agent_port")?.parse().ok()?)
            }
            ServerSetting::AgentSend(_) => return None,
        })
    }
}

/// What of the statistics is needed.
fn kinds(steps: &[Step]) -> Option<StatKinds> {
    let needs_servers = steps.iter().any(|step| {
        matches!(
            step,
            Step::SetServer {
                after: ServerSetting::Maxconn(_),
                ..
            } | Step::RemoveServer { .. }
                | Step::ReplaceServer { .. }
        )
    });
    let mut frontends = steps.iter();
    let needs_frontends = frontends.any(|step| matches!(step, Step::SetFrontendMaxconn { .. }));
    match (needs_frontends, needs_servers) {
        (false, false) => None,
        (true, false) => Some(StatKinds::FRONTENDS),
        (false, true) => Some(StatKinds::SERVERS),
        (true, true) => Some(StatKinds::ALL),
    }
}
