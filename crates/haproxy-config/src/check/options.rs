use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::model::Target;

/// What a configuration is checked for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckOptions {
    /// The HAProxy that would read it.
    pub target: Target,
    /// Whether the files that it names are looked at: certificates, maps, Lua. They need not exist
    /// otherwise.
    pub files: bool,
    /// Whether the rules on security count.
    pub security: bool,
    /// The rules that do not count.
    pub allowed: BTreeSet<Code>,
}

impl CheckOptions {
    /// For this HAProxy, without a look at other files, with the rules on security.
    pub const fn new(target: Target) -> Self {
        Self {
            target,
            files: false,
            security: true,
            allowed: BTreeSet::new(),
        }
    }

    /// Whether the files that the configuration names are looked at.
    #[must_use]
    pub const fn with_files(mut self, files: bool) -> Self {
        self.files = files;
        self
    }

    /// Whether the rules on security count.
    #[must_use]
    pub const fn with_security(mut self, security: bool) -> Self {
        self.security = security;
        self
    }

    /// Without these rules.
    #[must_use]
    pub fn with_allowed(mut self, allowed: impl IntoIterator<Item = Code>) -> Self {
        self.allowed.extend(allowed);
        self
    }
}
