//! A whole configuration: its sections, in order.

mod any_section;
mod by_name;
mod lineage;
mod schema;
#[cfg(test)]
mod tests;
mod unknown_section;

pub use any_section::{AnySection, SectionOf};
pub use schema::ConfigSchema;
pub use unknown_section::UnknownSection;

/// A configuration: sections in the order in which they stand.
///
/// ```
/// use haproxy_model::config::Config;
/// use haproxy_model::section::{Backend, Frontend};
///
/// let mut config = Config::new();
/// config.push(Frontend::new("www".parse()?));
/// config.push(Backend::new("app".parse()?));
/// assert_eq!(config.frontends().count(), 1);
/// assert!(config.backend("app").is_some());
/// # Ok::<(), haproxy_model::language::Problem>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Config {
    /// The sections.
    pub sections: Vec<AnySection>,
}

impl Config {
    /// A configuration without sections.
    pub const fn new() -> Self {
        Self {
            sections: Vec::new(),
        }
    }

    /// Adds a section at the end.
    pub fn push(&mut self, section: impl Into<AnySection>) {
        self.sections.push(section.into());
    }

    /// The sections of one kind, in order: `config.all::<Backend>()`.
    pub fn all<T: SectionOf>(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.sections.iter().filter_map(T::of)
    }

    /// The sections of one kind, in order, to change.
    pub fn all_mut<T: SectionOf>(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.sections.iter_mut().filter_map(T::of_mut)
    }
}

impl FromIterator<AnySection> for Config {
    fn from_iter<I: IntoIterator<Item = AnySection>>(sections: I) -> Self {
        Self {
            sections: sections.into_iter().collect(),
        }
    }
}
