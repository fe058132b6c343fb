use super::Refusal;
use crate::conversion::{ConversionError, ConversionOptions};
use crate::relation::{Relation, RelationId};
use crate::requirer::{RequirerApplicationData, RequirerUnitData, TcpRequirerApplicationData};
use crate::schema::Schema;
use crate::value::Address;

/// A requirer whose data is valid.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirer<T> {
    /// The number of the relation.
    pub relation_id: RelationId,
    /// The name of the remote application; empty where nothing tells it.
    pub application: String,
    /// What the application says.
    pub data: T,
    /// The units that said where they are reached, in the order of their numbers.
    pub units: Vec<Server>,
}

/// A unit of a requirer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// The name of the unit, such as `web/0`.
    pub unit: String,
    /// Where it is reached.
    pub address: Address,
}

impl Requirer<RequirerApplicationData> {
    pub(super) fn read_route(
        relation: &Relation,
        schema: Schema,
        options: &ConversionOptions,
    ) -> Result<Self, Vec<Refusal>> {
        let data = &relation.application_data;
        let data = match RequirerApplicationData::load_from_any(data, schema, options) {
            Ok(conversion) => Ok(conversion.data),
            Err(ConversionError::Refused { source }) => Err(Refusal::Application { source }),
            Err(source) => Err(Refusal::Conversion { source }),
        };
        read(relation, data, schema)
    }

    /// The addresses of the servers: those that the application names, or else those of its units.
    pub fn addresses(&self) -> Vec<&Address> {
        addresses(&self.data.hosts, &self.units)
    }
}

impl Requirer<TcpRequirerApplicationData> {
    pub(super) fn read_tcp(relation: &Relation, schema: Schema) -> Result<Self, Vec<Refusal>> {
        let data = TcpRequirerApplicationData::load(&relation.application_data, schema)
            .map_err(|source| Refusal::Application { source });
        read(relation, data, schema)
    }

    /// The addresses of the servers: those that the application names, or else those of its units.
    pub fn addresses(&self) -> Vec<&Address> {
        addresses(&self.data.hosts, &self.units)
    }
}

fn addresses<'a>(hosts: &'a [Address], units: &'a [Server]) -> Vec<&'a Address> {
    if hosts.is_empty() {
        units.iter().map(|unit| &unit.address).collect()
    } else {
        hosts.iter().collect()
    }
}

/// Puts the data of an application and that of its units together; every fault of both is told.
fn read<T>(
    relation: &Relation,
    data: Result<T, Refusal>,
    schema: Schema,
) -> Result<Requirer<T>, Vec<Refusal>> {
    let mut units = Vec::new();
    let mut reasons = Vec::new();
    for (name, databag) in relation.units_in_order() {
        // A unit that has said nothing so far is to come; version 0 knows no such patience.
        let is_patient = !matches!(schema, Schema::RouteV0 | Schema::TcpV0);
        if databag.is_empty() && is_patient {
            continue;
        }
        match RequirerUnitData::load(databag, schema) {
            Ok(unit) => units.push(Server {
                unit: name.to_owned(),
                address: unit.address,
            }),
            Err(source) => reasons.push(Refusal::Unit {
                unit: name.to_owned(),
                source,
            }),
        }
    }
    match data {
        Ok(data) if reasons.is_empty() => Ok(Requirer {
            relation_id: relation.id,
            application: relation.application.clone(),
            data,
            units,
        }),
        Ok(_) => Err(reasons),
        Err(reason) => {
            reasons.insert(0, reason);
            Err(reasons)
        }
    }
}
