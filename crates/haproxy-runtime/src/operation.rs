//! Operations made of commands. Each does all of its work or leaves things as they were.

mod backend;
mod certificate;
mod content;
mod identity;
mod pattern;
mod reload;
mod response;
mod server;
mod server_change;
mod state;
mod table;

use std::future::Future;

use crate::client::{Caller, Error, Transport};

pub use backend::{CreateBackend, RemoveBackend};
pub use certificate::{InstallCertificate, RemoveCertificate, RemoveStore, Store, UpdateStore};
pub use content::StoreContent;
pub(crate) use identity::Identity;
pub use pattern::{ReplaceAcl, ReplaceMap};
pub use reload::{ReloadMaster, ReloadOutcome};
pub(crate) use response::Response;
pub use server::{CreateServer, RemoveServer};
pub(crate) use server::{runs, wanted_state};
pub use server_change::ChangeServer;
pub use state::SaveServersState;
pub use table::StoreEntries;

/// Several commands that are one thing to do.
///
/// Operations are data, as commands are: a client runs them.
pub trait Operation: Sync {
    /// What comes of it.
    type Outcome: Send;

    /// Carries it out.
    fn run<T: Transport>(
        &self,
        caller: &mut Caller<T>,
    ) -> impl Future<Output = Result<Self::Outcome, Error>> + Send;
}

/// The error of an operation, and that of undoing it where that failed too.
pub(crate) fn undone(source: Error, undo: Result<(), Error>) -> Error {
    match undo {
        Ok(()) => source,
        Err(undo) => Error::Undo {
            source: Box::new(source),
            undo: Box::new(undo),
        },
    }
}
