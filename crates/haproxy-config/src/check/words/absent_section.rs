use haproxy_model::config::AnySection;

use super::version;
use crate::check::context::Context;
use crate::check::reread::reread;
use crate::check::view::SectionView;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::model_words;

/// What reading finds in the words of a line.
const OF_READING: [Code; 4] = [
    Code::UNKNOWN_KEYWORD,
    Code::MISSING_ARGUMENT,
    Code::INVALID_ARGUMENT,
    Code::UNKNOWN_ARGUMENT,
];

/// Looks at the lines below a section that the target does not have: it takes them, like the line
/// that opens the section, for lines of the section before.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut before: Option<SectionView<'_>> = None;
    for section in context.sections() {
        let Some(rule) = absence(context, &section) else {
            before = Some(section);
            continue;
        };
        let name = section.section.kind().map_or("", |kind| kind.keyword());
        // What was found while they were read as lines of their own section does not count.
        found.retain(|own| {
            let is_of_reading = own.file == section.header.file && OF_READING.contains(&own.code);
            !is_of_reading || !section.lines.contains(&(own.span.line.saturating_sub(1)))
        });
        for index in 0..section.section.len() {
            let place = section.place(index);
            let Some(line) = context.line(place) else {
                continue;
            };
            let is_refused = match &before {
                Some(before) => {
                    let words: Vec<_> = model_words(&line).collect();
                    reread(context, before, place, &words).is_none_or(|reread| {
                        let mut found = reread.found.iter();
                        found.any(|found| found.severity == Severity::Error)
                    })
                }
                None => true,
            };
            if is_refused {
                let message = format!(
                    "HAProxy {} has no section '{name}', and this line is none of the section before",
                    context.options.target.version
                );
                found.push(rule.at(context.keyword(place), message));
            }
        }
    }
}

/// The rule that says that the target does not have such sections.
fn absence(
    context: &Context<'_>,
    section: &SectionView<'_>,
) -> Option<&'static crate::check::Rule> {
    let version = context.options.target.version;
    let keyword = AnySection::keyword_of(section.section.kind()?)?;
    if keyword.since.is_some_and(|since| version < since) {
        Some(&version::NOT_YET)
    } else if keyword.removed.is_some_and(|removed| version >= removed) {
        Some(&version::REMOVED)
    } else {
        None
    }
}
