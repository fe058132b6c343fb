use std::io;
use std::time::Duration;

use super::Address;
use crate::protocol::{DecodeError, EncodeError, ProtocolError, Refusal, RefusalKind};

/// Why a command or an operation did not work.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no connection to HAProxy.
    #[error("cannot connect to {address}: {source}")]
    Connect {
        /// Where it was tried.
        address: Address,
        /// What went wrong.
        source: io::Error,
    },
    /// The connection broke.
    #[error("the connection to {address} broke: {source}")]
    Connection {
        /// Where it goes.
        address: Address,
        /// What went wrong.
        source: io::Error,
    },
    /// HAProxy took too long. Whether the command was carried out is not known.
    #[error("HAProxy at {address} did not answer within {after:?}")]
    Timeout {
        /// Where it was asked.
        address: Address,
        /// The time that ran out.
        after: Duration,
    },
    /// The command cannot be sent. Nothing was.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The connection ended or said something that is no answer.
    #[error(transparent)]
    Protocol(#[from] ProtocolError),
    /// HAProxy did not do it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// HAProxy's answer is not known.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// A batch was broken off.
    #[error("the batch was broken off behind {answered} answers: {source}")]
    Interrupted {
        /// Commands that were answered.
        answered: usize,
        /// What broke it off.
        source: Box<Error>,
    },
    /// What was waited for has not come.
    #[error("{what} within {after:?}: {last}")]
    NotReached {
        /// What has not come.
        what: String,
        /// How long it was waited for.
        after: Duration,
        /// How it stood last.
        last: String,
    },
    /// An operation failed, and so did undoing what it had done.
    #[error("{source}; undoing what was done failed too: {undo}")]
    Undo {
        /// Why the operation failed.
        source: Box<Error>,
        /// Why undoing failed.
        undo: Box<Error>,
    },
    /// What was done stays: nothing tells what was there before.
    #[error("'{what}' stays done: what was there before is not known")]
    NotUndone {
        /// What was done.
        what: String,
    },
    /// A value cannot be what an operation needs.
    #[error("{reason}: '{value}'")]
    Value {
        /// The value.
        value: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Only a reload makes the process behave as it is to. Nothing was done.
    #[error("a reload is needed: {}", reasons.join("; "))]
    NeedsReload {
        /// Why.
        reasons: Vec<String>,
    },
    /// The process is not as the plan has it.
    #[error("the process differs from the plan: {what}")]
    Differs {
        /// In what.
        what: String,
    },
    /// A file cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file.
        path: std::path::PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// A file cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file.
        path: std::path::PathBuf,
        /// What went wrong.
        source: io::Error,
    },
}

impl Error {
    /// What HAProxy's refusal is about, where it refused.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Interrupted { source, .. } | Self::Undo { source, .. } => source.refusal(),
            _ => None,
        }
    }

    /// Whether what the command names does not exist.
    pub fn is_not_found(&self) -> bool {
        self.is(RefusalKind::NotFound)
    }

    /// Whether the socket or the connection may not do it.
    pub fn is_permission_denied(&self) -> bool {
        self.is(RefusalKind::PermissionDenied)
    }

    /// Whether this HAProxy has no such command.
    pub fn is_unknown_command(&self) -> bool {
        self.is(RefusalKind::UnknownCommand)
    }

    /// Whether time ran out.
    pub fn is_timeout(&self) -> bool {
        match self {
            Self::Timeout { .. } | Self::NotReached { .. } => true,
            Self::Interrupted { source, .. } | Self::Undo { source, .. } => source.is_timeout(),
            _ => false,
        }
    }

    /// Whether there is no connection, or it ended before the answer was whole.
    pub fn is_disconnect(&self) -> bool {
        match self {
            Self::Connect { .. } | Self::Connection { .. } => true,
            Self::Protocol(error) => matches!(
                error,
                ProtocolError::Closed | ProtocolError::Truncated { .. }
            ),
            Self::Interrupted { source, .. } | Self::Undo { source, .. } => source.is_disconnect(),
            _ => false,
        }
    }

    fn is(&self, kind: RefusalKind) -> bool {
        self.refusal().is_some_and(|refusal| refusal.kind == kind)
    }
}
