//! What is said over the other relations of the proxy: applications and units below paths, what the proxy
//! asks of agents and policies, and limits to clients.

mod ddos;
mod ingress;
mod policy;
mod spoe;

use crate::collection::Refusal;
use crate::databag::Databag;
use crate::error::ValidationError;
use crate::relation::Relation;

pub use ddos::DdosApplicationData;
pub use ingress::{IngressApplicationData, IngressPerUnitData, IngressUnitData};
pub use policy::{ApprovedRequest, PolicyApplicationData};
pub use spoe::{SpoeAuthApplicationData, SpoeAuthUnitData};

/// Reads what the units of a relation say; who has said nothing so far is to come.
fn read_units<T>(
    relation: &Relation,
    load: impl Fn(&Databag) -> Result<T, ValidationError>,
) -> Result<Vec<(String, T)>, Vec<Refusal>> {
    let (mut units, mut reasons) = (Vec::new(), Vec::new());
    for (name, databag) in relation.units_in_order() {
        if databag.is_empty() {
            continue;
        }
        let unit = name.to_owned();
        match load(databag) {
            Ok(data) => units.push((unit, data)),
            Err(source) => reasons.push(Refusal::Unit { unit, source }),
        }
    }
    if reasons.is_empty() {
        Ok(units)
    } else {
        Err(reasons)
    }
}

/// Puts both parts of a relation together; every fault of both is told.
fn both<A, U>(
    application: Result<A, ValidationError>,
    units: Result<U, Vec<Refusal>>,
) -> Result<(A, U), Vec<Refusal>> {
    let application = application.map_err(|source| vec![Refusal::Application { source }]);
    match (application, units) {
        (Ok(application), Ok(units)) => Ok((application, units)),
        (application, units) => {
            let mut reasons = application.err().unwrap_or_default();
            reasons.extend(units.err().unwrap_or_default());
            Err(reasons)
        }
    }
}
