use haproxy_config::Change;
use haproxy_model::config::AnySection;
use haproxy_model::keyword::Keywords;
use haproxy_model::reference::NameKind;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::EndpointKeyword;

use super::definition::{Backend, Servers};
use super::planner::Planner;
use super::reason::Why;
use super::step::{ServerDefinition, Step};
use crate::command::{AddBackend, BackendName, DelBackend, ProxyMode, ServerPath};
use crate::protocol::Specification;

/// Backends that come and go, since HAProxy 3.4.
impl Planner<'_> {
    pub(super) fn added_backend(&self, change: &Change) -> Result<Step, Why> {
        self.require(&AddBackend::SPECIFICATION)?;
        let section = change.new.ok_or(Why::NotSettable)?.section;
        let config = &self.new.config;
        let own = config.sections.get(section);
        let Some(AnySection::Backend(own)) = own else {
            return Err(Why::NotSettable);
        };
        let defaults = named_defaults(own).ok_or(Why::NotSettable)?;
        // The process has its defaults as they were.
        let same = self.old.config.defaults().zip(config.defaults());
        let is_same = |name: &Option<haproxy_model::value::Name>| {
            name.as_ref().is_some_and(|own| own.as_str() == defaults)
        };
        let mut same = same.filter(|(old, new)| is_same(&old.name) && old == new);
        if same.next().is_none() {
            return Err(Why::NotSettable);
        }
        let backend = Backend::of(config, &self.new_lineage, section).ok_or(Why::NotSettable)?;
        backend.check_balance()?;
        let servers = backend.servers();
        for server in servers.iter() {
            self.check_addition(server)?;
        }
        Ok(Step::AddBackend {
            backend: BackendName::from(backend.name),
            defaults: defaults.to_owned(),
            mode: unsaid_mode(&backend),
            servers: definitions(&backend, &servers),
        })
    }

    pub(super) fn removed_backend(&self, change: &Change) -> Result<Step, Why> {
        self.require(&DelBackend::SPECIFICATION)?;
        let section = change.old.ok_or(Why::NotSettable)?.section;
        let backend = Backend::of(&self.old.config, &self.old_lineage, section);
        let backend = backend.ok_or(Why::NotSettable)?;
        backend.check_balance()?;
        for kind in [NameKind::Backend, NameKind::Table] {
            if let Some(why) = self.referrer(kind, section, backend.name, &[]) {
                return Err(why);
            }
        }
        let mut directives = backend.statements().map(|statement| &statement.directive);
        let table = directives.find_map(|directive| {
            let keyword = directive.keyword()?;
            (keyword.name == "stick-table").then_some(keyword.name)
        });
        if let Some(keyword) = table {
            return Err(Why::NotBalanced {
                keyword: keyword.to_owned(),
            });
        }
        let defaults = match self.old.config.sections.get(section) {
            Some(AnySection::Backend(own)) => named_defaults(own),
            _ => None,
        };
        let servers = backend.servers();
        for server in servers.iter() {
            let place = [server.place];
            if let Some(why) = self.referrer(NameKind::Server, section, &server.name, &place) {
                return Err(why);
            }
        }
        Ok(Step::RemoveBackend {
            backend: BackendName::from(backend.name),
            defaults: defaults.unwrap_or_default().to_owned(),
            mode: unsaid_mode(&backend),
            servers: definitions(&backend, &servers),
        })
    }

    /// That the process has this command.
    pub(super) fn require(&self, command: &Specification) -> Result<(), Why> {
        if self.capabilities.has(command) {
            return Ok(());
        }
        Err(Why::NoCommand {
            command: command.name.to_owned(),
            version: self.capabilities.version,
        })
    }
}

/// The defaults of a backend that commands can make: it has a name for them, and nothing but servers.
fn named_defaults(backend: &haproxy_model::section::Backend) -> Option<&str> {
    let mut statements = backend.statements.iter();
    let only_servers = statements.all(|statement| {
        matches!(
            statement.directive,
            ProxyKeyword::Endpoint(EndpointKeyword::Server(_))
        )
    });
    let defaults = backend.from.as_ref().filter(|_| only_servers);
    defaults.map(haproxy_model::value::Name::as_str)
}

/// The mode of a backend that nothing says; the command must.
fn unsaid_mode(backend: &Backend<'_>) -> Option<ProxyMode> {
    let mut statements = backend.statements();
    let is_said = statements.any(|statement| {
        let keyword = statement.directive.keyword();
        keyword.is_some_and(|keyword| keyword.name == "mode")
    });
    (!is_said).then_some(ProxyMode::Tcp)
}

fn definitions(backend: &Backend<'_>, servers: &Servers) -> Vec<(ServerPath, ServerDefinition)> {
    let servers = servers.iter().map(|server| {
        let path = ServerPath::new(backend.name, server.name.clone());
        (path, server.command())
    });
    servers.collect()
}
