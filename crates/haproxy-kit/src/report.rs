//! Messages on standard error.

use std::io::Write as _;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use haproxy_config::{Diagnostic, Document, Note, NoteKind, Severity};

use crate::error::CliError;
use crate::input::display_name;

const BOLD: Style = Style::new().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const INFO: Style = AnsiColor::Cyan.on_default().bold();

/// Says why a command could not do its work, and what to do about it.
pub(crate) fn error(error: &CliError) {
    let mut output = anstream::stderr().lock();
    // Where standard error is gone, nobody is left to be told.
    let _ = writeln!(output, "{ERROR}error{ERROR:#}: {error}");
    if let Some(help) = error.help() {
        let _ = writeln!(output, "  {BOLD}help{BOLD:#}: {help}");
    }
}

/// Says what a person should look at.
pub(crate) fn note(message: &str) {
    let mut output = anstream::stderr().lock();
    let _ = writeln!(output, "{WARNING}note{WARNING:#}: {message}");
}

/// Tells what became of a statement in a migration.
pub(crate) fn migration(name: &str, note: &Note) {
    let mut output = anstream::stderr().lock();
    let (kind, line) = (note.kind, note.line);
    let style = match kind {
        NoteKind::Left => ERROR,
        NoteKind::Review => WARNING,
        _ => INFO,
    };
    let message = printable(note.message.as_bytes());
    let _ = writeln!(
        output,
        "{BOLD}{name}:{line}{BOLD:#}: {style}{kind}{style:#}: {message}"
    );
    if kind != NoteKind::Rewritten {
        let _ = writeln!(output, "  | {}", printable(note.before.as_bytes()));
    }
    if let Some(help) = &note.help {
        let help = printable(help.as_bytes());
        let _ = writeln!(output, "  {BOLD}help{BOLD:#}: {help}");
    }
}

/// Writes a line for programs.
pub(crate) fn line(text: &str) {
    let mut output = anstream::stderr().lock();
    let _ = writeln!(output, "{text}");
}

/// Tells the findings in a file, each with its line of the file.
pub(crate) fn diagnostics(path: &Path, document: &Document, diagnostics: &[Diagnostic]) {
    let mut output = anstream::stderr().lock();
    let name = display_name(path);
    for diagnostic in diagnostics {
        let style = match diagnostic.severity {
            Severity::Error => ERROR,
            Severity::Warning => WARNING,
            Severity::Info => INFO,
        };
        let (span, severity, code) = (diagnostic.span, diagnostic.severity, diagnostic.code);
        let message = printable(diagnostic.message.as_bytes());
        let _ = writeln!(
            output,
            "{BOLD}{name}:{}:{}{BOLD:#}: {style}{severity}[{code}]{style:#}: {message}",
            span.line,
            span.start + 1,
        );
        let line = document.lines().nth(span.line.saturating_sub(1));
        if let Some(line) = line {
            let _ = writeln!(output, "  | {}", printable(line.bytes()));
            let width = |range| {
                printable(line.bytes().get(range).unwrap_or_default())
                    .chars()
                    .count()
            };
            let (before, marked) = (width(0..span.start), width(span.start..span.end).max(1));
            let _ = writeln!(
                output,
                "  | {:before$}{style}{}{style:#}",
                "",
                "^".repeat(marked)
            );
        }
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(output, "  {BOLD}help{BOLD:#}: {help}");
        }
    }
}

/// The text with every control character as a blank, so that no file can steer a terminal.
fn printable(text: &[u8]) -> String {
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
