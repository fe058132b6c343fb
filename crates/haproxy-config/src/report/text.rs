use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Report, printable};
use crate::diagnostic::{Diagnostic, Severity, Span};

/// How wide the report may be where it is not known how wide the terminal is.
const WIDTH: usize = 120;

impl Report<'_> {
    pub(super) fn text(&self, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer.term_width(WIDTH);
        let mut text = String::new();
        for found in self.diagnostics {
            text.push_str(&renderer.render(&self.groups(found)));
            text.push_str("\n\n");
        }
        text
    }

    fn groups(&self, found: &Diagnostic) -> Vec<Group<'_>> {
        let level = match found.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let title = level
            .primary_title(printable(found.message.as_bytes()))
            .id(found.code.to_string());
        let mut group = title.element(self.snippet(found.file, found.span));
        if let Some(help) = &found.help {
            group = group.element(Level::HELP.message(printable(help.as_bytes())));
        }
        let mut groups = vec![group];
        for related in &found.related {
            let title = Level::NOTE.secondary_title(printable(related.message.as_bytes()));
            groups.push(title.element(self.snippet(related.file, related.span)));
        }
        groups
    }

    fn snippet(&self, file: usize, span: Span) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let line = self.line(file, span.line);
        let (before, behind) = line.split_at_checked(span.start).unwrap_or((line, b""));
        let length = span.end.saturating_sub(span.start);
        let (marked, behind) = behind.split_at_checked(length).unwrap_or((behind, b""));
        let (mut source, marked) = (printable(before), printable(marked));
        let start = source.len();
        source.push_str(&marked);
        let end = source.len();
        source.push_str(&printable(behind));
        Snippet::source(source)
            .path(self.name(file))
            .line_start(span.line)
            .annotation(AnnotationKind::Primary.span(start..end))
    }
}
