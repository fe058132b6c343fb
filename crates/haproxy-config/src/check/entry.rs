use super::Rule;
use super::context::Context;
use super::files::Files;
use super::servers::ServerView;
use super::view::{Proxy, SectionView};
use crate::diagnostic::Diagnostic;

/// A rule, and what looks for its findings.
pub(super) struct Entry {
    pub(super) rule: &'static Rule,
    pub(super) looks: [Look; 2],
}

/// What looks for the findings of a rule.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// The reader of lines, or what looks for another rule of its family.
    Elsewhere,
    /// A look at what reading found, some of which it may take back.
    Reading(ConfigurationLook),
    /// A look at the configuration as a whole.
    Configuration(ConfigurationLook),
    /// A look at the files that are named.
    Files(FilesLook),
    /// A look at one section.
    Section(SectionLook),
    /// A look at one proxy, or defaults.
    Proxy(ProxyLook),
    /// A look at the servers of one backend that is not switched off.
    Servers(ServersLook),
}

pub(super) type ConfigurationLook = fn(&Context<'_>, &mut Vec<Diagnostic>);
pub(super) type FilesLook = fn(&Context<'_>, Files<'_>, &mut Vec<Diagnostic>);
pub(super) type SectionLook = fn(&Context<'_>, SectionView<'_>, &mut Vec<Diagnostic>);
pub(super) type ProxyLook = fn(&Context<'_>, &Proxy<'_>, &mut Vec<Diagnostic>);
pub(super) type ServersLook = fn(&Context<'_>, &Proxy<'_>, &[ServerView<'_>], &mut Vec<Diagnostic>);

impl Entry {
    const fn new(rule: &'static Rule, look: Look) -> Self {
        let looks = [look, Look::Elsewhere];
        Self { rule, looks }
    }

    /// A rule whose findings come with those of another, or from the reader of lines.
    pub(super) const fn elsewhere(rule: &'static Rule) -> Self {
        Self::new(rule, Look::Elsewhere)
    }

    /// A rule of what reading finds.
    pub(super) const fn reading(rule: &'static Rule, look: ConfigurationLook) -> Self {
        Self::new(rule, Look::Reading(look))
    }

    /// A rule that looks at the configuration as a whole.
    pub(super) const fn whole(rule: &'static Rule, look: ConfigurationLook) -> Self {
        Self::new(rule, Look::Configuration(look))
    }

    /// A rule that looks at the files that are named.
    pub(super) const fn files(rule: &'static Rule, look: FilesLook) -> Self {
        Self::new(rule, Look::Files(look))
    }

    /// A rule that looks at each section.
    pub(super) const fn section(rule: &'static Rule, look: SectionLook) -> Self {
        Self::new(rule, Look::Section(look))
    }

    /// A rule that looks at each proxy, and at defaults.
    pub(super) const fn proxy(rule: &'static Rule, look: ProxyLook) -> Self {
        Self::new(rule, Look::Proxy(look))
    }

    /// A rule that looks at the servers of each backend.
    pub(super) const fn servers(rule: &'static Rule, look: ServersLook) -> Self {
        Self::new(rule, Look::Servers(look))
    }

    /// The same rule, which also looks at the servers of each backend.
    pub(super) const fn and_servers(mut self, look: ServersLook) -> Self {
        let [first, _] = self.looks;
        self.looks = [first, Look::Servers(look)];
        self
    }
}
