//! Operations made of commands. Each does all of its work or leaves things as they were.

use std::future::Future;

use crate::client::{Caller, Error, Transport};

/// Several commands that are one thing to do.
///
/// All of HAProxy's are data, as commands are: a client runs them.
pub trait Operation: Sync {
    /// What comes of it.
    type Outcome: Send;

    /// Carries it out.
    fn run<T: Transport>(
        &self,
        caller: &mut Caller<T>,
    ) -> impl Future<Output = Result<Self::Outcome, Error>> + Send;
}
