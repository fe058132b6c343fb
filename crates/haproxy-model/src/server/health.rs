use crate::language::Directive;
use crate::value::Choice;

/// The state that a server is in when HAProxy starts or finds it.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HealthParameter {
    /// Used only when every other server is down.
    #[keyword("backup", json = "backup", runtime)]
    Backup,
    /// Used like any other server.
    #[keyword("no-backup", json = "backup = disabled", negates = "backup", runtime)]
    NoBackup,
    /// Begins in maintenance.
    #[keyword("disabled", json = "maintenance", runtime, set = "server-state")]
    Disabled,
    /// Begins in use, whatever the defaults say.
    #[keyword("enabled", json = "maintenance = disabled", negates = "disabled")]
    Enabled,
    /// What it counts as before its first checks.
    #[keyword("init-state", json = "init-state", since = "3.2", runtime)]
    InitialState(Choice<InitialState>),
}

/// What a server counts as before its first checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum InitialState {
    /// Up, until as many checks fail as `fall` says.
    #[keyword("fully-up")]
    FullyUp,
    /// Up, until one check fails.
    #[keyword("up")]
    Up,
    /// Down, until one check succeeds.
    #[keyword("down")]
    Down,
    /// Down, until as many checks succeed as `rise` says.
    #[keyword("fully-down")]
    FullyDown,
    /// As if nothing were said.
    #[keyword("none")]
    None,
}
