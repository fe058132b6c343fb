//! What developers of HAProxy look at.

use std::time::Duration;

use super::answer::number;
use super::parameter::words;
use super::{
    Answer, Arguments, BackendName, Done, Names, Parameter, Report, ServerPath, Text, commands,
};
use crate::protocol::{DecodeError, EncodeError, Reply, Request};

words! {
    /// What is profiled.
    Profiled {
        /// Tasks.
        Tasks = "tasks",
        /// Memory.
        Memory = "memory",
    }

    /// How it is profiled.
    ProfilingMode {
        /// Where it seems useful.
        Auto = "auto",
        /// It is.
        On = "on",
        /// It is not.
        Off = "off",
        /// With locks, for tasks. Since HAProxy 3.4.
        Lock = "lock",
        /// Without locks, for tasks. Since HAProxy 3.4.
        NoLock = "no-lock",
        /// With memory, for tasks. Since HAProxy 3.4.
        Memory = "memory",
        /// Without memory, for tasks. Since HAProxy 3.4.
        NoMemory = "no-memory",
    }
}

commands! {
    /// Lists the file descriptors.
    ShowFd("show fd" operator()) -> FileDescriptors [
        /// Which: letters of kinds such as `l` or `!c`, or a number.
        selection: Vec<String>,
    ];

    /// Tells what was found by profiling.
    ShowProfiling("show profiling" operator()) -> Report [
        /// What of it: `all`, `tasks`, `memory`, `status`, `byaddr`, a number of lines.
        arguments: Vec<String>,
    ];

    /// Switches profiling on or off.
    SetProfiling("set profiling" admin()) -> Done (
        /// What is profiled.
        what: Profiled,
        /// How.
        mode: ProfilingMode,
    );

    /// Tells counters that stand in HAProxy's code. Builds of 3.0 have it where they are late enough.
    DebugCounters("debug counters" since(3, 0)) -> Counters [
        /// What of it: `all`, `reset`, `on`, `off`, `bug`, `cnt`, `chk`, `glt`.
        arguments: Vec<String>,
    ];

    /// Sends an HTTP request and tells the response.
    HttpClient("httpclient" admin() expert()) -> Text {
        /// In HAProxy's inner form. Since HAProxy 3.2.
        ["--htx"] htx: bool,
    } (
        /// The method.
        method: String,
        /// The address.
        uri: String,
    );

    /// Gives the listening sockets away, to a process that starts. They come beside the bytes.
    GetSocks("_getsocks" admin() closes()) -> Names;

    /// Waits.
    Wait("wait" since(3, 0) watches()) -> Waited (
        /// How long.
        delay: Duration,
    ) [
        /// What for; for the time itself where there is none.
        condition: Option<WaitCondition>,
    ];
}

/// What `wait` waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaitCondition {
    /// Until a server can be removed.
    ServerRemovable(ServerPath),
    /// Until a backend can be removed. Since HAProxy 3.4.
    BackendRemovable(BackendName),
}

impl Parameter for WaitCondition {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        match self {
            Self::ServerRemovable(server) => {
                request.push("srv-removable")?;
                server.push_to(request)
            }
            Self::BackendRemovable(backend) => {
                request.push("be-removable")?;
                backend.push_to(request)
            }
        }
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        if arguments.next_if(|word| word == "be-removable") {
            return BackendName::take(arguments);
        }
        arguments.next_if(|word| word == "srv-removable") && ServerPath::take(arguments)
    }
}

/// What waiting came to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Waited(pub String);

impl Answer for Waited {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self(reply.message().trim().to_owned()))
    }
}

/// The file descriptors.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct FileDescriptors(pub Vec<FileDescriptor>);

/// A file descriptor.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FileDescriptor {
    /// Its number.
    pub number: u32,
    /// Whether HAProxy finds its state strange.
    pub is_suspicious: bool,
    /// The `key=value` words.
    pub details: super::Words,
}

impl Answer for FileDescriptors {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines();
        let rows = lines.filter_map(|line| Some((line, line.split_once(" : ")?)));
        rows.map(|(line, (id, rest))| {
            Ok(FileDescriptor {
                number: number(id, line)?,
                is_suspicious: line.ends_with('!'),
                details: super::answer::words(rest),
            })
        })
        .collect::<Result<_, _>>()
        .map(Self)
    }
}

/// Counters that stand in HAProxy's code.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Counters(pub Vec<Counter>);

/// A counter that stands in HAProxy's code.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Counter {
    /// How often it was passed.
    pub count: u64,
    /// `BUG`, `CHK`, `CNT` or `GLT`.
    pub kind: String,
    /// Its file and line.
    pub location: String,
    /// Its function, and what it counts.
    pub description: String,
}

impl Answer for Counters {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut counters = Vec::new();
        for line in reply.text().lines() {
            let mut words = line.split_whitespace();
            let Some(count) = words.next().and_then(|count| count.parse().ok()) else {
                continue;
            };
            counters.push(Counter {
                count,
                kind: words.next().unwrap_or_default().to_owned(),
                location: words.next().unwrap_or_default().to_owned(),
                description: words.collect::<Vec<_>>().join(" "),
            });
        }
        Ok(Self(counters))
    }
}
