use super::{Context, Contexts};

/// When HAProxy evaluates what stands in a statement.
///
/// What can be fetched then depends on the side as well: see [`Stage::contexts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Whenever it is needed: HAProxy does not ask what can be fetched then.
    Anytime,
    /// While the configuration is read.
    Configuration,
    /// `tcp-request connection`.
    TcpRequestConnection,
    /// `tcp-request session`.
    TcpRequestSession,
    /// `tcp-request content`.
    TcpRequestContent,
    /// `http-request`, and all that looks at a request's headers.
    HttpRequest,
    /// What a rule computes the name of a backend or server from.
    TargetName,
    /// The conditions of `use_backend`.
    UseBackend,
    /// The choice of a server.
    ChooseServer,
    /// A connection to a server.
    ServerConnection,
    /// `tcp-response content`.
    TcpResponse,
    /// `http-response` and `http-after-response`.
    HttpResponse,
    /// `stick store-response`.
    StickStore,
    /// Logs.
    Log,
    /// Health checks.
    Check,
}

impl Stage {
    /// The contexts that it means in a proxy that has these sides.
    pub const fn contexts(self, frontend: bool, backend: bool) -> Contexts {
        use Context as C;
        let (in_frontend, in_backend) = match self {
            Self::Anytime => return Contexts::ALL,
            Self::Configuration => (C::Configuration, C::Configuration),
            Self::TcpRequestConnection => (C::TcpRequestConnection, C::TcpRequestConnection),
            Self::TcpRequestSession => (C::TcpRequestSession, C::TcpRequestSession),
            Self::TcpRequestContent => (
                C::TcpRequestContentInFrontend,
                C::TcpRequestContentInBackend,
            ),
            Self::HttpRequest => (C::HttpRequestInFrontend, C::HttpRequestInBackend),
            Self::TargetName => (C::HttpRequestInFrontend, C::HttpRequestInFrontend),
            Self::UseBackend => (C::UseBackend, C::UseBackend),
            Self::ChooseServer => (C::ChooseServer, C::ChooseServer),
            Self::ServerConnection => (C::ServerSource, C::ServerSource),
            Self::TcpResponse => (C::TcpResponseInFrontend, C::TcpResponseInBackend),
            Self::HttpResponse => (C::HttpResponseInFrontend, C::HttpResponseInBackend),
            Self::StickStore => (C::StickStore, C::StickStore),
            Self::Log => (C::Log, C::Log),
            Self::Check => (C::Check, C::Check),
        };
        match (frontend, backend) {
            (true, true) => Contexts::of(in_frontend).with(in_backend),
            (true, false) => Contexts::of(in_frontend),
            _ => Contexts::of(in_backend),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_of_both_sides_has_both_contexts() {
        let both = Stage::HttpRequest.contexts(true, true);
        assert!(both.iter().eq([
            Context::HttpRequestInFrontend,
            Context::HttpRequestInBackend
        ]));
        let one = Stage::TargetName.contexts(false, true);
        assert!(one.iter().eq([Context::HttpRequestInFrontend]));
    }
}
