//! What is asked of HAProxy: a command, or an operation of several.

use std::path::PathBuf;
use std::time::Duration;

use haproxy_runtime::client::{Caller, Error, Transport};
use haproxy_runtime::command::{Command, Form, Raw, RawJson, ServerState, forms};
use haproxy_runtime::operation::{
    ChangeServer, CreateServer, InstallCertificate, ReloadMaster, RemoveCertificate, RemoveServer,
    ReplaceAcl, ReplaceMap, SaveServersState, Store, UpdateStore,
};
use haproxy_runtime::plan::{Plan as RustPlan, ReadCapabilities};
use haproxy_runtime::protocol::{DecodeError, EncodeError, Payload, Reply, Request, Specification};
use haproxy_runtime::{Operation, PatternSet, ServerPath, Weight};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::{Value, json};

use super::plan::{self, Plan};
use super::{failure, seconds};

/// A command or an operation; its answer is JSON.
pub(super) enum Call {
    Command { command: Raw, is_text: bool },
    Typed(Typed),
    Version,
    Level,
    ReplaceMap(ReplaceMap),
    ReplaceAcl(ReplaceAcl),
    CreateServer(CreateServer),
    RemoveServer(RemoveServer),
    ChangeServer(ChangeServer),
    InstallCertificate(InstallCertificate),
    RemoveCertificate(RemoveCertificate),
    UpdateStore(UpdateStore),
    SaveServersState(SaveServersState),
    ReloadMaster(ReloadMaster),
    Plan(RustPlan),
    Capabilities,
}

impl Operation for Call {
    type Outcome = Value;

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<Value, Error> {
        Ok(match self {
            Self::Command {
                command,
                is_text: true,
            } => caller.call(command).await?.0.into(),
            Self::Command { command, .. } => caller.call(&RawJson(command.clone())).await?,
            Self::Typed(command) => caller.call(command).await?,
            Self::Version => caller.version().await?.map(|it| it.to_string()).into(),
            Self::Level => json!(caller.level().await?),
            Self::ReplaceMap(operation) => operation.run(caller).await?.into(),
            Self::ReplaceAcl(operation) => operation.run(caller).await?.into(),
            Self::CreateServer(operation) => json!(operation.run(caller).await?),
            Self::RemoveServer(operation) => json!(operation.run(caller).await?),
            Self::ChangeServer(operation) => json!(operation.run(caller).await?),
            Self::InstallCertificate(operation) => operation.run(caller).await?.into(),
            Self::RemoveCertificate(operation) => operation.run(caller).await?.into(),
            Self::UpdateStore(operation) => operation.run(caller).await?.into(),
            Self::SaveServersState(operation) => json!(operation.run(caller).await?),
            Self::ReloadMaster(operation) => json!(operation.run(caller).await?),
            Self::Plan(plan) => json!(plan.run(caller).await?),
            Self::Capabilities => plan::to_json(&ReadCapabilities.run(caller).await?),
        })
    }
}

/// A command of a known form, whose answer is that form's.
pub(super) struct Typed {
    command: Raw,
    form: &'static Form,
}

impl Command for Typed {
    type Answer = Value;

    fn specification(&self) -> Specification {
        self.form.specification
    }

    fn request(&self) -> Result<Request, EncodeError> {
        self.command.request()
    }

    fn decode(&self, reply: Reply) -> Result<Value, DecodeError> {
        self.form.decode(reply)
    }
}

/// The arguments of a call.
struct Arguments<'a, 'py>(&'a Bound<'py, PyDict>);

impl<'py> Arguments<'_, 'py> {
    fn find(&self, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(self.0.get_item(name)?.filter(|value| !value.is_none()))
    }

    fn get(&self, name: &str) -> PyResult<Bound<'py, PyAny>> {
        self.find(name)?
            .ok_or_else(|| PyKeyError::new_err(name.to_owned()))
    }

    fn text(&self, name: &str) -> PyResult<String> {
        self.get(name)?.extract()
    }

    fn texts(&self, name: &str) -> PyResult<Vec<String>> {
        self.get(name)?.extract()
    }

    fn time(&self, name: &str) -> PyResult<Option<Duration>> {
        let value = self.find(name)?;
        value.map(|value| seconds(value.extract()?)).transpose()
    }

    fn server(&self) -> PyResult<ServerPath> {
        let text = self.text("server")?;
        text.parse()
            .map_err(|error: haproxy_runtime::command::ServerPathError| {
                PyValueError::new_err(error.to_string())
            })
    }

    fn set(&self) -> PyResult<PatternSet> {
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

impl Call {
    pub(super) fn new(kind: &str, arguments: &Bound<'_, PyDict>) -> PyResult<Self> {
        let python = arguments.py();
        let arguments = Arguments(arguments);
        Ok(match kind {
            "command" => {
                let command = if let Some(line) = arguments.find("line")? {
                    Raw::new(line.extract::<String>()?)
                } else {
                    let words = arguments.texts("words")?;
                    Raw::words(words.iter().map(String::as_str))
                        .map_err(|error| failure::raised(python, &error.into()))?
                };
                let payload = arguments.find("payload")?;
                let payload = payload.map(|text| text.extract::<String>()).transpose()?;
                let command = match payload {
                    Some(payload) => command.payload(Payload::new(payload)),
                    None => command,
                };
                let form = arguments.find("form")?;
                let form = form.map(|name| name.extract::<String>()).transpose()?;
                match form.and_then(|name| forms().find(|form| form.command == name)) {
                    Some(form) => Self::Typed(Typed { command, form }),
                    None => Self::Command {
                        command,
                        is_text: arguments.get("text")?.extract()?,
                    },
                }
            }
            "version" => Self::Version,
            "capabilities" => Self::Capabilities,
            "apply" => {
                let plan = arguments.get("plan")?;
                let mut plan = plan.cast::<Plan>()?.get().0.clone();
                if let Some(time) = arguments.time("drain")? {
                    plan = plan.drain(time);
                }
                if let Some(time) = arguments.time("wait")? {
                    plan = plan.wait(time);
                }
                Self::Plan(plan)
            }
            "level" => Self::Level,
            "replace_map" => {
                let entries: Vec<(String, String)> = arguments.get("entries")?.extract()?;
                Self::ReplaceMap(ReplaceMap::new(arguments.set()?, entries))
            }
            "replace_acl" => {
                let patterns = arguments.texts("patterns")?;
                Self::ReplaceAcl(ReplaceAcl::new(arguments.set()?, patterns))
            }
            "create_server" => {
                let server = CreateServer::new(arguments.server()?, arguments.text("address")?)
                    .parameters(arguments.texts("parameters")?);
                Self::CreateServer(match arguments.time("wait")? {
                    Some(time) => server.wait(time),
                    None => server,
                })
            }
            "remove_server" => {
                let server = arguments.server()?;
                let cuts_off = arguments.get("cut_off")?.extract()?;
                Self::RemoveServer(match arguments.time("drain")? {
                    Some(time) if cuts_off => RemoveServer::drained(server, time).then_cut_off(),
                    Some(time) => RemoveServer::drained(server, time),
                    None => RemoveServer::at_once(server),
                })
            }
            "change_server" => Self::ChangeServer(change(&arguments)?),
            "install_certificate" => {
                let (file, pem) = (arguments.text("file")?, arguments.text("pem")?);
                let mut operation = InstallCertificate::new(file, pem, arguments.text("crt_list")?);
                operation.settings = arguments.text("settings")?;
                operation.filters = arguments.texts("filters")?;
                Self::InstallCertificate(operation)
            }
            "remove_certificate" => Self::RemoveCertificate(RemoveCertificate {
                file: arguments.text("file")?.into(),
                crt_list: arguments.text("crt_list")?.into(),
            }),
            "update_store" => {
                let store = match arguments.text("store")?.as_str() {
                    "certificate" => Store::Certificate,
                    "ca-file" => Store::CaFile,
                    _ => Store::CrlFile,
                };
                let (file, pem) = (arguments.text("file")?, arguments.text("pem")?);
                Self::UpdateStore(UpdateStore::new(store, file, pem))
            }
            "save_servers_state" => {
                let path: PathBuf = arguments.get("path")?.extract()?;
                Self::SaveServersState(SaveServersState::new(path))
            }
            "reload" => {
                let mut operation = ReloadMaster::new();
                operation.is_hard = arguments.get("hard")?.extract()?;
                operation.time = arguments.time("timeout")?.unwrap_or(operation.time);
                Self::ReloadMaster(operation)
            }
            other => return Err(PyValueError::new_err(format!("no operation '{other}'"))),
        })
    }
}

fn change(arguments: &Arguments<'_, '_>) -> PyResult<ChangeServer> {
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
