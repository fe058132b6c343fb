use std::borrow::Cow;

use haproxy_model::config::AnySection;
use haproxy_model::evaluation::Evaluation;
use haproxy_model::language::Words;
use haproxy_model::section_kind::SectionKind;

use super::context::{Context, Place};
use super::view::SectionView;
use crate::diagnostic::Diagnostic;
use crate::model::{findings, model_words};

/// What is found in words that are read as a statement of a section.
pub(super) struct Reread {
    /// What HAProxy would refuse or ignore in them, as findings in the line.
    pub(super) found: Vec<Diagnostic>,
    /// What it would evaluate in them.
    pub(super) evaluations: Vec<Evaluation>,
}

/// Reads words as the statement at this place of a section like this one; `None` where the section
/// itself cannot be read.
pub(super) fn reread(
    context: &Context<'_>,
    section: &SectionView<'_>,
    place: Place,
    words: &[Cow<'_, str>],
) -> Option<Reread> {
    let line = context.line(place)?;
    let mut scratch = like(context, section)?;
    let mut words = Words::new(words).noting_evaluations();
    let mut found = Vec::new();
    match scratch.parse_statement(&mut words) {
        Ok(()) => findings::surplus(&line, &words, Some(&scratch), &mut found),
        Err(error) => findings::error(&line, &error, &mut found),
    }
    for (position, keyword) in words.restricted() {
        let target = &context.options.target;
        findings::restricted(target, &line, *position, keyword, &mut found);
        findings::needed(&line, &words, *position, keyword, &mut found);
    }
    Some(Reread {
        found: found
            .into_iter()
            .map(|diagnostic| diagnostic.in_file(place.file))
            .collect(),
        evaluations: words.evaluations().to_vec(),
    })
}

/// An empty section that is opened as this one is.
fn like(context: &Context<'_>, section: &SectionView<'_>) -> Option<AnySection> {
    let kind: SectionKind = section.section.kind()?;
    let line = context.line(section.header)?;
    let words: Vec<_> = model_words(&line).collect();
    AnySection::parse_header(kind, &mut Words::new(&words)).ok()
}
