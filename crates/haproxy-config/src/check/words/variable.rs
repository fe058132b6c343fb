use std::borrow::Cow;
use std::collections::HashMap;

use haproxy_model::evaluation::EvaluationKind;
use haproxy_model::text::from_bytes;
use haproxy_model::version::Version;

use super::address;
use crate::check::context::{Context, Place};
use crate::check::reread::reread;
use crate::check::view::SectionView;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::{Line, Word};
use crate::evaluate::EvaluatedStatement;
use crate::language::{Part, Variable};

/// The first version that takes a default behind a variable's name.
const DEFAULTS: Version = Version::new(2, 5);
/// The first version that has formats for the keys of connections.
const KEYLOG_FORMATS: Version = Version::new(3, 3);
/// The first version that refuses a line with an empty word.
const REFUSES_EMPTY: Version = Version::new(3, 3);

/// Looks at lines that refer to environment variables as the target reads them: those that its
/// environment does not have are not set.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let version = context.options.target.version;
    if version >= REFUSES_EMPTY {
        refuse_empty_words(found);
    }
    if !context.has_variables() {
        return;
    }
    let sections = sections_by_line(context);
    let mut environment = context.options.target.environment.clone();
    for (file, document) in context.documents().enumerate() {
        let evaluation = document.evaluate(&environment);
        for statement in &evaluation.statements {
            let place = Place {
                file,
                line: statement.line.number().saturating_sub(1),
            };
            if !statement.line.has_variable() {
                continue;
            }
            if version < DEFAULTS
                && let Some(position) = statement.line.words().position(|word| has_default(&word))
            {
                found.push(unknown_form(context, place, position));
            } else if let Some(section) = sections.get(&place)
                && !refers_to_haproxy(&statement.line, context)
            {
                look(context, section, place, statement, found);
            }
        }
        environment = evaluation.environment;
    }
}

/// The section that each statement stands in.
fn sections_by_line<'a>(context: &Context<'a>) -> HashMap<Place, SectionView<'a>> {
    let mut places = HashMap::new();
    for section in context.sections() {
        places.extend((0..section.section.len()).map(|index| (section.place(index), section)));
    }
    places
}

/// Looks at the words of a line once its variables have their values.
fn look(
    context: &Context<'_>,
    section: &SectionView<'_>,
    place: Place,
    statement: &EvaluatedStatement<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let words = statement.words.iter();
    let mut words: Vec<Cow<'_, str>> = words.map(|word| from_bytes(word)).collect();
    let empty = words.iter().position(|word| word.is_empty());
    if words.is_empty() || empty == Some(0) {
        return;
    }
    let mut own = Vec::new();
    words.truncate(empty.unwrap_or(words.len()));
    if let Some(position) = empty
        && context.options.target.version >= REFUSES_EMPTY
    {
        let message = "an empty word ends the arguments";
        let (file, span) = context.word(place, position);
        own.push(Diagnostic::error(Code::EMPTY_WORD, span, message).in_file(file));
    } else if let Some(reread) = reread(context, section, place, &words) {
        own = reread.found;
        for evaluation in reread.evaluations {
            let position = evaluation.words.start;
            if let (EvaluationKind::Address(purpose), Some(word)) =
                (evaluation.kind, words.get(position))
            {
                address::judge(context, section, place, position, purpose, word, &mut own);
            }
        }
    }
    let errors = own.into_iter();
    found.extend(
        errors
            .filter(|found| found.severity == Severity::Error)
            .map(|found| explained(context, statement, found)),
    );
}

/// With the variables that made the line what it is.
fn explained(
    context: &Context<'_>,
    statement: &EvaluatedStatement<'_>,
    mut found: Diagnostic,
) -> Diagnostic {
    let set = &context.options.target.environment.variables;
    let unset = variables(&statement.line)
        .find(|variable| variable.default.is_none() && !set.contains_key(variable.name));
    if let Some(variable) = unset {
        let name = String::from_utf8_lossy(variable.name);
        found.message = format!("where {name} is not set: {}", found.message);
        found.help = Some(format!(
            "give the target's environment a value of {name}, or write a default: ${{{name}-...}}"
        ));
    }
    found
}

/// Whether it refers to a variable that HAProxy itself sets, and the target's environment lacks.
fn refers_to_haproxy(line: &Line<'_>, context: &Context<'_>) -> bool {
    let set = &context.options.target.environment.variables;
    variables(line).any(|variable| {
        let is_own = variable.name.starts_with(b"HAPROXY_") && variable.default.is_none();
        let version = context.options.target.version;
        is_own && is_set_by_haproxy(variable.name, version) && !set.contains_key(variable.name)
    })
}

/// Whether HAProxy gives the variable a value of its own that depends on how it is started.
fn is_set_by_haproxy(name: &[u8], version: Version) -> bool {
    match name {
        b"HAPROXY_KEYLOG_BC_LOG_FMT" | b"HAPROXY_KEYLOG_FC_LOG_FMT" => version >= KEYLOG_FORMATS,
        b"HAPROXY_CFGFILES"
        | b"HAPROXY_CLI"
        | b"HAPROXY_LOCALPEER"
        | b"HAPROXY_MASTER_CLI"
        | b"HAPROXY_MWORKER"
        | b"HAPROXY_PROCESSES" => true,
        _ => false,
    }
}

fn variables<'l>(line: &Line<'l>) -> impl Iterator<Item = Variable<'l>> {
    let parts = line.words().flat_map(|word| word.parts());
    parts.filter_map(|part| match part {
        Part::Variable(variable) => Some(variable),
        _ => None,
    })
}

fn has_default(word: &Word<'_>) -> bool {
    word.parts()
        .any(|part| matches!(part, Part::Variable(variable) if variable.default.is_some()))
}

fn unknown_form(context: &Context<'_>, place: Place, position: usize) -> Diagnostic {
    let version = context.options.target.version;
    let (file, span) = context.word(place, position);
    let message = format!(
        "a default behind a variable's name exists since HAProxy {DEFAULTS}, the target is {version}"
    );
    Diagnostic::error(Code::UNMATCHED_BRACE, span, message)
        .with_help("set the variable before HAProxy starts, and write ${NAME}")
        .in_file(file)
}

/// What other versions only warn of is an error.
fn refuse_empty_words(found: &mut [Diagnostic]) {
    let empty = found
        .iter_mut()
        .filter(|found| found.code == Code::EMPTY_WORD && found.span.start > 0);
    for found in empty {
        found.severity = Severity::Error;
        "an empty word may not stand in a line".clone_into(&mut found.message);
    }
}
