use std::borrow::Cow;

use haproxy_model::config::AnySection;
use haproxy_model::keyword::{Keyword, Phase};
use haproxy_model::language::Words;
use haproxy_model::section_kind::SectionKind;

use crate::document::{Directive, Document, Ending, Line, LineKind, Section, Word};
use crate::model::to_model_text;

/// The indentation where a document shows none.
const INDENT: &[u8] = b"    ";

/// The indentation of a statement that becomes line `at` of the section: its neighbours'.
pub(super) fn indent_at(section: Section<'_>, at: usize, document: &Document) -> Vec<u8> {
    let own = |line: &Line<'_>| line.kind() == LineKind::Statement;
    let before = section.lines().take(at).skip(1).rev().find(own);
    let near = before.or_else(|| section.lines().skip(at.max(1)).find(own));
    let line = near.or_else(|| {
        document
            .sections()
            .flat_map(|section| section.lines().skip(1))
            .find(own)
    });
    line.map_or(INDENT, |line| line.indent()).to_vec()
}

/// The line ending that the document uses.
pub(crate) fn ending_of(document: &Document) -> Ending {
    let mut endings = document.lines().map(|line| line.ending());
    endings
        .find(|ending| *ending != Ending::None)
        .unwrap_or(Ending::Lf)
}

/// The line index at which a statement goes to the section's end: behind its last statement that
/// stands in no conditional block, before comments, blank lines and blocks that follow it.
pub(super) fn end_of_statements(section: Section<'_>) -> usize {
    let unconditional = unconditional(section).last().map_or(0, |(index, _)| index);
    unconditional + 1
}

/// The section's statements that count whenever the section does, with their line indexes.
///
/// What follows the end of a block that was opened before the section belongs to another condition
/// and is not among them.
pub(super) fn unconditional(section: Section<'_>) -> impl Iterator<Item = (usize, Line<'_>)> {
    let mut depth = 0_usize;
    let lines = section
        .lines()
        .enumerate()
        .skip(1)
        .map_while(move |(index, line)| {
            match line.kind() {
                LineKind::Directive(Directive::If) => depth += 1,
                LineKind::Directive(Directive::Endif) => depth = depth.checked_sub(1)?,
                LineKind::Directive(Directive::Elif | Directive::Else) if depth == 0 => {
                    return None;
                }
                _ => {}
            }
            Some((index, line, depth))
        });
    lines
        .filter(|(_, line, depth)| *depth == 0 && line.kind() == LineKind::Statement)
        .map(|(index, line, _)| (index, line))
}

/// The line index at which a new statement goes: behind the last one of its keyword, otherwise by its
/// phase, and above the comments on what it comes before.
pub(super) fn place_of(section: Section<'_>, keyword: Option<&'static Keyword>) -> usize {
    let Some(keyword) = keyword else {
        return end_of_statements(section);
    };
    let statements: Vec<(usize, Option<&Keyword>)> = unconditional(section)
        .map(|(index, line)| (index, keyword_of(section.kind(), line.words())))
        .collect();
    let is_same = |own: Option<&Keyword>| own.is_some_and(|own| own.name == keyword.name);
    let last = statements.iter().rfind(|(_, own)| is_same(*own));
    if let Some((index, _)) = last {
        return index + 1;
    }
    let phases: Vec<Phase> = statements
        .iter()
        .map(|(_, own)| own.map_or(Phase::Settings, |own| own.phase))
        .collect();
    let at = keyword.phase.place(&phases);
    let Some((next, _)) = statements.get(at) else {
        return end_of_statements(section);
    };
    let before = at.checked_sub(1).and_then(|before| statements.get(before));
    if keyword.phase == Phase::Settings {
        return before.map_or(1, |(before, _)| before + 1);
    }
    let above = section.lines().take(*next).skip(1).rev();
    let comments = above.take_while(|line| line.kind() == LineKind::Comment);
    next - comments.count()
}

/// The keyword that these words start with, in a section of this kind.
pub(super) fn keyword_of<'a>(
    kind: SectionKind,
    words: impl Iterator<Item = Word<'a>>,
) -> Option<&'static Keyword> {
    let header = [kind.keyword().into(), "x".into()];
    let mut section = AnySection::parse_header(kind, &mut Words::new(&header)).ok()?;
    let words: Vec<Cow<'_, str>> = words.map(|word| to_model_text(&word)).collect();
    // A statement that is not understood has no keyword.
    let _ = section.parse_statement(&mut Words::new(&words));
    section.statement_keyword(0)
}
