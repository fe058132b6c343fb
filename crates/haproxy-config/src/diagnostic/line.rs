use super::{Code, Diagnostic, Span};
use crate::document::{Document, Ending, Line, LineKind, Tail};
use crate::language::{FaultKind, MAX_WORDS, is_blank, parse_line};
use crate::parallel;

impl Document {
    /// What HAProxy would say while it cuts the lines into words, in the order of the lines.
    ///
    /// Whether conditional blocks pair up, and which of them count, is told by
    /// [`Document::evaluate`].
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let threads = parallel::threads_for(self.line_count());
        let parts = parallel::each(threads, self.parts(threads), |lines| {
            let mut found = Vec::new();
            for line in lines {
                look(&line, &mut found);
            }
            found
        });
        parts.into_iter().flatten().collect()
    }
}

/// Adds the findings in one line.
fn look(line: &Line<'_>, found: &mut Vec<Diagnostic>) {
    if line.is_faulty() {
        found.extend(faults(line));
    }
    found.extend(too_many_words(line));
    found.extend(scope(line));
    found.extend(empty_word(line));
    found.extend(tail(line));
    found.extend(missing_newline(line));
}

fn faults(line: &Line<'_>) -> Vec<Diagnostic> {
    let faults = parse_line(line.bytes()).faults.into_iter();
    faults
        .map(|fault| {
            let span = Span {
                line: line.number(),
                start: fault.span.start,
                end: fault.span.end,
            };
            let (code, message, help) = describe(fault.kind);
            Diagnostic::error(code, span, message).with_help(help)
        })
        .collect()
}

/// The code, the message and the help for what HAProxy refuses in a line.
pub(crate) fn describe(kind: FaultKind) -> (Code, &'static str, &'static str) {
    match kind {
        FaultKind::UnmatchedQuote => (
            Code::UNMATCHED_QUOTE,
            "this quote is never closed",
            "close it on the same line, or write \\\" or \\' for a quote that is text",
        ),
        FaultKind::InvalidHex => (
            Code::INVALID_HEX,
            "\\x needs two hexadecimal digits",
            "write them, as in \\x0a, or \\\\x for a backslash before an x",
        ),
        FaultKind::InvalidVariableName => (
            Code::INVALID_VARIABLE_NAME,
            "'$' inside double quotes must be followed by the name of a variable",
            "names start with a letter or '_' (or are .LINE, .FILE, .SECTION); write \\$ for a dollar",
        ),
        FaultKind::InvalidExpansion => (
            Code::INVALID_EXPANSION,
            "'[' behind a variable's name must be '[*]'",
            "write ${NAME[*]} to split the value at its blanks",
        ),
        FaultKind::UnmatchedBrace => (
            Code::UNMATCHED_BRACE,
            "'${' is not closed by '}' behind the variable's name",
            "write ${NAME} or ${NAME-default}; other forms do not exist",
        ),
    }
}

/// How many words a line with variables has depends on the environment: that is found by
/// [`Document::evaluate`].
fn too_many_words(line: &Line<'_>) -> Option<Diagnostic> {
    let last = line.word(MAX_WORDS - 1)?;
    if line.has_variable() {
        return None;
    }
    if let Some(word) = line.word(MAX_WORDS) {
        let message = format!("a line holds {MAX_WORDS} words at most, this is one more");
        let span = span_of(line, word.range());
        return Some(Diagnostic::error(Code::TOO_MANY_WORDS, span, message));
    }
    let end = last.range().end;
    let behind = *line.bytes().get(end)?;
    (is_blank(behind) && behind != b'\r').then(|| {
        let message = format!(
            "HAProxy before 3.2 counts white space behind the word number {MAX_WORDS} as one too many"
        );
        let help = "remove the white space, or split the line";
        Diagnostic::warning(Code::TOO_MANY_WORDS, span_of(line, end..end + 1), message)
            .with_help(help)
    })
}

fn scope(line: &Line<'_>) -> Option<Diagnostic> {
    if line.kind() != LineKind::Scope {
        return None;
    }
    let word = line.word(0)?;
    let error = |message: &str| {
        let help = "a scope is a name in brackets, alone on its line: [name]";
        Some(
            Diagnostic::error(Code::INVALID_SCOPE, span_of(line, word.range()), message)
                .with_help(help),
        )
    };
    let inner = word.raw().get(1..)?;
    let name_byte =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':');
    let length = inner.iter().take_while(|byte| name_byte(byte)).count();
    match inner.get(length) {
        None | Some(b']') if length == 0 => error("a scope needs a name"),
        None => error("the scope's bracket is not closed"),
        Some(b']') => {
            let behind = inner.get(length + 1..).unwrap_or_default();
            match behind.iter().find(|byte| !is_blank(**byte)) {
                None | Some(b'#') => None,
                Some(_) => error("nothing but a comment may follow a scope"),
            }
        }
        Some(_) => error("a character is not permitted in a scope's name"),
    }
}

fn empty_word(line: &Line<'_>) -> Option<Diagnostic> {
    if line.is_plain() {
        return None;
    }
    let word = line.words().find(|word| !word.is_plain() && word.is(b""))?;
    let message = "an empty word ends the arguments: HAProxy ignores what follows it";
    Some(Diagnostic::warning(
        Code::EMPTY_WORD,
        span_of(line, word.range()),
        message,
    ))
}

fn tail(line: &Line<'_>) -> Option<Diagnostic> {
    let nul = memchr::memchr(0, line.bytes());
    if let Some(at) = nul {
        let message = "a NUL ends the line, what follows it is lost";
        return Some(Diagnostic::error(
            Code::STRAY_NUL,
            span_of(line, at..at + 1),
            message,
        ));
    }
    let (Tail::Ignored, text) = line.tail()? else {
        return None;
    };
    let start = line.bytes().len() - text.len();
    let message = "a carriage return ends the line here, what follows it is ignored";
    Some(Diagnostic::warning(
        Code::STRAY_CARRIAGE_RETURN,
        span_of(line, start..line.bytes().len()),
        message,
    ))
}

fn missing_newline(line: &Line<'_>) -> Option<Diagnostic> {
    if line.ending() != Ending::None {
        return None;
    }
    let end = line.bytes().len();
    let message = "the last line has no line feed: HAProxy takes the file for truncated";
    Some(Diagnostic::error(
        Code::MISSING_NEWLINE,
        span_of(line, end..end),
        message,
    ))
}

fn span_of(line: &Line<'_>, range: std::ops::Range<usize>) -> Span {
    Span {
        line: line.number(),
        start: range.start,
        end: range.end,
    }
}
