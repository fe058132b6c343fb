//! The requirers of a provider, and the configuration that serves them.

use std::collections::{BTreeMap, BTreeSet};

use haproxy_route::{
    Address, Collection, CollectionOptions, ConversionError, Interface, PeerAddress, Refusal,
    Relation, RelationId, Rendering, RenderingOptions, Requirer, Schema, Server, TcpListener,
    render,
};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyMapping, PyString, PyTuple};

use super::builder::{Builder, address_of};
use super::data::{Data, databag_of, schema_of, to_dict};
use super::fault::faults;
use super::json::Reading;
use super::ports::PortRange;
use crate::error::{Fields, config_error};
use crate::{json, target};

/// The relations that JSON tells, as records.
#[pyfunction]
pub(crate) fn route_relations<'py>(
    python: Python<'py>,
    text: &[u8],
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let relations = Relation::read_all(text).map_err(|error| no_relations(python, &error))?;
    let records = relations.into_iter().map(|relation| {
        let units = PyDict::new(python);
        for (name, databag) in &relation.units {
            units.set_item(name, to_dict(python, databag)?)?;
        }
        let fields = (
            relation.id,
            to_dict(python, &relation.application_data)?,
            units,
            relation.interface.name(),
            relation.application,
        );
        record(python, "Relation", fields)
    });
    records.collect()
}

/// A text that tells no relations.
pub(crate) fn no_relations(python: Python<'_>, error: &haproxy_route::RelationError) -> PyErr {
    let fields = Fields {
        code: "invalid-relations".to_owned(),
        ..Fields::default()
    };
    config_error(python, "RouteError", &error.to_string(), fields)
}

/// Who gets a route and who does not, as a record.
#[pyfunction]
pub(crate) fn route_collect<'py>(
    python: Python<'py>,
    relations: Vec<Bound<'py, PyAny>>,
    options: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyAny>> {
    let relations = relations_of(&relations)?;
    let options = collection_options(options)?;
    let collection = python.detach(|| Collection::new(&relations, &options));
    collected(python, &collection, &options)
}

/// A configuration for the requirers and what goes with it, as a record; the configuration is data.
#[pyfunction]
pub(crate) fn route_render<'py>(
    python: Python<'py>,
    relations: Vec<Bound<'py, PyAny>>,
    options: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyAny>> {
    let relations = relations_of(&relations)?;
    let collecting = collection_options(options)?;
    let rendering = rendering_options(options)?;
    let (rendering, config) = python.detach(|| {
        let collection = Collection::new(&relations, &collecting);
        let rendering = render(&collection, &rendering);
        let config = rendering.config.to_json();
        (rendering, config)
    });
    let Rendering {
        files,
        origins,
        endpoints,
        replies,
        ports,
        refused,
        ..
    } = rendering;
    let told = PyDict::new(python);
    for (id, databag) in &replies {
        told.set_item(id, to_dict(python, databag)?)?;
    }
    let origins = origins.into_iter().map(|origin| {
        let fields = (origin.section, origin.statement, origin.relation_id);
        record(python, "Origin", fields)
    });
    let origins = PyTuple::new(python, origins.collect::<PyResult<Vec<_>>>()?)?;
    let fields = (
        json::to_python(python, &config)?,
        files_of(python, files)?,
        endpoints,
        ports,
        refusals(python, &refused)?,
        origins,
        told,
    );
    record(python, "Rendering", fields)
}

/// A record of `haproxy_kit.route`, made of these fields.
pub(crate) fn record<'py, A>(
    python: Python<'py>,
    name: &str,
    fields: A,
) -> PyResult<Bound<'py, PyAny>>
where
    A: pyo3::call::PyCallArgs<'py>,
{
    let module = python.import("haproxy_kit.route._records")?;
    module.getattr(name)?.call1(fields)
}

fn relations_of(relations: &[Bound<'_, PyAny>]) -> PyResult<Vec<Relation>> {
    let relations = relations.iter().map(|relation| {
        let name: String = relation.getattr("interface")?.extract()?;
        let mut units = indexmap::IndexMap::new();
        for item in relation.getattr("units")?.cast::<PyMapping>()?.items()? {
            let (unit, databag) = item.extract::<(String, Bound<'_, PyAny>)>()?;
            units.insert(unit, databag_of(&databag)?);
        }
        Ok(Relation {
            id: relation.getattr("id")?.extract()?,
            interface: interface_of(&name)?,
            application: relation.getattr("application")?.extract()?,
            application_data: databag_of(&relation.getattr("application_data")?)?,
            units,
        })
    });
    relations.collect()
}

fn interface_of(name: &str) -> PyResult<Interface> {
    let mut interfaces = Interface::ALL.into_iter();
    interfaces
        .find(|interface| interface.name() == name)
        .ok_or_else(|| {
            let names = Interface::ALL.map(Interface::name).join(", ");
            let message = format!("there is no interface '{name}'; there are {names}");
            PyValueError::new_err(message)
        })
}

/// Takes the options of these names that are there.
macro_rules! take {
    ($options:ident, $($name:literal => $field:expr),+ $(,)?) => {
        $(
            if let Some(value) = $options.get_item($name)? {
                $field = value.extract().map_err(|error: PyErr| {
                    let reason = error.value($options.py());
                    PyTypeError::new_err(format!("{}: {reason}", $name))
                })?;
            }
        )+
    };
}

fn collection_options(options: &Bound<'_, PyDict>) -> PyResult<CollectionOptions> {
    let mut result = CollectionOptions::default();
    for (name, schema) in [("route", &mut result.route), ("tcp", &mut result.tcp)] {
        if let Some(value) = options.get_item(name)? {
            *schema = schema_of(value.cast::<PyString>()?.to_str()?)?;
        }
    }
    if (result.route.interface(), result.tcp.interface()) != (Interface::Route, Interface::Tcp) {
        return Err(PyValueError::new_err(
            "route must be a schema of haproxy-route, and tcp one of haproxy-route-tcp",
        ));
    }
    let mut approved: Option<Vec<String>> = None;
    take!(
        options,
        "external_hostname" => result.external_hostname,
        "has_ca_bundle" => result.has_ca_bundle,
        "approved_services" => approved,
        "reserved_ports" => result.reserved_ports,
    );
    result.approved_services = approved.map(BTreeSet::from_iter);
    Ok(result)
}

fn rendering_options(options: &Bound<'_, PyDict>) -> PyResult<RenderingOptions> {
    let mut result = RenderingOptions::default();
    if let Some(version) = options.get_item("target")? {
        result.version = target::target_of(&version)?.version;
    }
    let mut peers: BTreeMap<String, String> = BTreeMap::new();
    take!(
        options,
        "external_hostname" => result.external_hostname,
        "certificate_directory" => result.certificate_directory,
        "ca_bundle" => result.ca_bundle,
        "dh_parameters" => result.dh_parameters,
        "maxconn" => result.maxconn,
        "hsts" => result.hsts,
        "ddos_protection" => result.ddos_protection,
        "plain_prefixes" => result.plain_prefixes,
        "peers" => peers,
        "peer_port" => result.peer_port,
    );
    let peers = peers.into_iter().map(|(name, text)| {
        let address = address(&text)?;
        Ok(PeerAddress { name, address })
    });
    result.peers = peers.collect::<PyResult<_>>()?;
    let mut virtual_address: Option<String> = None;
    take!(
        options,
        "configuration_directory" => result.configuration_directory,
        "virtual_address" => virtual_address,
    );
    result.virtual_address = virtual_address.map(|text| address(&text)).transpose()?;
    super::options::take(options, &mut result)?;
    Ok(result)
}

/// The address that a text is.
pub(super) fn address(text: &str) -> PyResult<std::net::IpAddr> {
    text.parse()
        .map_err(|_| PyValueError::new_err(format!("'{text}' is not an address")))
}

/// Files as records.
pub(super) fn files_of(
    python: Python<'_>,
    files: Vec<haproxy_route::File>,
) -> PyResult<Bound<'_, PyTuple>> {
    let files = files.into_iter().map(|file| {
        let content = PyBytes::new(python, &file.content);
        let fields = (file.path.to_string_lossy(), file.mode, content);
        record(python, "File", fields)
    });
    PyTuple::new(python, files.collect::<PyResult<Vec<_>>>()?)
}

fn collected<'py>(
    python: Python<'py>,
    collection: &Collection,
    options: &CollectionOptions,
) -> PyResult<Bound<'py, PyAny>> {
    let services = collection.services.iter();
    let services =
        services.map(|service| requirer(python, service, service.addresses(), options.route));
    let services = PyTuple::new(python, services.collect::<PyResult<Vec<_>>>()?)?;
    let tcp = collection.tcp_services.iter();
    let tcp = tcp.map(|service| requirer(python, service, service.addresses(), options.tcp));
    let tcp = PyTuple::new(python, tcp.collect::<PyResult<Vec<_>>>()?)?;
    let listeners = collection
        .tcp_listeners
        .iter()
        .map(|listener| listener_of(python, listener));
    let listeners = PyTuple::new(python, listeners.collect::<PyResult<Vec<_>>>()?)?;
    let warnings = PyDict::new(python);
    for (id, all) in &collection.warnings {
        let all = all.iter().map(ToString::to_string);
        warnings.set_item(id, PyTuple::new(python, all.collect::<Vec<_>>())?)?;
    }
    let fields = (
        services,
        tcp,
        listeners,
        refusals(python, &collection.refused)?,
        warnings,
    );
    record(python, "Collection", fields)
}

fn requirer<'py, T: Data>(
    python: Python<'py>,
    requirer: &Requirer<T>,
    addresses: Vec<&Address>,
    schema: Schema,
) -> PyResult<Bound<'py, PyAny>> {
    let module = python
        .import("haproxy_kit.route")?
        .getattr(schema.name().trim_start_matches("route-").replace('-', "_"))?;
    let classes = module.getattr("CLASSES")?.cast_into()?;
    let mut builder = Builder::new(python, classes, None);
    requirer.data.show(schema, &mut builder);
    let units = PyDict::new(python);
    for Server { unit, address } in &requirer.units {
        units.set_item(unit, address_of(python, address)?)?;
    }
    let addresses = addresses
        .into_iter()
        .map(|address| address_of(python, address));
    let fields = (
        requirer.relation_id,
        &requirer.application,
        builder.finish()?,
        units,
        PyTuple::new(python, addresses.collect::<PyResult<Vec<_>>>()?)?,
    );
    record(python, "Requirer", fields)
}

fn listener_of<'py>(python: Python<'py>, listener: &TcpListener) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        PortRange(listener.ports),
        listener.default,
        PyTuple::new(python, &listener.relation_ids)?,
        listener.tls_terminate,
    );
    record(python, "TcpListener", fields)
}

/// The reasons for which relations get no route, by their numbers.
fn refusals<'py>(
    python: Python<'py>,
    refused: &BTreeMap<RelationId, Vec<Refusal>>,
) -> PyResult<Bound<'py, PyDict>> {
    let result = PyDict::new(python);
    for (id, reasons) in refused {
        let reasons = reasons.iter().map(|reason| refusal(python, reason));
        let reasons = PyTuple::new(python, reasons.collect::<PyResult<Vec<_>>>()?)?;
        result.set_item(id, reasons)?;
    }
    Ok(result)
}

fn refusal<'py>(python: Python<'py>, refusal: &Refusal) -> PyResult<Bound<'py, PyAny>> {
    let (unit, source) = match refusal {
        Refusal::Application { source }
        | Refusal::Conversion {
            source: ConversionError::Refused { source },
        } => (None, Some(source)),
        Refusal::Unit { unit, source } => (Some(unit), Some(source)),
        _ => (None, None),
    };
    let faults = match source {
        Some(source) => faults(python, source, &Reading::default())?,
        None => PyTuple::empty(python),
    };
    let code = crate::error::code_of(refusal);
    record(python, "Refusal", (code, refusal.to_string(), unit, faults))
}
