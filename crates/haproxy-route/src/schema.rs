use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use serde_json::{Value, json};

use crate::beside::{
    DdosApplicationData, IngressApplicationData, IngressPerUnitData, IngressUnitData,
    PolicyApplicationData, SpoeAuthApplicationData, SpoeAuthUnitData,
};
use crate::provider::ProviderApplicationData;
use crate::requirer::{RequirerApplicationData, RequirerUnitData, TcpRequirerApplicationData};

/// What is said over a relation, by interface and version. The two interfaces of requirers of routes have
/// several versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Schema {
    /// `haproxy-route`, version 0.
    RouteV0,
    /// `haproxy-route`, version 1.
    RouteV1,
    /// `haproxy-route`, version 2.
    RouteV2,
    /// `haproxy-route-tcp`, version 0.
    TcpV0,
    /// `haproxy-route-tcp`, version 1.
    TcpV1,
    /// `ingress`, version 2.
    IngressV2,
    /// `ingress_per_unit`, version 1.
    IngressPerUnitV1,
    /// `haproxy-route-policy`, version 0.
    PolicyV0,
    /// `spoe-auth`, version 0.
    SpoeAuthV0,
    /// `ddos-protection`, version 0.
    DdosProtectionV0,
}

/// The interface of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interface {
    /// `haproxy-route`: HTTP services, by host name and path.
    Route,
    /// `haproxy-route-tcp`: TCP services, by port and server name.
    Tcp,
    /// `ingress`: applications, each below a path of its own.
    Ingress,
    /// `ingress_per_unit`: units, each below a path of its own.
    IngressPerUnit,
    /// `haproxy-route-policy`: which services may have a route.
    Policy,
    /// `spoe-auth`: agents that tell who is logged in.
    SpoeAuth,
    /// `ddos-protection`: limits to what one client may do.
    DdosProtection,
}

/// A text names no schema.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no schema '{name}'; there are {}", names())]
pub struct SchemaError {
    /// What was taken for a name.
    pub name: String,
}

impl Schema {
    /// Every schema; of one interface, the older before the newer.
    pub const ALL: [Self; 10] = [
        Self::RouteV0,
        Self::RouteV1,
        Self::RouteV2,
        Self::TcpV0,
        Self::TcpV1,
        Self::IngressV2,
        Self::IngressPerUnitV1,
        Self::PolicyV0,
        Self::SpoeAuthV0,
        Self::DdosProtectionV0,
    ];

    /// The schema of this version of an interface, if there is one.
    pub fn of(interface: Interface, version: u8) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|schema| schema.interface() == interface && schema.version() == version)
    }

    /// The number of the version.
    pub const fn version(self) -> u8 {
        match self {
            Self::RouteV0
            | Self::TcpV0
            | Self::PolicyV0
            | Self::SpoeAuthV0
            | Self::DdosProtectionV0 => 0,
            Self::RouteV1 | Self::TcpV1 | Self::IngressPerUnitV1 => 1,
            Self::RouteV2 | Self::IngressV2 => 2,
        }
    }

    /// The interface that this is a version of.
    pub const fn interface(self) -> Interface {
        match self {
            Self::RouteV0 | Self::RouteV1 | Self::RouteV2 => Interface::Route,
            Self::TcpV0 | Self::TcpV1 => Interface::Tcp,
            Self::IngressV2 => Interface::Ingress,
            Self::IngressPerUnitV1 => Interface::IngressPerUnit,
            Self::PolicyV0 => Interface::Policy,
            Self::SpoeAuthV0 => Interface::SpoeAuth,
            Self::DdosProtectionV0 => Interface::DdosProtection,
        }
    }

    /// The JSON Schema of what each side says, such as `requirer.application`, `requirer.unit` and
    /// `provider.application`: objects whose fields are the keys of the databag. A databag holds the JSON
    /// text of each field, with [`Self::has_plain_texts`] the text itself.
    pub fn json_schema(self) -> Value {
        let requirer = match self.interface() {
            Interface::Route => json!({
                "application": RequirerApplicationData::json_schema(self),
                "unit": RequirerUnitData::json_schema(self),
            }),
            Interface::Tcp => json!({
                "application": TcpRequirerApplicationData::json_schema(self),
                "unit": RequirerUnitData::json_schema(self),
            }),
            Interface::Ingress => json!({
                "application": IngressApplicationData::json_schema(),
                "unit": IngressUnitData::json_schema(),
            }),
            Interface::IngressPerUnit => json!({ "unit": IngressPerUnitData::json_schema() }),
            Interface::Policy | Interface::SpoeAuth | Interface::DdosProtection => json!({}),
        };
        let provider = match self.interface() {
            Interface::Route | Interface::Tcp => {
                json!({ "application": ProviderApplicationData::json_schema(self) })
            }
            Interface::Ingress | Interface::IngressPerUnit => json!({}),
            Interface::Policy => json!({ "application": PolicyApplicationData::json_schema() }),
            Interface::SpoeAuth => json!({
                "application": SpoeAuthApplicationData::json_schema(),
                "unit": SpoeAuthUnitData::json_schema(),
            }),
            Interface::DdosProtection => {
                json!({ "application": DdosApplicationData::json_schema() })
            }
        };
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": format!("{} in the schema {self}", self.interface()),
            "type": "object",
            "properties": {
                "requirer": { "type": "object", "properties": requirer },
                "provider": { "type": "object", "properties": provider },
            },
        })
    }

    /// Whether databags hold the texts of fields as they are, in place of JSON.
    pub const fn has_plain_texts(self) -> bool {
        matches!(self, Self::IngressPerUnitV1)
    }

    /// The name of the schema, such as `route-v2`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RouteV0 => "route-v0",
            Self::RouteV1 => "route-v1",
            Self::RouteV2 => "route-v2",
            Self::TcpV0 => "tcp-v0",
            Self::TcpV1 => "tcp-v1",
            Self::IngressV2 => "ingress-v2",
            Self::IngressPerUnitV1 => "ingress-per-unit-v1",
            Self::PolicyV0 => "policy-v0",
            Self::SpoeAuthV0 => "spoe-auth-v0",
            Self::DdosProtectionV0 => "ddos-protection-v0",
        }
    }
}

impl Interface {
    /// Every interface.
    pub const ALL: [Self; 7] = [
        Self::Route,
        Self::Tcp,
        Self::Ingress,
        Self::IngressPerUnit,
        Self::Policy,
        Self::SpoeAuth,
        Self::DdosProtection,
    ];

    /// The name of the interface in the metadata of charms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Route => "haproxy-route",
            Self::Tcp => "haproxy-route-tcp",
            Self::Ingress => "ingress",
            Self::IngressPerUnit => "ingress_per_unit",
            Self::Policy => "haproxy-route-policy",
            Self::SpoeAuth => "spoe-auth",
            Self::DdosProtection => "ddos-protection",
        }
    }

    /// The newest version of the interface.
    pub const fn newest(self) -> Schema {
        match self {
            Self::Route => Schema::RouteV2,
            Self::Tcp => Schema::TcpV1,
            Self::Ingress => Schema::IngressV2,
            Self::IngressPerUnit => Schema::IngressPerUnitV1,
            Self::Policy => Schema::PolicyV0,
            Self::SpoeAuth => Schema::SpoeAuthV0,
            Self::DdosProtection => Schema::DdosProtectionV0,
        }
    }
}

/// The names of all schemas, in words.
fn names() -> String {
    let names = Schema::ALL.map(Schema::name);
    match names.split_last() {
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

impl Display for Interface {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Display for Schema {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Reads what [`Schema::name`] gives.
impl FromStr for Schema {
    type Err = SchemaError;

    fn from_str(name: &str) -> Result<Self, SchemaError> {
        let mut all = Self::ALL.into_iter();
        all.find(|schema| schema.name() == name)
            .ok_or_else(|| SchemaError {
                name: name.to_owned(),
            })
    }
}
