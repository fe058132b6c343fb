//! Text between Python and HAProxy, whose files are bytes: those that are not UTF-8 are lone
//! surrogates in Python, as in the names of files (`surrogateescape`), so that none is lost.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

/// The text as Python has it.
pub(crate) fn to_python<'py>(python: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyString>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(PyString::new(python, text));
    }
    let text = PyBytes::new(python, bytes).call_method1("decode", ("utf-8", "surrogateescape"))?;
    Ok(text.cast_into::<PyString>()?)
}

/// The bytes that a text of Python stands for.
pub(crate) fn from_python(text: &Bound<'_, PyString>) -> PyResult<Vec<u8>> {
    if let Ok(text) = text.to_str() {
        return Ok(text.as_bytes().to_vec());
    }
    let bytes = text.call_method1("encode", ("utf-8", "surrogateescape"))?;
    Ok(bytes.cast_into::<PyBytes>()?.as_bytes().to_vec())
}

/// The bytes that `str` or `bytes` stand for.
pub(crate) fn bytes_of(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(bytes.as_bytes().to_vec());
    }
    from_python(value.cast::<PyString>()?)
}

/// A record of the package's Python part, made of these fields.
pub(crate) fn record<'py, A>(
    python: Python<'py>,
    name: &str,
    fields: A,
) -> PyResult<Bound<'py, PyAny>>
where
    A: pyo3::call::PyCallArgs<'py>,
{
    let module = python.import("haproxy_kit.config._records")?;
    module.getattr(name)?.call1(fields)
}
