use super::Rule;
use super::context::Context;
use super::view::Proxy;
use crate::diagnostic::Diagnostic;

/// A rule, and what looks for its findings.
pub(super) struct Entry {
    pub(super) rule: &'static Rule,
    pub(super) look: Look,
}

/// What looks for the findings of a rule.
pub(super) enum Look {
    /// The reader of lines, or what looks for another rule of its family.
    Elsewhere,
    /// A look at the configuration as a whole.
    Configuration(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// A look at one proxy, or defaults.
    Proxy(fn(&Context<'_>, &Proxy<'_>, &mut Vec<Diagnostic>)),
}

impl Entry {
    /// A rule whose findings come with those of another, or from the reader of lines.
    pub(super) const fn elsewhere(rule: &'static Rule) -> Self {
        let look = Look::Elsewhere;
        Self { rule, look }
    }

    /// A rule that looks at the configuration as a whole.
    pub(super) const fn whole(
        rule: &'static Rule,
        look: fn(&Context<'_>, &mut Vec<Diagnostic>),
    ) -> Self {
        let look = Look::Configuration(look);
        Self { rule, look }
    }

    /// A rule that looks at each proxy, and at defaults.
    pub(super) const fn proxy(
        rule: &'static Rule,
        look: fn(&Context<'_>, &Proxy<'_>, &mut Vec<Diagnostic>),
    ) -> Self {
        let look = Look::Proxy(look);
        Self { rule, look }
    }
}
