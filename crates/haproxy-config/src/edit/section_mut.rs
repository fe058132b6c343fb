use super::layout::{end_of_statements, ending_of, indent_at, keyword_of, place_of, unconditional};
use super::rewrite::{comment_text, with_comment, with_words};
use super::{EditError, RawStatement};
use crate::document::{Document, Ending, Line, LineData, LineKind, Section};
use crate::language::{quote_argument, quote_word};

/// A section of a document, to be edited.
///
/// Statements are named by their line index in the section; the line that starts the section is 0.
/// An edit that fails leaves the document as it was.
///
/// ```
/// use haproxy_config::{Document, RawStatement, SectionKind};
///
/// let mut document = Document::parse("backend app\n\tserver  s1 10.0.0.1:80 # first\n");
/// let mut backend = document.section_mut(SectionKind::Backend, Some("app"))?;
/// backend.push(&RawStatement::parse("server s2 10.0.0.2:80")?)?;
/// backend.replace(1, &RawStatement::parse("server s1 10.0.0.9:80")?)?;
/// assert_eq!(
///     document.to_string(),
///     "backend app\n\tserver  s1 10.0.0.9:80 # first\n\tserver s2 10.0.0.2:80\n",
/// );
/// # Ok::<(), haproxy_config::EditError>(())
/// ```
#[derive(Debug)]
pub struct SectionMut<'d> {
    document: &'d mut Document,
    index: usize,
}

impl<'d> SectionMut<'d> {
    /// The section of this index, which exists.
    pub(super) fn new(document: &'d mut Document, index: usize) -> Option<Self> {
        document.section_at(index)?;
        Some(Self { document, index })
    }

    /// The section as it is.
    pub fn section(&self) -> Option<Section<'_>> {
        self.document.section_at(self.index)
    }

    /// Adds a statement at the section's end, before the comments and blank lines that lead over to
    /// the next section. Returns its line index.
    ///
    /// # Errors
    /// [`EditError::Misplaced`] for words that would start a section or be a conditional line.
    pub fn push(&mut self, statement: &RawStatement) -> Result<usize, EditError> {
        let at = self.section().map_or(1, end_of_statements);
        self.insert(at, statement).map(|()| at)
    }

    /// Adds a statement behind the last one with the same keyword; where there is none, by the
    /// [phase](haproxy_model::keyword::Phase) of its keyword. Returns its line index.
    ///
    /// # Errors
    /// [`EditError::Misplaced`] for words that would start a section or be a conditional line.
    pub fn add(&mut self, statement: &RawStatement) -> Result<usize, EditError> {
        let keyword = statement.keyword();
        let last = self.section().and_then(|section| {
            let same = unconditional(section).filter(|(_, line)| line.starts_with(&[&keyword]));
            same.last().map(|(index, _)| index + 1)
        });
        let at = last.or_else(|| {
            let section = self.section()?;
            let keyword = keyword_of(section.kind(), statement.words())?;
            Some(place_of(section, Some(keyword)))
        });
        match at {
            Some(at) => self.insert(at, statement).map(|()| at),
            None => self.push(statement),
        }
    }

    /// Inserts a statement so that it becomes the line of this index, with its neighbours'
    /// indentation and line ending.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`] for index 0 or one behind the section's end,
    /// [`EditError::Misplaced`] for words that would start a section or be a conditional line.
    pub fn insert(&mut self, at: usize, statement: &RawStatement) -> Result<(), EditError> {
        statement.checked_as_statement()?;
        let section = self.section().ok_or_else(|| self.no_such(at))?;
        let mut bytes = indent_at(section, at, self.document);
        bytes.extend_from_slice(statement.bytes());
        self.insert_bytes(at, bytes)
    }

    /// Inserts a line that holds only a comment, so that it becomes the line of this index.
    ///
    /// # Errors
    /// [`EditError::InvalidComment`], [`EditError::NoSuchStatement`].
    pub fn insert_comment(&mut self, at: usize, comment: &str) -> Result<(), EditError> {
        check_comment(comment)?;
        let section = self.section().ok_or_else(|| self.no_such(at))?;
        let mut bytes = indent_at(section, at, self.document);
        bytes.extend(comment_text(comment));
        self.insert_bytes(at, bytes)
    }

    fn insert_bytes(&mut self, at: usize, bytes: Vec<u8>) -> Result<(), EditError> {
        let ending = ending_of(self.document);
        let missing = self.no_such(at);
        let Some(lines) = self
            .lines_mut()
            .filter(|lines| (1..=lines.len()).contains(&at))
        else {
            return Err(missing);
        };
        if let Some(before) = lines.get_mut(at - 1)
            && before.ending == Ending::None
        {
            before.ending = ending;
        }
        lines.insert(at, LineData::edited(bytes, ending));
        Ok(())
    }

    /// Gives a statement other words. Its indentation and comment stay, and so does the spelling of
    /// every word whose value stays.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`], [`EditError::Misplaced`].
    pub fn replace(&mut self, at: usize, statement: &RawStatement) -> Result<(), EditError> {
        statement.checked_as_statement()?;
        let bytes = with_words(&self.statement(at)?, statement);
        self.rewrite(at, bytes);
        Ok(())
    }

    /// Gives one word of a statement another value.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`] where statement or word do not exist, otherwise as
    /// [`RawStatement::new`] and [`SectionMut::replace`].
    pub fn set_word(
        &mut self,
        at: usize,
        word: usize,
        value: impl AsRef<[u8]>,
    ) -> Result<(), EditError> {
        let line = self.statement(at)?;
        let old = line.word(word).ok_or_else(|| self.no_such(at))?;
        if old.is(value.as_ref()) {
            return Ok(());
        }
        let raw =
            quote_word(word, value.as_ref()).map_err(|source| EditError::Unrepresentable {
                index: word,
                source,
            })?;
        let mut bytes = line.bytes().to_vec();
        bytes.splice(old.range(), raw.iter().copied());
        RawStatement::parse(line_words(&bytes))?.checked_as_statement()?;
        self.rewrite(at, bytes);
        Ok(())
    }

    /// Removes a statement with the comment on its line.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`].
    pub fn remove(&mut self, at: usize) -> Result<(), EditError> {
        self.statement(at)?;
        if let Some(lines) = self.lines_mut() {
            lines.remove(at);
        }
        Ok(())
    }

    /// Moves a statement with the comment on its line, so that it becomes the line of index `to`.
    ///
    /// # Errors
    /// [`EditError::NoSuchStatement`], and [`EditError::CrossesBlock`] where a conditional line
    /// stands between the two places.
    pub fn move_statement(&mut self, from: usize, to: usize) -> Result<(), EditError> {
        self.statement(from)?;
        let section = self.section().ok_or_else(|| self.no_such(to))?;
        if to == 0 || to >= section.lines().len() {
            return Err(self.no_such(to));
        }
        let (first, last) = (from.min(to), from.max(to));
        let crossed = section
            .lines()
            .take(last + 1)
            .skip(first)
            .find(Line::is_block_edge);
        if let Some(edge) = crossed {
            return Err(EditError::CrossesBlock {
                line: edge.number(),
            });
        }
        let ending = ending_of(self.document);
        let Some(lines) = self.lines_mut() else {
            return Ok(());
        };
        let line = lines.remove(from);
        lines.insert(to, line);
        let last = lines.len() - 1;
        if let Some(line) = lines
            .iter_mut()
            .take(last)
            .find(|line| line.ending == Ending::None)
        {
            line.ending = ending;
        }
        Ok(())
    }

    /// Sets the comment on a statement's line, or on the line that starts the section; `None` removes
    /// it.
    ///
    /// # Errors
    /// [`EditError::InvalidComment`], [`EditError::NoSuchStatement`].
    pub fn set_comment(&mut self, at: usize, comment: Option<&str>) -> Result<(), EditError> {
        check_comment(comment.unwrap_or_default())?;
        let line = self.statement_or_header(at)?;
        if line.comment().is_none() && comment.is_none() {
            return Ok(());
        }
        let bytes = with_comment(&line, comment);
        self.rewrite(at, bytes);
        Ok(())
    }

    /// Gives the section another name. References to it elsewhere stay as they are.
    ///
    /// # Errors
    /// [`EditError::Unrepresentable`], [`EditError::DuplicateSection`], and
    /// [`EditError::UnexpectedName`] where the section has no name to replace.
    pub fn rename(&mut self, name: &str) -> Result<(), EditError> {
        let section = self.section().ok_or_else(|| self.no_such(0))?;
        let kind = section.kind();
        let word = section
            .name_word()
            .ok_or(EditError::UnexpectedName { kind })?;
        if word.is(name.as_bytes()) {
            return Ok(());
        }
        if name.is_empty() {
            return Err(EditError::MissingName { kind });
        }
        self.document.refuse_name(kind, name)?;
        let raw = quote_argument(name.as_bytes())
            .map_err(|source| EditError::Unrepresentable { index: 1, source })?;
        let mut bytes = section
            .header()
            .map(|line| line.bytes().to_vec())
            .unwrap_or_default();
        bytes.splice(word.range(), raw.iter().copied());
        self.rewrite(0, bytes);
        Ok(())
    }

    pub(super) fn statement(&self, at: usize) -> Result<Line<'_>, EditError> {
        let line = self.statement_or_header(at)?;
        if line.kind() == LineKind::Statement {
            Ok(line)
        } else {
            Err(self.no_such(at))
        }
    }

    fn statement_or_header(&self, at: usize) -> Result<Line<'_>, EditError> {
        let line = self.section().and_then(|section| section.line(at));
        line.filter(Line::is_statement)
            .ok_or_else(|| self.no_such(at))
    }

    fn no_such(&self, index: usize) -> EditError {
        let lines = self.section().map_or(0, |section| section.lines().len());
        EditError::NoSuchStatement { index, lines }
    }

    pub(super) fn rewrite(&mut self, at: usize, bytes: Vec<u8>) {
        if let Some(line) = self.lines_mut().and_then(|lines| lines.get_mut(at)) {
            *line = LineData::edited(bytes, line.ending);
        }
    }

    fn lines_mut(&mut self) -> Option<&mut Vec<LineData>> {
        self.document.block_mut(self.index)
    }
}

/// The part of a line that holds its words.
fn line_words(bytes: &[u8]) -> Vec<u8> {
    let document = Document::parse(bytes);
    let range = document.lines().next().map(|line| line.words_range());
    range
        .and_then(|range| bytes.get(range))
        .unwrap_or_default()
        .to_vec()
}

fn check_comment(comment: &str) -> Result<(), EditError> {
    if comment.contains(['\n', '\r', '\0']) {
        Err(EditError::InvalidComment)
    } else {
        Ok(())
    }
}
