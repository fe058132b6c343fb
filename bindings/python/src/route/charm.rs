//! What the charm of the older relation is told by its options, and its own certificate.

use haproxy_route::reverseproxy::{
    CharmOptions, DefaultCertificate, KeyedCertificate, Monitoring, SettingsError, forward_for,
    reply,
};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use super::data::{databag_of, to_dict};
use super::reverseproxy::{Services, no_services};
use crate::error::{Fields, config_error};
use crate::json;
use crate::meaning::config_of;

/// A certificate and its key.
type Pair<'py> = (Bound<'py, PyBytes>, Bound<'py, PyBytes>);

/// What options say: the sections `global` and `defaults` as a model, the option `services`, the fields of
/// `Monitoring`, whether the charm makes a certificate, the one it is given, and whether peers are passive.
type Options<'py> = (
    Bound<'py, PyAny>,
    String,
    Option<(u16, Vec<String>, String, String, u16)>,
    bool,
    Option<Pair<'py>>,
    bool,
);

/// Reads options as YAML.
#[pyfunction]
pub(crate) fn reverseproxy_options<'py>(python: Python<'py>, text: &str) -> PyResult<Options<'py>> {
    let options = CharmOptions::read(text).map_err(|error| no_services(python, &error))?;
    let config = options.settings.config();
    let config = config.map_err(|error| no_settings(python, &error))?;
    let monitoring = options.monitoring.map(|page| {
        let networks = page.allowed_networks;
        let (port, refresh) = (page.port, page.refresh);
        (port, networks, page.username, page.password, refresh)
    });
    let is_self_signed = options.certificate == Some(DefaultCertificate::SelfSigned);
    let given = match options.certificate {
        Some(DefaultCertificate::Given(certificate)) => Some(pair(python, &certificate)),
        Some(DefaultCertificate::SelfSigned) | None => None,
    };
    Ok((
        json::to_python(python, &config.to_json())?,
        options.services.services,
        monitoring,
        is_self_signed,
        given,
        options.is_active_passive,
    ))
}

/// The password of the page with statistics, where it is the one that nobody set: that of the
/// configuration so far, or one that these bytes choose.
#[pyfunction]
pub(crate) fn reverseproxy_password(
    username: String,
    password: String,
    current: Option<&Bound<'_, PyAny>>,
    random: [u8; 20],
) -> PyResult<String> {
    let current = current.map(config_of).transpose()?;
    let mut page = Monitoring {
        username,
        password,
        ..Monitoring::default()
    };
    page.settle_password(current.as_ref(), random);
    Ok(page.password)
}

/// A new key, and a certificate for it that it has signed itself.
#[pyfunction]
pub(crate) fn reverseproxy_self_signed<'py>(
    python: Python<'py>,
    name: &str,
) -> PyResult<Pair<'py>> {
    let made = python.detach(|| KeyedCertificate::self_signed(name));
    made.map(|made| pair(python, &made))
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

/// The certificate and the key of a file, where it has both.
#[pyfunction]
pub(crate) fn reverseproxy_certificate<'py>(python: Python<'py>, pem: &[u8]) -> Option<Pair<'py>> {
    KeyedCertificate::parse(pem).map(|found| pair(python, &found))
}

/// A certificate and its key as one file.
#[pyfunction]
pub(crate) fn reverseproxy_pem(
    python: Python<'_>,
    certificate: Vec<u8>,
    key: Vec<u8>,
) -> Bound<'_, PyBytes> {
    PyBytes::new(python, &KeyedCertificate { certificate, key }.to_pem())
}

/// What the provider says to the units.
#[pyfunction]
pub(crate) fn reverseproxy_reply<'py>(
    python: Python<'py>,
    public_address: &str,
    certificate: Option<Vec<u8>>,
) -> PyResult<Bound<'py, PyDict>> {
    let certificate = certificate.map(|certificate| KeyedCertificate {
        certificate,
        key: Vec::new(),
    });
    to_dict(python, &reply(public_address, certificate.as_ref()))
}

/// The services, those whose clients come through another proxy with their addresses.
#[pyfunction]
pub(crate) fn reverseproxy_forward_for(
    services: &Bound<'_, Services>,
    remote: Vec<Bound<'_, PyAny>>,
) -> PyResult<Services> {
    let remote = remote.iter().map(databag_of);
    let remote = remote.collect::<PyResult<Vec<_>>>()?;
    let mut services = services.get().0.clone();
    forward_for(&mut services, &remote);
    Ok(Services(services))
}

fn pair<'py>(python: Python<'py>, keyed: &KeyedCertificate) -> Pair<'py> {
    (
        PyBytes::new(python, &keyed.certificate),
        PyBytes::new(python, &keyed.key),
    )
}

fn no_settings(python: Python<'_>, error: &SettingsError) -> PyErr {
    let fields = Fields {
        code: "invalid-options".to_owned(),
        ..Fields::default()
    };
    config_error(python, "RouteError", &error.to_string(), fields)
}
