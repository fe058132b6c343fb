//! Messages on standard error.

use std::io::Write as _;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use haproxy_config::{Diagnostic, Document, Note, NoteKind, Report, ReportFormat, Severity};

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
    let message = printable(message);
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
    let message = printable(&note.message);
    let _ = writeln!(
        output,
        "{BOLD}{name}:{line}{BOLD:#}: {style}{kind}{style:#}: {message}"
    );
    if kind != NoteKind::Rewritten {
        let _ = writeln!(output, "  | {}", printable(&note.before));
    }
    if let Some(help) = &note.help {
        let help = printable(help);
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
    let format = ReportFormat::Text { colour: true };
    let text = Report::new([(display_name(path), document)], diagnostics).print(format);
    let _ = write!(output, "{text}");
}

/// Tells how many findings there are.
pub(crate) fn summary(diagnostics: &[Diagnostic]) {
    let mut output = anstream::stderr().lock();
    let mut counts = Vec::new();
    for (severity, style, one, many) in [
        (Severity::Error, ERROR, "error", "errors"),
        (Severity::Warning, WARNING, "warning", "warnings"),
        (Severity::Info, INFO, "note", "notes"),
    ] {
        let own = |found: &&Diagnostic| found.severity == severity;
        match diagnostics.iter().filter(own).count() {
            0 => {}
            1 => counts.push(format!("{style}1 {one}{style:#}")),
            count => counts.push(format!("{style}{count} {many}{style:#}")),
        }
    }
    let text = if counts.is_empty() {
        "nothing to complain about".to_owned()
    } else {
        counts.join(", ")
    };
    let _ = writeln!(output, "{text}");
}

/// The text with every control character as a blank, so that no file can steer a terminal.
pub(crate) fn printable(text: &str) -> String {
    let blank = |character: char| {
        if character.is_control() {
            ' '
        } else {
            character
        }
    };
    text.chars().map(blank).collect()
}
