use std::collections::HashMap;

use super::{AnySection, Config};
use crate::section::ProxyKeyword;
use crate::section_kind::SectionKind;
use crate::statement::Statement;
use crate::value::Name;

impl AnySection {
    /// The statements of a proxy or of defaults; `None` of other sections.
    pub fn proxy_statements(&self) -> Option<&[Statement<ProxyKeyword>]> {
        match self {
            Self::Defaults(section) => Some(&section.statements),
            Self::Frontend(section) => Some(&section.statements),
            Self::Backend(section) => Some(&section.statements),
            Self::Listen(section) => Some(&section.statements),
            _ => None,
        }
    }

    /// The name of the defaults that a proxy, or defaults, says it starts from.
    pub fn from_defaults(&self) -> Option<&str> {
        let from = match self {
            Self::Defaults(section) => &section.from,
            Self::Frontend(section) => &section.from,
            Self::Backend(section) => &section.from,
            Self::Listen(section) => &section.from,
            _ => return None,
        };
        from.as_ref().map(Name::as_str)
    }
}

impl Config {
    /// For each section, the index of the defaults that it starts from: those that it names, or else
    /// the last ones before a proxy. Defaults start from others only where they name them.
    ///
    /// ```
    /// use haproxy_model::config::Config;
    /// use haproxy_model::section::{Backend, Defaults};
    ///
    /// let mut config = Config::new();
    /// config.push(Defaults::new());
    /// config.push(Backend::new("app".parse()?));
    /// assert_eq!(config.lineage(), [None, Some(0)]);
    /// # Ok::<(), haproxy_model::language::Problem>(())
    /// ```
    pub fn lineage(&self) -> Vec<Option<usize>> {
        let mut last = None;
        let mut named = HashMap::new();
        let mut lineage = Vec::with_capacity(self.sections.len());
        for (index, section) in self.sections.iter().enumerate() {
            let is_defaults = section.kind() == Some(SectionKind::Defaults);
            let is_proxy = section.kind().is_some_and(SectionKind::is_proxy);
            lineage.push(match section.from_defaults() {
                Some(from) => named.get(from).copied(),
                None => last.filter(|_| is_proxy && !is_defaults),
            });
            if is_defaults {
                last = Some(index);
                named.extend(section.name().map(|name| (name, index)));
            }
        }
        lineage
    }
}
