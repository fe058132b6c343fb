use super::server_change;
use super::setting::ServerSetting;
use super::step::{ServerDefinition, Step};
use super::view::View;
use crate::command::{ServerPath, ServerState};

impl ServerDefinition {
    /// The steps that give a server what it has in the process and would not have where it is added as it
    /// is defined: what commands have set.
    pub(super) fn regained(&self, view: &View, server: &ServerPath) -> Vec<Step> {
        let settings = self.settings().into_iter();
        let steps = settings.filter_map(|defined| {
            let found = view.setting(server, &defined)?;
            (found != defined).then(|| Step::SetServer {
                server: server.clone(),
                before: defined,
                after: found,
            })
        });
        steps.collect()
    }

    /// What it defines of what commands set; whether it serves comes last.
    fn settings(&self) -> Vec<ServerSetting> {
        let has = |name: &str| self.parameters.iter().any(|word| word == name);
        let mut settings = Vec::new();
        let address = self.address.parse().ok();
        settings.extend(address.and_then(|address| server_change::address(&address)));
        let weight = self.weight.and_then(|weight| u16::try_from(weight).ok());
        settings.extend(weight.map(ServerSetting::Weight));
        let mut words = self.parameters.iter().skip_while(|word| *word != "maxconn");
        let maxconn = words.nth(1).map_or(Some(0), |word| word.parse().ok());
        settings.extend(maxconn.map(ServerSetting::Maxconn));
        if has("check") {
            settings.push(ServerSetting::Health(true));
        }
        if has("agent-check") {
            settings.push(ServerSetting::Agent(true));
        }
        settings.push(ServerSetting::State(if self.is_disabled {
            ServerState::Maintenance
        } else {
            ServerState::Ready
        }));
        settings
    }
}
