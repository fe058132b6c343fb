//! What the master of a master-worker process does.

use serde::Serialize;

use super::answer::{between, unexpected};
use super::{Answer, Done, StartupLogs, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Lists the master and its workers.
    ShowProc("show proc" master()) -> Processes [
        /// With details for developers. Since HAProxy 2.8.
        ["debug"] debug: bool,
    ];

    /// Starts a worker with the configuration as it is on disk; the old ones finish their work.
    ///
    /// Since HAProxy 2.8 the answer tells whether it worked. Before that, there is none.
    Reload("reload" master() operator() closes()) -> ReloadAnswer;

    /// Does the same, and ends the old workers at once.
    HardReload("hard-reload" since(3, 0) master() operator() closes()) -> ReloadAnswer;

    /// Lets the master take the commands of workers, or tells whether it does.
    McliDebugMode("mcli-debug-mode" master() admin()) -> Done [
        /// On or off.
        mode: Option<super::OnOff>,
    ];

    /// Tells, while the master starts a worker, how that goes. HAProxy asks this itself.
    LoadStatus("_loadstatus" since(2, 8) master() closes()) -> ReloadAnswer;

    /// Tells the master that a worker is ready. HAProxy says this itself.
    SendStatus("_send_status" since(3, 2) master() closes()) -> Done [
        /// What the worker says.
        status: Option<String>,
    ];
}

/// The master and its workers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Processes(pub Vec<ProcessRow>);

impl Processes {
    /// The workers that serve.
    pub fn workers(&self) -> impl Iterator<Item = &ProcessRow> {
        self.0
            .iter()
            .filter(|process| process.kind == ProcessKind::Worker && !process.is_old)
    }

    /// The master.
    pub fn master(&self) -> Option<&ProcessRow> {
        self.0
            .iter()
            .find(|process| process.kind == ProcessKind::Master)
    }
}

/// A process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProcessRow {
    /// Its process id.
    pub pid: u32,
    /// What it is.
    pub kind: ProcessKind,
    /// Whether a reload has replaced it.
    pub is_old: bool,
    /// Reloads that it has seen.
    pub reloads: u32,
    /// Reloads that failed, for the master.
    pub failed_reloads: Option<u32>,
    /// How long it has run: `0d00h02m07s`.
    pub uptime: String,
    /// Its version.
    pub version: String,
}

/// What a process is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProcessKind {
    /// The master.
    Master,
    /// A worker.
    Worker,
    /// A program that the master runs beside its workers, or something else, by its name.
    Other(String),
}

impl Answer for Processes {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut processes = Vec::new();
        let mut is_old = false;
        for line in reply.text().lines().filter(|line| !line.trim().is_empty()) {
            if let Some(title) = line.strip_prefix('#') {
                is_old = title.trim_start().starts_with("old");
            } else if line.starts_with(|character: char| character.is_ascii_digit()) {
                processes.push(process(line, is_old)?);
            }
        }
        Ok(Self(processes))
    }
}

fn process(line: &str, is_old: bool) -> Result<ProcessRow, DecodeError> {
    let failed = between(line, "[failed: ", "]");
    let without = match line.split_once('[') {
        Some((head, rest)) => {
            format!(
                "{head}{}",
                rest.split_once(']').map_or("", |(_, tail)| tail)
            )
        }
        None => line.to_owned(),
    };
    let mut words = without.split_whitespace();
    let mut next = || words.next().ok_or_else(|| unexpected("a process", line));
    let number = |text: &str| super::answer::number(text, line);
    Ok(ProcessRow {
        pid: number(next()?)?,
        kind: match next()? {
            "master" => ProcessKind::Master,
            "worker" => ProcessKind::Worker,
            other => ProcessKind::Other(other.to_owned()),
        },
        is_old,
        reloads: number(next()?)?,
        failed_reloads: failed.map(number).transpose()?,
        uptime: next()?.to_owned(),
        version: next().unwrap_or_default().to_owned(),
    })
}

/// What a reload came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReloadAnswer {
    /// Whether it worked; `None` where HAProxy does not tell.
    pub is_success: Option<bool>,
    /// What was said while the new worker started.
    pub logs: StartupLogs,
}

impl Answer for ReloadAnswer {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let text = reply.text().trim_start_matches("master> ");
        let (head, logs) = text.split_once("--\n").unwrap_or((text, ""));
        let is_success = head
            .lines()
            .find_map(|line| line.trim().strip_prefix("Success="))
            .map(|value| value == "1");
        Ok(Self {
            is_success,
            logs: StartupLogs::read(logs),
        })
    }
}
