//! The state and the connections of servers.

use indexmap::IndexMap;
use serde::Serialize;

use super::answer::{number, unexpected};
use super::{Answer, BackendName, Rows, RowsCommand, ServerPath, commands, rows};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Tells the state of servers, in the form that `load-server-state-from-file` reads.
    ShowServersState("show servers state") -> ServersState [
        /// The backend whose servers are meant; all where there is none.
        backend: Option<BackendName>,
    ];

    /// Tells the connections of servers.
    ShowServersConn("show servers conn") -> ServersConnections [
        /// The backend whose servers are meant; all where there is none.
        backend: Option<BackendName>,
    ];
}

/// The states of servers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ServersState(pub Vec<ServerStateRow>);

/// The state of a server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServerStateRow {
    /// The number of its backend.
    pub backend_id: u32,
    /// The name of its backend.
    pub backend: String,
    /// Its number in the backend.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// Its address; `None` where it has none (yet).
    pub address: Option<String>,
    /// Its port.
    pub port: u16,
    /// Whether it works.
    pub operational_state: OperationalState,
    /// What the administrator, the configuration and DNS make of it.
    pub admin_state: AdminState,
    /// The weight that it has.
    pub weight: u32,
    /// The weight that its configuration gave it.
    pub initial_weight: u32,
    /// Seconds since it last went up or down; below 0 where the clock was set meanwhile.
    pub seconds_since_change: i64,
    /// The name that its resolver asks for.
    pub fqdn: Option<String>,
    /// The columns that have no field here, by their names.
    pub others: IndexMap<String, String>,
}

impl ServerStateRow {
    /// Its path.
    pub fn path(&self) -> ServerPath {
        ServerPath::new(self.backend.clone(), self.name.clone())
    }
}

/// Whether a server works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OperationalState {
    /// 0: it does not.
    Stopped,
    /// 1: it has begun to, and gets its share step by step.
    Starting,
    /// 2: it does.
    Running,
    /// 3: it does, for those it serves.
    Stopping,
    /// A state of later versions.
    Other(u32),
}

impl From<u32> for OperationalState {
    fn from(number: u32) -> Self {
        match number {
            0 => Self::Stopped,
            1 => Self::Starting,
            2 => Self::Running,
            3 => Self::Stopping,
            other => Self::Other(other),
        }
    }
}

/// What the administrator, the configuration and DNS make of a server: a mask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct AdminState(pub u32);

impl AdminState {
    /// Whether it was put into maintenance by a command.
    pub fn is_forced_maintenance(self) -> bool {
        self.0 & 0x01 != 0
    }

    /// Whether it is in maintenance because the server that it tracks is.
    pub fn is_inherited_maintenance(self) -> bool {
        self.0 & 0x02 != 0
    }

    /// Whether it began in maintenance because the configuration says `disabled`. It may have left it.
    pub fn is_configured_maintenance(self) -> bool {
        self.0 & 0x04 != 0
    }

    /// Whether it was set to drain by a command.
    pub fn is_forced_drain(self) -> bool {
        self.0 & 0x08 != 0
    }

    /// Whether it drains because the server that it tracks does.
    pub fn is_inherited_drain(self) -> bool {
        self.0 & 0x10 != 0
    }

    /// Whether it is in maintenance because its name has no address.
    pub fn is_resolution_maintenance(self) -> bool {
        self.0 & 0x20 != 0
    }

    /// Whether its name was set by a command.
    pub fn is_fqdn_set(self) -> bool {
        self.0 & 0x40 != 0
    }

    /// Whether it is in maintenance, for whatever reason.
    pub fn is_maintenance(self) -> bool {
        self.0 & (0x01 | 0x02 | 0x20) != 0
    }

    /// Whether it drains, for whatever reason.
    pub fn is_drain(self) -> bool {
        self.0 & (0x08 | 0x10) != 0
    }
}

/// Reads rows under a header that names their columns.
#[derive(Debug, Default)]
struct Columns {
    names: Vec<String>,
}

impl Columns {
    /// Takes a header; `None` where the line is a row.
    fn header(&mut self, line: &str) -> bool {
        let Some(header) = line.strip_prefix('#') else {
            return false;
        };
        self.names = header.split_whitespace().map(str::to_owned).collect();
        true
    }

    /// The values of a row, by the names of their columns.
    fn row(&self, line: &str) -> IndexMap<String, String> {
        let values = line.split_whitespace();
        values
            .enumerate()
            .map(|(index, value)| {
                let name = self.names.get(index).cloned();
                (
                    name.unwrap_or_else(|| format!("column_{index}")),
                    value.to_owned(),
                )
            })
            .collect()
    }
}

fn take(row: &mut IndexMap<String, String>, name: &str, line: &str) -> Result<String, DecodeError> {
    row.shift_remove(name)
        .ok_or_else(|| unexpected(&format!("a column {name}"), line))
}

fn take_number<T: std::str::FromStr>(
    row: &mut IndexMap<String, String>,
    name: &str,
    line: &str,
) -> Result<T, DecodeError> {
    number(&take(row, name, line)?, line)
}

/// A value that is `-` where there is none.
fn given(value: String) -> Option<String> {
    (value != "-").then_some(value)
}

/// Reads the rows of `show servers state`.
#[derive(Debug, Default)]
pub struct ServersStateRows {
    columns: Columns,
}

impl Rows for ServersStateRows {
    type Row = ServerStateRow;

    fn read(&mut self, line: &str) -> Result<Option<ServerStateRow>, DecodeError> {
        // The first line is the version of the format, which no column has changed with so far.
        if line.trim().is_empty() || self.columns.header(line) || self.columns.names.is_empty() {
            return Ok(None);
        }
        let mut row = self.columns.row(line);
        let row = &mut row;
        Ok(Some(ServerStateRow {
            backend_id: take_number(row, "be_id", line)?,
            backend: take(row, "be_name", line)?,
            id: take_number(row, "srv_id", line)?,
            name: take(row, "srv_name", line)?,
            address: given(take(row, "srv_addr", line)?),
            port: take_number(row, "srv_port", line)?,
            operational_state: take_number::<u32>(row, "srv_op_state", line)?.into(),
            admin_state: AdminState(take_number(row, "srv_admin_state", line)?),
            weight: take_number(row, "srv_uweight", line)?,
            initial_weight: take_number(row, "srv_iweight", line)?,
            seconds_since_change: take_number(row, "srv_time_since_last_change", line)?,
            fqdn: given(take(row, "srv_fqdn", line)?),
            others: std::mem::take(row),
        }))
    }
}

impl RowsCommand for ShowServersState {
    type Rows = ServersStateRows;
}

impl Answer for ServersState {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        rows::<ServersStateRows>(reply.text()).map(Self)
    }
}

/// The connections of servers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ServersConnections(pub Vec<ServerConnections>);

/// The connections of a server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServerConnections {
    /// The server.
    pub server: ServerPath,
    /// Its backend's number and its own.
    pub ids: String,
    /// Its address.
    pub address: Option<String>,
    /// Its port.
    pub port: u16,
    /// The other columns, by their names.
    pub counters: IndexMap<String, i64>,
    /// Idle connections of each thread.
    pub idle_per_thread: Vec<i64>,
}

/// Reads the rows of `show servers conn`.
#[derive(Debug, Default)]
pub struct ServersConnRows {
    columns: Columns,
}

impl Rows for ServersConnRows {
    type Row = ServerConnections;

    fn read(&mut self, line: &str) -> Result<Option<ServerConnections>, DecodeError> {
        if line.trim().is_empty() || self.columns.header(line) {
            return Ok(None);
        }
        let per_thread = self
            .columns
            .names
            .iter()
            .position(|name| name.starts_with("idle_per_thr"))
            .unwrap_or(usize::MAX);
        let mut row = self.columns.row(line);
        let path = take(&mut row, "bkname/svname", line)?;
        let server = path
            .parse()
            .map_err(|_| unexpected("a backend and a server", line))?;
        let ids = take(&mut row, "bkid/svid", line)?;
        let address = given(take(&mut row, "addr", line)?);
        let port = take_number(&mut row, "port", line)?;
        let idle_per_thread = line
            .split_whitespace()
            .skip(per_thread)
            .map(|value| number(value, line))
            .collect::<Result<_, _>>()?;
        row.retain(|name, _| {
            name != "-" && !name.starts_with("idle_per_thr") && !name.starts_with("column_")
        });
        let counters = row
            .into_iter()
            .map(|(name, value)| Ok((name, number(&value, line)?)));
        Ok(Some(ServerConnections {
            server,
            ids,
            address,
            port,
            counters: counters.collect::<Result<_, _>>()?,
            idle_per_thread,
        }))
    }
}

impl RowsCommand for ShowServersConn {
    type Rows = ServersConnRows;
}

impl Answer for ServersConnections {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        rows::<ServersConnRows>(reply.text()).map(Self)
    }
}
