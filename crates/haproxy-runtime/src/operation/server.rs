use std::time::{Duration, Instant};

use super::{Operation, undone};
use crate::client::{Caller, Error, Transport};
use crate::command::{
    AddServer, BackendName, DelServer, DisableAgent, EnableAgent, EnableHealth, EnableServer,
    OperationalState, ServerPath, ServerState, ServerStateRow, SetServerState, ShowServersState,
    ShowStat, ShutdownServerSessions, StatKinds, StatSelection, Wait, WaitCondition,
};
use crate::protocol::EncodeError;

/// How often something is looked at that is waited for.
const INTERVAL: Duration = Duration::from_millis(50);

/// Adds a server that serves: with its checks running, and up, if that is waited for.
///
/// It is removed again where a later step fails.
#[derive(Debug, Clone)]
pub struct CreateServer {
    /// Where it is to be.
    pub server: ServerPath,
    /// Its address, and its port behind a colon.
    pub address: String,
    /// Its parameters as a configuration writes them, word by word.
    pub parameters: Vec<String>,
    /// How long it may take to be up; it is not waited for where there is none.
    pub wait: Option<Duration>,
}

impl CreateServer {
    /// A server without parameters.
    pub fn new(server: ServerPath, address: impl Into<String>) -> Self {
        Self {
            server,
            address: address.into(),
            parameters: Vec::new(),
            wait: None,
        }
    }

    /// The same with these parameters: `["check", "inter", "2s"]`.
    #[must_use]
    pub fn parameters<P: Into<String>>(mut self, parameters: impl IntoIterator<Item = P>) -> Self {
        self.parameters = parameters.into_iter().map(Into::into).collect();
        self
    }

    /// The same, waiting so long until it is up.
    #[must_use]
    pub fn wait(mut self, time: Duration) -> Self {
        self.wait = Some(time);
        self
    }

    fn has(&self, parameter: &str) -> bool {
        self.parameters.iter().any(|word| word == parameter)
    }

    async fn start<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        if self.has("check") {
            caller.call(&EnableHealth::new(self.server.clone())).await?;
        }
        if self.has("agent-check") {
            caller.call(&EnableAgent::new(self.server.clone())).await?;
        }
        if !self.has("disabled") {
            caller.call(&EnableServer::new(self.server.clone())).await?;
        }
        match self.wait {
            Some(time) => wait_until_up(caller, &self.server, time).await,
            None => Ok(()),
        }
    }
}

impl Operation for CreateServer {
    type Outcome = ();

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        let command = AddServer::new(self.server.clone(), self.address.clone());
        caller
            .call(&command.parameters(self.parameters.clone()))
            .await?;
        match self.start(caller).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let undo = delete(caller, &self.server, true, Duration::from_secs(5)).await;
                Err(undone(error, undo))
            }
        }
    }
}

async fn wait_until_up<T: Transport>(
    caller: &mut Caller<T>,
    server: &ServerPath,
    time: Duration,
) -> Result<(), Error> {
    let start = Instant::now();
    loop {
        let row = state_of(caller, server).await?;
        let is_up = matches!(
            row.operational_state,
            OperationalState::Running | OperationalState::Starting
        );
        // A server whose checks have not told anything counts as running.
        let number = |column: &str| {
            let value = row.others.get(column);
            value
                .and_then(|value| value.parse::<u32>().ok())
                .unwrap_or(0)
        };
        let is_checked = number("srv_check_state") & 0x04 == 0 || number("srv_check_status") > 2;
        if is_up && is_checked {
            return Ok(());
        }
        if start.elapsed() >= time {
            return Err(Error::NotReached {
                what: format!("{server} is not up"),
                after: time,
                last: format!("{:?}", row.operational_state),
            });
        }
        caller.sleep(INTERVAL).await;
    }
}

/// The state of one server.
pub(super) async fn state_of<T: Transport>(
    caller: &mut Caller<T>,
    server: &ServerPath,
) -> Result<ServerStateRow, Error> {
    let command = ShowServersState::new().backend(server.backend.clone());
    let rows = caller.call(&command).await?.0;
    let id = server
        .server
        .strip_prefix('#')
        .and_then(|id| id.parse().ok());
    let found = rows
        .into_iter()
        .find(|row| row.name == server.server || Some(row.id) == id);
    found.ok_or_else(|| Error::Value {
        value: server.to_string(),
        reason: "the backend has no such server",
    })
}

/// Takes a server out of use and removes it: it gets no new clients, its clients may finish, and it goes.
///
/// It serves as before where it cannot be removed.
#[derive(Debug, Clone)]
pub struct RemoveServer {
    /// The server.
    pub server: ServerPath,
    /// How long its clients may take to finish; they may not where there is none.
    pub drain: Option<Duration>,
    /// Whether clients that have not finished then are cut off. The server stays where they are not.
    pub cuts_off: bool,
}

impl RemoveServer {
    /// The server goes at once, and its clients are cut off.
    pub fn at_once(server: ServerPath) -> Self {
        Self {
            server,
            drain: None,
            cuts_off: true,
        }
    }

    /// The server goes when its clients have finished, at most so long from now.
    pub fn drained(server: ServerPath, time: Duration) -> Self {
        Self {
            server,
            drain: Some(time),
            cuts_off: false,
        }
    }

    /// The same, cutting off clients that have not finished then.
    #[must_use]
    pub fn then_cut_off(mut self) -> Self {
        self.cuts_off = true;
        self
    }

    async fn drain_and_delete<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        if let Some(time) = self.drain {
            let state = SetServerState::new(self.server.clone(), ServerState::Drain);
            caller.call(&state).await?;
            match wait_until_unused(caller, &self.server, time).await {
                Err(Error::NotReached { .. }) if self.cuts_off => {}
                result => result?,
            }
        }
        let time = Duration::from_secs(5);
        delete(caller, &self.server, self.cuts_off, time).await
    }
}

impl Operation for RemoveServer {
    type Outcome = ();

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        let before = state_of(caller, &self.server).await?;
        match self.drain_and_delete(caller).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let undo = restore(caller, &self.server, &before).await;
                Err(undone(error, undo))
            }
        }
    }
}

/// Lets a server that was not removed be as it was.
pub(super) async fn restore<T: Transport>(
    caller: &mut Caller<T>,
    server: &ServerPath,
    before: &ServerStateRow,
) -> Result<(), Error> {
    let state = SetServerState::new(server.clone(), wanted_state(before));
    caller.call(&state).await?;
    if runs(before, "srv_agent_state") == Some(true) {
        caller.call(&EnableAgent::new(server.clone())).await?;
    }
    Ok(())
}

/// Whether the checks of this column run: they are configured, and enabled.
pub(crate) fn runs(row: &ServerStateRow, column: &str) -> Option<bool> {
    let mask: u32 = row.others.get(column)?.parse().ok()?;
    Some(mask & 0x06 == 0x06)
}

/// What the administrator wants of a server, by its state.
pub(crate) fn wanted_state(row: &ServerStateRow) -> ServerState {
    let state = row.admin_state;
    if state.is_forced_maintenance() {
        ServerState::Maintenance
    } else if state.is_forced_drain() {
        ServerState::Drain
    } else {
        ServerState::Ready
    }
}

async fn wait_until_unused<T: Transport>(
    caller: &mut Caller<T>,
    server: &ServerPath,
    time: Duration,
) -> Result<(), Error> {
    let id = state_of(caller, server).await?.id;
    let selection = StatSelection {
        proxy: server.backend.to_string(),
        kinds: StatKinds::SERVERS,
        server: i64::from(id),
    };
    let command = ShowStat::new().selection(selection);
    let start = Instant::now();
    loop {
        let rows = caller.call(&command).await?;
        let sessions: i64 = rows
            .iter()
            .map(|row| row.sessions().unwrap_or(0) + row.queue().unwrap_or(0))
            .sum();
        if sessions == 0 {
            return Ok(());
        }
        if start.elapsed() >= time {
            return Err(Error::NotReached {
                what: format!("{server} has clients"),
                after: time,
                last: format!("{sessions} sessions"),
            });
        }
        caller.sleep(INTERVAL).await;
    }
}

/// Puts a server into maintenance and removes it, once it has no connections.
pub(super) async fn delete<T: Transport>(
    caller: &mut Caller<T>,
    server: &ServerPath,
    cuts_off: bool,
    time: Duration,
) -> Result<(), Error> {
    // An agent would end the maintenance.
    caller.call(&DisableAgent::new(server.clone())).await?;
    let state = SetServerState::new(server.clone(), ServerState::Maintenance);
    caller.call(&state).await?;
    if cuts_off {
        caller
            .call(&ShutdownServerSessions::new(server.clone()))
            .await?;
    }
    let start = Instant::now();
    let removable = WaitCondition::ServerRemovable(server.clone());
    let wait = Wait::new(time).condition(removable);
    match caller.call(&wait).await {
        // HAProxy before 3.0, or a master before 3.2, cannot wait: it is tried again and again. And what
        // waiting refuses, removing refuses more clearly.
        Ok(_) | Err(Error::Refused(_) | Error::Encode(EncodeError::NotThroughMaster { .. })) => {}
        Err(error) => return Err(error),
    }
    loop {
        match caller.call(&DelServer::new(server.clone())).await {
            Ok(_) => return Ok(()),
            Err(Error::Refused(refusal))
                if refusal.message.contains("connection") && start.elapsed() < time => {}
            Err(error) => return Err(error),
        }
        caller.sleep(INTERVAL).await;
    }
}

/// The servers of a backend, by their states.
pub(super) async fn servers_of<T: Transport>(
    caller: &mut Caller<T>,
    backend: &BackendName,
) -> Result<Vec<ServerStateRow>, Error> {
    let command = ShowServersState::new().backend(backend.clone());
    Ok(caller.call(&command).await?.0)
}
