//! What the process says of itself.

use indexmap::IndexMap;
use serde::Serialize;

use super::answer::unexpected;
use super::{Answer, Text, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Tells what the process is and how it does.
    ShowInfo("show info") -> Info;

    /// Tells the same with the nature of each value.
    ShowInfoTyped("show info") -> Info [
        /// Typed, which is what makes the difference.
        ["typed"] typed: Typed,
        /// With a description of each value.
        ["desc"] descriptions: bool,
        /// With fractions where there are any.
        ["float"] fractions: bool,
    ];

    /// Tells the schema of the JSON that HAProxy itself can answer.
    ShowSchema("show schema json") -> Text;
}

/// The word that asks for types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Typed;

impl super::Parameter for Typed {
    fn push_to(
        &self,
        _: &mut crate::protocol::Request,
    ) -> Result<(), crate::protocol::EncodeError> {
        Ok(())
    }

    fn take(_: &mut super::Arguments<'_>) -> bool {
        true
    }
}

/// What the process says of itself, by HAProxy's names, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Info(pub IndexMap<String, String>);

macro_rules! values {
    ($($(#[doc = $documentation:literal])+ $name:ident: $kind:ident = $field:literal;)+) => {
        impl Info {
            $(
                $(#[doc = $documentation])+
                pub fn $name(&self) -> Option<values!(@type $kind)> {
                    values!(@read $kind self.get($field))
                }
            )+
        }
    };
    (@type text) => { &str };
    (@type number) => { u64 };
    (@read text $value:expr) => { $value };
    (@read number $value:expr) => { $value?.parse().ok() };
}

impl Info {
    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

values! {
    /// `HAProxy`.
    product: text = "Name";
    /// Its version.
    version: text = "Version";
    /// The day of its version.
    release_date: text = "Release_date";
    /// Threads.
    threads: number = "Nbthread";
    /// The process id.
    pid: number = "Pid";
    /// How long it has run, as text.
    uptime: text = "Uptime";
    /// How long it has run, in seconds.
    uptime_seconds: number = "Uptime_sec";
    /// The most connections it takes.
    maxconn: number = "Maxconn";
    /// The most connections that its maxconn can be set to.
    hard_maxconn: number = "Hard_maxconn";
    /// Connections.
    connections: number = "CurrConns";
    /// Connections so far.
    connections_total: number = "CumConns";
    /// Requests so far.
    requests_total: number = "CumReq";
    /// TLS connections.
    ssl_connections: number = "CurrSslConns";
    /// Connections in the last second.
    connection_rate: number = "ConnRate";
    /// Sessions in the last second.
    session_rate: number = "SessRate";
    /// TLS sessions in the last second.
    ssl_rate: number = "SslRate";
    /// The limit of connections a second; 0 for none.
    connection_rate_limit: number = "ConnRateLimit";
    /// The limit of sessions a second; 0 for none.
    session_rate_limit: number = "SessRateLimit";
    /// The limit of TLS sessions a second; 0 for none.
    ssl_rate_limit: number = "SslRateLimit";
    /// Tasks.
    tasks: number = "Tasks";
    /// Tasks that wait for a thread.
    run_queue: number = "Run_queue";
    /// How idle it is, in per cent.
    idle: number = "Idle_pct";
    /// The name of the machine.
    node: text = "node";
    /// Whether it is stopping, 1 if so.
    stopping: number = "Stopping";
    /// Jobs: connections and listeners.
    jobs: number = "Jobs";
    /// Listeners.
    listeners: number = "Listeners";
}

impl Answer for Info {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        if reply.text().starts_with('[') {
            return from_json(reply.text()).map(Self);
        }
        // Descriptions are asked for of all values, or of none.
        let mut lines = reply.text().lines().filter(|line| !line.is_empty());
        let is_described = lines.all(|line| line.ends_with('"') && line.contains(":\""));
        let mut values = IndexMap::new();
        for line in reply.text().lines().filter(|line| !line.is_empty()) {
            let (name, value) = line
                .split_once(':')
                .ok_or_else(|| unexpected("a name and a value", line))?;
            let (name, value) = typed(name, value).unwrap_or((name, value.trim_start()));
            let value = if is_described {
                undescribed(value)
            } else {
                value
            };
            values.insert(name.to_owned(), value.to_owned());
        }
        Ok(Self(values))
    }
}

/// `4.Nbproc.1` and `CGS:u32:1`.
fn typed<'a>(name: &'a str, value: &'a str) -> Option<(&'a str, &'a str)> {
    let (position, name) = name.split_once('.')?;
    position.parse::<u32>().ok()?;
    let (name, _) = name.rsplit_once('.')?;
    let (_tags, value) = value.split_once(':')?;
    let (_kind, value) = value.split_once(':')?;
    Some((name, value))
}

/// The value without its description.
fn undescribed(value: &str) -> &str {
    let described = value
        .strip_suffix('"')
        .and_then(|value| value.rsplit_once(":\""));
    described.map_or(value, |(value, _)| value)
}

fn from_json(text: &str) -> Result<IndexMap<String, String>, DecodeError> {
    let fields: Vec<serde_json::Value> =
        serde_json::from_str(text).map_err(|error| DecodeError::new(error.to_string(), text))?;
    let pairs = fields.iter().filter_map(|field| {
        let name = field.pointer("/field/name")?.as_str()?;
        let value = match field.pointer("/value/value")? {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Some((name.to_owned(), value))
    });
    Ok(pairs.collect())
}
