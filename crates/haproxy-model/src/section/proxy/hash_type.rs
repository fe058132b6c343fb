use crate::language::Directive;
use crate::value::Choice;

/// How a hash becomes a server.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct HashType {
    /// What is done with the hash.
    pub method: Choice<HashMethod>,
    /// How the hash is computed; `sdbm`, or `djb2` of `uri` with weights, where none is given.
    pub function: Option<Choice<HashFunction>>,
    /// What is done to the hash afterwards.
    pub modifier: Option<Choice<HashModifier>>,
}

/// What is done with the hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum HashMethod {
    /// It is divided by the total weight: most keys move when a server goes.
    #[keyword("map-based")]
    MapBased,
    /// It is looked up on a ring: few keys move when a server goes.
    #[keyword("consistent")]
    Consistent,
    /// The form of a trial that ended.
    #[keyword(
        "avalanche",
        removed = "1.5",
        instead = "map-based sdbm avalanche",
        renamed
    )]
    Avalanche,
}

/// How a hash is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum HashFunction {
    /// Of the SDBM data base: a good spread.
    #[keyword("sdbm")]
    Sdbm,
    /// By Dan Bernstein.
    #[keyword("djb2")]
    Djb2,
    /// HAProxy's own.
    #[keyword("wt6")]
    Wt6,
    /// The checksum of Ethernet and gzip.
    #[keyword("crc32")]
    Crc32,
    /// The key is the hash.
    #[keyword("none", since = "3.0")]
    None,
}

/// What is done to a hash afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum HashModifier {
    /// Its bits are mixed.
    #[keyword("avalanche")]
    Avalanche,
}
