//! Writing results: bytes as they are, differences, files in place.

use std::io::{self, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use haproxy_config::replace_file;
use similar::{ChangeTag, DiffableStr as _, TextDiff};

use crate::error::CliError;
use crate::input::{display_name, is_standard_input};

const HEADER: Style = Style::new().bold();
const HUNK: Style = AnsiColor::Cyan.on_default();
const DELETED: Style = AnsiColor::Red.on_default();
const INSERTED: Style = AnsiColor::Green.on_default();

/// Writes these bytes to standard output, whatever they are.
pub(crate) fn write(bytes: &[u8]) -> Result<(), CliError> {
    let mut output = io::stdout().lock();
    output
        .write_all(bytes)
        .and_then(|()| output.flush())
        .map_err(CliError::Write)
}

/// Replaces the file at once, unless it holds these bytes already.
pub(crate) fn write_in_place(path: &Path, before: &[u8], after: &[u8]) -> Result<(), CliError> {
    if is_standard_input(path) {
        return Err(CliError::InPlaceStandardInput);
    }
    if before != after {
        replace_file(path, after)?;
    }
    Ok(())
}

/// Writes the difference between two states of a file, in unified form.
pub(crate) fn write_diff(path: &Path, before: &[u8], after: &[u8]) -> Result<(), CliError> {
    let name = display_name(path);
    write(&unified_diff(&name, before, after, is_coloured()))
}

/// Whether standard output takes colours.
pub(crate) fn is_coloured() -> bool {
    anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

fn unified_diff(name: &str, before: &[u8], after: &[u8], is_coloured: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let mut line = |style: Style, prefix: &str, text: &[u8]| {
        let style = if is_coloured { style } else { Style::new() };
        out.extend(style.render().to_string().bytes());
        out.extend_from_slice(prefix.as_bytes());
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        out.extend_from_slice(text);
        out.extend(style.render_reset().to_string().bytes());
        out.push(b'\n');
    };
    let diff = TextDiff::from_lines(before, after);
    let hunks = diff.unified_diff();
    for (index, hunk) in hunks.iter_hunks().enumerate() {
        if index == 0 {
            line(HEADER, "--- ", name.as_bytes());
            line(HEADER, "+++ ", name.as_bytes());
        }
        line(HUNK, "", hunk.header().to_string().as_bytes());
        for change in hunk.iter_changes() {
            let (style, prefix) = match change.tag() {
                ChangeTag::Delete => (DELETED, "-"),
                ChangeTag::Insert => (INSERTED, "+"),
                ChangeTag::Equal => (Style::new(), " "),
            };
            line(style, prefix, change.value().as_bytes());
            if change.missing_newline() {
                line(Style::new(), "\\ No newline at end of file", b"");
            }
        }
    }
    out
}
