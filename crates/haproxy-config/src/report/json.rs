use serde::Serialize;

use super::Report;
use crate::diagnostic::Span;

/// A finding as programs read it.
#[derive(Serialize)]
struct Finding<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    severity: String,
    code: String,
    message: &'a str,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

/// A place that has to do with a finding.
#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Report<'_> {
    pub(super) fn json(&self) -> String {
        let mut text = String::new();
        for found in self.diagnostics {
            let related = found.related.iter().map(|related| Related {
                place: self.place(related.file, related.span),
                message: &related.message,
            });
            let finding = Finding {
                place: self.place(found.file, found.span),
                severity: found.severity.to_string(),
                code: found.code.to_string(),
                message: &found.message,
                help: found.help.as_deref(),
                related: related.collect(),
            };
            // Strings and numbers can always be written.
            if let Ok(line) = serde_json::to_string(&finding) {
                text.push_str(&line);
                text.push('\n');
            }
        }
        text
    }

    fn place(&self, file: usize, span: Span) -> Place<'_> {
        let columns = self.columns(file, span);
        Place {
            file: self.name(file),
            line: span.line,
            column: columns.start,
            end_line: span.line,
            end_column: columns.end,
        }
    }
}
