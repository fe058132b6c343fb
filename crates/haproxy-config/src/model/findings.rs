//! What is said of words that the model does not take as they stand.

use haproxy_model::catalogue::Catalogue;
use haproxy_model::config::AnySection;
use haproxy_model::keyword::Keyword;
use haproxy_model::language::{ArgumentError, Problem, Words};
use haproxy_model::text::has_reference;

use super::Target;
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::document::Line;

/// How many names to offer for a keyword that is unknown.
const SIMILAR: usize = 3;
/// How many words the longest keyword has, and some more.
const LONGEST: usize = 6;

/// Reports the words that nothing explained; of a line that is kept as it stands its keyword.
pub(crate) fn surplus(
    line: &Line<'_>,
    words: &Words<'_>,
    section: Option<&AnySection>,
    found: &mut Vec<Diagnostic>,
) {
    if words.unrecognized().first() == Some(&0) {
        found.push(unknown_keyword(line, words, section));
        return;
    }
    // HAProxy reads no further than an empty word, of which something else is said.
    let is_read = |position: &&usize| (0..=**position).all(|at| words.word(at) != Some(""));
    for position in words.unrecognized().iter().filter(is_read) {
        let word = words.word(*position).unwrap_or_default();
        let span = span(line, *position);
        found.push(if words.ignores_rest() {
            let message = format!("'{word}' means nothing here: HAProxy reads no further");
            Diagnostic::warning(Code::IGNORED_ARGUMENT, span, message).with_help("remove it")
        } else {
            let message = format!("'{word}' is not an argument of this keyword");
            Diagnostic::error(Code::UNKNOWN_ARGUMENT, span, message)
        });
    }
}

/// A line that starts with none of the section's keywords.
#[cold]
fn unknown_keyword(line: &Line<'_>, words: &Words<'_>, section: Option<&AnySection>) -> Diagnostic {
    let is_prefix = matches!(words.word(0), Some("no" | "default"));
    let position = usize::from(is_prefix && words.word(1).is_some());
    let word = words.word(position).unwrap_or_default();
    let message = format!("no keyword '{word}' may stand here");
    let mut unknown = Diagnostic::error(Code::UNKNOWN_KEYWORD, span(line, position), message);
    unknown.help = similar(section, words, position);
    unknown
}

/// The names of statements that look like the line, whose keyword is at this position.
fn similar(section: Option<&AnySection>, words: &Words<'_>, position: usize) -> Option<String> {
    let kind = section?.kind()?;
    let line: Vec<&str> = (position..position + LONGEST)
        .map_while(|at| words.word(at))
        .collect();
    let names = Catalogue::similar_statements(kind, &line, SIMILAR);
    (!names.is_empty()).then(|| format!("there is: {}", names.join(", ")))
}

/// Reports a word that is missing or not as it should be.
pub(crate) fn error(line: &Line<'_>, error: &ArgumentError, found: &mut Vec<Diagnostic>) {
    let code = match error.problem {
        Problem::UnknownKeyword { .. } => Code::UNKNOWN_KEYWORD,
        Problem::Missing { .. } => Code::MISSING_ARGUMENT,
        _ => Code::INVALID_ARGUMENT,
    };
    let mut diagnostic = Diagnostic::error(code, span(line, error.word), error.to_string());
    if error.tolerated {
        diagnostic.severity = Severity::Warning;
    }
    found.push(diagnostic);
}

/// Reports a keyword that the target does not have or would rather not see.
pub(crate) fn restricted(
    target: &Target,
    line: &Line<'_>,
    position: usize,
    keyword: &Keyword,
    found: &mut Vec<Diagnostic>,
) {
    let version = target.version;
    let name = keyword.name;
    let span = span(line, position);
    let mut diagnostic = if let Some(since) = keyword.since.filter(|_| keyword.is_before(version)) {
        let message = format!("'{name}' exists since HAProxy {since}, the target is {version}");
        Diagnostic::error(Code::NOT_YET, span, message)
    } else if let Some(feature) = keyword
        .feature
        .filter(|feature| !target.environment.features.contains(*feature))
    {
        let message = format!("'{name}' needs an HAProxy that was built with {feature}");
        Diagnostic::error(Code::MISSING_FEATURE, span, message)
    } else if let Some(removed) = keyword.removed.filter(|removed| version >= *removed) {
        let message = format!("'{name}' was removed in HAProxy {removed}, the target is {version}");
        Diagnostic::error(Code::REMOVED, span, message)
    } else if let Some(deprecated) = keyword
        .deprecated
        .filter(|deprecated| version >= *deprecated)
    {
        let message = format!("'{name}' is deprecated since HAProxy {deprecated}");
        Diagnostic::warning(Code::DEPRECATED, span, message)
    } else {
        return;
    };
    diagnostic.help = keyword
        .instead
        .map(|instead| format!("write {instead} instead"));
    found.push(diagnostic);
}

/// Reports a keyword without what must be among its arguments.
pub(crate) fn needed(
    line: &Line<'_>,
    words: &Words<'_>,
    position: usize,
    keyword: &Keyword,
    found: &mut Vec<Diagnostic>,
) {
    let Some(needs) = keyword.needs else {
        return;
    };
    let start = position + keyword.name.split(' ').count();
    let arguments: Vec<&str> = (start..)
        .map_while(|at| words.word(at))
        .take_while(|word| !word.is_empty())
        .collect();
    if arguments.iter().any(|word| has_reference(word)) {
        return;
    }
    let mut groups = needs.split(',').map(|group| group.trim().split('|'));
    let missing = groups.find(|group| {
        let mut group = group.clone();
        !group.any(|own| match own {
            "*" => !arguments.is_empty(),
            own => arguments.contains(&own),
        })
    });
    let Some(missing) = missing else {
        return;
    };
    let words: Vec<String> = missing.map(|word| format!("'{word}'")).collect();
    let message = match &*words {
        [only] if only == "'*'" => format!("'{}' needs an argument", keyword.name),
        words => format!("'{}' needs {}", keyword.name, words.join(" or ")),
    };
    found.push(Diagnostic::error(
        Code::MISSING_ARGUMENT,
        span(line, position),
        message,
    ));
}

/// Reports a keyword that is experimental, and that nothing above allows.
pub(crate) fn experimental(
    line: &Line<'_>,
    position: usize,
    keyword: &Keyword,
    found: &mut Vec<Diagnostic>,
) {
    let message = format!("'{}' is experimental", keyword.name);
    found.push(
        Diagnostic::error(Code::EXPERIMENTAL, span(line, position), message)
            .with_help("add 'expose-experimental-directives' to the global section above"),
    );
}

/// The place of a word; behind the last one where the word is missing.
pub(crate) fn span(line: &Line<'_>, word: usize) -> Span {
    let range = match line.word(word) {
        Some(word) => word.range(),
        None => line.words_range().end..line.words_range().end,
    };
    Span {
        line: line.number(),
        start: range.start,
        end: range.end,
    }
}
