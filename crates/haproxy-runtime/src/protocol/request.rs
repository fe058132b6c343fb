use std::time::Duration;

use haproxy_model::text;

use super::{Ending, Mode, Payload, Process, Specification};

/// The number of words that HAProxy takes in one command.
const WORD_LIMIT: usize = 64;

/// A command in HAProxy's own form: words that can be nothing but themselves, and a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    line: Vec<u8>,
    words: usize,
    name_words: usize,
    payload: Option<Payload>,
    mode: Mode,
    ending: Ending,
    is_for_master: bool,
    patience: Duration,
}

/// Why a value cannot be sent. Nothing was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// A word is empty: HAProxy's command line has no spelling for that.
    #[error("an empty word cannot be sent; leave the argument out or give it a value")]
    EmptyWord,
    /// A word holds a line feed, which would end the command.
    #[error("'{word}' holds a line feed, which no word of a command can")]
    LineFeed {
        /// The word.
        word: String,
    },
    /// A word or payload holds a NUL.
    #[error("a NUL cannot be sent")]
    Nul,
    /// A payload without anything in it.
    #[error("an empty payload cannot be sent")]
    EmptyPayload,
    /// A payload holds an empty line, which would end it; HAProxy takes another end since 3.0.
    #[error("the payload holds an empty line, which ends a payload before HAProxy 3.0; remove it")]
    EmptyLine,
    /// A line ends in a backslash, which would take the line's end for a part of its last word.
    #[error("the line ends in a backslash that escapes nothing; double it")]
    OpenEscape,
    /// More words than HAProxy takes.
    #[error("the command has more than {WORD_LIMIT} words")]
    TooManyWords,
    /// The command does not fit into HAProxy's buffer.
    #[error(
        "the command takes {length} bytes, HAProxy's buffer {limit}; raise tune.bufsize or send less at once"
    )]
    TooLong {
        /// Bytes of the command with its payload.
        length: usize,
        /// Bytes that HAProxy takes.
        limit: usize,
    },
    /// The command is for the master, and the connection is to a worker.
    #[error("'{command}' is for the master's socket")]
    MasterOnly {
        /// The words of the command.
        command: String,
    },
    /// The command watches its input, and this HAProxy's master closes it.
    #[error("'{command}' needs HAProxy 3.2 to go through the master; use the worker's own socket")]
    NotThroughMaster {
        /// The words of the command.
        command: String,
    },
}

impl Request {
    /// A request of the command with this specification, without arguments.
    pub fn new(specification: &Specification) -> Self {
        Self {
            line: specification.name.as_bytes().to_vec(),
            words: specification.name.split(' ').count(),
            name_words: specification.name.split(' ').count(),
            payload: None,
            mode: specification.mode,
            ending: specification.ending,
            is_for_master: !specification.worker,
            patience: Duration::ZERO,
        }
    }

    /// A request as a person writes it, with HAProxy's own escapes: `add map m a\ b c`.
    pub fn raw(line: &str, payload: Option<Payload>) -> Result<Self, EncodeError> {
        let bytes = text::to_bytes(trimmed(line));
        if bytes.contains(&b'\n') {
            return Err(EncodeError::LineFeed {
                word: line.to_owned(),
            });
        }
        if bytes.contains(&0) {
            return Err(EncodeError::Nul);
        }
        if bytes.is_empty() {
            return Err(EncodeError::EmptyWord);
        }
        if has_open_escape(&bytes) {
            return Err(EncodeError::OpenEscape);
        }
        Ok(Self {
            words: 0,
            name_words: 1,
            payload,
            mode: Mode::Ordinary,
            ending: Ending::Answer,
            is_for_master: false,
            patience: Duration::ZERO,
            line: bytes.into_owned(),
        })
    }

    /// Adds a word. Whatever it holds, it stays that one word.
    pub fn push(&mut self, word: &str) -> Result<(), EncodeError> {
        if word.is_empty() {
            return Err(EncodeError::EmptyWord);
        }
        if word.contains('\n') {
            return Err(EncodeError::LineFeed {
                word: word.to_owned(),
            });
        }
        if word.contains('\0') {
            return Err(EncodeError::Nul);
        }
        self.words += 1;
        if self.words > WORD_LIMIT {
            return Err(EncodeError::TooManyWords);
        }
        self.line.push(b' ');
        for byte in text::to_bytes(word).iter() {
            // A `<<` would start a payload, wherever some versions find it.
            if matches!(byte, b';' | b'\\' | b'<' | b' ' | b'\t' | 0x0B | 0x0C) {
                self.line.push(b'\\');
            }
            self.line.push(*byte);
        }
        Ok(())
    }

    /// Sets the payload.
    pub fn set_payload(&mut self, payload: Payload) {
        self.payload = Some(payload);
    }

    /// Says how many of its first words are its name, for messages.
    #[must_use]
    pub fn named_by(mut self, words: usize) -> Self {
        self.name_words = words;
        self
    }

    /// Gives it the mode that the connection must be in.
    #[must_use]
    pub fn in_mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// Gives it another ending than its command has as a rule.
    #[must_use]
    pub fn ending_with(mut self, ending: Ending) -> Self {
        self.ending = ending;
        self
    }

    /// Says that its answer is to come so much later than others.
    pub fn wait(&mut self, patience: Duration) {
        self.patience += patience;
    }

    /// How much later than others its answer may come.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// The mode that the connection must be in.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// How its answer ends.
    pub fn ending(&self) -> Ending {
        self.ending
    }

    /// The words, as they are sent.
    pub fn line(&self) -> &[u8] {
        &self.line
    }

    /// The bytes that it takes of HAProxy's buffer, at most.
    pub fn length(&self) -> usize {
        let payload = self.payload.as_ref().map_or(0, Payload::framed_length);
        // The process in front of it, and the line's end.
        self.line.len() + payload + 16
    }

    pub(crate) fn has_payload(&self) -> bool {
        self.payload.is_some()
    }

    pub(crate) fn is_for_master(&self) -> bool {
        self.is_for_master
    }

    /// Writes the line and its payload, for a process when one is named.
    pub(crate) fn write(
        &self,
        out: &mut Vec<u8>,
        process: Option<(&str, Process)>,
        has_terminators: bool,
    ) -> Result<(), EncodeError> {
        if let Some((prefix, process)) = process {
            out.extend_from_slice(prefix.as_bytes());
            out.extend_from_slice(process.to_string().as_bytes());
            out.push(b' ');
        }
        out.extend_from_slice(&self.line);
        if let Some(payload) = &self.payload {
            return payload.write(out, has_terminators);
        }
        if self.line.ends_with(b"\r") {
            // HAProxy takes a carriage return before the line's end as part of that end.
            out.push(b' ');
        }
        out.push(b'\n');
        Ok(())
    }

    /// What its first words are, for messages.
    pub(crate) fn name(&self) -> String {
        let words = self.line.split(|byte| *byte == b' ').take(self.name_words);
        let words: Vec<_> = words.map(String::from_utf8_lossy).collect();
        words.join(" ")
    }
}

/// A line without the blanks around it; one that is escaped belongs to a word.
fn trimmed(line: &str) -> &str {
    let line = line.trim_start();
    let end = line.trim_end();
    if has_open_escape(end.as_bytes()) {
        let behind = line
            .get(end.len()..)
            .and_then(|blanks| blanks.chars().next());
        let length = end.len() + behind.map_or(0, char::len_utf8);
        return line.get(..length).unwrap_or(line);
    }
    end
}

/// Whether a line ends in a backslash that is not escaped itself.
fn has_open_escape(line: &[u8]) -> bool {
    line.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escaped_blank_at_the_end_is_kept() {
        let line = |text: &str| Request::raw(text, None).map(|request| request.line().to_vec());
        assert_eq!(line("  get a\\  ").unwrap(), b"get a\\ ");
        assert_eq!(line("get a\\\\  ").unwrap(), b"get a\\\\");
        assert_eq!(line("get a\\"), Err(EncodeError::OpenEscape));
        assert_eq!(line("get a\\\\\\"), Err(EncodeError::OpenEscape));
    }
}
