//! Documents, whole: read, print, evaluate, and their sections.

use std::path::PathBuf;
use std::sync::{PoisonError, RwLock};

use haproxy_config::{
    ConfigFiles, FormatOptions, Indent, RenameError, Renamed, SectionKind, replace_file,
};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString, PyTuple, PyType};

use crate::error;
use crate::findings::{Place, diagnostics_to_python};
use crate::section::{Section, Snapshot, statement_to_python};
use crate::target::target_of;
use crate::text;

/// A configuration file, byte for byte, with its structure.
///
/// Any input becomes a document, and a document that was not changed prints back the same bytes:
/// comments, blank lines, quotes, line endings, bytes that are not UTF-8. An edit writes the lines
/// that it is about and touches no other byte.
///
/// >>> from haproxy_kit.config import Document
/// >>> document = Document("backend app\n    server  s1 10.0.0.1:80 # first\n")
/// >>> document.section("backend", "app").add("server s2 10.0.0.2:80 check")
/// 2
/// >>> print(document, end="")
/// backend app
///     server  s1 10.0.0.1:80 # first
///     server s2 10.0.0.2:80 check
///
/// `source` is the text, as `str` or `bytes`, or the path of a file as `os.PathLike`; a path as `str`
/// is for `Document.read`. Bytes that are not UTF-8 are lone surrogates in every `str` of this
/// package (`surrogateescape`), so that no byte is lost. `path` is the name that findings and errors
/// tell, and where `write` writes.
///
/// Documents may be shared between threads. They are equal when their bytes are, and have no hash,
/// for they can be changed.
///
/// Errors: `FileError` where a file cannot be read.
#[pyclass(module = "haproxy_kit.config", frozen, weakref)]
pub(crate) struct Document {
    state: RwLock<State>,
    path: Option<PathBuf>,
}

/// A document, and how often the sections in it came to have other indices.
pub(crate) struct State {
    pub(crate) document: haproxy_config::Document,
    pub(crate) arrangement: u64,
}

impl Document {
    pub(crate) fn new(document: haproxy_config::Document, path: Option<PathBuf>) -> Self {
        let state = RwLock::new(State {
            document,
            arrangement: 0,
        });
        Self { state, path }
    }

    /// Looks at the document while Python runs other threads.
    pub(crate) fn look<T: Send>(
        &self,
        python: Python<'_>,
        look: impl FnOnce(&State) -> T + Send,
    ) -> T {
        python.detach(|| look(&self.state.read().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Changes the document while Python runs other threads.
    pub(crate) fn change<T: Send>(
        &self,
        python: Python<'_>,
        change: impl FnOnce(&mut State) -> T + Send,
    ) -> T {
        python.detach(|| change(&mut self.state.write().unwrap_or_else(PoisonError::into_inner)))
    }

    pub(crate) fn state(&self) -> &RwLock<State> {
        &self.state
    }

    pub(crate) fn path_buf(&self) -> Option<&PathBuf> {
        self.path.as_ref()
    }

    pub(crate) fn path_text(&self) -> Option<String> {
        self.path
            .as_ref()
            .map(|path| path.to_string_lossy().into_owned())
    }
}

/// The kind of section that this keyword starts.
pub(crate) fn kind_of(kind: &str) -> PyResult<SectionKind> {
    kind.parse::<SectionKind>()
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

#[pymethods]
impl Document {
    #[new]
    #[pyo3(signature = (source = None, *, path = None))]
    fn from_source(
        python: Python<'_>,
        source: Option<&Bound<'_, PyAny>>,
        path: Option<PathBuf>,
    ) -> PyResult<Self> {
        let Some(source) = source else {
            return Ok(Self::new(haproxy_config::Document::parse(""), path));
        };
        if source.is_instance_of::<PyString>() || source.is_instance_of::<PyBytes>() {
            let bytes = text::bytes_of(source)?;
            let document = python.detach(|| haproxy_config::Document::parse(bytes));
            return Ok(Self::new(document, path));
        }
        if !source.hasattr("__fspath__")? {
            let name = source.get_type().name()?;
            let message = format!("expected str, bytes or os.PathLike, found '{name}'");
            return Err(PyTypeError::new_err(message));
        }
        let mut document = Self::read_file(python, source.extract()?)?;
        document.path = path.or(document.path);
        Ok(document)
    }

    /// Reads a file.
    ///
    /// Errors: `FileError`.
    #[classmethod]
    fn read(_class: &Bound<'_, PyType>, python: Python<'_>, path: PathBuf) -> PyResult<Self> {
        Self::read_file(python, path)
    }

    /// Where the document was read from, or the name that it was given; None where it has none.
    #[getter]
    fn path(&self) -> Option<String> {
        self.path_text()
    }

    /// Replaces the file at `path`, or the document's own, at once: nobody sees half of it.
    ///
    /// Errors: `FileError`; `ValueError` where the document has no path and none is given.
    #[pyo3(signature = (path = None))]
    fn write(&self, python: Python<'_>, path: Option<PathBuf>) -> PyResult<()> {
        let path = path.or_else(|| self.path.clone());
        let path = path.ok_or_else(|| PyValueError::new_err("the document has no path"))?;
        let written = self.look(python, |state| {
            replace_file(&path, &state.document.to_bytes())
        });
        written.map_err(|failure| error::file(python, failure))
    }

    /// The sections in order; with `kind`, such as "backend", those of that kind.
    #[pyo3(signature = (kind = None))]
    fn sections(slf: &Bound<'_, Self>, kind: Option<&str>) -> PyResult<Vec<Section>> {
        let kind = kind.map(kind_of).transpose()?;
        let (arrangement, indices) = slf.get().look(slf.py(), |state| {
            let sections = state.document.sections();
            let sections =
                sections.filter(|section| kind.is_none_or(|kind| section.kind() == kind));
            let indices: Vec<usize> = sections.map(|section| section.index()).collect();
            (state.arrangement, indices)
        });
        let of = |index| Section::new(slf.clone().unbind(), index, arrangement);
        Ok(indices.into_iter().map(of).collect())
    }

    /// The first section of this kind and name; without a name, one that has none.
    ///
    /// Errors: `EditError` with the code "no-such-section"; `ValueError` for an unknown kind.
    #[pyo3(signature = (kind, name = None))]
    fn section(slf: &Bound<'_, Self>, kind: &str, name: Option<&str>) -> PyResult<Section> {
        let kind = kind_of(kind)?;
        let (arrangement, index) = slf.get().look(slf.py(), |state| {
            let section = state.document.section(kind, name);
            (state.arrangement, section.map(|section| section.index()))
        });
        let Some(index) = index else {
            let missing = haproxy_config::EditError::NoSuchSection {
                kind,
                name: name.map(str::to_owned),
            };
            return Err(error::edit(slf.py(), &missing, slf.get().path_text()));
        };
        Ok(Section::new(slf.clone().unbind(), index, arrangement))
    }

    /// Adds an empty section at the end, behind a blank line; with `before`, above that section and
    /// the comments right over it.
    ///
    /// Errors: `EditError` where a name is missing, taken or not allowed.
    #[pyo3(signature = (kind, name = None, *, before = None))]
    fn add_section(
        slf: &Bound<'_, Self>,
        kind: &str,
        name: Option<&str>,
        before: Option<PyRef<'_, Section>>,
    ) -> PyResult<Section> {
        let kind = kind_of(kind)?;
        let before = match before {
            Some(section) => Some(section.index_in(slf)?),
            None => None,
        };
        let added = slf.get().change(slf.py(), |state| {
            let section = match before {
                Some(index) => state.document.insert_section(index, kind, name),
                None => state.document.add_section(kind, name),
            };
            let index = section?.section().map(|section| section.index());
            state.arrangement += u64::from(before.is_some());
            Ok((state.arrangement, index.unwrap_or_default()))
        });
        let (arrangement, index) =
            added.map_err(|failure| error::edit(slf.py(), &failure, slf.get().path_text()))?;
        Ok(Section::new(slf.clone().unbind(), index, arrangement))
    }

    /// Removes a section with its statements. Comments that lead over to the next section stay.
    ///
    /// Errors: `EditError` where a conditional block holds only a part of the section.
    fn remove_section(slf: &Bound<'_, Self>, section: PyRef<'_, Section>) -> PyResult<()> {
        let index = section.index_in(slf)?;
        let removed = slf.get().change(slf.py(), |state| {
            state.document.remove_section(index)?;
            state.arrangement += 1;
            Ok(())
        });
        removed.map_err(|failure| error::edit(slf.py(), &failure, slf.get().path_text()))
    }

    /// Gives the sections of this kind and name another name, here and in every reference to them:
    /// rules, conditions, log formats, stick tables. The numbers of the lines that changed, and of
    /// those that a person should look at.
    ///
    /// Errors: `EditError`; the document is then as it was.
    fn rename_section(
        &self,
        python: Python<'_>,
        kind: &str,
        old: &str,
        new: &str,
    ) -> PyResult<(Vec<usize>, Vec<usize>)> {
        let kind = kind_of(kind)?;
        self.renamed(python, |document| document.rename_section(kind, old, new))
    }

    /// Gives a server of the backend or listen section of this name another name, with every
    /// reference to it. The lines that changed, and those that a person should look at.
    ///
    /// Errors: `EditError`; the document is then as it was.
    fn rename_server(
        &self,
        python: Python<'_>,
        section: &str,
        old: &str,
        new: &str,
    ) -> PyResult<(Vec<usize>, Vec<usize>)> {
        self.renamed(python, |document| document.rename_server(section, old, new))
    }

    /// Gives an ACL of a section another name, in that section: no other one knows it. The lines that
    /// changed, and those that a person should look at.
    ///
    /// Errors: `EditError`; the document is then as it was.
    fn rename_acl(
        &self,
        python: Python<'_>,
        kind: &str,
        section: &str,
        old: &str,
        new: &str,
    ) -> PyResult<(Vec<usize>, Vec<usize>)> {
        let kind = kind_of(kind)?;
        self.renamed(python, |document| {
            document.rename_acl(kind, section, old, new)
        })
    }

    /// What HAProxy refuses while it cuts lines into words: a list of `Diagnostic`.
    fn diagnostics<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let found = self.look(python, |state| {
            let found = state.document.diagnostics();
            let places = Place::of_all(&found, &[(self.path_text(), &state.document)]);
            (found, places)
        });
        diagnostics_to_python(python, &found.0, &found.1)
    }

    /// The statements that count for this HAProxy, section starts included, with conditional blocks
    /// decided and variables expanded: a list of `EvaluatedStatement`.
    ///
    /// Errors: `TargetError`.
    #[pyo3(signature = (target = None))]
    fn evaluate<'py>(
        &self,
        python: Python<'py>,
        target: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let target = target_of(target.unwrap_or(PyString::new(python, DEFAULT_TARGET).as_any()))?;
        let statements = self.look(python, |state| {
            let mut environment = target.environment.clone();
            environment.file = self.path_text().unwrap_or_default();
            let evaluation = state.document.evaluate(&environment);
            let statements = evaluation.statements.into_iter().map(|statement| {
                let words: Vec<Vec<u8>> = statement
                    .words
                    .into_iter()
                    .map(std::borrow::Cow::into_owned)
                    .collect();
                (statement.line.number(), statement.section, words)
            });
            statements.collect::<Vec<_>>()
        });
        let records = statements.into_iter().map(|(line, section, words)| {
            let words = words_to_python(python, &words)?;
            text::record(python, "EvaluatedStatement", (line, section, words))
        });
        let records = records.collect::<PyResult<Vec<_>>>()?;
        Ok(records.into_pyobject(python)?.into_any())
    }

    /// The statements before the first section, and those of all sections, section starts excluded: a
    /// list of `Statement`.
    fn statements<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let snapshots = self.look(python, |state| {
            let mut snapshots: Vec<Snapshot> = Vec::new();
            let preamble = state.document.preamble().enumerate();
            let preamble =
                preamble.filter(|(_, line)| line.kind() == haproxy_config::LineKind::Statement);
            snapshots.extend(preamble.map(|(index, line)| Snapshot::of(index, &line)));
            for section in state.document.sections() {
                let statements = section.statements();
                snapshots.extend(statements.map(|(index, line)| Snapshot::of(index, &line)));
            }
            snapshots
        });
        let records = snapshots
            .iter()
            .map(|snapshot| statement_to_python(python, snapshot));
        let records = records.collect::<PyResult<Vec<_>>>()?;
        Ok(records.into_pyobject(python)?.into_any())
    }

    /// The document in an even layout, as another document: indentation (a number of blanks, or None
    /// for a tab), blank lines and the place of comments. Meaning stays.
    #[pyo3(signature = (indent = Some(4)), text_signature = "($self, indent=4)")]
    fn formatted(&self, python: Python<'_>, indent: Option<u8>) -> Self {
        let indent = indent.map_or(Indent::Tab, Indent::Spaces);
        let options = FormatOptions::default().with_indent(indent);
        let document = self.look(python, |state| {
            haproxy_config::Document::parse(state.document.formatted(&options))
        });
        Self::new(document, self.path.clone())
    }

    fn __str__<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        let bytes = self.look(python, |state| state.document.to_bytes());
        text::to_python(python, &bytes)
    }

    fn __bytes__<'py>(&self, python: Python<'py>) -> Bound<'py, PyBytes> {
        let bytes = self.look(python, |state| state.document.to_bytes());
        PyBytes::new(python, &bytes)
    }

    fn __repr__(&self, python: Python<'_>) -> String {
        let (sections, lines) = self.look(python, |state| {
            (
                state.document.sections().count(),
                state.document.line_count(),
            )
        });
        let path = self.path_text().map(|path| format!("{path:?}, "));
        let path = path.unwrap_or_default();
        format!("<Document {path}{sections} sections, {lines} lines>")
    }

    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> bool {
        let bytes = |document: &Bound<'_, Self>| {
            document
                .get()
                .look(slf.py(), |state| state.document.to_bytes())
        };
        slf.is(other) || bytes(slf) == bytes(other)
    }

    fn __copy__(&self, python: Python<'_>) -> Self {
        let document = self.look(python, |state| state.document.clone());
        Self::new(document, self.path.clone())
    }

    fn __deepcopy__(&self, python: Python<'_>, _memo: &Bound<'_, PyAny>) -> Self {
        self.__copy__(python)
    }

    fn __getnewargs_ex__<'py>(
        &self,
        python: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, pyo3::types::PyDict>)> {
        let keywords = pyo3::types::PyDict::new(python);
        keywords.set_item("path", self.path_text())?;
        Ok((PyTuple::new(python, [self.__bytes__(python)])?, keywords))
    }
}

/// The version of HAProxy that a configuration is for where nobody says it.
pub(crate) const DEFAULT_TARGET: &str = "3.2";

/// Words as a tuple of `str`.
pub(crate) fn words_to_python<'py>(
    python: Python<'py>,
    words: &[Vec<u8>],
) -> PyResult<Bound<'py, PyTuple>> {
    let words = words.iter().map(|word| text::to_python(python, word));
    PyTuple::new(python, words.collect::<PyResult<Vec<_>>>()?)
}

impl Document {
    fn read_file(python: Python<'_>, path: PathBuf) -> PyResult<Self> {
        match python.detach(|| std::fs::read(&path).map(haproxy_config::Document::parse)) {
            Ok(document) => Ok(Self::new(document, Some(path))),
            Err(source) => {
                let failure = haproxy_config::FileError::Read { path, source };
                Err(error::file(python, failure))
            }
        }
    }

    fn renamed(
        &self,
        python: Python<'_>,
        rename: impl FnOnce(&mut haproxy_config::Document) -> Result<Renamed, RenameError> + Send,
    ) -> PyResult<(Vec<usize>, Vec<usize>)> {
        let renamed = self.change(python, |state| rename(&mut state.document));
        let renamed =
            renamed.map_err(|failure| error::rename(python, &failure, self.path_text()))?;
        let lines =
            |places: Vec<(usize, usize)>| places.into_iter().map(|(_, line)| line).collect();
        Ok((lines(renamed.changed), lines(renamed.unsure)))
    }
}

/// Reads what `haproxy -f PATH -f PATH …` would read, in that order: files, and the `*.cfg` files in
/// folders.
///
/// Errors: `FileError`, for a folder without configuration, too.
#[pyfunction]
#[pyo3(signature = (*paths))]
pub(crate) fn read(python: Python<'_>, paths: Vec<PathBuf>) -> PyResult<Vec<Document>> {
    let files = python.detach(|| ConfigFiles::read(paths));
    let files = files.map_err(|failure| error::file(python, failure))?;
    let documents = files.files.into_iter();
    Ok(documents
        .map(|file| Document::new(file.document, Some(file.path)))
        .collect())
}
