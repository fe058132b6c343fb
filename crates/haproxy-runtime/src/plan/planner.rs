use std::collections::{HashMap, HashSet};

use haproxy_config::{Change, Place, diff, mentions};
use haproxy_model::config::{AnySection, Config};
use haproxy_model::keyword::{Keyword, Setter};
use haproxy_model::language::Printer;
use haproxy_model::reference::{Mention, NameKind, Role};
use haproxy_model::section_kind::SectionKind;

use super::beside::Beside;
use super::definition::Backend;
use super::reason::{Reason, Why};
use super::step::Step;
use super::{Capabilities, Configuration, Plan};

/// What takes a process running `old` to behave as `new`: the steps in a safe order, or why only a reload
/// does.
///
/// Files count where both configurations have them; see [`Configuration::read`].
pub fn plan(old: &Configuration, new: &Configuration, capabilities: &Capabilities) -> Plan {
    let mut planner = Planner::new(old, new, capabilities);
    planner.statements();
    planner.limits();
    planner.servers();
    planner.files();
    let notes = planner.notes();
    let Planner {
        mut steps, reasons, ..
    } = planner;
    steps.sort_by_key(Step::stage);
    Plan::new(steps, reasons, notes)
}

/// What is known so far.
pub(super) struct Planner<'a> {
    pub(super) old: &'a Configuration,
    pub(super) new: &'a Configuration,
    pub(super) capabilities: &'a Capabilities,
    pub(super) old_beside: Beside,
    pub(super) new_beside: Beside,
    pub(super) old_lineage: Vec<Option<usize>>,
    pub(super) new_lineage: Vec<Option<usize>>,
    /// The names in the statements of the old configuration.
    pub(super) mentions: Vec<(Place, Mention)>,
    pub(super) changes: Vec<Change>,
    pub(super) steps: Vec<Step>,
    pub(super) reasons: Vec<Reason>,
}

impl<'a> Planner<'a> {
    fn new(old: &'a Configuration, new: &'a Configuration, capabilities: &'a Capabilities) -> Self {
        Self {
            old,
            new,
            capabilities,
            old_beside: Beside::of(&old.config),
            new_beside: Beside::of(&new.config),
            old_lineage: old.config.lineage(),
            new_lineage: new.config.lineage(),
            mentions: mentions(&old.config),
            changes: diff(&old.config, &new.config),
            steps: Vec::new(),
            reasons: Vec::new(),
        }
    }

    /// The proxies that have servers in both configurations: as they were and as they are.
    pub(super) fn backends(&self) -> Vec<(Backend<'a>, Backend<'a>)> {
        let mut old: HashMap<_, _> = proxies(&self.old.config).collect();
        let pairs = proxies(&self.new.config).filter_map(|(key, index)| {
            let before = Backend::of(&self.old.config, &self.old_lineage, old.remove(&key)?)?;
            let after = Backend::of(&self.new.config, &self.new_lineage, index)?;
            Some((before, after))
        });
        pairs.collect()
    }

    /// Looks at each statement that differs. Servers, limits and files are looked at as a whole.
    fn statements(&mut self) {
        let changes = std::mem::take(&mut self.changes);
        let whole = changes.iter().filter(|change| is_whole(change));
        let whole: HashSet<_> = whole.map(sections).collect();
        for change in &changes {
            if is_whole(change) {
                self.whole_section(change);
                continue;
            }
            let is_part = whole.contains(&sections(change));
            if is_part || self.is_unused(change) || self.is_seen_elsewhere(change) {
                continue;
            }
            let keyword = self.keyword(change).map(|keyword| keyword.name);
            self.reasons
                .push(Reason::of(change, keyword, Why::NotSettable));
        }
        self.changes = changes;
    }

    /// A section that only one of the configurations has.
    fn whole_section(&mut self, change: &Change) {
        if self.is_unused(change) {
            return;
        }
        let kind = |config: &Config, place: Option<Place>| {
            config
                .sections
                .get(place?.section)
                .and_then(AnySection::kind)
        };
        let old = kind(&self.old.config, change.old);
        let new = kind(&self.new.config, change.new);
        let outcome = if new == Some(SectionKind::Backend) {
            self.added_backend(change)
        } else if old == Some(SectionKind::Backend) {
            self.removed_backend(change)
        } else {
            Err(Why::NotSettable)
        };
        match outcome {
            Ok(step) => self.steps.push(step),
            Err(why) => self.reasons.push(Reason::of(change, None, why)),
        }
    }

    /// Whether the change is in defaults that no proxy starts from.
    fn is_unused(&self, change: &Change) -> bool {
        let is_used = |config: &Config, lineage: &[Option<usize>], place: Option<Place>| {
            let Some(Place { section, .. }) = place else {
                return false;
            };
            let kind = config.sections.get(section).and_then(AnySection::kind);
            kind != Some(SectionKind::Defaults) || lineage.contains(&Some(section))
        };
        !is_used(&self.old.config, &self.old_lineage, change.old)
            && !is_used(&self.new.config, &self.new_lineage, change.new)
    }

    /// Whether the change is one of servers or limits.
    fn is_seen_elsewhere(&self, change: &Change) -> bool {
        let Some(keyword) = self.keyword(change) else {
            return false;
        };
        matches!(keyword.name, "server" | "default-server")
            || matches!(
                keyword.set,
                Some(
                    Setter::FrontendMaxconn
                        | Setter::GlobalMaxconn
                        | Setter::ConnectionRate
                        | Setter::SessionRate
                        | Setter::SslSessionRate
                        | Setter::CompressionRate
                )
            )
    }

    /// The keyword of the statement that is changed.
    pub(super) fn keyword(&self, change: &Change) -> Option<&'static Keyword> {
        let keyword = |config: &Config, place: Option<Place>| {
            let place = place?;
            let section = config.sections.get(place.section)?;
            match place.statement {
                Some(statement) => section.statement_keyword(statement),
                None => section.keyword(),
            }
        };
        keyword(&self.new.config, change.new).or_else(|| keyword(&self.old.config, change.old))
    }

    /// A reason for a statement of which there may be no change: what stands around it changes.
    pub(super) fn refuse(
        &mut self,
        place: (Option<Place>, Option<Place>),
        keyword: &str,
        why: Why,
    ) {
        let (old, new) = place;
        let mut changes = self.changes.iter();
        let found = changes.find(|change| (change.old, change.new) == (old, new));
        let reason = match found {
            Some(change) => Reason::of(change, Some(keyword), why),
            None => Reason {
                section: self.section(old, new),
                path: self.path(old, new),
                keyword: Some(keyword.to_owned()),
                before: old.and_then(|place| text(&self.old.config, place)),
                after: new.and_then(|place| text(&self.new.config, place)),
                why,
            },
        };
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    fn section(&self, old: Option<Place>, new: Option<Place>) -> String {
        let header = |config: &Config, place: Option<Place>| text(config, header(place?.section));
        let section = header(&self.new.config, new).or_else(|| header(&self.old.config, old));
        section.unwrap_or_default()
    }

    fn path(&self, old: Option<Place>, new: Option<Place>) -> String {
        let words = |config: &Config, place: Option<Place>| {
            words(config, place.filter(|place| place.statement.is_some())?)
        };
        let words = words(&self.new.config, new).or_else(|| words(&self.old.config, old));
        let mut words = words.unwrap_or_default();
        words.truncate(2);
        words.join(" ")
    }

    /// A statement of the old configuration, other than this one, that names the server or backend.
    pub(super) fn referrer(
        &self,
        kind: NameKind,
        backend: usize,
        name: &str,
        except: &[Place],
    ) -> Option<Why> {
        let own = self.old.config.sections.get(backend)?.name();
        let found = self.mentions.iter().find(|(place, mention)| {
            let proxy = match mention.proxy.as_deref() {
                None if kind == NameKind::Server => self
                    .old
                    .config
                    .sections
                    .get(place.section)
                    .and_then(AnySection::name),
                proxy => proxy.or(own),
            };
            mention.role == Role::Refers
                && mention.kind == kind
                && !mention.dynamic
                && mention.name == name
                && proxy == own
                && !except.contains(place)
        });
        let (place, _) = found?;
        Some(Why::Referenced {
            by: text(&self.old.config, *place).unwrap_or_default(),
            section: text(&self.old.config, header(place.section)).unwrap_or_default(),
        })
    }
}

/// Whether a section comes or goes.
fn is_whole(change: &Change) -> bool {
    change.path.is_empty() && (change.before.is_none() || change.after.is_none())
}

/// The sections that a change is in, in the old configuration and in the new one.
fn sections(change: &Change) -> (Option<usize>, Option<usize>) {
    let section = |place: Option<Place>| place.map(|place| place.section);
    (section(change.old), section(change.new))
}

/// The proxies that have servers, by kind and name, each with its index.
fn proxies(config: &Config) -> impl Iterator<Item = ((SectionKind, &str), usize)> {
    let sections = config.sections.iter().enumerate();
    sections.filter_map(|(index, section)| {
        let kind = section.kind()?;
        let has_servers = matches!(kind, SectionKind::Backend | SectionKind::Listen);
        Some(((kind, section.name().filter(|_| has_servers)?), index))
    })
}

/// The words of a statement, or of the line that opens a section.
pub(super) fn words(config: &Config, place: Place) -> Option<Vec<String>> {
    let section = config.sections.get(place.section)?;
    let mut printer = Printer::new();
    match place.statement {
        Some(statement) => section.print_statement(statement, &mut printer),
        None => section.print_header(&mut printer),
    }
    Some(printer.into_words())
}

/// The line that opens a section.
pub(super) const fn header(section: usize) -> Place {
    Place {
        section,
        statement: None,
    }
}

fn text(config: &Config, place: Place) -> Option<String> {
    Some(words(config, place)?.join(" "))
}
