use haproxy_model::keyword::Setter;
use haproxy_model::value::{Address, AddressPort, Family, Host};

use super::definition::{Backend, Definition, Parameter};
use super::reason::Why;
use super::setting::ServerSetting;
use crate::command::ServerState;

/// What is to be done with a server that both configurations have.
pub(super) enum Change {
    /// These settings, as they were and as they are to be.
    Settings(Vec<(ServerSetting, ServerSetting)>),
    /// It is removed and added anew, because of this parameter.
    Replacement(String),
}

/// How a server becomes what it is to be.
pub(super) fn change(
    backend: &Backend<'_>,
    old: &Definition,
    new: &Definition,
) -> Result<Change, (String, Why)> {
    let mut settings = Vec::new();
    if old.address != new.address {
        match address(&old.address).zip(address(&new.address)) {
            Some(pair) => settings.push(pair),
            None => return Ok(Change::Replacement("address".to_owned())),
        }
    }
    let mut names: Vec<&str> = Vec::new();
    for own in new.parameters.iter().chain(&old.parameters) {
        if !names.contains(&own.name()) && old.parameter(own.name()) != new.parameter(own.name()) {
            names.push(own.name());
        }
    }
    for name in names {
        let (before, after) = (old.parameter(name), new.parameter(name));
        let setter = after
            .or(before)
            .and_then(|own| own.keyword)
            .and_then(|keyword| keyword.set);
        let is_weight = setter == Some(Setter::ServerWeight);
        if is_weight && let Err(why) = backend.check_balance() {
            return Err((name.to_owned(), why));
        }
        let pair = setter.and_then(|setter| {
            let is_checked = |name| old.has(name) && new.has(name);
            let (before, after) = (before, after);
            match setter {
                // What is checked goes by the checks that the server began with.
                Setter::ServerCheckAddress | Setter::ServerCheckPort if !is_checked("check") => {
                    None
                }
                Setter::ServerAgentAddress | Setter::ServerAgentPort | Setter::ServerAgentSend
                    if !is_checked("agent-check") =>
                {
                    None
                }
                Setter::ServerHealth | Setter::ServerAgent if before.is_none() => None,
                _ => setting(setter, before).zip(setting(setter, after)),
            }
        });
        match pair {
            Some(pair) => settings.push(pair),
            None => return Ok(Change::Replacement(name.to_owned())),
        }
    }
    settings.sort_by_key(|(_, after)| rank(after));
    Ok(Change::Settings(settings))
}

/// When a setting is set among others of its server: maintenance begins first and ends last, and a
/// check's port counts before the address whose port it may stand for.
fn rank(setting: &ServerSetting) -> u8 {
    match setting {
        ServerSetting::State(ServerState::Ready) => 3,
        ServerSetting::State(_) => 0,
        ServerSetting::Address { .. } => 2,
        _ => 1,
    }
}

/// What a command sets of a parameter, or of its absence; `None` where it cannot.
fn setting(setter: Setter, parameter: Option<&Parameter>) -> Option<ServerSetting> {
    let value = parameter.and_then(Parameter::value);
    let is_there = parameter.is_some();
    Some(match setter {
        Setter::ServerWeight => {
            let weight = value.map_or(Some(1), |value| value.parse().ok())?;
            ServerSetting::Weight(Some(weight).filter(|weight| *weight <= 256)?)
        }
        Setter::ServerMaxconn => {
            ServerSetting::Maxconn(value.map_or(Some(0), |value| value.parse().ok())?)
        }
        Setter::ServerState if is_there => ServerSetting::State(ServerState::Maintenance),
        Setter::ServerState => ServerSetting::State(ServerState::Ready),
        Setter::ServerHealth => ServerSetting::Health(is_there),
        Setter::ServerAgent => ServerSetting::Agent(is_there),
        Setter::ServerCheckAddress => ServerSetting::CheckAddress(plain_address(value?)?),
        Setter::ServerCheckPort => ServerSetting::CheckPort(value?.parse().ok()?),
        Setter::ServerAgentAddress => ServerSetting::AgentAddress(plain_address(value?)?),
        Setter::ServerAgentPort => ServerSetting::AgentPort(value?.parse().ok()?),
        Setter::ServerAgentSend => ServerSetting::AgentSend(value?.to_owned()),
        _ => return None,
    })
}

/// An address without a port.
fn plain_address(text: &str) -> Option<String> {
    let address = text.parse::<std::net::IpAddr>().ok()?;
    Some(address.to_string())
}

/// The address of a server, where a command can set it.
pub(super) fn address(address: &Address) -> Option<ServerSetting> {
    if address.transport().is_some()
        || !matches!(address.family(), Family::Ip | Family::V4 | Family::V6)
    {
        return None;
    }
    let host = host(address)?;
    let port = match address.port() {
        AddressPort::Missing => "+0".to_owned(),
        AddressPort::Single(port) => port.to_string(),
        AddressPort::Offset(offset) => format!("{offset:+}"),
        AddressPort::Range(..) | AddressPort::Reference(_) => return None,
    };
    Some(ServerSetting::Address {
        address: host,
        port,
    })
}

/// The host of an address, where it is an address itself.
pub(super) fn host(address: &Address) -> Option<String> {
    match address.host() {
        Host::V4(host) => Some(host.to_string()),
        Host::V6(host) => Some(host.to_string()),
        Host::Any | Host::Name(_) | Host::Other(_) => None,
    }
}
