use haproxy_model::reference::NameKind;
use haproxy_model::value::Host;

use super::definition::{Backend, Definition, Parameter, Servers};
use super::planner::{Planner, header};
use super::reason::Why;
use super::server_change::{Change, change};
use super::step::Step;
use crate::command::{AddServer, DelServer, ServerPath};

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

    fn backend(&mut self, old: &Backend<'_>, olds: &Servers, new: &Backend<'_>, news: &Servers) {
        let mut replacements: Vec<Replacement<'_>> = Vec::new();
        let mut added = Vec::new();
        for server in news.iter() {
            let place = (None, Some(server.place));
            let Some(before) = olds.get(&server.name) else {
                match self.check_new(new, server, olds) {
                    Ok(()) => added.push(server),
                    Err((keyword, why)) => self.refuse(place, &keyword, why),
                }
                continue;
            };
            if before == server {
                continue;
            }
            let place = (Some(before.place), Some(server.place));
            let path = ServerPath::new(new.name, server.name.clone());
            match change(new, before, server) {
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
                        .check_gone(old, before, olds, olds)
                        .and_then(|()| self.check_new(new, server, olds));
                    match checked {
                        Ok(()) => replacements.push(Replacement {
                            before,
                            after: server,
                            parameter,
                        }),
                        Err((keyword, why)) => self.refuse(place, &keyword, why),
                    }
                }
                Err((keyword, why)) => self.refuse(place, &keyword, why),
            }
        }
        self.replacements(new.name, olds, news, &mut replacements);
        let replaced: Vec<&str> = replacements
            .iter()
            .map(|own| own.after.name.as_str())
            .collect();
        let gone = olds.iter().filter(|old| !news.contains(&old.name));
        // Those that follow others go before those that they follow.
        let (followers, leaders): (Vec<_>, Vec<_>) = gone.partition(|old| old.has("track"));
        for server in followers.into_iter().chain(leaders) {
            let path = ServerPath::new(old.name, server.name.clone());
            match self.check_gone(old, server, olds, news) {
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

    /// Replaces servers one after the other, those that do not serve first.
    fn replacements(
        &mut self,
        backend: &str,
        olds: &Servers,
        news: &Servers,
        replacements: &mut [Replacement<'_>],
    ) {
        replacements.sort_by_key(|own| serves(own.before));
        for (index, own) in replacements.iter().enumerate() {
            let done = replacements.get(..index).unwrap_or_default();
            let left = replacements.get(index + 1..).unwrap_or_default();
            match own.check_others(olds, news, done, left) {
                Ok(()) => self.steps.push(Step::ReplaceServer {
                    server: ServerPath::new(backend, own.after.name.clone()),
                    before: own.before.command(),
                    after: own.after.command(),
                }),
                Err((keyword, why)) => {
                    let place = (Some(own.before.place), Some(own.after.place));
                    self.refuse(place, &keyword, why);
                }
            }
        }
    }

    /// Whether servers stand in the order in which they are used, where that counts.
    fn order(&mut self, backend: &Backend<'_>, olds: &Servers, news: &Servers, replaced: &[&str]) {
        let is_first = backend.takes_first();
        let counts = |server: &&Definition| is_first || server.has("backup");
        let is_replaced = |server: &&Definition| replaced.contains(&server.name.as_str());
        let stays = |server: &&Definition| !is_replaced(server) && olds.contains(&server.name);
        let wanted: Vec<&str> = news
            .iter()
            .filter(counts)
            .map(|own| own.name.as_str())
            .collect();
        let kept = olds.iter().filter_map(|old| {
            let new = news.get(&old.name)?;
            (counts(&new) && stays(&new)).then_some(new.name.as_str())
        });
        // Those that are added first stand first, in front of those that are replaced.
        let added = news.iter().filter(|new| counts(new) && !stays(new));
        let (mut replacements, additions): (Vec<_>, Vec<_>) = added.partition(is_replaced);
        replacements.sort_by_key(|own| replaced.iter().position(|name| *name == own.name));
        let added = additions.into_iter().chain(replacements);
        let reached: Vec<&str> = kept.chain(added.map(|own| own.name.as_str())).collect();
        if wanted != reached {
            let found = wanted
                .iter()
                .zip(&reached)
                .find(|(one, other)| one != other);
            let name = found.map_or_else(|| wanted.last(), |(one, _)| Some(one));
            let server = name.and_then(|name| news.get(name));
            let before = server.and_then(|new| olds.get(&new.name));
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
        others: &Servers,
    ) -> Result<(), (String, Why)> {
        backend
            .check_balance()
            .map_err(|why| ("balance".to_owned(), why))?;
        if let Some(leader) = server.parameter("track").and_then(Parameter::value) {
            let (proxy, name) = leader.split_once('/').unwrap_or((backend.name, leader));
            if proxy == backend.name && !others.contains(name) {
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

    /// Whether a server can be removed, by those that are there and those that stay.
    fn check_gone(
        &self,
        backend: &Backend<'_>,
        server: &Definition,
        all: &Servers,
        stay: &Servers,
    ) -> Result<(), (String, Why)> {
        let refused = |why| ("server".to_owned(), why);
        self.require(&DelServer::SPECIFICATION).map_err(refused)?;
        let mut except = vec![server.place];
        if !stay.contains(&server.name) {
            // Those that go as well go before those that they follow.
            let gone = all.iter().filter(|own| !stay.contains(&own.name));
            except.extend(gone.filter(|own| own.has("track")).map(|own| own.place));
        }
        match self.referrer(NameKind::Server, backend.section, &server.name, &except) {
            Some(why) => Err(refused(why)),
            None => Ok(()),
        }
    }
}

/// A server that is removed and added anew.
struct Replacement<'a> {
    before: &'a Definition,
    after: &'a Definition,
    /// What no command sets.
    parameter: String,
}

impl Replacement<'_> {
    /// Whether others serve meanwhile: servers are added and set before any is replaced, and removed
    /// behind that.
    fn check_others(
        &self,
        olds: &Servers,
        news: &Servers,
        done: &[Self],
        left: &[Self],
    ) -> Result<(), (String, Why)> {
        let is_spare = self.after.has("backup") && self.before.has("backup");
        let is_needed = serves(self.before) && serves(self.after) && !is_spare;
        let is_other = |own: &&Definition| own.name != self.after.name;
        let is_among =
            |own: &Definition, them: &[Self]| them.iter().any(|other| other.after.name == own.name);
        let mut theirs = news.iter().filter(is_other).map(|own| {
            let is_to_come = is_among(own, left) && !is_among(own, done);
            let old = olds.get(&own.name).filter(|_| is_to_come);
            old.unwrap_or(own)
        });
        let mut going = olds.iter().filter(|own| !news.contains(&own.name));
        let is_there = |own: &Definition| serves(own) && !own.has("backup");
        if !is_needed || theirs.any(is_there) || going.any(is_there) {
            return Ok(());
        }
        let why = Why::OnlyServer {
            parameter: self.parameter.clone(),
        };
        Err((self.parameter.clone(), why))
    }
}

/// Whether a server begins with serving.
fn serves(server: &Definition) -> bool {
    !server.has("disabled")
}

/// The keyword that a reason is about.
fn keyword_of(why: &Why) -> String {
    match why {
        Why::ParameterAtStart { parameter, .. } => parameter.clone(),
        _ => "server".to_owned(),
    }
}
