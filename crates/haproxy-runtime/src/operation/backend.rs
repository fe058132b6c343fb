use std::time::Duration;

use super::server::{delete, restore, servers_of};
use super::{CreateServer, Operation, undone};
use crate::client::{Caller, Error, Transport};
use crate::command::{
    AddBackend, BackendName, DelBackend, ProxyMode, PublishBackend, ServerPath, UnpublishBackend,
    Wait, WaitCondition,
};

/// Adds a backend with its servers, and lets rules choose it once they are there. Since HAProxy 3.4.
///
/// It is removed again where a later step fails.
#[derive(Debug, Clone)]
pub struct CreateBackend {
    /// Its name.
    pub name: BackendName,
    /// The named defaults section that it takes its settings from.
    pub defaults: String,
    /// What it speaks, where its defaults do not say it.
    pub mode: Option<ProxyMode>,
    /// Its servers, each in this backend.
    pub servers: Vec<CreateServer>,
}

impl CreateBackend {
    /// A backend without servers.
    pub fn new(name: impl Into<BackendName>, defaults: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            defaults: defaults.into(),
            mode: None,
            servers: Vec::new(),
        }
    }

    async fn fill<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        for server in &self.servers {
            server.run(caller).await?;
        }
        caller.call(&PublishBackend::new(self.name.clone())).await?;
        Ok(())
    }
}

impl Operation for CreateBackend {
    type Outcome = ();

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        if let Some(server) = self
            .servers
            .iter()
            .find(|server| server.server.backend != self.name)
        {
            return Err(Error::Value {
                value: server.server.to_string(),
                reason: "the server is of another backend",
            });
        }
        let command = AddBackend::new(self.name.clone(), self.defaults.clone());
        caller.call(&command.mode(self.mode)).await?;
        match self.fill(caller).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let undo = RemoveBackend::new(self.name.clone()).run(caller).await;
                Err(undone(error, undo))
            }
        }
    }
}

/// Removes a backend with its servers, cutting off their clients. Since HAProxy 3.4.
#[derive(Debug, Clone)]
pub struct RemoveBackend {
    /// The backend.
    pub backend: BackendName,
    /// How long its streams may take to end.
    pub time: Duration,
}

impl RemoveBackend {
    /// This backend, whose streams may take five seconds to end.
    pub fn new(backend: impl Into<BackendName>) -> Self {
        Self {
            backend: backend.into(),
            time: Duration::from_secs(5),
        }
    }

    async fn empty_and_delete<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        for row in servers_of(caller, &self.backend).await? {
            let server = ServerPath::new(self.backend.clone(), row.name.clone());
            if let Err(error) = delete(caller, &server, true, self.time).await {
                let undo = restore(caller, &server, &row).await;
                return Err(undone(error, undo));
            }
        }
        let removable = WaitCondition::BackendRemovable(self.backend.clone());
        caller
            .call(&Wait::new(self.time).condition(removable))
            .await?;
        caller.call(&DelBackend::new(self.backend.clone())).await?;
        Ok(())
    }
}

impl Operation for RemoveBackend {
    type Outcome = ();

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        caller
            .call(&UnpublishBackend::new(self.backend.clone()))
            .await?;
        match self.empty_and_delete(caller).await {
            Ok(()) => Ok(()),
            Err(error) => {
                // Servers that are gone stay gone; those that are left serve again.
                let undo = caller
                    .call(&PublishBackend::new(self.backend.clone()))
                    .await;
                Err(undone(error, undo.map(|_| ())))
            }
        }
    }
}
