use std::borrow::Cow;

use foldhash::{HashMap, HashSet};
use haproxy_model::config::AnySection;
use haproxy_model::section::proxy::{EndpointKeyword, PersistenceKeyword};
use haproxy_model::section::{PeersKeyword, ProxyKeyword, RingKeyword};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::server::ServerTemplate;
use haproxy_model::statement::{Prefix, Statement};
use haproxy_model::text::has_reference;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;

/// What has a name, and what can be found by it.
#[derive(Default)]
pub(super) struct Index<'a> {
    /// The first section of each kind and name.
    sections: HashMap<(SectionKind, &'a str), usize>,
    /// The kinds of which a section has a name that depends on the environment.
    uncertain: HashSet<SectionKind>,
    /// What is known of each section; of one that is no proxy, nothing.
    facts: Vec<Facts>,
    /// The tables of peers sections, as `peers/table`.
    peers_tables: HashSet<String>,
    /// The defaults that some proxy starts from.
    used_defaults: HashSet<usize>,
}

/// What is known of a proxy or defaults.
#[derive(Debug, Default, Clone, Copy)]
struct Facts {
    is_disabled: bool,
    has_table: bool,
}

/// A server, or servers of a template, and where it stands.
pub(super) struct NamedServer<'a> {
    pub(super) place: Place,
    /// The name as it stands there.
    pub(super) written: &'a str,
    names: Names<'a>,
}

enum Names<'a> {
    One(&'a str),
    Template(&'a ServerTemplate),
}

impl<'a> Index<'a> {
    pub(super) fn of(context: &Context<'a>) -> Self {
        let mut index = Self::default();
        for view in context.sections() {
            let proxy = context.proxy(view);
            let facts = proxy.map(|proxy| Facts::of(&proxy));
            index.facts.push(facts.unwrap_or_default());
            if let Some(proxy) = proxy.filter(|own| own.kind != SectionKind::Defaults) {
                index.used_defaults.extend(proxy.defaults);
            }
            let Some(kind) = view.section.kind() else {
                continue;
            };
            if let Some(name) = view.section.name() {
                if has_reference(name) {
                    index.uncertain.insert(kind);
                }
                index.sections.entry((kind, name)).or_insert(view.index);
            }
            if let AnySection::Peers(peers) = view.section {
                for statement in &peers.statements {
                    if let PeersKeyword::Table(table) = &statement.directive {
                        let name = format!("{}/{}", peers.name, table.name.as_str());
                        index.peers_tables.insert(name);
                    }
                }
            }
        }
        index
    }

    /// The section of this name, of the first of these kinds that has it.
    pub(super) fn section(&self, kinds: &[SectionKind], name: &str) -> Option<usize> {
        let mut found = kinds
            .iter()
            .filter_map(|kind| self.sections.get(&(*kind, name)));
        found.next().copied()
    }

    /// Whether a section of one of these kinds has a name that depends on the environment, so that any
    /// name may be its own.
    pub(super) fn is_uncertain(&self, kinds: &[SectionKind]) -> bool {
        kinds.iter().any(|kind| self.uncertain.contains(kind))
    }

    /// Whether the section is a proxy that is switched off, whose references HAProxy never follows.
    pub(super) fn is_disabled(&self, section: usize) -> bool {
        self.facts(section).is_disabled
    }

    /// Whether the proxy has a table.
    pub(super) fn has_table(&self, section: usize) -> bool {
        self.facts(section).has_table
    }

    /// Whether it is a defaults section from which some proxy starts.
    pub(super) fn is_used_defaults(&self, section: usize) -> bool {
        self.used_defaults.contains(&section)
    }

    /// Whether a peers section has the table; `name` is `peers/table`.
    pub(super) fn has_peers_table(&self, name: &str) -> bool {
        self.peers_tables.contains(name)
    }

    fn facts(&self, section: usize) -> Facts {
        self.facts.get(section).copied().unwrap_or_default()
    }
}

impl Facts {
    fn of(proxy: &Proxy<'_>) -> Self {
        let mut facts = Self {
            is_disabled: proxy.is_disabled,
            ..Self::default()
        };
        for (_, statement) in proxy.statements() {
            if let Some(PersistenceKeyword::StickTable(_)) = statement.group() {
                facts.has_table |= statement.prefix != Some(Prefix::No);
            }
        }
        facts
    }
}

impl<'a> NamedServer<'a> {
    /// The servers of a section, in order.
    pub(super) fn all_of(context: &Context<'a>, section: usize) -> Vec<Self> {
        let Some(view) = context.section(section) else {
            return Vec::new();
        };
        if let AnySection::Ring(ring) = view.section {
            let statements = view.with_places(&ring.statements);
            return statements.filter_map(Self::of_ring).collect();
        }
        let statements = context.proxy(view).map(|proxy| proxy.statements());
        let statements = statements.into_iter().flatten();
        statements.filter_map(Self::of_proxy).collect()
    }

    /// Whether one of them has this name.
    pub(super) fn is(&self, name: &str) -> bool {
        match self.names {
            Names::One(own) => own == name,
            Names::Template(template) => {
                self.all_names().any(|own| own == name) || {
                    // A range that depends on the environment.
                    template.range.value().is_none() && name.starts_with(self.written)
                }
            }
        }
    }

    /// The name of one server; `None` of a template.
    pub(super) const fn only_name(&self) -> Option<&'a str> {
        match self.names {
            Names::One(name) => Some(name),
            Names::Template(_) => None,
        }
    }

    /// Their names; none that depend on the environment.
    pub(super) fn all_names(&self) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
        let (one, range, prefix) = match self.names {
            Names::One(name) => (Some(name), None, ""),
            Names::Template(template) => (None, template.range.value(), template.prefix.as_str()),
        };
        let numbers = range.map(|range| range.first..=range.last);
        let numbered = numbers
            .into_iter()
            .flatten()
            .map(move |number| Cow::Owned(format!("{prefix}{number}")));
        let one = one.filter(|name| !has_reference(name)).map(Cow::Borrowed);
        one.into_iter().chain(numbered)
    }

    fn of_ring((place, statement): (Place, &'a Statement<RingKeyword>)) -> Option<Self> {
        match &statement.directive {
            RingKeyword::Server(server) => Some(Self::one(place, server.name.as_str())),
            _ => None,
        }
    }

    fn of_proxy((place, statement): (Place, &'a Statement<ProxyKeyword>)) -> Option<Self> {
        match statement.group()? {
            EndpointKeyword::Server(server) => Some(Self::one(place, server.name.as_str())),
            EndpointKeyword::ServerTemplate(template) => Some(Self {
                place,
                written: template.prefix.as_str(),
                names: Names::Template(template),
            }),
            _ => None,
        }
    }

    const fn one(place: Place, name: &'a str) -> Self {
        Self {
            place,
            written: name,
            names: Names::One(name),
        }
    }
}
