use super::{both, read_units};
use crate::collection::Refusal;
use crate::databag::Databag;
use crate::field::{Kind as _, address, free, objects, port};
use crate::json::Json;
use crate::relation::Relation;
use crate::rendering::{SpoeAuthentication, VariableScope};
use crate::value::Address;

/// The field that must be known even where others are at fault: the host name is closed then.
const HOSTNAME: &str = "hostname";

objects! {
    /// What an agent says that tells who is logged in, over `spoe-auth`.
    #[derive(Eq)]
    pub struct SpoeAuthApplicationData(schema) {
        /// The port on which it is asked.
        spop_port: u16 = port(u16::MAX).required();
        /// The port on which it takes who comes back from logging in.
        oidc_callback_port: u16 = port(u16::MAX).required();
        /// The event at which it is sent the message.
        event: String = free().required();
        /// The name of the message.
        message_name: String = free().required();
        /// The variable that is true for who is logged in.
        var_authenticated: String = free().required();
        /// The variable that holds where to log in.
        var_redirect_url: String = free().required();
        /// The cookie by which it knows who is logged in.
        cookie_name: String = free().required();
        /// The path to which who logged in comes back.
        oidc_callback_path: String = free().or("/oauth2/callback".to_owned());
        /// The host name at which everybody must be logged in.
        hostname: String = free().required();
    }

    /// What each unit of such an agent says.
    #[derive(Eq)]
    pub struct SpoeAuthUnitData(schema) {
        /// The address at which it is reached.
        address: Address = address().required();
    }
}

impl SpoeAuthentication {
    pub(crate) fn read(relation: &Relation) -> Result<Self, Vec<Refusal>> {
        let application = SpoeAuthApplicationData::load(&relation.application_data);
        let units = read_units(relation, SpoeAuthUnitData::load);
        let (data, units) = both(application, units)?;
        Ok(Self {
            relation_id: relation.id,
            hostname: data.hostname,
            addresses: units
                .into_iter()
                .map(|(_, unit)| unit.address.ip())
                .collect(),
            spop_port: data.spop_port,
            callback_port: data.oidc_callback_port,
            callback_path: data.oidc_callback_path,
            message: data.message_name,
            event: data.event,
            cookie: data.cookie_name,
            scope: VariableScope::Transaction,
            authenticated_variable: data.var_authenticated,
            redirect_variable: data.var_redirect_url,
        })
    }

    /// The host name that an agent guards, whatever else is wrong with its data.
    pub(crate) fn hostname_in(databag: &Databag) -> Option<String> {
        match Json::parse(databag.get(HOSTNAME)?) {
            Ok(Json::String(hostname)) if !hostname.is_empty() => Some(hostname),
            _ => None,
        }
    }
}
