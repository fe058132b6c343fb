use super::{EditError, RawStatement, SectionMut};
use crate::document::Line;

/// What [`SectionMut::set`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetOutcome {
    /// The statement was there with these arguments.
    Unchanged,
    /// The statement at this line index has other arguments than before.
    Changed(usize),
    /// The statement was added at this line index.
    Added(usize),
}

impl SectionMut<'_> {
    /// Makes the section hold the statement of `keyword` with these arguments: changes the one that
    /// is there, or adds it.
    ///
    /// `keyword` may be several words (`timeout server`, `server s1`).
    ///
    /// # Errors
    /// [`EditError::Ambiguous`] where several statements start with `keyword`; those of
    /// [`SectionMut::replace`] and [`SectionMut::add`].
    pub fn set(&mut self, keyword: &[&[u8]], arguments: &[&[u8]]) -> Result<SetOutcome, EditError> {
        let statement = RawStatement::new(keyword.iter().chain(arguments))?;
        self.set_statement(keyword, &statement)
    }

    /// Makes this statement stand for the one that starts with `keyword`: changes that one, or adds
    /// the statement where none does.
    ///
    /// # Errors
    /// As [`SectionMut::set`].
    pub fn set_statement(
        &mut self,
        keyword: &[&[u8]],
        statement: &RawStatement,
    ) -> Result<SetOutcome, EditError> {
        let Some(at) = self.find(keyword)? else {
            return self.add(statement).map(SetOutcome::Added);
        };
        let before = self.statement(at)?.bytes().to_vec();
        self.replace(at, statement)?;
        let unchanged = self.statement(at)?.bytes() == before;
        Ok(if unchanged {
            SetOutcome::Unchanged
        } else {
            SetOutcome::Changed(at)
        })
    }

    /// Removes the statement that starts with these words.
    ///
    /// # Errors
    /// [`EditError::Ambiguous`] where several do, [`EditError::NotFound`] where none does.
    pub fn remove_statement(&mut self, keyword: &[&[u8]]) -> Result<(), EditError> {
        let missing = || EditError::NotFound {
            keyword: joined(keyword),
        };
        let at = self.find(keyword)?.ok_or_else(missing)?;
        self.remove(at)
    }

    /// The line index of the one statement that starts with these words.
    ///
    /// # Errors
    /// [`EditError::Ambiguous`] where several do.
    pub fn find(&self, keyword: &[&[u8]]) -> Result<Option<usize>, EditError> {
        let statements = self
            .section()
            .into_iter()
            .flat_map(|section| section.statements());
        let found: Vec<(usize, Line<'_>)> = statements
            .filter(|(_, line)| line.starts_with(keyword))
            .collect();
        match found.as_slice() {
            [] => Ok(None),
            [(at, _)] => Ok(Some(*at)),
            _ => Err(EditError::Ambiguous {
                keyword: joined(keyword),
                lines: found.iter().map(|(_, line)| line.number()).collect(),
            }),
        }
    }
}

fn joined(keyword: &[&[u8]]) -> String {
    String::from_utf8_lossy(&keyword.join(&b' ')).into_owned()
}
