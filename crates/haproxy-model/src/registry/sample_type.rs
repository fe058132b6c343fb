/// What a sample is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SampleType {
    /// Any of the others.
    Any,
    /// The same as what came in.
    Same,
    /// True or false.
    Boolean,
    /// A whole number of 64 bits.
    SignedInteger,
    /// An address of IPv4 or IPv6.
    Address,
    /// An address of IPv4.
    Ipv4,
    /// An address of IPv6.
    Ipv6,
    /// Text.
    Text,
    /// Bytes.
    Binary,
    /// A method of HTTP.
    Method,
}

impl SampleType {
    /// HAProxy's name for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Same => "same",
            Self::Boolean => "bool",
            Self::SignedInteger => "sint",
            Self::Address => "addr",
            Self::Ipv4 => "ipv4",
            Self::Ipv6 => "ipv6",
            Self::Text => "str",
            Self::Binary => "bin",
            Self::Method => "meth",
        }
    }
}
