//! The service that approves requests for routes.

use std::net::{IpAddr, SocketAddr};

use super::RenderingOptions;
use super::frontend::acls;
use super::host::hosts;
use super::lines::Lines;
use super::names::{Names, is_name};
use super::sections::SectionDraft;
use crate::relation::RelationId;
use crate::statement::StatementError;

/// The service that approves requests for routes, which has a route of its own: the host name
/// `MODEL-APPLICATION` below that of the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyService {
    /// The number of the relation.
    pub relation_id: RelationId,
    /// The name of its model.
    pub model: String,
    /// The name of its application.
    pub application: String,
    /// The port of its units.
    pub port: u16,
    /// The addresses of its units.
    pub addresses: Vec<IpAddr>,
}

/// The service with its backend.
pub(super) struct Policy {
    pub(super) relation_id: RelationId,
    hostname: String,
    name: String,
    pub(super) section: SectionDraft,
}

impl Policy {
    /// Renders the backend.
    ///
    /// # Errors
    ///
    /// What cannot stand in a configuration, in words.
    pub(super) fn new(
        service: &PolicyService,
        options: &RenderingOptions,
        names: &mut Names,
    ) -> Result<Self, String> {
        let Some(external) = &options.external_hostname else {
            return Err("the provider has no external host name".to_owned());
        };
        let (model, application) = (&service.model, &service.application);
        if !is_name(model) || !is_name(application) {
            return Err(
                "the names of the model and the application are not those of Juju".to_owned(),
            );
        }
        let id = service.relation_id;
        let name = names.take_for(format!("policy_{model}_{application}"), id);
        let mut lines = Lines::new(&name, id)?;
        lines.line(&["mode", "http"])?;
        lines.line(&["http-request", "set-header", "X-Forwarded-Proto", "https"])?;
        lines.line(&["http-request", "set-header", "X-Forwarded-Ssl", "on"])?;
        for (index, address) in service.addresses.iter().enumerate() {
            let server = format!("{application}_{index}");
            let address = SocketAddr::new(*address, service.port).to_string();
            lines.line(&["server", &server, &address, "check"])?;
        }
        Ok(Self {
            relation_id: id,
            hostname: format!("{model}-{application}.{external}"),
            name,
            section: lines.finish(),
        })
    }

    /// Sends requests for the host name to the backend.
    pub(super) fn route(&self, section: &mut SectionDraft) -> Result<(), StatementError> {
        let acl = format!("{}_hostname", self.name);
        let tests = hosts(std::slice::from_ref(&self.hostname));
        acls(section, &acl, &tests, self.relation_id)?;
        section.line(&["use_backend", &self.name, "if", &acl], [self.relation_id])
    }

    pub(super) fn endpoint(&self) -> String {
        format!("https://{}", self.hostname)
    }
}
