//! QUIC connections.

use serde::Serialize;

use super::{Answer, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Lists the QUIC connections.
    ShowQuic("show quic" since(3, 0) operator()) -> QuicConnections [
        /// How: `oneline`, `full`, or fields with commas between them.
        format: Option<String>,
        /// Which: `clo` for those that close, `all`, or one by its address.
        filter: Option<String>,
    ];
}

/// The QUIC connections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct QuicConnections(pub Vec<QuicConnection>);

/// A QUIC connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuicConnection {
    /// Its address in memory, and its frontend behind a `/` where HAProxy tells it.
    pub connection: String,
    /// What HAProxy says of it, line by line.
    pub lines: Vec<String>,
}

impl Answer for QuicConnections {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut connections: Vec<QuicConnection> = Vec::new();
        for line in reply.text().lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let first = line.trim_start_matches("* ").split_whitespace().next();
            let is_start = !line.starts_with(' ') && first.is_some_and(|word| word.contains("0x"));
            if is_start || connections.is_empty() {
                let connection = first.unwrap_or_default().trim_end_matches([':', ',']);
                connections.push(QuicConnection {
                    connection: connection.to_owned(),
                    lines: Vec::new(),
                });
            }
            if let Some(connection) = connections.last_mut() {
                connection.lines.push(line.trim().to_owned());
            }
        }
        Ok(Self(connections))
    }
}
