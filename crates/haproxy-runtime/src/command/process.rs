//! The process: its environment, libraries and start.

use indexmap::IndexMap;
use serde::Serialize;

use super::answer::{between, unexpected};
use super::{Answer, Report, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Tells the environment variables.
    ShowEnv("show env" operator() everywhere()) -> EnvironmentVariables [
        /// The variable that is meant; all where there is none.
        name: Option<String>,
    ];

    /// Lists the program and the libraries that are loaded.
    ShowLibs("show libs" operator()) -> Libraries;

    /// Tells what was said when the process started.
    ShowStartupLogs("show startup-logs" everywhere()) -> StartupLogs;

    /// Tells what developers ask of a process: its build, its machine.
    ShowDev("show dev" since(3, 0) operator()) -> Report;
}

/// Environment variables. A value with a line feed goes on in the next line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct EnvironmentVariables(pub IndexMap<String, String>);

impl Answer for EnvironmentVariables {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut variables: IndexMap<String, String> = IndexMap::new();
        let text = reply.text().strip_suffix('\n').unwrap_or(reply.text());
        for line in text.lines() {
            let pair = line.split_once('=').filter(|(name, _)| {
                let is_letter = |character: char| {
                    character.is_ascii_alphanumeric() || "_.-".contains(character)
                };
                !name.is_empty() && name.chars().all(is_letter)
            });
            if let Some((name, value)) = pair {
                variables.insert(name.to_owned(), value.to_owned());
            } else if let Some((_, value)) = variables.last_mut() {
                value.push('\n');
                value.push_str(line);
            }
        }
        Ok(Self(variables))
    }
}

/// The program and its libraries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Libraries(pub Vec<Library>);

/// A file that is loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Library {
    /// Its file.
    pub path: String,
    /// The addresses it is at, as `0x…-0x…`.
    pub addresses: Option<String>,
    /// Its size, as `0x…`.
    pub size: Option<String>,
}

impl Answer for Libraries {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines().filter(|line| !line.trim().is_empty());
        let libraries = lines.map(|line| {
            let path = line
                .rsplit(' ')
                .next()
                .ok_or_else(|| unexpected("a library", line))?;
            let addresses = line.split(' ').next().filter(|word| word.starts_with("0x"));
            Ok(Library {
                path: path.to_owned(),
                addresses: addresses.map(str::to_owned),
                size: between(line, "(", ")").map(str::to_owned),
            })
        });
        libraries.collect::<Result<_, _>>().map(Self)
    }
}

/// What was said when a process started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct StartupLogs(pub Vec<StartupMessage>);

/// A message of a process that started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StartupMessage {
    /// `NOTICE`, `WARNING`, `ALERT`, …
    pub level: String,
    /// The process.
    pub pid: Option<u32>,
    /// What it said.
    pub message: String,
}

impl StartupLogs {
    /// Reads the messages of a text.
    pub(crate) fn read(text: &str) -> Self {
        let mut messages: Vec<StartupMessage> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let parts = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
            if let Some((level, rest)) = parts {
                let (pid, message) = match rest.trim_start().strip_prefix('(') {
                    Some(rest) => rest.split_once(") : ").unwrap_or(("", rest)),
                    None => ("", rest),
                };
                messages.push(StartupMessage {
                    level: level.to_owned(),
                    pid: pid.parse().ok(),
                    message: message.trim().to_owned(),
                });
            } else if let Some(last) = messages.last_mut() {
                last.message.push('\n');
                last.message.push_str(line);
            }
        }
        Self(messages)
    }
}

impl Answer for StartupLogs {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self::read(reply.text()))
    }
}
