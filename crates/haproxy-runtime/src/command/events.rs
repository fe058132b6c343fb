//! Events and rings.

use serde::Serialize;

use super::answer::{between, number};
use super::{Answer, Command, commands};
use crate::protocol::{DecodeError, EncodeError, Ending, Reply, Request, Specification};

commands! {
    /// Lists the sinks of events.
    ShowSinks("show events") -> Sinks;

    /// Gives the events that a ring holds.
    ShowEvents("show events") -> Events (
        /// The ring.
        sink: String,
    );
}

/// Gives the events of a ring as they come, until the connection is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchEvents {
    /// The ring.
    pub sink: String,
    /// Without those that it holds already.
    pub new_only: bool,
}

impl WatchEvents {
    /// The events of this ring.
    pub fn new(sink: impl Into<String>) -> Self {
        Self {
            sink: sink.into(),
            new_only: false,
        }
    }

    /// Without those that it holds already.
    #[must_use]
    pub fn new_only(mut self) -> Self {
        self.new_only = true;
        self
    }
}

impl Command for WatchEvents {
    type Answer = Events;

    fn specification(&self) -> Specification {
        ShowEvents::SPECIFICATION.watches()
    }

    fn request(&self) -> Result<Request, EncodeError> {
        let mut request = Request::new(&ShowEvents::SPECIFICATION);
        request.push(&self.sink)?;
        request.push(if self.new_only { "-wn" } else { "-w" })?;
        Ok(request.ending_with(Ending::Endless))
    }

    fn decode(&self, reply: Reply) -> Result<Events, DecodeError> {
        Events::decode(reply)
    }
}

/// The sinks of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Sinks(pub Vec<Sink>);

/// A sink of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sink {
    /// Its name.
    pub name: String,
    /// `fd`, `buffer`, `forward`, …: a `buffer` can be shown.
    pub kind: String,
    /// Events that found no place.
    pub dropped: u64,
    /// What it is for.
    pub description: String,
}

impl Answer for Sinks {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines().filter(|line| line.contains(": type="));
        lines.map(sink).collect::<Result<_, _>>().map(Self)
    }
}

fn sink(line: &str) -> Result<Sink, DecodeError> {
    let (name, rest) = line.split_once(':').unwrap_or((line, ""));
    let kind = between(rest, "type=", ",").unwrap_or_default();
    let dropped = between(rest, ", ", " dropped").unwrap_or("0");
    let description = rest.split_once(" dropped").map_or("", |(_, rest)| rest);
    Ok(Sink {
        name: name.trim().to_owned(),
        kind: kind.to_owned(),
        dropped: number(dropped, line)?,
        description: description.trim_start_matches([',', ' ']).to_owned(),
    })
}

/// Events, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Events(pub Vec<Event>);

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// When it was, and where it came from, as far as its ring says that.
    pub header: Option<String>,
    /// What it says.
    pub message: String,
}

impl Event {
    /// Reads a line of a ring.
    pub fn of_line(line: &str) -> Self {
        // `<0>2026-11-21T15:45:35.693035+00:00 message`, where the ring keeps a format.
        let header = line
            .starts_with('<')
            .then(|| line.split_once(' '))
            .flatten();
        match header {
            Some((header, message)) => Self {
                header: Some(header.to_owned()),
                message: message.to_owned(),
            },
            None => Self {
                header: None,
                message: line.to_owned(),
            },
        }
    }
}

impl Answer for Events {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines().filter(|line| !line.is_empty());
        Ok(Self(lines.map(Event::of_line).collect()))
    }
}
