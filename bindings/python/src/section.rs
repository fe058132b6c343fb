//! Sections of documents, and the edits in them.

use haproxy_config::{EditError, Line, LineKind, RawStatement, SectionMut, SetOutcome};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString, PyTuple};

use crate::document::{Document, State, words_to_python};
use crate::error::{self, Fields, config_error};
use crate::text;

/// A section of a document: a view, through which the document is edited.
///
/// `Document.section`, `Document.sections` and `Document.add_section` give them. Statements are named
/// by their line index in the section; the line that starts the section is 0. A statement to be
/// written is a list of values, each of which is quoted as it needs to be and can never become
/// another word or line, or a `str` in HAProxy's own spelling.
///
/// An edit that fails leaves the document as it was. Where sections were added before this one,
/// removed or moved since it was asked for, every use raises `EditError` with the code
/// "stale-section": ask the document again.
#[pyclass(module = "haproxy_kit.config", frozen)]
pub(crate) struct Section {
    document: Py<Document>,
    index: usize,
    arrangement: u64,
}

/// A statement as it is at one time.
pub(crate) struct Snapshot {
    index: usize,
    number: usize,
    words: Vec<Vec<u8>>,
    text: Vec<u8>,
    comment: Option<Vec<u8>>,
}

impl Snapshot {
    pub(crate) fn of(index: usize, line: &Line<'_>) -> Self {
        let words = line.words().map(|word| match word.value() {
            Some(value) => value.into_owned(),
            None => word.raw().to_vec(),
        });
        Self {
            index,
            number: line.number(),
            words: words.collect(),
            text: line
                .bytes()
                .get(line.words_range())
                .unwrap_or_default()
                .to_vec(),
            comment: line.comment().map(<[u8]>::to_vec),
        }
    }
}

/// The statement as a record.
pub(crate) fn statement_to_python<'py>(
    python: Python<'py>,
    snapshot: &Snapshot,
) -> PyResult<Bound<'py, PyAny>> {
    let comment = snapshot.comment.as_ref();
    let comment = comment.map(|bytes| text::to_python(python, bytes));
    let fields = (
        snapshot.index,
        snapshot.number,
        words_to_python(python, &snapshot.words)?,
        text::to_python(python, &snapshot.text)?,
        comment.transpose()?,
    );
    text::record(python, "Statement", fields)
}

impl Section {
    pub(crate) const fn new(document: Py<Document>, index: usize, arrangement: u64) -> Self {
        Self {
            document,
            index,
            arrangement,
        }
    }

    /// The section's index in this document, which has to be its own.
    pub(crate) fn index_in(&self, document: &Bound<'_, Document>) -> PyResult<usize> {
        if !self.document.is(document) {
            let message = "the section is one of another document";
            return Err(PyValueError::new_err(message));
        }
        self.look(document.py(), |section| section.index())
    }

    fn look<T: Send>(
        &self,
        python: Python<'_>,
        look: impl FnOnce(haproxy_config::Section<'_>) -> T + Send,
    ) -> PyResult<T> {
        let found = self.document.get().look(python, |state| {
            let is_known = state.arrangement == self.arrangement;
            let section = state.document.section_at(self.index);
            section.filter(|_| is_known).map(look)
        });
        found.ok_or_else(|| self.stale(python))
    }

    fn edit<T: Send>(
        &self,
        python: Python<'_>,
        edit: impl FnOnce(&mut SectionMut<'_>) -> Result<T, EditError> + Send,
    ) -> PyResult<T> {
        let document = self.document.get();
        let edited = document.change(python, |state: &mut State| {
            let is_known = state.arrangement == self.arrangement;
            let section = state.document.section_at_mut(self.index);
            section
                .filter(|_| is_known)
                .map(|mut section| edit(&mut section))
        });
        let edited = edited.ok_or_else(|| self.stale(python))?;
        edited.map_err(|failure| error::edit(python, &failure, document.path_text()))
    }

    fn stale(&self, python: Python<'_>) -> PyErr {
        let message = "the document's sections were rearranged: ask it for the section again";
        let fields = Fields {
            path: self.document.get().path_text(),
            code: "stale-section".to_owned(),
            ..Fields::default()
        };
        config_error(python, "EditError", message, fields)
    }
}

#[pymethods]
impl Section {
    /// The document that the section is a part of.
    #[getter]
    fn document(&self, python: Python<'_>) -> Py<Document> {
        self.document.clone_ref(python)
    }

    /// The section's index among all sections of its document, counted from 0.
    #[getter]
    fn index(&self, python: Python<'_>) -> PyResult<usize> {
        self.look(python, |section| section.index())
    }

    /// The keyword that starts the section: "backend".
    #[getter]
    fn kind(&self, python: Python<'_>) -> PyResult<&'static str> {
        self.look(python, |section| section.kind().keyword())
    }

    /// The section's name; None where it has none or the name depends on the environment.
    #[getter]
    fn name(&self, python: Python<'_>) -> PyResult<Option<String>> {
        self.look(python, |section| {
            section.name().map(std::borrow::Cow::into_owned)
        })
    }

    /// The number of the line that starts the section, counted from 1.
    #[getter]
    fn line(&self, python: Python<'_>) -> PyResult<usize> {
        self.look(python, |section| {
            section.header().map_or(0, |line| line.number())
        })
    }

    /// The statements in the section, without the line that starts it: a list of `Statement`. With
    /// words, those that start with them: `section.statements("server")`.
    #[pyo3(signature = (*keyword))]
    fn statements<'py>(
        &self,
        python: Python<'py>,
        keyword: &Bound<'py, PyTuple>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let keyword = words_of(keyword.as_any())?;
        let snapshots = self.look(python, |section| {
            let keyword: Vec<&[u8]> = keyword.iter().map(Vec::as_slice).collect();
            let statements = section.statements();
            let statements = statements.filter(|(_, line)| line.starts_with(&keyword));
            let snapshots = statements.map(|(index, line)| Snapshot::of(index, &line));
            snapshots.collect::<Vec<_>>()
        })?;
        let records = snapshots
            .iter()
            .map(|snapshot| statement_to_python(python, snapshot));
        let records = records.collect::<PyResult<Vec<_>>>()?;
        Ok(records.into_pyobject(python)?.into_any())
    }

    /// The one statement that starts with these words, as a `Statement`; None where there is none.
    ///
    /// Errors: `EditError` with the code "ambiguous" where several do.
    #[pyo3(signature = (*keyword))]
    fn find<'py>(
        &self,
        python: Python<'py>,
        keyword: &Bound<'py, PyTuple>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let keyword = words_of(keyword.as_any())?;
        let found = self.edit(python, |section| {
            let keyword: Vec<&[u8]> = keyword.iter().map(Vec::as_slice).collect();
            let at = section.find(&keyword)?;
            let view = section.section();
            Ok(at.and_then(|at| {
                let line = view?.line(at)?;
                (line.kind() == LineKind::Statement).then(|| Snapshot::of(at, &line))
            }))
        })?;
        let found = found.map(|snapshot| statement_to_python(python, &snapshot));
        found.transpose()
    }

    /// Adds a statement behind the last one with the same keyword; where there is none, where
    /// statements of its kind belong. Its line index.
    ///
    /// Errors: `EditError` where it is not one statement.
    fn add(&self, python: Python<'_>, statement: &Bound<'_, PyAny>) -> PyResult<usize> {
        let statement = self.statement_of(statement)?;
        self.edit(python, |section| section.add(&statement))
    }

    /// Adds a statement at the section's end. Its line index.
    ///
    /// Errors: `EditError` where it is not one statement.
    fn push(&self, python: Python<'_>, statement: &Bound<'_, PyAny>) -> PyResult<usize> {
        let statement = self.statement_of(statement)?;
        self.edit(python, |section| section.push(&statement))
    }

    /// Inserts a statement so that it becomes the line of index `at`.
    ///
    /// Errors: `EditError` for index 0, one behind the section's end, or what is not one statement.
    fn insert(&self, python: Python<'_>, at: usize, statement: &Bound<'_, PyAny>) -> PyResult<()> {
        let statement = self.statement_of(statement)?;
        self.edit(python, |section| section.insert(at, &statement))
    }

    /// Inserts a line that holds only a comment, so that it becomes the line of index `at`.
    ///
    /// Errors: `EditError` for a comment with a line break, or where `at` is not in the section.
    fn insert_comment(&self, python: Python<'_>, at: usize, comment: &str) -> PyResult<()> {
        self.edit(python, |section| section.insert_comment(at, comment))
    }

    /// Gives the statement at `at` other words. Its indentation and comment stay, and so does the
    /// spelling of every word whose value stays.
    ///
    /// Errors: `EditError` where no statement is there, or it would not be one.
    fn replace(&self, python: Python<'_>, at: usize, statement: &Bound<'_, PyAny>) -> PyResult<()> {
        let statement = self.statement_of(statement)?;
        self.edit(python, |section| section.replace(at, &statement))
    }

    /// Gives one word of the statement at `at` another value; words are counted from 0.
    ///
    /// Errors: `EditError` where statement or word do not exist.
    fn set_word(
        &self,
        python: Python<'_>,
        at: usize,
        word: usize,
        value: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        let value = text::bytes_of(value)?;
        self.edit(python, |section| section.set_word(at, word, &value))
    }

    /// Makes the section hold the statement of `keyword` with these arguments: changes the one that
    /// is there, or adds it. `keyword` is one word or several, as a list: `["timeout", "server"]`,
    /// `["server", "s1"]`. Whether something changed.
    ///
    /// Errors: `EditError` with the code "ambiguous" where several statements start so.
    #[pyo3(signature = (keyword, *arguments))]
    fn set(
        &self,
        python: Python<'_>,
        keyword: &Bound<'_, PyAny>,
        arguments: &Bound<'_, PyTuple>,
    ) -> PyResult<bool> {
        let keyword = if keyword.is_instance_of::<PyString>() {
            vec![text::bytes_of(keyword)?]
        } else {
            words_of(keyword)?
        };
        let arguments = words_of(arguments.as_any())?;
        let outcome = self.edit(python, |section| {
            let keyword: Vec<&[u8]> = keyword.iter().map(Vec::as_slice).collect();
            let arguments: Vec<&[u8]> = arguments.iter().map(Vec::as_slice).collect();
            section.set(&keyword, &arguments)
        })?;
        Ok(outcome != SetOutcome::Unchanged)
    }

    /// Removes the statement at line index `at` with the comment on its line.
    ///
    /// Errors: `EditError` where no statement is there.
    fn remove(&self, python: Python<'_>, at: usize) -> PyResult<()> {
        self.edit(python, |section| section.remove(at))
    }

    /// Removes the statement that starts with these words: `remove_statement("server", "s1")`.
    ///
    /// Errors: `EditError` with the code "ambiguous" where several do, "not-found" where none does.
    #[pyo3(signature = (*keyword))]
    fn remove_statement(&self, python: Python<'_>, keyword: &Bound<'_, PyTuple>) -> PyResult<()> {
        let keyword = words_of(keyword.as_any())?;
        self.edit(python, |section| {
            let keyword: Vec<&[u8]> = keyword.iter().map(Vec::as_slice).collect();
            section.remove_statement(&keyword)
        })
    }

    /// Moves a statement with the comment on its line, so that it becomes the line of index `to`.
    ///
    /// Errors: `EditError`, with the code "crosses-block" where a conditional line stands between.
    fn move_statement(&self, python: Python<'_>, at: usize, to: usize) -> PyResult<()> {
        self.edit(python, |section| section.move_statement(at, to))
    }

    /// Sets the comment on a statement's line, or with 0 on the line that starts the section; None
    /// removes it.
    ///
    /// Errors: `EditError` for a comment with a line break, or where no statement is there.
    #[pyo3(signature = (at, comment))]
    fn set_comment(&self, python: Python<'_>, at: usize, comment: Option<&str>) -> PyResult<()> {
        self.edit(python, |section| section.set_comment(at, comment))
    }

    /// Gives the section another name. References to it elsewhere stay as they are:
    /// `Document.rename_section` changes them, too.
    ///
    /// Errors: `EditError` where it has no name to replace, or another section has the new one.
    fn rename(&self, python: Python<'_>, name: &str) -> PyResult<()> {
        self.edit(python, |section| section.rename(name))
    }

    fn __str__<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        let bytes = self.look(python, |section| {
            let mut bytes = Vec::new();
            for line in section.lines() {
                bytes.extend_from_slice(line.bytes());
                bytes.extend_from_slice(line.ending().bytes());
            }
            bytes
        })?;
        text::to_python(python, &bytes)
    }

    fn __repr__(&self, python: Python<'_>) -> String {
        let title = self.look(python, |section| {
            let name = section.name().map(|name| format!(" {name}"));
            format!("{}{}", section.kind(), name.unwrap_or_default())
        });
        let title = title.unwrap_or_else(|_| "stale".to_owned());
        format!("<Section {title}>")
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        let other = other.get();
        self.document.is(&other.document)
            && self.index == other.index
            && self.arrangement == other.arrangement
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash as _, Hasher as _};
        let mut hasher = DefaultHasher::new();
        (
            self.document.as_ptr() as usize,
            self.index,
            self.arrangement,
        )
            .hash(&mut hasher);
        hasher.finish()
    }
}

impl Section {
    /// The statement that a text, or a list of values, stands for.
    fn statement_of(&self, statement: &Bound<'_, PyAny>) -> PyResult<RawStatement> {
        let read = if statement.is_instance_of::<PyString>() {
            RawStatement::parse(text::bytes_of(statement)?)
        } else {
            RawStatement::new(words_of(statement)?)
        };
        let path = self.document.get().path_text();
        read.map_err(|failure| error::edit(statement.py(), &failure, path))
    }
}

/// Values, each `str` or `bytes`.
fn words_of(words: &Bound<'_, PyAny>) -> PyResult<Vec<Vec<u8>>> {
    if words.is_instance_of::<PyBytes>() {
        return Err(PyTypeError::new_err(
            "expected a list of values, found bytes",
        ));
    }
    let words = words.try_iter()?;
    words.map(|word| text::bytes_of(&word?)).collect()
}
