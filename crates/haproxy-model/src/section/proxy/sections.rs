use super::ProxyKeyword;
use crate::section::{Ignored, Rest, Section};
use crate::statement::Statement;
use crate::value::{AddressList, Name};

/// Settings that the proxies after it start from.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("defaults")]
pub struct Defaults {
    /// What `from` calls it; one without a name holds for the proxies after it.
    pub name: Option<Name>,
    /// The defaults section that it starts from itself.
    #[arg(keyword = "from")]
    pub from: Option<Name>,
    /// The words behind, which mean nothing.
    pub ignored: Ignored,
    /// The lines of the section.
    pub statements: Vec<Statement<ProxyKeyword>>,
}

/// Accepts connections.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("frontend")]
pub struct Frontend {
    /// Its name.
    pub name: Name,
    /// Where it listens; versions from 1.9 on want `bind` lines for that.
    pub addresses: Option<AddressList>,
    /// The defaults section that it starts from; the last one where none is given.
    #[arg(keyword = "from")]
    pub from: Option<Name>,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<ProxyKeyword>>,
}

/// Servers that connections are sent to.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("backend")]
pub struct Backend {
    /// Its name.
    pub name: Name,
    /// The defaults section that it starts from; the last one where none is given.
    #[arg(keyword = "from")]
    pub from: Option<Name>,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<ProxyKeyword>>,
}

/// A frontend and a backend in one.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("listen")]
pub struct Listen {
    /// Its name.
    pub name: Name,
    /// Where it listens; versions from 1.9 on want `bind` lines for that.
    pub addresses: Option<AddressList>,
    /// The defaults section that it starts from; the last one where none is given.
    #[arg(keyword = "from")]
    pub from: Option<Name>,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<ProxyKeyword>>,
}

impl Defaults {
    /// One without a name or statements.
    pub fn new() -> Self {
        Self {
            name: None,
            from: None,
            ignored: Ignored::default(),
            statements: Vec::new(),
        }
    }
}

impl Default for Defaults {
    fn default() -> Self {
        Self::new()
    }
}

impl Frontend {
    /// One of this name, without statements.
    pub fn new(name: Name) -> Self {
        Self {
            name,
            addresses: None,
            from: None,
            rest: Rest::default(),
            statements: Vec::new(),
        }
    }
}

impl Backend {
    /// One of this name, without statements.
    pub fn new(name: Name) -> Self {
        Self {
            name,
            from: None,
            rest: Rest::default(),
            statements: Vec::new(),
        }
    }
}

impl Listen {
    /// One of this name, without statements.
    pub fn new(name: Name) -> Self {
        Self {
            name,
            addresses: None,
            from: None,
            rest: Rest::default(),
            statements: Vec::new(),
        }
    }
}
