use super::server::{state_of, wanted_state};
use super::{Operation, undone};
use crate::client::{Caller, Error, Transport};
use crate::command::{
    ServerPath, ServerState, ServerStateRow, SetServerAddress, SetServerMaxconn, SetServerState,
    SetServerWeight, ShowStat, StatKinds, StatRow, StatSelection, Weight,
};

/// Changes several settings of a server: all of them, or none.
#[derive(Debug, Clone)]
pub struct ChangeServer {
    /// The server.
    pub server: ServerPath,
    /// Its address.
    pub address: Option<String>,
    /// Its port. HAProxy needs the address with it.
    pub port: Option<u16>,
    /// Its weight.
    pub weight: Option<Weight>,
    /// The most connections that it gets at once; 0 for no limit.
    pub maxconn: Option<u32>,
    /// What the administrator wants of it.
    pub state: Option<ServerState>,
}

impl ChangeServer {
    /// No change so far.
    pub fn new(server: ServerPath) -> Self {
        Self {
            server,
            address: None,
            port: None,
            weight: None,
            maxconn: None,
            state: None,
        }
    }

    async fn apply<T: Transport>(
        &self,
        caller: &mut Caller<T>,
        address: Option<&str>,
    ) -> Result<(), Error> {
        let server = || self.server.clone();
        if let Some(address) = self.address.as_deref().or(address) {
            let port = self.port.map(|port| port.to_string());
            let command = SetServerAddress::new(server(), address.to_owned()).port(port);
            caller.call(&command).await?;
        }
        if let Some(weight) = self.weight {
            caller.call(&SetServerWeight::new(server(), weight)).await?;
        }
        if let Some(maxconn) = self.maxconn {
            caller
                .call(&SetServerMaxconn::new(server(), maxconn))
                .await?;
        }
        if let Some(state) = self.state {
            caller.call(&SetServerState::new(server(), state)).await?;
        }
        Ok(())
    }

    /// The change that brings back how it was.
    fn reverse(&self, before: &ServerStateRow, maxconn: Option<u32>) -> Self {
        let is_moved = self.address.is_some() || self.port.is_some();
        Self {
            server: self.server.clone(),
            address: before.address.clone().filter(|_| is_moved),
            port: is_moved.then_some(before.port),
            weight: self
                .weight
                .and(u16::try_from(before.weight).ok())
                .map(Weight::Absolute),
            maxconn: self.maxconn.and(maxconn),
            state: self.state.map(|_| wanted_state(before)),
        }
    }
}

impl Operation for ChangeServer {
    type Outcome = ();

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        let before = state_of(caller, &self.server).await?;
        let selection = StatSelection {
            proxy: self.server.backend.to_string(),
            kinds: StatKinds::SERVERS,
            server: i64::from(before.id),
        };
        let rows = caller.call(&ShowStat::new().selection(selection)).await?;
        let limit = rows.iter().next().and_then(StatRow::session_limit);
        // No limit is told by no value.
        let maxconn = u32::try_from(limit.unwrap_or(0)).ok();
        let address = before.address.as_deref().filter(|_| self.port.is_some());
        match self.apply(caller, address).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let undo = self.reverse(&before, maxconn).apply(caller, None).await;
                Err(undone(error, undo))
            }
        }
    }
}
