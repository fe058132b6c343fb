//! Comments that allow findings: `# haproxy-kit: allow=HK0601 the reason`.

use memchr::memmem;

use super::entry::Entry;
use super::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::document::{Document, Line, LineKind};

pub(super) const RULES: &[Entry] = &[Entry::elsewhere(&UNNEEDED), Entry::elsewhere(&UNKNOWN)];

const UNNEEDED: Rule = Rule {
    code: Code::UNNEEDED_ALLOWANCE,
    name: "unneeded-allowance",
    family: Family::Allowances,
    severity: Severity::Warning,
    summary: "A comment allows a finding that is not there.",
    explanation: "\
`# haproxy-kit: allow=CODE reason` allows the findings of a rule on its own line, or on the line below \
where it stands alone. Where that line has no such finding the comment only hides what may go wrong \
there later: remove it.",
    examples: &[Example::accepted(
        "# haproxy-kit: allow=HK0601 long polling\nbackend app\n    timeout connect 5s\n    timeout server 30s\n    server s1 192.0.2.1:80\n",
        "backend app\n    timeout connect 5s\n    timeout server 30s\n    server s1 192.0.2.1:80\n",
    )],
};

const UNKNOWN: Rule = Rule {
    code: Code::UNKNOWN_ALLOWANCE,
    name: "unknown-allowance",
    family: Family::Allowances,
    severity: Severity::Warning,
    summary: "A comment allows a finding that no rule makes.",
    explanation: "\
The code or name behind `allow=` is none of a rule, so the comment allows nothing. \
`haproxy-kit rules` lists the rules. Several are separated by commas: `allow=HK0601,HK0702`.",
    examples: &[Example::accepted(
        "# haproxy-kit: allow=HK9999\nbackend app\n    timeout connect 5s\n    timeout server 30s\n    server s1 192.0.2.1:80\n",
        "backend app\n    timeout connect 5s\n    timeout server 30s\n    server s1 192.0.2.1:80\n",
    )],
};

const MARK: &[u8] = b"haproxy-kit:";

/// A rule that a comment allows.
struct Allowance {
    /// The number of the line whose findings it allows.
    line: usize,
    code: Code,
    /// Where the comment names it.
    span: Span,
    is_needed: bool,
}

/// Takes away the findings that comments allow, and adds those about such comments.
pub(super) fn apply(documents: &[&Document], found: &mut Vec<Diagnostic>) {
    for (file, document) in documents.iter().enumerate() {
        let (mut allowances, unknown) = allowances(document);
        found.extend(
            unknown
                .into_iter()
                .map(|diagnostic| diagnostic.in_file(file)),
        );
        if allowances.is_empty() {
            continue;
        }
        found.retain(|diagnostic| {
            let own = allowances.iter_mut().filter(|allowance| {
                diagnostic.file == file
                    && diagnostic.span.line == allowance.line
                    && diagnostic.code == allowance.code
            });
            own.map(|allowance| allowance.is_needed = true).count() == 0
        });
        let unneeded = allowances.iter().filter(|allowance| !allowance.is_needed);
        found.extend(unneeded.map(|allowance| {
            let message = format!("line {} has no finding {}", allowance.line, allowance.code);
            UNNEEDED
                .at((file, allowance.span), message)
                .with_help("remove the comment")
        }));
    }
}

/// What the comments of a document allow, and what is wrong with them.
fn allowances(document: &Document) -> (Vec<Allowance>, Vec<Diagnostic>) {
    let (mut known, mut unknown) = (Vec::<Allowance>::new(), Vec::new());
    // Those of comments that stand alone wait for the next line that is more than a comment.
    let mut waiting = 0;
    for line in document.lines() {
        for (name, span) in names(&line) {
            match Rule::find(&name) {
                Some(rule) => known.push(Allowance {
                    line: line.number(),
                    code: rule.code,
                    span,
                    is_needed: false,
                }),
                None => unknown.push(
                    UNKNOWN
                        .at((0, span), format!("no rule is called '{name}'"))
                        .with_help("'haproxy-kit rules' lists the rules"),
                ),
            }
        }
        if !matches!(line.kind(), LineKind::Comment | LineKind::Blank) {
            for allowance in known.iter_mut().skip(waiting) {
                allowance.line = line.number();
            }
            waiting = known.len();
        }
    }
    (known, unknown)
}

/// The rules that the comment of a line names, each with its place.
fn names(line: &Line<'_>) -> Vec<(String, Span)> {
    let Some(comment) = line.comment() else {
        return Vec::new();
    };
    let Some(mark) = memmem::find(comment, MARK) else {
        return Vec::new();
    };
    let behind = comment.get(mark + MARK.len()..).unwrap_or_default();
    let blanks = behind.iter().take_while(|byte| **byte == b' ').count();
    let list = behind.get(blanks..).unwrap_or_default();
    let Some(list) = list.strip_prefix(b"allow=") else {
        return Vec::new();
    };
    let end = line.bytes().len();
    let mut start = end - list.len();
    let list = list
        .split(u8::is_ascii_whitespace)
        .next()
        .unwrap_or_default();
    let mut names = Vec::new();
    for name in list.split(|byte| *byte == b',') {
        let span = Span {
            line: line.number(),
            start,
            end: start + name.len(),
        };
        names.push((String::from_utf8_lossy(name).into_owned(), span));
        start += name.len() + 1;
    }
    names
}
