use std::borrow::Cow;

use super::{ArgumentError, Problem, Words};

/// Arguments inside a word.
impl Words<'_> {
    /// Reads arguments that stand inside the word at `position`, such as those of `hdr(name)`.
    ///
    /// `text` is that part of the word; it is split at `separator`, if there is one.
    ///
    /// # Errors
    /// Those of `parse`, at the index of the word; and parts that `parse` leaves over.
    pub fn inside<T>(
        &mut self,
        position: usize,
        text: &str,
        separator: Option<char>,
        parse: impl FnOnce(&mut Words<'_>) -> Result<T, ArgumentError>,
    ) -> Result<T, ArgumentError> {
        let parts: Vec<Cow<'_, str>> = match separator {
            _ if text.is_empty() => Vec::new(),
            Some(separator) => text.split(separator).map(Cow::Borrowed).collect(),
            None => vec![Cow::Borrowed(text)],
        };
        let mut inner = Words::new(&parts);
        if self.notes_names() {
            inner = inner.noting_names();
        }
        if self.notes_evaluations() {
            inner = inner.noting_evaluations();
        }
        inner.stage = self.stage;
        let parsed = parse(&mut inner).and_then(|value| {
            let is_read = match inner.remaining() {
                [] => true,
                // A separator behind the last part.
                [last] => last.is_empty(),
                _ => false,
            };
            if is_read {
                Ok(value)
            } else {
                Err(inner.invalid("nothing more"))
            }
        });
        self.note_inside(position, &inner);
        parsed.map_err(|error| self.error_inside(position, error))
    }

    /// A missing part is no missing word: what is wrong is the word around it.
    fn error_inside(&self, position: usize, mut error: ArgumentError) -> ArgumentError {
        error.word = position;
        if let Problem::Missing { expected } = error.problem {
            error.problem = Problem::Invalid {
                expected,
                found: self.word(position).unwrap_or_default().to_owned(),
            };
        }
        error
    }
}
