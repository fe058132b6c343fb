use crate::language::Directive;
use crate::value::{Choice, LeadingInteger, LeadingPositive, Text};

/// What a server is known by: to clients, tables, peers and tools.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum IdentityParameter {
    /// Its value in the persistence cookie.
    #[keyword("cookie", http, json = "cookie", runtime = "3.0")]
    Cookie(Text),
    /// Its number, unique in the backend; assigned where nothing says it.
    #[keyword("id", json = "id", runtime, not_in_default_server)]
    Id(LeadingPositive),
    /// An identifier that is unique in the whole configuration.
    #[keyword("guid", json = "guid", since = "3.0", runtime, not_in_default_server)]
    Guid(Text),
    /// What its place in a consistent hash is computed from.
    #[keyword("hash-key", json = "hash_key", since = "3.0", runtime)]
    HashKey(Choice<HashKey>),
    /// The start of a URL that GET and HEAD requests are redirected to instead of being forwarded.
    #[keyword("redir", http, json = "redir")]
    Redirect(Text),
    /// The part of the tables' keys that a peer gets.
    #[keyword("shard", json = "shard", since = "2.8", runtime)]
    Shard(Option<LeadingInteger>),
    /// Lets stick tables remember the server, whatever the defaults say.
    #[keyword("stick", json = "stick", negates = "non-stick")]
    Stick,
    /// Keeps the server out of stick tables.
    #[keyword("non-stick", json = "stick = disabled")]
    NonStick,
}

/// What a server's place in a consistent hash is computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum HashKey {
    /// The lower 28 bits of its number.
    #[keyword("id")]
    Id,
    /// All 32 bits of its number.
    #[keyword("id32", since = "3.4")]
    Id32,
    /// Its `guid`, or else its number.
    #[keyword("guid", since = "3.4")]
    Guid,
    /// Its address, or else its number.
    #[keyword("addr")]
    Address,
    /// Its address and port, or else its number.
    #[keyword("addr-port")]
    AddressPort,
}
