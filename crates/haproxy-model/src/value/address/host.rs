use std::net::{Ipv4Addr, Ipv6Addr};

/// Who is addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Host<'a> {
    /// Every address of the machine, or none in particular: `*` or nothing.
    Any,
    /// An IPv4 address.
    V4(Ipv4Addr),
    /// An IPv6 address, with or without brackets.
    V6(Ipv6Addr),
    /// A name to resolve, or a reference to an environment variable.
    Name(&'a str),
    /// What follows the prefix of any other family: a path, a name, a number.
    Other(&'a str),
}

impl<'a> Host<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        if matches!(text, "" | "*") {
            return Self::Any;
        }
        if let Ok(address) = text.parse() {
            return Self::V4(address);
        }
        let inner = text
            .strip_prefix('[')
            .and_then(|text| text.strip_suffix(']'))
            .unwrap_or(text);
        inner.parse().map_or(Self::Name(text), Self::V6)
    }
}
