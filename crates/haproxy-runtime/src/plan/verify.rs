//! Whether a process is as a plan has it.

use std::time::{Duration, Instant};

use haproxy_model::crt_list::CrtListLine;
use haproxy_model::value::{Address, AddressPort};

use super::held::has_settings;
use super::server_change;
use super::step::{ServerDefinition, Step};
use super::view::View;
use crate::client::{Caller, Error, Transport};
use crate::command::{
    CrtListEntry, PatternSet, ServerPath, ServerState, ShowAcl, ShowBackend, ShowMap,
    ShowSslCrtList,
};
use crate::operation::{Identity, Store, StoreContent, wanted_state};

/// How long HAProxy may take until it shows what it has done.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it is looked at meanwhile.
const INTERVAL: Duration = Duration::from_millis(20);

impl Step {
    /// The server that it is about, or one of them.
    pub(super) fn server(&self) -> Option<&ServerPath> {
        match self {
            Self::AddServer { server, .. }
            | Self::SetServer { server, .. }
            | Self::ReplaceServer { server, .. }
            | Self::RemoveServer { server, .. } => Some(server),
            Self::AddBackend { servers, .. } | Self::RemoveBackend { servers, .. } => {
                servers.first().map(|(server, _)| server)
            }
            _ => None,
        }
    }
}

/// Whether servers are there that steps change, and those are not that they add.
pub(super) fn beginning(steps: &[Step], view: &View) -> Result<(), Error> {
    for step in steps {
        let (server, is_expected) = match step {
            Step::AddServer { server, .. } => (server, false),
            Step::SetServer { server, .. }
            | Step::ReplaceServer { server, .. }
            | Step::RemoveServer { server, .. } => (server, true),
            _ => continue,
        };
        if view.server(server).is_some() != is_expected {
            let word = if is_expected { "no" } else { "already a" };
            return Err(Error::Differs {
                what: format!("it has {word} server {server}"),
            });
        }
    }
    Ok(())
}

/// Waits until the process is as the steps leave it.
pub(super) async fn reached<T: Transport>(
    caller: &mut Caller<T>,
    steps: &[Step],
) -> Result<(), Error> {
    let start = Instant::now();
    loop {
        let Some(what) = difference(caller, steps).await? else {
            return Ok(());
        };
        if start.elapsed() >= PATIENCE {
            return Err(Error::Differs { what });
        }
        caller.sleep(INTERVAL).await;
    }
}

/// What in the process is not as the steps leave it.
async fn difference<T: Transport>(
    caller: &mut Caller<T>,
    steps: &[Step],
) -> Result<Option<String>, Error> {
    let view = View::read(caller, steps).await?;
    for step in steps {
        let found = match step {
            Step::CreateStore {
                store,
                file,
                content: wanted,
            } => content(caller, *store, file, wanted).await?,
            Step::ReplaceStore {
                store, file, after, ..
            } => content(caller, *store, file, after).await?,
            Step::RemoveStore { store, file, .. } => {
                let is_there = store.has(caller, &file.as_str().into()).await?;
                is_there.then(|| format!("{store} {file} is still there"))
            }
            Step::ReplaceMap { file, entries, .. } => map(caller, file, entries).await?,
            Step::ReplaceAcl { file, patterns, .. } => acl(caller, file, patterns).await?,
            Step::AddCrtListLine { list, line: text } => {
                let is_there = line(caller, list, text).await?.is_some();
                (!is_there).then(|| format!("crt-list {list} has no line '{text}'"))
            }
            Step::RemoveCrtListLine { list, line: text } => {
                let is_there = line(caller, list, text).await?.is_some();
                is_there.then(|| format!("crt-list {list} still has '{text}'"))
            }
            Step::SetGlobal { limit, after, .. } => {
                let found = view.limit(*limit);
                let differs = found.is_some_and(|found| found != *after);
                differs.then(|| format!("global {} is {found:?}", limit.keyword()))
            }
            Step::SetFrontendMaxconn {
                frontend, after, ..
            } => {
                let found = view.frontend(frontend);
                let differs = found.is_some_and(|found| found != *after);
                differs.then(|| format!("maxconn of frontend {frontend} is {found:?}"))
            }
            Step::AddBackend {
                backend, servers, ..
            } => {
                let names = caller.call(&ShowBackend::new()).await?.0;
                let missing = !names.iter().any(|name| name == backend.as_str());
                let missing = missing.then(|| format!("there is no backend {backend}"));
                missing.or_else(|| {
                    let mut servers = servers.iter();
                    servers.find_map(|(server, definition)| added(&view, server, definition))
                })
            }
            Step::RemoveBackend { backend, .. } => {
                let names = caller.call(&ShowBackend::new()).await?.0;
                let is_there = names.iter().any(|name| name == backend.as_str());
                is_there.then(|| format!("backend {backend} is still there"))
            }
            Step::AddServer { server, definition } => added(&view, server, definition),
            Step::ReplaceServer { server, after, .. } => added(&view, server, after),
            Step::RemoveServer { server, .. } => {
                let row = view.server(server);
                row.map(|_| format!("server {server} is still there"))
            }
            Step::SetServer { server, after, .. } => {
                let found = view.setting(server, after);
                let found = found.filter(|found| found != after);
                found.map(|found| format!("server {server} has {found}, not {after}"))
            }
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// What in a server is not as it was added.
fn added(view: &View, server: &ServerPath, definition: &ServerDefinition) -> Option<String> {
    let Some(row) = view.server(server) else {
        return Some(format!("there is no server {server}"));
    };
    if let Ok(address) = definition.address.parse::<Address>() {
        let host = server_change::host(&address);
        let port = match address.port() {
            AddressPort::Single(port) => port,
            _ => row.port,
        };
        if host.is_some() && host != row.address || port != row.port {
            let found = row.address.as_deref().unwrap_or("none");
            return Some(format!("the address of {server} is {found}:{}", row.port));
        }
    }
    if definition.weight.is_some_and(|weight| weight != row.weight) {
        return Some(format!("the weight of {server} is {}", row.weight));
    }
    let state = if definition.is_disabled {
        ServerState::Maintenance
    } else {
        ServerState::Ready
    };
    let found = wanted_state(row);
    (found != state).then(|| format!("the state of {server} is {found}"))
}

async fn content<T: Transport>(
    caller: &mut Caller<T>,
    store: Store,
    file: &str,
    wanted: &StoreContent,
) -> Result<Option<String>, Error> {
    let Some(held) = Identity::held(store, caller, &file.into()).await? else {
        return Ok(Some(format!("there is no {store} {file}")));
    };
    let is_wanted = Identity::of(store, wanted).is_some_and(|wanted| held.matches(&wanted));
    Ok((!is_wanted).then(|| format!("{store} {file} holds something else")))
}

async fn map<T: Transport>(
    caller: &mut Caller<T>,
    file: &str,
    wanted: &[(String, String)],
) -> Result<Option<String>, Error> {
    let found = caller.call(&ShowMap::new(PatternSet::file(file))).await?.0;
    let listed = found
        .iter()
        .map(|own| entry((own.key.as_str(), own.value.as_str())));
    let differs = !entries(wanted).eq(listed);
    Ok(differs.then(|| format!("map {file} has other entries")))
}

/// Entries as HAProxy lists them.
pub(super) fn entries(entries: &[(String, String)]) -> impl Iterator<Item = String> {
    entries.iter().map(|(key, value)| entry((key, value)))
}

/// An entry as HAProxy lists it.
pub(super) fn entry((key, value): (&str, &str)) -> String {
    format!("{key} {value}")
}

async fn acl<T: Transport>(
    caller: &mut Caller<T>,
    file: &str,
    wanted: &[String],
) -> Result<Option<String>, Error> {
    let found = caller.call(&ShowAcl::new(PatternSet::file(file))).await?.0;
    let differs = !found.iter().map(|own| &own.pattern).eq(wanted);
    Ok(differs.then(|| format!("ACL {file} has other patterns")))
}

/// The last entry of a crt-list that this line made.
pub(super) async fn line<T: Transport>(
    caller: &mut Caller<T>,
    list: &str,
    line: &str,
) -> Result<Option<CrtListEntry>, Error> {
    let Ok(line) = line.parse::<CrtListLine>() else {
        return Ok(None);
    };
    let Some(wanted) = line.entry() else {
        return Ok(None);
    };
    let command = ShowSslCrtList::new(list.into()).numbered(true);
    let entries = caller.call(&command).await?.0;
    let name = wanted.certificate.as_str();
    let filters: Vec<String> = wanted.filters.iter().map(ToString::to_string).collect();
    let is_it = |own: &CrtListEntry| {
        // HAProxy puts its folder of certificates in front.
        let rest = own.certificate.strip_suffix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
            && own.filters == filters
            && has_settings(&line, own)
    };
    Ok(entries.into_iter().rev().find(is_it))
}
