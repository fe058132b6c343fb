/// Where a sample fetch can be used.
///
/// The order is that of the columns in HAProxy's own listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// `tcp-request connection`.
    TcpRequestConnection,
    /// `tcp-request session`.
    TcpRequestSession,
    /// `tcp-request content` of a frontend.
    TcpRequestContentInFrontend,
    /// `http-request` of a frontend, with the headers there.
    HttpRequestInFrontend,
    /// `http-request` of a frontend, with the body there.
    HttpRequestBodyInFrontend,
    /// `use_backend`.
    UseBackend,
    /// `tcp-request content` of a backend.
    TcpRequestContentInBackend,
    /// `http-request` of a backend, with the headers there.
    HttpRequestInBackend,
    /// `http-request` of a backend, with the body there.
    HttpRequestBodyInBackend,
    /// `use-server`, `balance` and `stick match`.
    ChooseServer,
    /// The source address towards a server.
    ServerSource,
    /// `tcp-response content` of a backend.
    TcpResponseInBackend,
    /// `http-response` of a backend, with the headers there.
    HttpResponseInBackend,
    /// `http-response` of a backend, with the body there.
    HttpResponseBodyInBackend,
    /// `stick store-response`.
    StickStore,
    /// `tcp-response content` of a frontend.
    TcpResponseInFrontend,
    /// `http-response` of a frontend, with the headers there.
    HttpResponseInFrontend,
    /// `http-response` of a frontend, with the body there.
    HttpResponseBodyInFrontend,
    /// Logs.
    Log,
    /// `tcp-check` and `http-check`.
    Check,
    /// While the configuration is read: `global` variables, `.if`.
    Configuration,
    /// The runtime API.
    CommandLine,
}

impl Context {
    /// Every context, in order.
    pub const ALL: [Self; 22] = [
        Self::TcpRequestConnection,
        Self::TcpRequestSession,
        Self::TcpRequestContentInFrontend,
        Self::HttpRequestInFrontend,
        Self::HttpRequestBodyInFrontend,
        Self::UseBackend,
        Self::TcpRequestContentInBackend,
        Self::HttpRequestInBackend,
        Self::HttpRequestBodyInBackend,
        Self::ChooseServer,
        Self::ServerSource,
        Self::TcpResponseInBackend,
        Self::HttpResponseInBackend,
        Self::HttpResponseBodyInBackend,
        Self::StickStore,
        Self::TcpResponseInFrontend,
        Self::HttpResponseInFrontend,
        Self::HttpResponseBodyInFrontend,
        Self::Log,
        Self::Check,
        Self::Configuration,
        Self::CommandLine,
    ];
}

/// A set of contexts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Contexts(pub(super) u32);

impl Contexts {
    /// Whether the context is in the set.
    pub const fn contains(self, context: Context) -> bool {
        self.0 & (1 << context as u32) != 0
    }

    /// No context.
    pub const NONE: Self = Self(0);
    /// Every context.
    pub const ALL: Self = Self((1 << Context::ALL.len()) - 1);

    /// The set of this one.
    pub const fn of(context: Context) -> Self {
        Self(1 << context as u32)
    }

    /// The set with this one as well.
    #[must_use]
    pub const fn with(self, context: Context) -> Self {
        Self(self.0 | 1 << context as u32)
    }

    /// The contexts of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a context is in both sets.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The contexts in the set, in order.
    pub fn iter(self) -> impl Iterator<Item = Context> {
        Context::ALL
            .into_iter()
            .filter(move |context| self.contains(*context))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_a_bit() {
        let set = Contexts(0b1001);
        assert!(set.iter().eq([
            Context::TcpRequestConnection,
            Context::HttpRequestInFrontend
        ]));
        assert_eq!(Context::CommandLine as u32, 21);
    }
}
