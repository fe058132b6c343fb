/// What an argument of a sample fetch or converter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArgumentType {
    /// Any text.
    String,
    /// A whole number.
    Integer,
    /// The name of a stick table; the section's own where it is left out.
    Table,
    /// The name of a backend.
    Backend,
    /// The name of a frontend.
    Frontend,
    /// A server, with its backend and a `/` in front where it is not the section's own.
    Server,
    /// The name of a user list.
    Userlist,
    /// A regular expression.
    Regex,
    /// An IPv4 address.
    Ipv4Address,
    /// An IPv6 address.
    Ipv6Address,
    /// Bits of an IPv4 address, as their number or as an address.
    Ipv4Mask,
    /// Bits of an IPv6 address, as their number or as an address.
    Ipv6Mask,
    /// The path to a field of a protocol buffer: numbers with dots between them.
    ProtobufField,
}
