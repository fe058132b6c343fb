use super::{both, read_units};
use crate::collection::Refusal;
use crate::error::ErrorKind;
use crate::field::{Kind as _, Reader, address, boolean, free, objects, optional, port};
use crate::relation::Relation;
use crate::rendering::{Ingress, IngressUnit};
use crate::value::Address;

objects! {
    /// What an application says that asks for a path of the proxy, over `ingress`.
    #[derive(Eq)]
    pub struct IngressApplicationData(schema) {
        /// The name of its model.
        model: String = free().required();
        /// Its name.
        name: String = free().required();
        /// The port of each of its units.
        port: u16 = port(u16::MAX).required();
        /// Whether it sees paths without the beginning that is the proxy's.
        strip_prefix "strip-prefix": bool = boolean().or(false);
    }

    /// What each unit of such an application says.
    #[derive(Eq)]
    pub struct IngressUnitData(schema) {
        /// Its host name or address.
        host: String = free().required();
        /// Its address, where it knows that.
        ip: Option<Address> = optional(address()).or(None);
    }

    /// What a unit says that asks for a path of its own, over `ingress_per_unit`. Databags hold the texts
    /// as they are.
    #[derive(Eq)]
    pub struct IngressPerUnitData(schema) {
        /// The name of its model.
        model: String = free().required();
        /// Its name, such as `web/0`.
        name: String = free().required();
        /// Its host name or address.
        host: String = free().required();
        /// Its port.
        port: u16 = port(u16::MAX).required();
        /// What it speaks: `http`.
        mode: String = free().or("http".to_owned()).rule(check_mode);
        /// Whether it sees paths without the beginning that is the proxy's.
        strip_prefix "strip-prefix": bool = boolean().or(false);
    }
}

fn check_mode(mode: &String, reader: &mut Reader) {
    if mode != "http" {
        reader.note(ErrorKind::value_error("only the mode 'http' has paths"));
    }
}

impl Ingress {
    pub(crate) fn read(relation: &Relation) -> Result<Self, Vec<Refusal>> {
        let application = IngressApplicationData::load(&relation.application_data);
        let units = read_units(relation, IngressUnitData::load);
        let (application, units) = both(application, units)?;
        let host = |unit: IngressUnitData| unit.ip.map_or(unit.host, |ip| ip.to_string());
        Ok(Self {
            relation_id: relation.id,
            model: application.model,
            application: application.name,
            port: application.port.into(),
            strip_prefix: application.strip_prefix,
            hosts: units.into_iter().map(|(_, unit)| host(unit)).collect(),
        })
    }
}

impl IngressUnit {
    /// The units of a relation.
    pub(crate) fn read_all(relation: &Relation) -> Result<Vec<Self>, Vec<Refusal>> {
        let units = read_units(relation, IngressPerUnitData::load)?.into_iter();
        Ok(units
            .map(|(_, unit)| Self {
                relation_id: relation.id,
                model: unit.model,
                unit: unit.name,
                port: unit.port.into(),
                strip_prefix: unit.strip_prefix,
                host: unit.host,
            })
            .collect())
    }
}
