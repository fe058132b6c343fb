use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use serde_json::{Value, json};

use crate::provider::ProviderApplicationData;
use crate::requirer::{RequirerApplicationData, RequirerUnitData, TcpRequirerApplicationData};

/// What is said over a relation, by interface and version.
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
}

/// The interface of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interface {
    /// `haproxy-route`: HTTP services, by host name and path.
    Route,
    /// `haproxy-route-tcp`: TCP services, by port and server name.
    Tcp,
}

/// A text names no schema.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no schema '{name}'; there are route-v0, route-v1, route-v2, tcp-v0 and tcp-v1")]
pub struct SchemaError {
    /// What was taken for a name.
    pub name: String,
}

impl Schema {
    /// Every schema; of one interface, the older before the newer.
    pub const ALL: [Self; 5] = [
        Self::RouteV0,
        Self::RouteV1,
        Self::RouteV2,
        Self::TcpV0,
        Self::TcpV1,
    ];

    /// The schema of this version of an interface, if there is one.
    pub fn of(interface: Interface, version: u8) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|schema| schema.interface() == interface && schema.version() == version)
    }

    /// The number of the version.
    pub const fn version(self) -> u8 {
        match self {
            Self::RouteV0 | Self::TcpV0 => 0,
            Self::RouteV1 | Self::TcpV1 => 1,
            Self::RouteV2 => 2,
        }
    }

    /// The interface that this is a version of.
    pub const fn interface(self) -> Interface {
        match self {
            Self::RouteV0 | Self::RouteV1 | Self::RouteV2 => Interface::Route,
            Self::TcpV0 | Self::TcpV1 => Interface::Tcp,
        }
    }

    /// The JSON Schema of what both sides say: `requirer.application`, `requirer.unit` and
    /// `provider.application`, each an object whose fields are the keys of the databag. A databag holds
    /// the JSON text of each field.
    pub fn json_schema(self) -> Value {
        let application = match self.interface() {
            Interface::Route => RequirerApplicationData::json_schema(self),
            Interface::Tcp => TcpRequirerApplicationData::json_schema(self),
        };
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": format!("{} in the schema {self}", self.interface()),
            "type": "object",
            "properties": {
                "requirer": {
                    "type": "object",
                    "properties": {
                        "application": application,
                        "unit": RequirerUnitData::json_schema(self),
                    },
                },
                "provider": {
                    "type": "object",
                    "properties": { "application": ProviderApplicationData::json_schema(self) },
                },
            },
        })
    }

    /// The name of the schema, such as `route-v2`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RouteV0 => "route-v0",
            Self::RouteV1 => "route-v1",
            Self::RouteV2 => "route-v2",
            Self::TcpV0 => "tcp-v0",
            Self::TcpV1 => "tcp-v1",
        }
    }
}

impl Interface {
    /// The name of the interface in the metadata of charms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Route => "haproxy-route",
            Self::Tcp => "haproxy-route-tcp",
        }
    }

    /// The newest version of the interface.
    pub const fn newest(self) -> Schema {
        match self {
            Self::Route => Schema::RouteV2,
            Self::Tcp => Schema::TcpV1,
        }
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
