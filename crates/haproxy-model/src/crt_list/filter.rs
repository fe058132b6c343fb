use std::fmt;

use crate::value::Text;

/// A host name that a certificate is for: `www.example.org`, `*.example.org`, `*`, or behind `!` one
/// that it is not for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SniFilter(Text);

impl SniFilter {
    /// The name, with what stands before it.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether the certificate is not for the name.
    pub fn is_negative(&self) -> bool {
        self.as_str().starts_with('!')
    }

    /// Whether it stands for all names, or for all below a domain.
    pub fn is_wildcard(&self) -> bool {
        self.name().starts_with('*')
    }

    /// The name, without the `!`.
    pub fn name(&self) -> &str {
        let text = self.as_str();
        text.strip_prefix('!').unwrap_or(text)
    }

    pub(super) fn read(word: &str) -> Self {
        Self(word.into())
    }
}

impl fmt::Display for SniFilter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
