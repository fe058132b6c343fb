use std::fmt;

use haproxy_model::text;

use super::Severity;

/// What HAProxy answered to a command, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    severity: Option<Severity>,
    is_labelled: bool,
    text: String,
}

/// HAProxy did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[error("HAProxy refuses '{command}': {message}")]
#[non_exhaustive]
pub struct Refusal {
    /// The first words of the command.
    pub command: String,
    /// What HAProxy said.
    pub message: String,
    /// How serious it called it; `None` where it did not say.
    pub severity: Option<Severity>,
    /// What it is about.
    pub kind: RefusalKind,
}

/// What a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RefusalKind {
    /// This HAProxy has no such command.
    UnknownCommand,
    /// The level of the socket does not allow it, or the mode of the connection.
    PermissionDenied,
    /// The server, backend, map, certificate or other thing does not exist.
    NotFound,
    /// It exists already.
    AlreadyExists,
    /// The command took longer than it may.
    TimedOut,
    /// Anything else: the message says what.
    Other,
}

/// The answer is not what the command answers in the versions that are known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot read the answer: {reason}, at '{found}'")]
#[non_exhaustive]
pub struct DecodeError {
    /// What was expected.
    pub reason: String,
    /// The part of the answer that is something else.
    pub found: String,
}

impl DecodeError {
    /// Something else than expected.
    pub fn new(reason: impl Into<String>, found: &str) -> Self {
        let mut found = found.trim_end().to_owned();
        if let Some((end, _)) = found.char_indices().nth(200) {
            found.truncate(end);
        }
        Self {
            reason: reason.into(),
            found,
        }
    }
}

impl Reply {
    /// An answer as it came. `is_labelled`: whether the session has severities.
    pub fn new(answer: &[u8], is_labelled: bool) -> Self {
        let (severity, rest) = if is_labelled {
            Severity::split(answer)
        } else {
            (None, answer)
        };
        Self {
            severity,
            is_labelled,
            text: text::from_bytes(rest).into_owned(),
        }
    }

    /// The text, with its line ends.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text itself.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The text of a message, without the line end.
    pub fn message(&self) -> &str {
        self.text.trim_end_matches('\n')
    }

    /// How serious HAProxy says it is; `None` for what is no message.
    pub fn severity(&self) -> Option<Severity> {
        self.severity
    }

    /// Whether HAProxy could have said how serious it is.
    pub fn is_labelled(&self) -> bool {
        self.is_labelled
    }

    /// The refusal that it is, if it is one.
    pub fn refusal(&self, command: &str) -> Option<Refusal> {
        let is_error = self.severity.is_some_and(Severity::is_error)
            || self.is_refusing_warning()
            || self.text.trim_end() == UNLABELLED;
        let kind = kind_of(&self.text);
        // Unknown commands are answered by help, which HAProxy calls information. What has no severity
        // at all is judged by its words.
        let is_refusal = is_error
            || kind == RefusalKind::UnknownCommand
            || (!self.is_labelled && kind != RefusalKind::Other && !self.text.contains("\n\n"));
        is_refusal.then(|| self.as_refusal(command))
    }

    /// HAProxy calls some refusals warnings, and some notes of what it did as well.
    fn is_refusing_warning(&self) -> bool {
        let starts = ["Invalid ", "Can't ", "Cannot "];
        // These stand behind what was done before.
        let contains = [
            "can't ",
            "are not enabled on this server",
            "is only supported through configuration file",
        ];
        self.severity == Some(Severity::Warning)
            && (starts.iter().any(|words| self.text.starts_with(words))
                || contains.iter().any(|words| self.text.contains(words)))
    }

    /// The answer taken for a refusal.
    pub fn as_refusal(&self, command: &str) -> Refusal {
        let kind = kind_of(&self.text);
        let message = match kind {
            // What follows are commands that are meant, perhaps.
            RefusalKind::UnknownCommand => {
                let line = self.text.lines().next().unwrap_or_default();
                line.split(", but maybe").next().unwrap_or(line)
            }
            _ => self.message(),
        };
        Refusal {
            command: command.to_owned(),
            message: message.trim().to_owned(),
            severity: self.severity,
            kind,
        }
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The one refusal that never has a severity.
const UNLABELLED: &str = "Session not found.";

/// What a message of HAProxy is about, by its words: there are no codes.
fn kind_of(message: &str) -> RefusalKind {
    let first = message.lines().next().unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|word| first.contains(word));
    if first.starts_with("Unknown command") {
        RefusalKind::UnknownCommand
    } else if has(&[
        "Permission denied",
        "expert-mode",
        "expert mode",
        "experimental-mode",
        "experimental mode",
        "This command is restricted",
    ]) && !first.ends_with("is ON")
        && !first.ends_with("is OFF")
    {
        RefusalKind::PermissionDenied
    } else if has(&["already exists", "Already exists", "already have a server"]) {
        RefusalKind::AlreadyExists
    } else if has(&["Timed out", "timed out"]) {
        RefusalKind::TimedOut
    } else if has(&[
        "No such ",
        "not found",
        "Not found",
        "Unknown map",
        "Unknown ACL",
        "Unknown resolvers",
        "Unknown sink",
        "unknown sink",
        "Can't find",
        "can't find",
        "Can't display",
        "doesn't exist",
        "does not exist",
        "Unable to locate",
        "unable to locate",
        "not referenced",
        "does not refer",
        "didn't find",
        "Couldn't find",
        "does not match any",
        "expects a valid certid",
        "Invalid server",
        "Unknown name of",
    ]) {
        RefusalKind::NotFound
    } else {
        RefusalKind::Other
    }
}
