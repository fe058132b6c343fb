use crate::language::Directive;
use crate::value::{LeadingPositive, Text};

/// What a listener is known by.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum BindIdentityParameter {
    /// Its name in statistics.
    #[keyword("name", json = "name")]
    Name(Text),
    /// Its number, unique in the frontend.
    #[keyword("id", json = "id: text")]
    Id(LeadingPositive),
    /// A name for a set of listeners.
    #[keyword("label", json = "label", since = "3.2")]
    Label(Text),
    /// The start of the identifiers of its sockets, unique in the whole configuration.
    #[keyword("guid-prefix", json = "guid_prefix", since = "3.0")]
    GuidPrefix(Text),
}
