//! Streams, which HAProxy used to call sessions.

use std::time::Duration;

use serde::Serialize;

use super::answer::{Outline, Words, unexpected, words as pairs};
use super::parameter::words;
use super::{
    Answer, Arguments, BackendName, Done, FrontendName, Parameter, Rows, RowsCommand, ServerPath,
    commands, rows,
};
use crate::protocol::{DecodeError, EncodeError, Reply, Request};

words! {
    /// All streams.
    AllStreams {
        /// `all`.
        All = "all",
    }
}

commands! {
    /// Lists the streams.
    ShowSess("show sess" operator()) -> Streams [
        /// Those that wait for nothing that is known.
        ["susp"] suspicious: bool,
        /// Those that are older than so many seconds. Since HAProxy 3.0.
        ["older"] older: Option<u64>,
        /// Those to this server. Since HAProxy 3.2; before that all are listed.
        ["server"] server: Option<ServerPath>,
        /// Those to this backend. Since HAProxy 3.2.
        ["backend"] backend: Option<BackendName>,
        /// Those from this frontend. Since HAProxy 3.2.
        ["frontend"] frontend: Option<FrontendName>,
        /// With the address that was asked for, where it was captured. Since HAProxy 3.2.
        ["show-uri"] uri: bool,
    ];

    /// Tells the details of all streams.
    ShowAllSess("show sess" operator()) -> StreamDetails (
        /// `all`.
        all: AllStreams,
    ) [
        /// Those that wait for nothing that is known. Since HAProxy 3.2.
        ["susp"] suspicious: bool,
        /// Those that are older than so many seconds. Since HAProxy 3.4.
        ["older"] older: Option<u64>,
        /// Those to this server. Since HAProxy 3.2.
        ["server"] server: Option<ServerPath>,
        /// Those to this backend. Since HAProxy 3.2.
        ["backend"] backend: Option<BackendName>,
        /// Those from this frontend. Since HAProxy 3.2.
        ["frontend"] frontend: Option<FrontendName>,
        /// With the address that was asked for, where it was captured. Since HAProxy 3.2.
        ["show-uri"] uri: bool,
    ];

    /// Tells the details of one stream.
    ShowOneSess("show sess" operator()) -> StreamDetails (
        /// Its id, as a list tells it: `0x7f320aa58400`.
        id: StreamId,
    ) [
        /// With the address that was asked for, where it was captured. Since HAProxy 3.2.
        ["show-uri"] uri: bool,
    ];

    /// Ends a stream.
    ShutdownSession("shutdown session" admin()) -> Done (
        /// Its id, as a list tells it.
        id: StreamId,
    );
}

/// The id of a stream, as a list tells it: `0x7f320aa58400`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct StreamId(String);

impl<T: Into<String>> From<T> for StreamId {
    fn from(id: T) -> Self {
        Self(id.into())
    }
}

impl Parameter for StreamId {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        request.push(&self.0)
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        arguments.next_if(|word| word.starts_with("0x"))
    }
}

/// The streams.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Streams(pub Vec<Stream>);

/// A stream as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stream {
    /// Its id.
    pub id: String,
    /// How the client came: `tcpv4`, `unix_stream`, …
    pub protocol: Option<String>,
    /// The client's address.
    pub source: Option<String>,
    /// Its frontend.
    pub frontend: Option<String>,
    /// Its backend.
    pub backend: Option<String>,
    /// Its server.
    pub server: Option<String>,
    /// How old it is, in whole seconds as HAProxy tells it.
    pub age: Option<Duration>,
    /// All that HAProxy says, by its names.
    pub details: Words,
}

/// Reads the rows of `show sess`.
#[derive(Debug, Default)]
pub struct StreamRows;

impl Rows for StreamRows {
    type Row = Stream;

    fn read(&mut self, line: &str) -> Result<Option<Stream>, DecodeError> {
        // Some selections bring the details of streams with them.
        if line.is_empty() || line.starts_with(' ') {
            return Ok(None);
        }
        let (id, rest) = line
            .split_once(": ")
            .filter(|(id, _)| id.starts_with("0x"))
            .ok_or_else(|| unexpected("the id of a stream", line))?;
        let details = pairs(rest);
        let known = |name: &str| {
            let value = details.get(name).map(String::as_str);
            value
                .filter(|value| !matches!(*value, "?" | "<none>" | "<NONE>" | ""))
                .map(str::to_owned)
        };
        Ok(Some(Stream {
            id: id.to_owned(),
            protocol: known("proto"),
            source: known("src"),
            frontend: known("fe"),
            backend: known("be"),
            server: known("srv"),
            age: known("age").as_deref().and_then(duration),
            details,
        }))
    }
}

/// `1d2h`, `3m4s`, `5s`, `6ms`.
fn duration(text: &str) -> Option<Duration> {
    let mut total = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|character: char| !character.is_ascii_digit())?;
        let (digits, behind) = rest.split_at_checked(end)?;
        let end = behind
            .find(|character: char| character.is_ascii_digit())
            .unwrap_or(behind.len());
        let (unit, next) = behind.split_at_checked(end)?;
        let factor: u64 = match unit {
            "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => return None,
        };
        total += digits.parse::<u64>().ok()?.checked_mul(factor)?;
        rest = next;
    }
    Some(Duration::from_millis(total))
}

impl RowsCommand for ShowSess {
    type Rows = StreamRows;
}

impl Answer for Streams {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        rows::<StreamRows>(reply.text()).map(Self)
    }
}

/// The details of streams.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct StreamDetails(pub Vec<StreamDetail>);

/// The details of a stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StreamDetail {
    /// Its id.
    pub id: String,
    /// The `key=value` words of all lines.
    pub details: Words,
    /// The lines.
    pub lines: Vec<Outline>,
}

impl Answer for StreamDetails {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let outline = Outline::read(reply.text());
        let details = outline.into_iter().map(|stream| {
            let id = stream.line.split(':').next().unwrap_or_default();
            if !id.starts_with("0x") {
                return Err(unexpected("the id of a stream", &stream.line));
            }
            Ok(StreamDetail {
                id: id.to_owned(),
                details: stream.words(),
                lines: stream.below,
            })
        });
        details.collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_have_units() {
        assert_eq!(duration("2s"), Some(Duration::from_secs(2)));
        assert_eq!(duration("1h5m"), Some(Duration::from_secs(3900)));
        assert_eq!(duration("3d2h"), Some(Duration::from_secs(266_400)));
        assert_eq!(duration("?"), None);
    }
}
