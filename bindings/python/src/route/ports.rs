//! Ports of TCP services: values that do not change.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "methods of Python have their object by reference"
)]

use haproxy_route as route;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyType;

/// Neighbouring ports, one or more: ``PortRange(8080, 8090)``, printed as ``8080-8090``.
#[pyclass(frozen, eq, ord, hash, module = "haproxy_kit.route")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PortRange(pub(crate) route::PortRange);

#[pymethods]
impl PortRange {
    /// The ports from ``start`` to ``end``, both included.
    ///
    /// Raises :class:`ValueError` for what is no port, and where the end stands before the start.
    #[new]
    fn new(start: i64, end: i64) -> PyResult<Self> {
        let port = |number| u16::try_from(number).unwrap_or(0);
        route::PortRange::new(port(start), port(end))
            .map(Self)
            .map_err(wrong)
    }

    /// The range that a text such as ``8080`` or ``8080-8090`` tells.
    ///
    /// Raises :class:`ValueError` for any other text.
    #[classmethod]
    fn from_string(_class: &Bound<'_, PyType>, value: &str) -> PyResult<Self> {
        value.parse().map(Self).map_err(wrong)
    }

    /// The first port.
    #[getter]
    fn start(&self) -> u16 {
        self.0.start()
    }

    /// The last port.
    #[getter]
    fn end(&self) -> u16 {
        self.0.end()
    }

    /// How many ports there are.
    #[getter]
    fn port_count(&self) -> u32 {
        self.0.port_count()
    }

    /// Whether the two share a port.
    fn overlaps_with(&self, other: &Self) -> bool {
        self.0.overlaps_with(other.0)
    }

    fn __contains__(&self, port: u16) -> bool {
        self.0.contains(port)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("PortRange({}, {})", self.0.start(), self.0.end())
    }

    fn __getnewargs__(&self) -> (u16, u16) {
        (self.0.start(), self.0.end())
    }

    #[classmethod]
    fn __get_pydantic_core_schema__<'py>(
        class: &Bound<'py, PyType>,
        _source: &Bound<'py, PyAny>,
        _handler: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        instance_schema(class)
    }
}

/// Ports of the proxy and, as many, those of each server: printed as ``5000-5009:6000-6009``.
#[pyclass(frozen, eq, hash, module = "haproxy_kit.route")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PortMapping(pub(crate) route::PortMapping);

#[pymethods]
impl PortMapping {
    /// A mapping of the proxy's ports to those of each server.
    ///
    /// Raises :class:`ValueError` where they are not equally many.
    #[new]
    fn new(frontend: &PortRange, backend: &PortRange) -> PyResult<Self> {
        route::PortMapping::new(frontend.0, backend.0)
            .map(Self)
            .map_err(wrong)
    }

    /// The mapping that a text such as ``8080:80`` or ``5000-5009:6000-6009`` tells.
    ///
    /// Raises :class:`ValueError` for any other text.
    #[classmethod]
    fn from_string(_class: &Bound<'_, PyType>, value: &str) -> PyResult<Self> {
        value.parse().map(Self).map_err(wrong)
    }

    /// The ports of the proxy.
    #[getter]
    fn frontend(&self) -> PortRange {
        PortRange(self.0.frontend())
    }

    /// The ports of each server.
    #[getter]
    fn backend(&self) -> PortRange {
        PortRange(self.0.backend())
    }

    /// What is added to a port of the proxy to get that of a server.
    #[getter]
    fn offset(&self) -> i32 {
        self.0.offset()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let (frontend, backend) = (self.frontend(), self.backend());
        format!(
            "PortMapping({}, {})",
            frontend.__repr__(),
            backend.__repr__()
        )
    }

    fn __getnewargs__(&self) -> (PortRange, PortRange) {
        (self.frontend(), self.backend())
    }

    #[classmethod]
    fn __get_pydantic_core_schema__<'py>(
        class: &Bound<'py, PyType>,
        _source: &Bound<'py, PyAny>,
        _handler: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        instance_schema(class)
    }
}

/// What pydantic is to take for a field of this class.
fn instance_schema<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    let schemas = class.py().import("pydantic_core.core_schema")?;
    schemas.call_method1("is_instance_schema", (class,))
}

fn wrong(error: route::PortError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
