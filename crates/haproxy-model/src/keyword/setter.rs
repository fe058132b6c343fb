/// The runtime command that sets what a keyword says, while HAProxy runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Setter {
    /// `set server … weight`.
    ServerWeight,
    /// `set maxconn server`.
    ServerMaxconn,
    /// `set server … state`: maintenance where the keyword stands, ready where it does not.
    ServerState,
    /// `enable health` and `disable health`, of a server that began with checks.
    ServerHealth,
    /// `enable agent` and `disable agent`, of a server that began with an agent.
    ServerAgent,
    /// `set server … check-addr`.
    ServerCheckAddress,
    /// `set server … check-port`.
    ServerCheckPort,
    /// `set server … agent-addr`.
    ServerAgentAddress,
    /// `set server … agent-port`.
    ServerAgentPort,
    /// `set server … agent-send`.
    ServerAgentSend,
    /// `set maxconn frontend`.
    FrontendMaxconn,
    /// `set maxconn global`, up to what the process started with.
    GlobalMaxconn,
    /// `set rate-limit connections global`.
    ConnectionRate,
    /// `set rate-limit sessions global`.
    SessionRate,
    /// `set rate-limit ssl-sessions global`.
    SslSessionRate,
    /// `set rate-limit http-compression global`.
    CompressionRate,
}
