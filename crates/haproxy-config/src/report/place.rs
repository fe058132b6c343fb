use crate::diagnostic::Span;

/// Where a place starts and ends in its line, in characters counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// That of the first character.
    pub start: usize,
    /// That behind the last character.
    pub end: usize,
}

impl Columns {
    /// The columns of a place in the line of these bytes; what is not UTF-8 counts as replacement
    /// characters.
    pub fn of(line: &[u8], span: Span) -> Self {
        let column = |end: usize| {
            let before = line.get(..end).unwrap_or(line);
            String::from_utf8_lossy(before).chars().count() + 1
        };
        Self {
            start: column(span.start),
            end: column(span.end),
        }
    }
}

/// The text with every control character as a blank, so that no file can steer a terminal.
pub(super) fn printable(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect()
}
