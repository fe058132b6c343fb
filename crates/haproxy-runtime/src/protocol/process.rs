use std::fmt;
use std::num::NonZeroU32;

/// The process that a command is for, on a master's socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Process {
    /// `@1`: the worker that serves.
    #[default]
    Worker,
    /// `@2`, `@3`, …: a worker by its number among those that serve.
    Number(NonZeroU32),
    /// `@!4711`: any worker by its process id, those that are leaving too.
    Pid(u32),
    /// `@master`: the master itself.
    Master,
}

impl fmt::Display for Process {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Worker => formatter.write_str("@1"),
            Self::Number(number) => write!(formatter, "@{number}"),
            Self::Pid(pid) => write!(formatter, "@!{pid}"),
            Self::Master => formatter.write_str("@master"),
        }
    }
}

/// The text is not a process such as `@1`, `@!4711` or `@master`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a process such as @1, @!4711 or @master, found '{found}'")]
pub struct ProcessError {
    /// The text as it stands.
    pub found: String,
}

impl std::str::FromStr for Process {
    type Err = ProcessError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = text.strip_prefix('@').unwrap_or(text);
        let process = match name {
            "1" => Some(Self::Worker),
            "master" | "" => Some(Self::Master),
            _ => match name.strip_prefix('!') {
                Some(pid) => pid.parse().ok().map(Self::Pid),
                None => name.parse().ok().map(Self::Number),
            },
        };
        process.ok_or_else(|| ProcessError {
            found: text.to_owned(),
        })
    }
}
