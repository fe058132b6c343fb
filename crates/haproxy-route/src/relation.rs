//! Relations as Juju has them: databags of an application and of its units.

mod json;

use indexmap::IndexMap;

use crate::databag::Databag;
use crate::schema::Interface;

pub use json::RelationError;
pub(crate) use json::entries;

/// A relation, with what its remote side says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The number of the relation.
    pub id: RelationId,
    /// The interface of the relation.
    pub interface: Interface,
    /// The name of the remote application; empty where nothing tells it.
    pub application: String,
    /// What the application says.
    pub application_data: Databag,
    /// What each unit says, by its name, such as `web/0`.
    pub units: IndexMap<String, Databag>,
}

/// The number that Juju gives to a relation.
pub type RelationId = u64;

impl Relation {
    /// The units and what they say, `web/2` before `web/10`: in whatever order Juju tells them, the
    /// result is the same.
    pub fn units_in_order(&self) -> Vec<(&str, &Databag)> {
        let units = self.units.iter();
        let mut units: Vec<_> = units
            .map(|(name, databag)| (name.as_str(), databag))
            .collect();
        units.sort_by_key(|(name, _)| unit_number(name));
        units
    }
}

/// What orders units: the application, the number, and where there is none the name.
fn unit_number(name: &str) -> (&str, u64, &str) {
    let (application, number) = name.rsplit_once('/').unwrap_or((name, ""));
    (application, number.parse().unwrap_or(u64::MAX), name)
}
