//! What is wrong with relation data, for `haproxy_kit.errors`.

use haproxy_route::{ErrorKind, FieldError, Path, Step, ValidationError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::json::{Key, Reading};

/// The exception that tells these faults.
pub(crate) fn validation_error(
    python: Python<'_>,
    title: &str,
    error: &ValidationError,
    reading: &Reading,
) -> PyErr {
    let exception = || {
        let faults = faults(python, error, reading)?;
        let class = python
            .import("haproxy_kit.errors")?
            .getattr("ValidationError")?;
        class.call1((title, faults))
    };
    match exception() {
        Ok(exception) => PyErr::from_value(exception),
        Err(error) => error,
    }
}

/// The faults as records, in the order of the fields.
pub(crate) fn faults<'py>(
    python: Python<'py>,
    error: &ValidationError,
    reading: &Reading,
) -> PyResult<Bound<'py, PyTuple>> {
    let class = python.import("haproxy_kit.errors")?.getattr("Fault")?;
    let faults = error.errors().iter().map(|error| {
        let path = PyTuple::new(python, path(python, &error.path)?)?;
        let strange = reading
            .strange
            .iter()
            .find(|(strange, _)| is_same(strange, &error.path));
        let (kind, message) = words(error, strange.map(|(_, what)| what.as_str()));
        class.call1((path, kind, message, context(python, &error.kind)?))
    });
    PyTuple::new(python, faults.collect::<PyResult<Vec<_>>>()?)
}

/// The name of the fault and what it tells. A value that is no data was read as a number that is none.
fn words(error: &FieldError, strange: Option<&str>) -> (&'static str, String) {
    let message = error.kind.to_string();
    match (strange, &error.kind) {
        (Some(what), ErrorKind::FiniteNumber) => {
            ("int_type", format!("expected an integer, found {what}"))
        }
        (Some(what), _) => (error.kind.name(), message.replace("a number", what)),
        (None, _) => (error.kind.name(), message),
    }
}

fn path<'py>(python: Python<'py>, path: &Path) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let steps = path.steps().iter().map(|step| match step {
        Step::Field(name) => Ok(name.into_pyobject(python)?.into_any()),
        Step::Index(index) => Ok(index.into_pyobject(python)?.into_any()),
    });
    steps.collect()
}

fn is_same(keys: &[Key], path: &Path) -> bool {
    let steps = path.steps();
    keys.len() == steps.len()
        && keys.iter().zip(steps).all(|pair| match pair {
            (Key::Name(name), Step::Field(field)) => name == field,
            (Key::Index(one), Step::Index(other)) => one == other,
            _ => false,
        })
}

/// What pydantic's errors of the same names tell in `ctx`.
fn context<'py>(python: Python<'py>, kind: &ErrorKind) -> PyResult<Bound<'py, PyDict>> {
    let context = PyDict::new(python);
    match kind {
        ErrorKind::GreaterThan { bound } => context.set_item("gt", bound)?,
        ErrorKind::GreaterThanEqual { bound } => context.set_item("ge", bound)?,
        ErrorKind::LessThanEqual { bound } => context.set_item("le", bound)?,
        ErrorKind::Enum { expected } | ErrorKind::LiteralError { expected } => {
            context.set_item("expected", expected)?;
        }
        ErrorKind::JsonInvalid { reason }
        | ErrorKind::UrlParsing { reason }
        | ErrorKind::ValueError { reason } => context.set_item("error", reason)?,
        ErrorKind::UrlScheme => context.set_item("expected_schemes", "'http' or 'https'")?,
        _ => {}
    }
    Ok(context)
}
