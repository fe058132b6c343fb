use std::collections::HashSet;

use haproxy_model::keyword::Setter;
use haproxy_model::reference::NameKind;
use haproxy_model::value::{Address, AddressPort, Family, Host};

use super::definition::{Backend, Definition, Parameter};
use super::planner::{Planner, header};
use super::reason::Why;
use super::setting::ServerSetting;
use super::step::Step;
use crate::command::{AddServer, DelServer, ServerPath, ServerState};

/// What is to be done with a server that both configurations have.
enum Change {
    /// These settings, as they were and as they are to be.
    Settings(Vec<(ServerSetting, ServerSetting)>),
    /// It is removed and added anew, because of this parameter.
    Replacement(String),
}

impl Planner<'_> {
    /// Servers that come, go and change.
    pub(super) fn servers(&mut self) {
        for (old, new) in self.backends() {
            self.templates(&old, &new);
            let (olds, news) = (old.servers(), new.servers());
            if olds == news {
                continue;
            }
            self.backend(&old, &olds, &new, &news);
        }
    }

    /// Servers of templates cannot be told apart from here.
    fn templates(&mut self, old: &Backend<'_>, new: &Backend<'_>) {
        let (before, after) = (old.template_defaults(), new.template_defaults());
        // Where their number differs, the templates themselves do.
        if before.len() == after.len() && before != after {
            let place = (Some(header(old.section)), Some(header(new.section)));
            self.refuse(place, "default-server", Why::Template);
        }
    }

    fn backend(
        &mut self,
        old: &Backend<'_>,
        olds: &[Definition],
        new: &Backend<'_>,
        news: &[Definition],
    ) {
        let find = |among: &'_ [Definition], name: &str| -> Option<Definition> {
            among.iter().find(|server| server.name == name).cloned()
        };
        let mut replaced = HashSet::new();
        let mut added = Vec::new();
        for server in news {
            let place = (None, Some(server.place));
            let Some(before) = find(olds, &server.name) else {
                match self.check_new(new, server, olds) {
                    Ok(()) => added.push(server),
                    Err((keyword, why)) => self.refuse(place, &keyword, why),
                }
                continue;
            };
            if before == *server {
                continue;
            }
            let place = (Some(before.place), Some(server.place));
            let path = ServerPath::new(new.name, server.name.clone());
            match change(new, &before, server) {
                Ok(Change::Settings(settings)) => {
                    let steps = settings.into_iter().map(|(before, after)| Step::SetServer {
                        server: path.clone(),
                        before,
                        after,
                    });
                    self.steps.extend(steps);
                }
                Ok(Change::Replacement(parameter)) => {
                    let checked = self
                        .check_gone(old, &before, olds)
                        .and_then(|()| self.check_new(new, server, olds))
                        .and_then(|()| check_others(news, &before, server, &parameter));
                    match checked {
                        Ok(()) => {
                            replaced.insert(server.name.clone());
                            self.steps.push(Step::ReplaceServer {
                                server: path,
                                before: before.command(),
                                after: server.command(),
                            });
                        }
                        Err((keyword, why)) => self.refuse(place, &keyword, why),
                    }
                }
                Err((keyword, why)) => self.refuse(place, &keyword, why),
            }
        }
        let gone = olds.iter().filter(|old| find(news, &old.name).is_none());
        // Those that follow others go before those that they follow.
        let (followers, leaders): (Vec<_>, Vec<_>) = gone.partition(|old| old.has("track"));
        for server in followers.into_iter().chain(leaders) {
            let path = ServerPath::new(old.name, server.name.clone());
            match self.check_gone(old, server, news) {
                Ok(()) => self.steps.push(Step::RemoveServer {
                    server: path,
                    definition: server.command(),
                }),
                Err((keyword, why)) => self.refuse((Some(server.place), None), &keyword, why),
            }
        }
        self.order(new, olds, news, &replaced);
        for server in added {
            self.steps.push(Step::AddServer {
                server: ServerPath::new(new.name, server.name.clone()),
                definition: server.command(),
            });
        }
    }

    /// Whether servers stand in the order in which they are used, where that counts.
    fn order(
        &mut self,
        backend: &Backend<'_>,
        olds: &[Definition],
        news: &[Definition],
        replaced: &HashSet<String>,
    ) {
        let is_first = backend.takes_first();
        let counts = |server: &&Definition| is_first || server.has("backup");
        let stays = |server: &&Definition| {
            !replaced.contains(&server.name) && olds.iter().any(|old| old.name == server.name)
        };
        let wanted: Vec<&str> = news
            .iter()
            .filter(counts)
            .map(|own| own.name.as_str())
            .collect();
        let kept = olds.iter().filter_map(|old| {
            let new = news.iter().find(|new| new.name == old.name)?;
            (counts(&new) && stays(&new)).then_some(new.name.as_str())
        });
        // Those that are added first stand first, in front of those that are replaced.
        let is_replaced = |server: &&Definition| replaced.contains(&server.name);
        let added = news.iter().filter(|new| counts(new) && !stays(new));
        let (replacements, additions): (Vec<_>, Vec<_>) = added.partition(is_replaced);
        let added = additions.into_iter().chain(replacements);
        let reached: Vec<&str> = kept.chain(added.map(|own| own.name.as_str())).collect();
        if wanted != reached {
            let found = wanted
                .iter()
                .zip(&reached)
                .find(|(one, other)| one != other);
            let name = found.map_or_else(|| wanted.last(), |(one, _)| Some(one));
            let server = news
                .iter()
                .find(|new| name.is_some_and(|name| new.name == *name));
            let before = server.and_then(|new| olds.iter().find(|old| old.name == new.name));
            let place = (before.map(|own| own.place), server.map(|own| own.place));
            let keyword = if is_first { "balance" } else { "backup" };
            self.refuse(place, keyword, Why::Order);
        }
    }

    /// Whether a server can be added to this backend, which has others from the start.
    fn check_new(
        &self,
        backend: &Backend<'_>,
        server: &Definition,
        others: &[Definition],
    ) -> Result<(), (String, Why)> {
        backend
            .check_balance()
            .map_err(|why| ("balance".to_owned(), why))?;
        if let Some(leader) = server.parameter("track").and_then(Parameter::value) {
            let (proxy, name) = leader.split_once('/').unwrap_or((backend.name, leader));
            if proxy == backend.name && !others.iter().any(|own| own.name == name) {
                let why = Why::Follows {
                    server: leader.to_owned(),
                };
                return Err(("track".to_owned(), why));
            }
        }
        self.check_addition(server)
            .map_err(|why| (keyword_of(&why), why))
    }

    /// Whether `add server` can say what the server is.
    pub(super) fn check_addition(&self, server: &Definition) -> Result<(), Why> {
        self.require(&AddServer::SPECIFICATION)?;
        if server.has_reference() {
            return Err(Why::Environment);
        }
        if let Host::Name(name) = server.address.host() {
            return Err(Why::Name {
                name: name.to_owned(),
            });
        }
        let takes = |own: &&Parameter| {
            own.keyword
                .is_some_and(|keyword| self.capabilities.takes(keyword))
        };
        match server.parameters.iter().find(|own| !takes(own)) {
            Some(own) => Err(Why::ParameterAtStart {
                parameter: own.name().to_owned(),
                version: self.capabilities.version,
            }),
            None => Ok(()),
        }
    }

    /// Whether a server can be removed.
    fn check_gone(
        &self,
        backend: &Backend<'_>,
        server: &Definition,
        others: &[Definition],
    ) -> Result<(), (String, Why)> {
        let refused = |why| ("server".to_owned(), why);
        self.require(&DelServer::SPECIFICATION).map_err(refused)?;
        // One that goes as well no longer follows it, once it is gone.
        let followers: Vec<_> = backend
            .servers()
            .iter()
            .filter(|own| own.name == server.name || !others.iter().any(|new| new.name == own.name))
            .map(|own| own.place)
            .collect();
        let except = if others.iter().any(|own| own.name == server.name) {
            vec![server.place]
        } else {
            followers
        };
        match self.referrer(NameKind::Server, backend.section, &server.name, &except) {
            Some(why) => Err(refused(why)),
            None => Ok(()),
        }
    }
}

/// How a server becomes what it is to be.
fn change(
    backend: &Backend<'_>,
    old: &Definition,
    new: &Definition,
) -> Result<Change, (String, Why)> {
    let mut settings = Vec::new();
    if old.address != new.address {
        match address_of(old).zip(address_of(new)) {
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
fn address_of(server: &Definition) -> Option<ServerSetting> {
    let address: &Address = &server.address;
    if address.transport().is_some()
        || !matches!(address.family(), Family::Ip | Family::V4 | Family::V6)
    {
        return None;
    }
    let host = match address.host() {
        Host::V4(host) => host.to_string(),
        Host::V6(host) => host.to_string(),
        Host::Any | Host::Name(_) | Host::Other(_) => return None,
    };
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

/// Whether others serve while a server is replaced.
fn check_others(
    news: &[Definition],
    old: &Definition,
    new: &Definition,
    parameter: &str,
) -> Result<(), (String, Why)> {
    let serves = |server: &Definition| !server.has("disabled");
    let is_spare = new.has("backup") && old.has("backup");
    let mut others = news.iter().filter(|own| own.name != new.name);
    let is_needed = serves(old) && serves(new) && !is_spare;
    if !is_needed || others.any(|own| serves(own) && !own.has("backup")) {
        return Ok(());
    }
    let why = Why::OnlyServer {
        parameter: parameter.to_owned(),
    };
    Err((parameter.to_owned(), why))
}

/// The keyword that a reason is about.
fn keyword_of(why: &Why) -> String {
    match why {
        Why::ParameterAtStart { parameter, .. } => parameter.clone(),
        _ => "server".to_owned(),
    }
}
