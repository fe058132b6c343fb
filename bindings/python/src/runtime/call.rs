//! What is asked of HAProxy: a command, or an operation of several.

use std::path::PathBuf;

use haproxy_runtime::Operation;
use haproxy_runtime::client::{Caller, Error, Transport};
use haproxy_runtime::command::{Command, Form, Raw, RawJson, forms};
use haproxy_runtime::operation::{
    ChangeServer, CreateBackend, CreateServer, InstallCertificate, ReloadMaster, RemoveBackend,
    RemoveCertificate, RemoveServer, RemoveStore, ReplaceAcl, ReplaceMap, SaveServersState,
    StoreContent, StoreEntries, UpdateStore,
};
use haproxy_runtime::plan::{Plan as RustPlan, ReadCapabilities};
use haproxy_runtime::protocol::{DecodeError, EncodeError, Payload, Reply, Request, Specification};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::{Value, json};

use super::arguments::{Arguments, backend, change, entries};
use super::failure;
use super::plan::{self, Plan};

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
    CreateBackend(CreateBackend),
    RemoveBackend(RemoveBackend),
    StoreEntries(StoreEntries),
    InstallCertificate(InstallCertificate),
    RemoveCertificate(RemoveCertificate),
    UpdateStore(UpdateStore),
    RemoveStore(RemoveStore),
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
            Self::CreateBackend(operation) => json!(operation.run(caller).await?),
            Self::RemoveBackend(operation) => json!(operation.run(caller).await?),
            Self::StoreEntries(operation) => json!(operation.run(caller).await?),
            Self::InstallCertificate(operation) => operation.run(caller).await?.into(),
            Self::RemoveCertificate(operation) => operation.run(caller).await?.into(),
            Self::UpdateStore(operation) => operation.run(caller).await?.into(),
            Self::RemoveStore(operation) => json!(operation.run(caller).await?),
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

impl Call {
    pub(super) fn new(kind: &str, arguments: &Bound<'_, PyDict>) -> PyResult<Self> {
        let python = arguments.py();
        let arguments = Arguments(arguments);
        Ok(match kind {
            "command" => Self::command(python, &arguments)?,
            "version" => Self::Version,
            "capabilities" => Self::Capabilities,
            "apply" => {
                let plan = arguments.get("plan")?;
                let mut plan = plan.cast::<Plan>()?.get().plan.clone();
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
            "create_backend" => Self::CreateBackend(backend(&arguments)?),
            "remove_backend" => {
                let mut operation = RemoveBackend::new(arguments.text("name")?);
                operation.time = arguments.time("drain")?.unwrap_or(operation.time);
                Self::RemoveBackend(operation)
            }
            "store_entries" => Self::StoreEntries(StoreEntries {
                table: arguments.text("table")?.into(),
                entries: entries(&arguments)?,
            }),
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
                let issuer = arguments.find("issuer")?;
                let ocsp = arguments.find("ocsp")?;
                let content = StoreContent {
                    pem: arguments.text("pem")?,
                    issuer: issuer.map(|issuer| issuer.extract()).transpose()?,
                    ocsp: ocsp.map(|ocsp| ocsp.extract()).transpose()?,
                };
                let file = arguments.text("file")?;
                Self::UpdateStore(UpdateStore::new(arguments.store()?, file, content))
            }
            "remove_store" => Self::RemoveStore(RemoveStore {
                store: arguments.store()?,
                file: arguments.text("file")?.into(),
            }),
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

    fn command(python: Python<'_>, arguments: &Arguments<'_, '_>) -> PyResult<Self> {
        let command = match arguments.find("line")? {
            Some(line) => with_payload(Raw::new(line.extract::<String>()?), arguments.payload()?),
            None => raw(python, &arguments.texts("words")?, arguments.payload()?)?,
        };
        let form = arguments.find("form")?;
        let form = form.map(|name| name.extract::<String>()).transpose()?;
        Ok(
            match form.and_then(|name| forms().find(|form| form.command == name)) {
                Some(form) => Self::Typed(Typed { command, form }),
                None => Self::Command {
                    command,
                    is_text: arguments.get("text")?.extract()?,
                },
            },
        )
    }
}

/// A command by its words.
pub(super) fn raw(python: Python<'_>, words: &[String], payload: Option<String>) -> PyResult<Raw> {
    let command = Raw::words(words.iter().map(String::as_str))
        .map_err(|error| failure::raised(python, &error.into()))?;
    Ok(with_payload(command, payload))
}

fn with_payload(command: Raw, payload: Option<String>) -> Raw {
    match payload {
        Some(payload) => command.payload(Payload::new(payload)),
        None => command,
    }
}
