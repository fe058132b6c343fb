//! Requests and responses that were no HTTP.

use serde::Serialize;

use super::answer::{between, number};
use super::parameter::words;
use super::{Answer, commands};
use crate::protocol::{DecodeError, Reply};

words! {
    /// Which errors.
    ErrorDirection {
        /// Those of requests.
        Request = "request",
        /// Those of responses.
        Response = "response",
    }
}

commands! {
    /// Tells the last requests and responses that were no HTTP.
    ShowErrors("show errors" operator()) -> Errors [
        /// The name or number of the proxy that is meant; all where there is none.
        proxy: Option<String>,
        /// Which; both where there is none. It needs a proxy, or `-1`.
        direction: Option<ErrorDirection>,
    ];
}

/// The last requests and responses that were no HTTP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Errors {
    /// How many there were, of which only the last ones are kept.
    pub total: u64,
    /// The last ones.
    pub captures: Vec<ErrorCapture>,
}

/// A request or response that was no HTTP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ErrorCapture {
    /// When it was.
    pub date: String,
    /// The frontend or backend that found it, and what was wrong.
    pub description: String,
    /// What HAProxy says about it, line by line.
    pub details: Vec<String>,
    /// The position of the byte that was wrong.
    pub position: Option<u64>,
    /// The bytes, with `\n`, `\r`, `\t` and `\xNN` for those that cannot be printed.
    pub bytes: String,
}

impl Answer for Errors {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut errors = Self {
            total: 0,
            captures: Vec::new(),
        };
        for line in reply.text().lines().filter(|line| !line.trim().is_empty()) {
            if let Some(rest) = line.strip_prefix("Total events captured on ") {
                let (_, total) = rest.rsplit_once(": ").unwrap_or_default();
                errors.total = number(total, line)?;
            } else if let Some(rest) = line.strip_prefix('[') {
                let (date, description) = rest.split_once(']').unwrap_or((rest, ""));
                errors.captures.push(ErrorCapture {
                    date: date.to_owned(),
                    description: description.trim().trim_end_matches(':').to_owned(),
                    details: Vec::new(),
                    position: None,
                    bytes: String::new(),
                });
            } else if let Some(capture) = errors.captures.last_mut() {
                read_line(capture, line)?;
            }
        }
        Ok(errors)
    }
}

fn read_line(capture: &mut ErrorCapture, line: &str) -> Result<(), DecodeError> {
    let text = line.trim_start();
    let offset = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_bytes = offset >= 5 && matches!(text.as_bytes().get(offset), Some(b' ' | b'+'));
    if is_bytes {
        // The offset, a sign for a line that goes on, and a space.
        let bytes = text.get(offset + 2..).unwrap_or_default();
        capture.bytes.push_str(bytes);
        return Ok(());
    }
    if let Some(position) = between(line, "error at position ", ":") {
        let digits = position.split(|character: char| !character.is_ascii_digit());
        capture.position = Some(number(digits.into_iter().next().unwrap_or_default(), line)?);
    }
    capture.details.push(text.to_owned());
    Ok(())
}
