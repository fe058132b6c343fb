//! Traces.

use serde::Serialize;

use super::answer::{between, unexpected};
use super::{Answer, Report, Text, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Lists the sources of traces and how they stand.
    ShowTraces("show trace") -> TraceSources;

    /// Tells the events of a source of traces and how they stand.
    ShowTrace("show trace") -> Report (
        /// The source.
        source: String,
    );

    /// Changes the traces of a source, or tells what there is to change.
    Trace("trace" admin()) -> Text [
        /// The source, and what it is to do: `h1`, `sink`, `buf0`. `0` stops all.
        arguments: Vec<String>,
    ];
}

/// The sources of traces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct TraceSources(pub Vec<TraceSource>);

/// A source of traces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceSource {
    /// Its name.
    pub name: String,
    /// `.` where it is stopped, `w` where it waits, `R` where it runs.
    pub state: String,
    /// Where its traces go: `none` or a sink.
    pub sink: String,
    /// Traces that found no place.
    pub dropped: u64,
    /// What it traces.
    pub description: String,
}

impl Answer for TraceSources {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines().filter(|line| line.starts_with(" ["));
        lines.map(source).collect::<Result<_, _>>().map(Self)
    }
}

fn source(line: &str) -> Result<TraceSource, DecodeError> {
    let wrong = || unexpected("a source of traces", line);
    let state = between(line, "[", "]").ok_or_else(wrong)?;
    let (_, rest) = line.split_once("] ").ok_or_else(wrong)?;
    let (name, rest) = rest.split_once("->").ok_or_else(wrong)?;
    let dropped = between(rest, "[drp ", "]").unwrap_or("0");
    let description = rest.rsplit_once('[').map_or("", |(_, text)| text);
    Ok(TraceSource {
        name: name.trim().to_owned(),
        state: state.to_owned(),
        sink: rest.split('[').next().unwrap_or_default().trim().to_owned(),
        dropped: super::answer::number(dropped, line)?,
        description: description.trim_end_matches(']').to_owned(),
    })
}
