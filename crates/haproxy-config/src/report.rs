//! Findings, shown to people and to programs.

mod github;
mod json;
mod place;
mod sarif;
mod short;
mod text;

use crate::diagnostic::Diagnostic;
use crate::document::{Document, LineIndex};
pub use place::Columns;
use place::printable;

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReportFormat {
    /// For people: each finding with its line, the place in it underlined.
    Text {
        /// Whether colours are used.
        colour: bool,
    },
    /// One line a finding: `FILE:LINE:COLUMN: SEVERITY[CODE]: MESSAGE`.
    Short,
    /// One JSON object a line: `file`, `line`, `column`, `end_line`, `end_column`, `severity`,
    /// `code`, `message`, `help`, `related`.
    Json,
    /// One document of SARIF 2.1.0, which code scanners exchange.
    Sarif,
    /// Commands of a GitHub workflow, which become annotations.
    Github,
}

/// Findings with the files that they are in.
///
/// Columns count characters from 1; the end column is the one behind the last character.
///
/// ```
/// use haproxy_config::{CheckOptions, Document, Report, ReportFormat, Target};
/// use haproxy_model::version::Version;
///
/// let document = Document::parse("global\n    maxconn 1000\n    frobnicate\n");
/// let found = document.check(&CheckOptions::new(Target::new(Version::new(3, 2))));
/// let report = Report::new([("haproxy.cfg", &document)], &found);
/// assert_eq!(
///     report.print(ReportFormat::Short),
///     "haproxy.cfg:3:5: error[HK0101]: no keyword 'frobnicate' may stand here\n"
/// );
/// ```
pub struct Report<'a> {
    files: Vec<File<'a>>,
    diagnostics: &'a [Diagnostic],
}

struct File<'a> {
    name: String,
    lines: LineIndex<'a>,
}

impl<'a> Report<'a> {
    /// These findings in these files, each with its name; [`Diagnostic::file`] is an index of them.
    pub fn new<N: Into<String>>(
        files: impl IntoIterator<Item = (N, &'a Document)>,
        diagnostics: &'a [Diagnostic],
    ) -> Self {
        let files = files.into_iter().map(|(name, document)| File {
            name: name.into(),
            lines: LineIndex::of(document),
        });
        Self {
            files: files.collect(),
            diagnostics,
        }
    }

    /// The findings in this format; nothing where there are none and the format needs nothing.
    pub fn print(&self, format: ReportFormat) -> String {
        match format {
            ReportFormat::Text { colour } => self.text(colour),
            ReportFormat::Short => self.short(),
            ReportFormat::Json => self.json(),
            ReportFormat::Sarif => self.sarif(),
            ReportFormat::Github => self.github(),
        }
    }

    /// The name of the file of this index.
    fn name(&self, file: usize) -> &str {
        self.files.get(file).map_or("", |file| &file.name)
    }

    /// The line of this number as people may see it; empty where there is none.
    fn line(&self, file: usize, number: usize) -> &'a [u8] {
        let file = self.files.get(file);
        let line = file.and_then(|file| file.lines.line(number.checked_sub(1)?));
        line.map(|line| line.bytes()).unwrap_or_default()
    }

    /// The columns of a place.
    fn columns(&self, file: usize, span: crate::Span) -> Columns {
        Columns::of(self.line(file, span.line), span)
    }
}

#[cfg(test)]
mod tests;
