use std::collections::HashMap;

use haproxy_model::config::{AnySection, Config};
use haproxy_model::keyword::Keywords;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::global::{StatsKeyword, StatsSocket};
use haproxy_model::section::proxy::{EndpointKeyword, Mode};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::statement::Statement;
use haproxy_model::value::Name;

use super::context::Place;
use super::settings::Settings;

/// A section, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct SectionView<'a> {
    /// Its index in the configuration.
    pub(super) index: usize,
    pub(super) section: &'a AnySection,
    /// The line that opens it.
    pub(super) header: Place,
    /// The line index of each statement.
    pub(super) lines: &'a [usize],
}

impl<'a> SectionView<'a> {
    /// Where the statement of this index stands.
    pub(super) fn place(&self, statement: usize) -> Place {
        Place {
            file: self.header.file,
            line: self
                .lines
                .get(statement)
                .copied()
                .unwrap_or(self.header.line),
        }
    }

    /// The statements, which are those of this section, each with its place.
    pub(super) fn with_places<T>(
        self,
        statements: &'a [Statement<T>],
    ) -> impl DoubleEndedIterator<Item = (Place, &'a Statement<T>)> {
        statements
            .iter()
            .enumerate()
            .map(move |(index, statement)| (self.place(index), statement))
    }

    /// The sockets of the runtime API, where this is a global section.
    pub(super) fn stats_sockets(self) -> impl Iterator<Item = (Place, &'a StatsSocket)> {
        let statements = match self.section {
            AnySection::Global(global) => global.statements.as_slice(),
            _ => &[],
        };
        self.with_places(statements)
            .filter_map(|(place, statement)| match statement.group() {
                Some(StatsKeyword::StatsSocket(socket)) => Some((place, &**socket)),
                _ => None,
            })
    }
}

/// A proxy, or defaults.
#[derive(Clone, Copy)]
pub(super) struct Proxy<'a> {
    pub(super) section: SectionView<'a>,
    pub(super) kind: SectionKind,
    /// Its name; `None` of defaults without one.
    pub(super) name: Option<&'a str>,
    /// What it speaks, by its own word or that of its defaults; `None` where the environment decides.
    pub(super) mode: Option<Mode>,
    /// The index of the section of the defaults that it starts from.
    pub(super) defaults: Option<usize>,
    /// It is switched off, by its own word or that of its defaults.
    pub(super) is_disabled: bool,
    /// What it and its defaults set.
    pub(super) settings: Settings,
    statements: &'a [Statement<ProxyKeyword>],
}

impl<'a> Proxy<'a> {
    pub(super) fn new(section: SectionView<'a>, proxies: &Proxies) -> Option<Self> {
        let parts = Parts::of(section.section)?;
        let Known { settings, defaults } = *proxies.known.get(section.index)?;
        Some(Self {
            section,
            kind: parts.kind,
            name: parts.name,
            mode: settings.mode.or(Mode::Tcp),
            defaults,
            is_disabled: settings.is_disabled,
            settings,
            statements: parts.statements,
        })
    }

    /// Its own statements, each with its place.
    pub(super) fn statements(
        &self,
    ) -> impl DoubleEndedIterator<Item = (Place, &'a Statement<ProxyKeyword>)> + use<'a> {
        self.section.with_places(self.statements)
    }

    /// Whether it has a statement with this keyword.
    pub(super) fn has(&self, keyword: &str) -> bool {
        let mut own = self.statements.iter();
        own.any(|own| {
            let own = own.directive.keyword();
            own.is_some_and(|own| own.name == keyword)
        })
    }

    /// Whether it has servers of its own.
    pub(super) fn has_server(&self) -> bool {
        let mut own = self.statements.iter();
        own.any(|own| own.group().is_some_and(EndpointKeyword::is_server))
    }

    /// Whether it accepts connections.
    pub(super) const fn is_frontend(&self) -> bool {
        matches!(self.kind, SectionKind::Frontend | SectionKind::Listen)
    }

    /// Whether it has servers.
    pub(super) const fn is_backend(&self) -> bool {
        matches!(self.kind, SectionKind::Backend | SectionKind::Listen)
    }
}

/// What is known of each section that is a proxy, from the sections before it.
pub(super) struct Proxies {
    known: Vec<Known>,
}

#[derive(Clone, Copy, Default)]
struct Known {
    settings: Settings,
    defaults: Option<usize>,
}

impl Proxies {
    pub(super) fn of(config: &Config) -> Self {
        let mut known: Vec<Known> = Vec::with_capacity(config.sections.len());
        let mut last = None;
        let mut named = HashMap::new();
        for (index, section) in config.sections.iter().enumerate() {
            let Some(Parts {
                kind,
                name,
                from,
                statements,
            }) = Parts::of(section)
            else {
                known.push(Known::default());
                continue;
            };
            let is_defaults = kind == SectionKind::Defaults;
            let defaults = match from {
                Some(from) => named.get(from).copied(),
                None if is_defaults => None,
                None => last,
            };
            let inherited = defaults.and_then(|defaults: usize| known.get(defaults));
            let inherited = inherited.map(|known| known.settings).unwrap_or_default();
            known.push(Known {
                settings: inherited.with(index, statements),
                defaults,
            });
            if is_defaults {
                last = Some(index);
                if let Some(name) = name {
                    named.insert(name, index);
                }
            }
        }
        Self { known }
    }
}

/// What the model says of a proxy or defaults.
struct Parts<'a> {
    kind: SectionKind,
    name: Option<&'a str>,
    /// The name of the defaults that it says it starts from.
    from: Option<&'a str>,
    statements: &'a [Statement<ProxyKeyword>],
}

impl<'a> Parts<'a> {
    fn of(section: &'a AnySection) -> Option<Self> {
        let (kind, name, from, statements) = match section {
            AnySection::Defaults(own) => {
                let name = own.name.as_ref();
                (SectionKind::Defaults, name, &own.from, &own.statements)
            }
            AnySection::Frontend(own) => {
                let name = Some(&own.name);
                (SectionKind::Frontend, name, &own.from, &own.statements)
            }
            AnySection::Backend(own) => {
                let name = Some(&own.name);
                (SectionKind::Backend, name, &own.from, &own.statements)
            }
            AnySection::Listen(own) => {
                let name = Some(&own.name);
                (SectionKind::Listen, name, &own.from, &own.statements)
            }
            _ => return None,
        };
        Some(Self {
            kind,
            name: name.map(Name::as_str),
            from: from.as_ref().map(Name::as_str),
            statements,
        })
    }
}
