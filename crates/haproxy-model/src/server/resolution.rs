use crate::language::Directive;
use crate::value::{Choice, IpAddress, List, Network, Text};

/// How a server's name is resolved.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ResolutionParameter {
    /// Where the first address comes from: what succeeds first counts. `last,libc` by default.
    #[keyword("init-addr", json = "init-addr")]
    InitialAddress(Option<List<InitialAddress>>),
    /// The section of the name servers to ask.
    #[keyword("resolvers", json = "resolvers")]
    Resolvers(#[arg(refers = "resolvers")] Text),
    /// The family of addresses to prefer; IPv6 by default.
    #[keyword("resolve-prefer", json = "resolve-prefer")]
    Prefer(Choice<AddressFamily>),
    /// The networks whose addresses to prefer.
    #[keyword("resolve-net", json = "resolve-net")]
    Networks(List<Network>),
    /// What else matters in answers.
    #[keyword("resolve-opts", json = "resolve_opts")]
    Options(List<ResolutionOption>),
}

/// A source of a server's first address.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum InitialAddress {
    /// The state file.
    #[keyword("last")]
    Last,
    /// The system's resolver.
    #[keyword("libc")]
    Libc,
    /// None: the server starts without an address, down.
    #[keyword("none")]
    None,
    /// This address.
    #[keyword(value)]
    Address(IpAddress),
}

/// A family of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum AddressFamily {
    /// IPv4.
    #[keyword("ipv4")]
    V4,
    /// IPv6.
    #[keyword("ipv6")]
    V6,
}

/// What matters in the answers of name servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum ResolutionOption {
    /// Several servers of a name may get the same address.
    #[keyword("allow-dup-ip")]
    AllowDuplicates,
    /// Each server of a name gets another address; the default.
    #[keyword("prevent-dup-ip")]
    PreventDuplicates,
    /// The weights in SRV records do not count.
    #[keyword("ignore-weight")]
    IgnoreWeight,
}
