use haproxy_model::section_kind::SectionKind;

pub(super) use crate::document::Line;
use crate::document::LineKind;
use crate::edit::SectionSelector;
use crate::evaluate::{EvaluatedStatement, Evaluation};

use super::{EffectiveError, Source};

/// A proxy behind the defaults that it starts from, the furthest away first.
pub(super) struct Chain<'a> {
    pub(super) members: Vec<Member<'a>>,
}

/// A section with the statements that count.
pub(super) struct Member<'a> {
    pub(super) source: Source,
    from: Option<String>,
    pub(super) statements: Vec<Line<'a>>,
}

impl<'a> Chain<'a> {
    /// The chain of the last section that is this one.
    pub(super) fn of(
        files: &[Evaluation<'a>],
        section: &SectionSelector,
    ) -> Result<Self, EffectiveError> {
        let mut before = Vec::new();
        let files = files.iter().enumerate();
        for (index, file) in files {
            for statement in &file.statements {
                add(&mut before, index, statement);
            }
        }
        let at = before
            .iter()
            .rposition(|member| member.source.section == *section)
            .ok_or_else(|| EffectiveError::NoSuchSection {
                section: section.clone(),
            })?;
        before.truncate(at + 1);
        let mut members: Vec<Member<'a>> = before.pop().into_iter().collect();
        while let Some(parent) = members.last().and_then(|last| parent(last, &before)) {
            let at = parent?;
            before.truncate(at + 1);
            members.extend(before.pop());
        }
        members.reverse();
        Ok(Self { members })
    }
}

/// The index of the defaults that the section starts from; `None` where it starts from none.
fn parent(section: &Member<'_>, before: &[Member<'_>]) -> Option<Result<usize, EffectiveError>> {
    let is_defaults = |member: &Member<'_>| member.source.section.kind == SectionKind::Defaults;
    match &section.from {
        Some(name) => {
            let named = before.iter().rposition(|member| {
                is_defaults(member) && member.source.section.name.as_ref() == Some(name)
            });
            Some(named.ok_or_else(|| EffectiveError::NoSuchDefaults {
                name: name.clone(),
                line: section.source.line,
            }))
        }
        // Defaults start from others only where they say so.
        None if is_defaults(section) => None,
        None => before.iter().rposition(is_defaults).map(Ok),
    }
}

/// Adds a statement to the section that it stands in, or the section that it starts.
fn add<'a>(members: &mut Vec<Member<'a>>, file: usize, statement: &EvaluatedStatement<'a>) {
    if let LineKind::Section(kind) = statement.line.kind() {
        let words: Vec<String> = statement
            .words
            .iter()
            .map(|word| String::from_utf8_lossy(word).into_owned())
            .collect();
        let is_unnamed = kind == SectionKind::Global
            || kind == SectionKind::Defaults && words.get(1).is_some_and(|word| word == "from");
        let from = words.iter().skip(1).position(|word| word == "from");
        let from = from.and_then(|at| words.get(at + 2)).cloned();
        let name = words.get(1).filter(|_| !is_unnamed).cloned();
        members.push(Member {
            source: Source {
                section: SectionSelector { kind, name },
                file,
                line: statement.line.number(),
            },
            from: from.filter(|_| kind.is_proxy()),
            statements: Vec::new(),
        });
    } else if let (Some(member), Some(_)) = (members.last_mut(), statement.section) {
        member.statements.push(statement.line);
    }
}
