//! The older relations: what `haproxy_kit.route.reverseproxy` does.

use std::hash::{DefaultHasher, Hash, Hasher};

use haproxy_route::reverseproxy::{
    Certificate, MigratedData, Monitoring, Peer, RenderOptions, RequirerUnit, Service,
    ServiceError, ServiceOptions, ServiceServer, Services as RustServices, migrate,
    statsd_datagrams, website,
};
use haproxy_route::{Databag, Interface};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyMapping, PyTuple};

use super::collection::{files_of, no_relations, record};
use super::data::{databag_of, to_dict};
use crate::error::{Fields, config_error};
use crate::json;

/// The services that units of ``reverseproxy`` relations say. They do not change: what changes them
/// returns others.
#[pyclass(frozen, eq, module = "haproxy_kit.route.reverseproxy")]
#[derive(PartialEq, Eq)]
pub(crate) struct Services(pub(super) RustServices);

#[pymethods]
impl Services {
    /// The services by name. The first one is the default, which units without a service join.
    #[getter]
    fn services<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let services = PyDict::new(python);
        for (name, service) in &self.0.services {
            services.set_item(name, service_record(python, service)?)?;
        }
        Ok(services)
    }

    /// The units that are served nowhere, each with the reason.
    #[getter]
    fn refused<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        (&self.0.refused).into_pyobject(python)
    }

    /// The services behind a layer that passes clients to the first unit that works.
    fn _behind_peers(
        &self,
        python: Python<'_>,
        name: &str,
        address: &str,
        peers: Vec<(String, String, String)>,
    ) -> PyResult<Self> {
        let peers = peers
            .into_iter()
            .map(|(name, address, services)| Peer::new(name, address, &services));
        let peers = peers
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| no_services(python, &error))?;
        Ok(Self(self.0.behind_peers(name, address, &peers)))
    }

    /// The services as sections, with the files that they name.
    fn _render<'py>(
        &self,
        python: Python<'py>,
        prefix: String,
        directory: std::path::PathBuf,
        default_certificate: Option<Vec<u8>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let options = RenderOptions {
            prefix,
            directory,
            default_certificate,
        };
        let (rendered, config) = python.detach(|| {
            let rendered = self.0.render(&options);
            let config = rendered.config.to_json();
            (rendered, config)
        });
        let files = files_of(python, rendered.files)?;
        let config = json::to_python(python, &config)?;
        record(
            python,
            "RenderedServices",
            (config, files, rendered.refused),
        )
    }

    /// They do not change: a copy is themselves.
    fn __copy__(this: Py<Self>) -> Py<Self> {
        this
    }

    fn __deepcopy__(this: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        this
    }

    fn __reduce__<'py>(
        &self,
        python: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        let text = serde_json::to_vec(&self.0).map_err(|error| unreadable(&error))?;
        let native = python.import(pyo3::intern!(python, "haproxy_kit._native"))?;
        let make = native.getattr(pyo3::intern!(python, "reverseproxy_again"))?;
        Ok((make, (PyBytes::new(python, &text),)))
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let names: Vec<&String> = self.0.services.keys().collect();
        names.hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        let names: Vec<&str> = self.0.services.keys().map(String::as_str).collect();
        format!("<Services {}>", names.join(", "))
    }
}

/// The units of all relations that JSON tells, with their databags.
#[pyfunction]
pub(crate) fn reverseproxy_relations<'py>(
    python: Python<'py>,
    text: &[u8],
) -> PyResult<Bound<'py, PyDict>> {
    let units = RequirerUnit::read_all(text).map_err(|error| no_relations(python, &error))?;
    let result = PyDict::new(python);
    for unit in units {
        result.set_item(unit.name, to_dict(python, &unit.databag)?)?;
    }
    Ok(result)
}

/// The services that were pickled.
///
/// # Errors
///
/// The text is none that pickling made.
#[pyfunction]
pub(crate) fn reverseproxy_again(text: &[u8]) -> PyResult<Services> {
    serde_json::from_slice(text)
        .map(Services)
        .map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The services that units say.
#[pyfunction]
pub(crate) fn reverseproxy_gather(
    python: Python<'_>,
    units: &Bound<'_, PyMapping>,
    services: String,
) -> PyResult<Services> {
    let mut all = Vec::new();
    for item in units.items()? {
        let (name, databag) = item.extract::<(String, Bound<'_, PyAny>)>()?;
        let databag = databag_of(&databag)?;
        all.push(RequirerUnit { name, databag });
    }
    let options = ServiceOptions { services };
    python
        .detach(|| RustServices::gather(&all, &options))
        .map(Services)
        .map_err(|error| no_services(python, &error))
}

/// The services with the page of statistics.
#[pyfunction]
pub(crate) fn reverseproxy_monitoring(
    services: &Bound<'_, Services>,
    port: u16,
    allowed_networks: Vec<String>,
    username: String,
    password: String,
    refresh: u16,
) -> Services {
    let monitoring = Monitoring {
        port,
        allowed_networks,
        username,
        password,
        refresh,
    };
    let mut services = services.get().0.clone();
    let page = monitoring.service();
    services.services.insert(page.name.clone(), page);
    Services(services)
}

/// What is said over the `website` relation, as a databag; None without services.
#[pyfunction]
pub(crate) fn reverseproxy_website<'py>(
    python: Python<'py>,
    services: &Bound<'py, Services>,
    remote: Vec<Bound<'py, PyAny>>,
    own_address: &str,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let remote = remote.iter().map(databag_of);
    let remote = remote.collect::<PyResult<Vec<Databag>>>()?;
    website(&services.get().0, &remote, own_address)
        .map(|website| {
            let fields = (website.hostname, website.port, website.all_services);
            record(python, "Website", fields)
        })
        .transpose()
}

/// What the services would say over the newer relations.
#[pyfunction]
pub(crate) fn reverseproxy_migrate<'py>(
    python: Python<'py>,
    services: &Bound<'py, Services>,
    default_mode: &str,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let migrated = migrate(&services.get().0, default_mode)
        .into_iter()
        .map(|service| {
            let (interface, databag) = match &service.data {
                MigratedData::Route(data) => {
                    (Interface::Route, data.dump(Interface::Route.newest()))
                }
                MigratedData::Tcp(data) => (Interface::Tcp, data.dump(Interface::Tcp.newest())),
            };
            let fields = (
                service.name,
                interface.name(),
                to_dict(python, &databag)?,
                PyTuple::new(python, service.without_equal)?,
            );
            record(python, "MigratedService", fields)
        });
    migrated.collect()
}

/// The numbers of `show stat` as datagrams for statsd.
#[pyfunction]
pub(crate) fn reverseproxy_statsd(
    show_stat: &str,
    prefix: &str,
    unit: &str,
) -> PyResult<Vec<String>> {
    statsd_datagrams(show_stat, prefix, unit)
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

fn service_record<'py>(python: Python<'py>, service: &Service) -> PyResult<Bound<'py, PyAny>> {
    let servers = |servers: &[ServiceServer]| -> PyResult<Bound<'py, PyTuple>> {
        let servers = servers.iter().map(|server| {
            let options = PyTuple::new(python, &server.options)?;
            let fields = (&server.name, &server.host, server.port, options);
            record(python, "ServiceServer", fields)
        });
        PyTuple::new(python, servers.collect::<PyResult<Vec<_>>>()?)
    };
    let backends = PyDict::new(python);
    for backend in &service.backends {
        backends.set_item(&backend.name, servers(&backend.servers)?)?;
    }
    let error_files = PyDict::new(python);
    for file in &service.error_files {
        error_files.set_item(file.status, PyBytes::new(python, &file.content))?;
    }
    let certificates = service.certificates.iter().map(|certificate| {
        Ok(match certificate {
            Certificate::Default => "DEFAULT".into_pyobject(python)?.into_any(),
            Certificate::External => "EXTERNAL".into_pyobject(python)?.into_any(),
            Certificate::Path(path) => path.into_pyobject(python)?.into_any(),
            Certificate::Inline(pem) => PyBytes::new(python, pem).into_any(),
        })
    });
    let fields = (
        &service.name,
        &service.host,
        service.port,
        PyTuple::new(python, &service.options)?,
        PyTuple::new(python, &service.server_options)?,
        servers(&service.servers)?,
        backends,
        error_files,
        PyTuple::new(python, certificates.collect::<PyResult<Vec<_>>>()?)?,
    );
    record(python, "Service", fields)
}

pub(super) fn no_services(python: Python<'_>, error: &ServiceError) -> PyErr {
    let fields = Fields {
        code: "invalid-services".to_owned(),
        ..Fields::default()
    };
    config_error(python, "RouteError", &error.to_string(), fields)
}
