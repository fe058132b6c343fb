//! What is known of a keyword, as a static table that anything can list.

use crate::version::Version;

/// A keyword and all that its one definition says of it.
#[derive(Debug)]
#[non_exhaustive]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Keyword {
    /// Its words, joined by one blank: `timeout client`.
    pub name: &'static str,
    /// What follows it.
    pub syntax: &'static Syntax,
    /// A description in a sentence or a few; the first stands alone.
    pub documentation: &'static str,
    /// The sections it may stand in, as HAProxy names them; empty where it is part of a statement
    /// (an action, a parameter) and so stands wherever that statement does.
    pub sections: &'static [&'static str],
    /// The first version that has it; `None` where 2.4 had it already.
    pub since: Option<Version>,
    /// The first version that refuses it.
    pub removed: Option<Version>,
    /// The first version that calls it deprecated.
    pub deprecated: Option<Version>,
    /// What to write instead of it.
    pub instead: Option<&'static str>,
    /// Needs `expose-experimental-directives`.
    pub experimental: bool,
    /// Accepted behind `no`.
    pub no: bool,
    /// Accepted behind `default`.
    pub default: bool,
    /// A server parameter that `default-server` refuses has `false` here.
    pub default_server: bool,
    /// A server parameter that the runtime command `add server` accepts.
    pub runtime: bool,
}

impl Keyword {
    /// A keyword in every supported version, without any restriction.
    pub const fn new(name: &'static str, syntax: &'static Syntax) -> Self {
        Self {
            name,
            syntax,
            documentation: "",
            sections: &[],
            since: None,
            removed: None,
            deprecated: None,
            instead: None,
            experimental: false,
            no: false,
            default: false,
            default_server: true,
            runtime: false,
        }
    }

    /// Whether some version, or a missing permission, restricts its use.
    pub const fn is_restricted(&self) -> bool {
        self.since.is_some()
            || self.removed.is_some()
            || self.deprecated.is_some()
            || self.experimental
    }
}

/// What the words after a keyword look like.
#[derive(Debug)]
#[non_exhaustive]
pub enum Syntax {
    /// Nothing follows.
    Nothing,
    /// A word to be written as it stands here.
    Word(&'static str),
    /// One value of this name, without angle brackets: `time`.
    Value(&'static str),
    /// One after the other.
    Sequence(&'static [&'static Syntax]),
    /// May be left out.
    Optional(&'static Syntax),
    /// Any number of times, none included.
    Repeat(&'static Syntax),
    /// One of these keywords with what follows it.
    Keywords(&'static [Keyword]),
}
