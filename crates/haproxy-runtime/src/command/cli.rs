//! The connection itself.

use serde::Serialize;

use super::answer::unexpected;
use super::parameter::words;
use super::{Answer, Done, Line, OnOff, Switch, Text, commands};
use crate::protocol::{DecodeError, Level, Reply};

words! {
    /// How HAProxy tells how serious messages are.
    SeverityOutput {
        /// Not at all.
        None = "none",
        /// By a number.
        Number = "number",
        /// By a word.
        Text = "string",
    }

    /// How a connection goes on behind a command.
    PromptMode {
        /// It ends.
        NonInteractive = "n",
        /// It goes on.
        Interactive = "i",
        /// It goes on, with a prompt.
        Prompt = "p",
        /// The prompt tells how long the process has run, or no longer does.
        Timed = "timed",
        /// It tells what there is to choose from.
        Help = "help",
    }

    /// Whose timeout is set.
    TimeoutOf {
        /// The connection's.
        Cli = "cli",
    }
}

commands! {
    /// Tells what the connection may do.
    ShowCliLevel("show cli level" everywhere()) -> CliLevel;

    /// Lists the sockets of the command line interface.
    ShowCliSockets("show cli sockets" everywhere()) -> CliSockets;

    /// Lets the connection do no more than operators may.
    Operator("operator" everywhere()) -> Done;

    /// Lets the connection do no more than users may.
    User("user" everywhere()) -> Done;

    /// Switches experimental commands on or off for the connection.
    ExperimentalMode("experimental-mode" admin() everywhere()) -> Done (
        /// On or off.
        mode: OnOff,
    );

    /// Tells whether experimental commands are on.
    IsExperimentalMode("experimental-mode" admin() everywhere()) -> Switch;

    /// Switches expert commands on or off for the connection.
    ExpertMode("expert-mode" admin() everywhere()) -> Done (
        /// On or off.
        mode: OnOff,
    );

    /// Tells whether expert commands are on.
    IsExpertMode("expert-mode" admin() everywhere()) -> Switch;

    /// Lists the commands, or those like one.
    Help("help" everywhere()) -> HelpPage [
        /// The beginning of the commands that are meant.
        command: Vec<String>,
    ];

    /// Says a text back.
    Echo("echo" since(3, 2) everywhere()) -> Line (
        /// The text, word by word.
        words: Vec<String>,
    );

    /// Changes how the connection goes on. Clients do that themselves: this ends their connection.
    Prompt("prompt" everywhere() closes()) -> Text [
        /// How.
        modes: Vec<PromptMode>,
    ];

    /// Ends the connection.
    Quit("quit" everywhere() closes()) -> Done;

    /// Sets how HAProxy tells how serious messages are. Clients do that themselves, for each command.
    SetSeverityOutput("set severity-output") -> Done (
        /// How.
        output: SeverityOutput,
    );

    /// Sets how long the connection may stand idle.
    SetTimeout("set timeout") -> Done (
        /// Whose timeout.
        of: TimeoutOf,
        /// Seconds.
        seconds: u32,
    );

    /// Lets the connection show names and addresses as hashes.
    SetAnonOn("set anon on" since(2, 8)) -> Done [
        /// The key of the hashes; the process's own where there is none.
        key: Option<u32>,
    ];

    /// Lets the connection show names and addresses as they are.
    SetAnonOff("set anon off" since(2, 8)) -> Done;

    /// Sets the process's key for hashes of names and addresses.
    SetAnonGlobalKey("set anon global-key" since(2, 8) admin()) -> Done (
        /// The key; 0 for none.
        key: u32,
    );

    /// Tells whether the connection shows hashes.
    ShowAnon("show anon" since(2, 8)) -> Anonymization;
}

/// What the connection may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct CliLevel(pub Level);

impl Answer for CliLevel {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        level(reply.message().trim()).map(Self)
    }
}

fn level(word: &str) -> Result<Level, DecodeError> {
    Ok(match word {
        "admin" => Level::Admin,
        "operator" => Level::Operator,
        "user" => Level::User,
        _ => return Err(unexpected("admin, operator or user", word)),
    })
}

/// The sockets of the command line interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct CliSockets(pub Vec<CliSocket>);

/// A socket of the command line interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CliSocket {
    /// Its address.
    pub address: String,
    /// What connections to it may do.
    pub level: Level,
    /// The processes that have it: numbers, or `all`.
    pub processes: String,
}

impl Answer for CliSockets {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines();
        let rows = lines.filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        rows.map(socket).collect::<Result<_, _>>().map(Self)
    }
}

fn socket(line: &str) -> Result<CliSocket, DecodeError> {
    let mut words = line.split_whitespace().rev();
    let mut next = || words.next().ok_or_else(|| unexpected("a socket", line));
    let (processes, own, address) = (next()?, next()?, next()?);
    Ok(CliSocket {
        address: address.to_owned(),
        level: level(own)?,
        processes: processes.to_owned(),
    })
}

/// Commands and what they do, in HAProxy's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct HelpPage(pub Vec<HelpEntry>);

impl HelpPage {
    /// Whether there is a command that begins with these words.
    pub fn has(&self, command: &str) -> bool {
        self.0.iter().any(|entry| entry.usage.starts_with(command))
    }
}

/// A command and what it does, in HAProxy's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HelpEntry {
    /// The command with its arguments.
    pub usage: String,
    /// What it does.
    pub description: String,
}

impl Answer for HelpPage {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply
            .text()
            .lines()
            .filter_map(|line| line.strip_prefix("  "));
        let entries = lines.map(|line| {
            let (usage, description) = line
                .split_once(" : ")
                .or_else(|| line.split_once(": "))
                .unwrap_or((line, ""));
            HelpEntry {
                usage: usage.trim().to_owned(),
                description: description.trim().to_owned(),
            }
        });
        Ok(Self(entries.collect()))
    }
}

/// Whether the connection shows hashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Anonymization {
    /// Whether it does.
    pub is_enabled: bool,
    /// The key of the hashes.
    pub key: Option<String>,
}

impl Answer for Anonymization {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let text = reply.text();
        let key = text.lines().find_map(|line| {
            line.to_ascii_lowercase()
                .contains("key")
                .then(|| line.rsplit(' ').next())?
        });
        Ok(Self {
            is_enabled: text.contains("enabled"),
            key: key.map(str::to_owned),
        })
    }
}
