//! What Python gives to a call.

use std::time::Duration;

use haproxy_runtime::command::{EntryData, ProxyMode, ServerState};
use haproxy_runtime::operation::{ChangeServer, CreateBackend, CreateServer, Store};
use haproxy_runtime::{PatternSet, ServerPath, Weight};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::seconds;

/// The arguments of a call.
pub(super) struct Arguments<'a, 'py>(pub(super) &'a Bound<'py, PyDict>);

impl<'py> Arguments<'_, 'py> {
    pub(super) fn find(&self, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(self.0.get_item(name)?.filter(|value| !value.is_none()))
    }

    pub(super) fn get(&self, name: &str) -> PyResult<Bound<'py, PyAny>> {
        self.find(name)?
            .ok_or_else(|| PyKeyError::new_err(name.to_owned()))
    }

    pub(super) fn text(&self, name: &str) -> PyResult<String> {
        self.get(name)?.extract()
    }

    pub(super) fn texts(&self, name: &str) -> PyResult<Vec<String>> {
        self.get(name)?.extract()
    }

    pub(super) fn time(&self, name: &str) -> PyResult<Option<Duration>> {
        let value = self.find(name)?;
        value.map(|value| seconds(value.extract()?)).transpose()
    }

    pub(super) fn payload(&self) -> PyResult<Option<String>> {
        let payload = self.find("payload")?;
        payload.map(|text| text.extract()).transpose()
    }

    pub(super) fn server(&self) -> PyResult<ServerPath> {
        path_of(&self.text("server")?)
    }

    pub(super) fn store(&self) -> PyResult<Store> {
        Ok(match self.text("store")?.as_str() {
            "certificate" => Store::Certificate,
            "ca-file" => Store::CaFile,
            _ => Store::CrlFile,
        })
    }

    pub(super) fn set(&self) -> PyResult<PatternSet> {
        Ok(set_of(&self.text("file")?))
    }
}

/// A map or ACL: `#3` is one by its number.
fn set_of(name: &str) -> PatternSet {
    match name
        .strip_prefix('#')
        .and_then(|number| number.parse().ok())
    {
        Some(number) => PatternSet::number(number),
        None => PatternSet::file(name),
    }
}

fn path_of(text: &str) -> PyResult<ServerPath> {
    text.parse()
        .map_err(|error: haproxy_runtime::command::ServerPathError| {
            PyValueError::new_err(error.to_string())
        })
}

pub(super) fn backend(arguments: &Arguments<'_, '_>) -> PyResult<CreateBackend> {
    let name = arguments.text("name")?;
    let mut backend = CreateBackend::new(name.as_str(), arguments.text("defaults")?);
    if let Some(mode) = arguments.find("mode")? {
        let word: String = mode.extract()?;
        backend.mode = Some(ProxyMode::of_word(&word).ok_or_else(|| {
            PyValueError::new_err(format!("there is no mode '{word}' for a backend"))
        })?);
    }
    let servers: Vec<(String, Vec<String>)> = arguments.get("servers")?.extract()?;
    for (server, mut words) in servers {
        if words.is_empty() {
            let reason = format!("the server '{server}' has no address");
            return Err(PyValueError::new_err(reason));
        }
        let address = words.remove(0);
        let path = ServerPath::new(name.as_str(), server);
        let server = CreateServer::new(path, address).parameters(words);
        backend.servers.push(server);
    }
    Ok(backend)
}

pub(super) fn entries(arguments: &Arguments<'_, '_>) -> PyResult<Vec<(String, Vec<EntryData>)>> {
    let entries: Vec<(String, Vec<(String, String)>)> = arguments.get("entries")?.extract()?;
    let entries = entries.into_iter().map(|(key, data)| {
        let data = data.into_iter();
        (
            key,
            data.map(|(name, value)| EntryData::new(name, value))
                .collect(),
        )
    });
    Ok(entries.collect())
}

pub(super) fn change(arguments: &Arguments<'_, '_>) -> PyResult<ChangeServer> {
    let mut change = ChangeServer::new(arguments.server()?);
    if let Some(address) = arguments.find("address")? {
        change.address = Some(address.extract()?);
    }
    if let Some(port) = arguments.find("port")? {
        change.port = Some(port.extract()?);
    }
    if let Some(maxconn) = arguments.find("maxconn")? {
        change.maxconn = Some(maxconn.extract()?);
    }
    if let Some(weight) = arguments.find("weight")? {
        let text = weight.str()?.to_string_lossy().into_owned();
        let weight = match text.strip_suffix('%') {
            Some(number) => number.parse().map(Weight::Percent),
            None => text.parse().map(Weight::Absolute),
        };
        change.weight = Some(weight.map_err(|_| {
            PyValueError::new_err(format!(
                "expected a weight such as 100 or 50%, found '{text}'"
            ))
        })?);
    }
    if let Some(state) = arguments.find("state")? {
        let word: String = state.extract()?;
        change.state = Some(ServerState::of_word(&word).ok_or_else(|| {
            PyValueError::new_err(format!("expected ready, drain or maint, found '{word}'"))
        })?);
    }
    Ok(change)
}
