use std::fmt::Write as _;

use super::Report;
use crate::diagnostic::Severity;

impl Report<'_> {
    pub(super) fn github(&self) -> String {
        let mut text = String::new();
        for found in self.diagnostics {
            let command = match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "notice",
            };
            let columns = self.columns(found.file, found.span);
            let mut message = found.message.clone();
            if let Some(help) = &found.help {
                let _ = write!(message, "\n{help}");
            }
            let _ = writeln!(
                text,
                "::{command} file={},line={},endLine={},col={},endColumn={},title={}::{}",
                property(self.name(found.file)),
                found.span.line,
                found.span.line,
                columns.start,
                columns.end,
                found.code,
                data(&message),
            );
        }
        text
    }
}

/// A message, with what would end it escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, with what would end it escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
