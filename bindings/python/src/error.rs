//! The errors of the crates as exceptions, which are Python's own classes: `haproxy_kit.errors`.

use std::fmt::Debug;

use haproxy_config::{
    EditError, EffectiveError, FileError, QuoteError, ReconcileError, RenameError,
};
use haproxy_model::json::JsonError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// What an exception tells besides its message.
#[derive(Default)]
pub(crate) struct Fields {
    pub(crate) path: Option<String>,
    pub(crate) line: Option<usize>,
    pub(crate) code: String,
}

/// The exception of this class.
pub(crate) fn config_error(
    python: Python<'_>,
    class: &str,
    message: &str,
    fields: Fields,
) -> PyErr {
    raise(python, class, message, fields, |_| Ok(()))
}

fn raise(
    python: Python<'_>,
    class: &str,
    message: &str,
    fields: Fields,
    more: impl FnOnce(&Bound<'_, PyDict>) -> PyResult<()>,
) -> PyErr {
    let exception = || {
        let arguments = PyDict::new(python);
        arguments.set_item("path", fields.path)?;
        arguments.set_item("line", fields.line)?;
        arguments.set_item("code", fields.code)?;
        more(&arguments)?;
        let class = python.import("haproxy_kit.errors")?.getattr(class)?;
        class.call((message,), Some(&arguments))
    };
    match exception() {
        Ok(exception) => PyErr::from_value(exception),
        Err(error) => error,
    }
}

/// An edit that cannot be done.
pub(crate) fn edit(python: Python<'_>, error: &EditError, path: Option<String>) -> PyErr {
    let line = match error {
        EditError::CrossesBlock { line } | EditError::Exists { line, .. } => Some(*line),
        EditError::AmbiguousSection { lines, .. } | EditError::Ambiguous { lines, .. } => {
            lines.first().copied()
        }
        _ => None,
    };
    let fields = fields(error, path, line);
    config_error(python, "EditError", &error.to_string(), fields)
}

/// A name that cannot be given.
pub(crate) fn rename(python: Python<'_>, error: &RenameError, path: Option<String>) -> PyErr {
    let fields = fields(error, path, None);
    config_error(python, "EditError", &error.to_string(), fields)
}

/// A value that HAProxy has no spelling for.
pub(crate) fn quote(python: Python<'_>, error: &QuoteError) -> PyErr {
    config_error(
        python,
        "EditError",
        &error.to_string(),
        fields(error, None, None),
    )
}

/// A model that the documents of these paths cannot be made to mean.
pub(crate) fn reconcile(
    python: Python<'_>,
    error: &ReconcileError,
    paths: &[Option<String>],
) -> PyErr {
    let (path, line) = match error {
        ReconcileError::CrossesBlock { file, line } => {
            (paths.get(*file).cloned().flatten(), Some(*line))
        }
        _ => (None, None),
    };
    let fields = fields(error, path, line);
    config_error(python, "ReconcileError", &error.to_string(), fields)
}

/// Settings that cannot be told.
pub(crate) fn effective(python: Python<'_>, error: &EffectiveError) -> PyErr {
    let line = match error {
        EffectiveError::NoSuchDefaults { line, .. } => Some(*line),
        _ => None,
    };
    config_error(
        python,
        "EffectiveError",
        &error.to_string(),
        fields(error, None, line),
    )
}

/// A file that cannot be read or written.
pub(crate) fn file(python: Python<'_>, error: FileError) -> PyErr {
    let path = match &error {
        FileError::Read { path, .. }
        | FileError::Replace { path, .. }
        | FileError::NoFiles { path } => Some(path.to_string_lossy().into_owned()),
        _ => None,
    };
    let exception = config_error(
        python,
        "FileError",
        &error.to_string(),
        fields(&error, path, None),
    );
    if let FileError::Read { source, .. } | FileError::Replace { source, .. } = error {
        exception.set_cause(python, Some(source.into()));
    }
    exception
}

/// Data that is no configuration, with what could be meant.
pub(crate) fn model(python: Python<'_>, error: &JsonError, suggestions: Vec<String>) -> PyErr {
    let mut message = error.to_string();
    if !suggestions.is_empty() {
        message = format!("{message} (there is: {})", suggestions.join(", "));
    }
    let fields = Fields {
        code: "invalid-model".to_owned(),
        ..Fields::default()
    };
    raise(python, "ModelError", &message, fields, |arguments| {
        arguments.set_item("pointer", &error.path)?;
        arguments.set_item("suggestions", suggestions)
    })
}

fn fields(error: &impl Debug, path: Option<String>, line: Option<usize>) -> Fields {
    Fields {
        path,
        line,
        code: code_of(error),
    }
}

/// The name of an error's variant in Python's form: `crosses-block`.
pub(crate) fn code_of(error: &impl Debug) -> String {
    let text = format!("{error:?}");
    let name = text.chars().take_while(char::is_ascii_alphanumeric);
    let mut code = String::new();
    for letter in name {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('-');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}
