use haproxy_model::text;

use super::EncodeError;

/// The lines that stand below a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload(String);

impl Payload {
    /// These lines.
    pub fn new(lines: impl Into<String>) -> Self {
        Self(lines.into())
    }

    /// The lines as they are.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many bytes it takes, at most, with what ends it.
    pub(crate) fn framed_length(&self) -> usize {
        text::to_bytes(&self.0).len() + 2 * TERMINATOR.len() + 4
    }

    /// Ends the line of a command with `<<` and adds the lines and what ends them.
    ///
    /// A chosen terminator lets a payload hold empty lines; without one, an empty line ends it.
    pub(crate) fn write(
        &self,
        out: &mut Vec<u8>,
        has_terminators: bool,
    ) -> Result<(), EncodeError> {
        let bytes = text::to_bytes(&self.0);
        if bytes.contains(&0) {
            return Err(EncodeError::Nul);
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(EncodeError::EmptyPayload);
        }
        let lines = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
        out.extend_from_slice(b" <<");
        if has_empty_line(lines) {
            if !has_terminators {
                return Err(EncodeError::EmptyLine);
            }
            let terminator = terminator(lines);
            out.extend_from_slice(&terminator);
            out.push(b'\n');
            out.extend_from_slice(lines);
            out.push(b'\n');
            out.extend_from_slice(&terminator);
            out.push(b'\n');
        } else {
            out.push(b'\n');
            out.extend_from_slice(lines);
            out.extend_from_slice(b"\n\n");
        }
        Ok(())
    }
}

const TERMINATOR: &str = "%END%";

fn has_empty_line(lines: &[u8]) -> bool {
    lines
        .split(|byte| *byte == b'\n')
        .any(|line| matches!(line, b"" | b"\r"))
}

/// A terminator that is nowhere in these lines. HAProxy takes up to seven characters.
fn terminator(lines: &[u8]) -> Vec<u8> {
    let candidates = (0..0xFFFF_u32).map(|number| format!("%{number:X}%").into_bytes());
    std::iter::once(TERMINATOR.as_bytes().to_vec())
        .chain(candidates)
        .find(|candidate| memchr::memmem::find(lines, candidate).is_none())
        .unwrap_or_default()
}
