use super::{Mention, note_expression};
use crate::value::{LogFormatContent, LogFormatPart};

/// The names in the expressions of a log format, which is the word at this index.
pub(crate) fn note_format(parts: &[LogFormatPart<'_>], word: usize) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    for part in parts {
        if let LogFormatContent::Sample { .. } = part.content
            && let Some(open) = part.text.find('[')
            && let Some(expression) = part.text.get(open + 1..part.text.len() - 1)
        {
            mentions.extend(note_expression(&[expression], word, at + open + 1));
        }
        at += part.text.len();
    }
    mentions
}
