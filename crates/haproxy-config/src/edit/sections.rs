use haproxy_model::section_kind::SectionKind;

use super::layout::ending_of;
use super::{EditError, SectionMut};
use crate::document::{Block, Directive, Document, Ending, LineData, LineKind, Section};
use crate::language::quote_argument;

impl Document {
    /// The section of this index, counted from 0.
    pub fn section_at(&self, index: usize) -> Option<Section<'_>> {
        self.sections().nth(index)
    }

    /// The first section of this kind and name, to be edited.
    ///
    /// # Errors
    /// [`EditError::NoSuchSection`].
    pub fn section_mut(
        &mut self,
        kind: SectionKind,
        name: Option<&str>,
    ) -> Result<SectionMut<'_>, EditError> {
        let index = self.section(kind, name).map(|section| section.index());
        let missing = || EditError::NoSuchSection {
            kind,
            name: name.map(str::to_owned),
        };
        index
            .and_then(|index| SectionMut::new(self, index))
            .ok_or_else(missing)
    }

    /// The section of this index, counted from 0, to be edited.
    pub fn section_at_mut(&mut self, index: usize) -> Option<SectionMut<'_>> {
        SectionMut::new(self, index)
    }

    /// Adds an empty section at the document's end, behind a blank line.
    ///
    /// # Errors
    /// [`EditError::MissingName`], [`EditError::UnexpectedName`], [`EditError::ReservedName`],
    /// [`EditError::DuplicateSection`], [`EditError::Unrepresentable`].
    pub fn add_section(
        &mut self,
        kind: SectionKind,
        name: Option<&str>,
    ) -> Result<SectionMut<'_>, EditError> {
        let header = self.new_header(kind, name)?;
        let ending = ending_of(self);
        if let Some(last) = self.blocks.last_mut()
            && let Some(line) = last.lines.last_mut()
        {
            if line.ending == Ending::None {
                line.ending = ending;
            }
            if line.kind != LineKind::Blank {
                last.lines.push(LineData::edited(Vec::new(), ending));
            }
        }
        self.blocks.push(Block {
            lines: vec![LineData::edited(header, ending)],
        });
        let index = self.blocks.len() - 2;
        SectionMut::new(self, index).ok_or(EditError::MissingName { kind })
    }

    /// Adds an empty section before the section of this index, above the comments and the openings of
    /// conditional blocks that stand right over it, and a blank line between the two.
    ///
    /// # Errors
    /// As [`Document::add_section`]; [`EditError::NoSuchStatement`] for an index without section.
    pub fn insert_section(
        &mut self,
        before: usize,
        kind: SectionKind,
        name: Option<&str>,
    ) -> Result<SectionMut<'_>, EditError> {
        let header = self.new_header(kind, name)?;
        let ending = ending_of(self);
        let sections = self.blocks.len().saturating_sub(1);
        if before >= sections {
            return Err(EditError::NoSuchStatement {
                index: before,
                lines: sections,
            });
        }
        let mut lines = vec![
            LineData::edited(header, ending),
            LineData::edited(Vec::new(), ending),
        ];
        if let Some(block) = self.blocks.get_mut(before) {
            let leads_over = |line: &&LineData| {
                let opening = LineKind::Directive(Directive::If);
                line.kind == LineKind::Comment || line.kind == opening
            };
            let above = block.lines.iter().rev().take_while(leads_over);
            let cut = block.lines.len() - above.count();
            lines.extend(block.lines.drain(cut..));
        }
        self.blocks.insert(before + 1, Block { lines });
        SectionMut::new(self, before).ok_or(EditError::MissingName { kind })
    }

    /// Removes a section: the line that starts it, its statements and what stands between them, and
    /// the blank lines that follow. Comments that lead over to the next section stay.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`] for an index without section; [`EditError::CrossesBlock`] where
    /// a conditional block holds only a part of the section.
    pub fn remove_section(&mut self, index: usize) -> Result<(), EditError> {
        let missing = EditError::NoSuchStatement {
            index,
            lines: self.blocks.len().saturating_sub(1),
        };
        let section = self.section_at(index).ok_or(missing)?;
        let end = removable_end(section)?;
        let mut removed = self.blocks.remove(index + 1);
        let kept = removed.lines.split_off(end);
        let blanks = kept
            .iter()
            .take_while(|line| line.kind == LineKind::Blank)
            .count();
        if let Some(block) = self.blocks.get_mut(index) {
            block.lines.extend(kept.into_iter().skip(blanks));
        }
        Ok(())
    }

    /// The lines of the section of this index.
    pub(crate) fn block_mut(&mut self, section: usize) -> Option<&mut Vec<LineData>> {
        self.blocks
            .get_mut(section + 1)
            .map(|block| &mut block.lines)
    }

    /// Refuses a name that no section of this kind can take here.
    pub(super) fn refuse_name(&self, kind: SectionKind, name: &str) -> Result<(), EditError> {
        let name = name.to_owned();
        // `defaults from X` is a section without a name that starts from X.
        if kind == SectionKind::Defaults && name == "from" {
            return Err(EditError::ReservedName { kind, name });
        }
        if self.section(kind, Some(&name)).is_some() {
            return Err(EditError::DuplicateSection { kind, name });
        }
        Ok(())
    }

    fn new_header(&self, kind: SectionKind, name: Option<&str>) -> Result<Vec<u8>, EditError> {
        let mut header = kind.keyword().as_bytes().to_vec();
        let Some(name) = name.filter(|name| !name.is_empty()) else {
            let may_be_unnamed = matches!(
                kind,
                SectionKind::Global | SectionKind::Defaults | SectionKind::Traces
            );
            return if may_be_unnamed {
                Ok(header)
            } else {
                Err(EditError::MissingName { kind })
            };
        };
        if matches!(kind, SectionKind::Global | SectionKind::Traces) {
            return Err(EditError::UnexpectedName { kind });
        }
        self.refuse_name(kind, name)?;
        let raw = quote_argument(name.as_bytes())
            .map_err(|source| EditError::Unrepresentable { index: 1, source })?;
        header.push(b' ');
        header.extend_from_slice(&raw);
        Ok(header)
    }
}

/// The line index behind the last line that goes when the section goes.
pub(crate) fn removable_end(section: Section<'_>) -> Result<usize, EditError> {
    let mut end = 1;
    let mut open = Vec::new();
    let mut outer = None;
    for (index, line) in section.lines().enumerate().skip(1) {
        match line.kind() {
            LineKind::Directive(Directive::If) => open.push(line.number()),
            LineKind::Directive(Directive::Endif) if !open.is_empty() => {
                open.pop();
                if open.is_empty() && outer.is_none() {
                    end = index + 1;
                }
            }
            LineKind::Directive(Directive::Endif | Directive::Elif | Directive::Else)
                if open.is_empty() =>
            {
                outer = outer.or(Some(line.number()));
            }
            LineKind::Statement => match (outer, open.first()) {
                (Some(edge), _) => return Err(EditError::CrossesBlock { line: edge }),
                (None, Some(_)) => {}
                (None, None) => end = index + 1,
            },
            _ => {}
        }
    }
    match open.first() {
        // A block that opens here and closes in a later section: only its `.if` may stand behind.
        Some(edge) if statements_behind(section, *edge) => {
            Err(EditError::CrossesBlock { line: *edge })
        }
        _ => Ok(end),
    }
}

fn statements_behind(section: Section<'_>, number: usize) -> bool {
    section
        .lines()
        .any(|line| line.number() > number && line.kind() == LineKind::Statement)
}
