//! What goes wrong with a running HAProxy, as an exception.

use haproxy_runtime::Error;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::error::code_of;

/// The exception that an error is.
pub(super) fn raised(python: Python<'_>, error: &Error) -> PyErr {
    let exception = || {
        let arguments = PyDict::new(python);
        arguments.set_item("code", code(error))?;
        arguments.set_item("is_not_found", error.is_not_found())?;
        arguments.set_item("is_permission_denied", error.is_permission_denied())?;
        arguments.set_item("is_unknown_command", error.is_unknown_command())?;
        arguments.set_item("is_timeout", error.is_timeout())?;
        arguments.set_item("is_disconnect", error.is_disconnect())?;
        let class = python
            .import("haproxy_kit.errors")?
            .getattr("RuntimeApiError")?;
        class.call((error.to_string(),), Some(&arguments))
    };
    match exception() {
        Ok(exception) => PyErr::from_value(exception),
        Err(error) => error,
    }
}

/// What is wrong, as a word for programs; a refusal is told by what it is about.
fn code(error: &Error) -> String {
    match error {
        Error::Refused(refusal) => code_of(&refusal.kind),
        Error::Interrupted { source, .. } | Error::Undo { source, .. } => code(source),
        other => code_of(other),
    }
}
