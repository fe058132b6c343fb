//! Relations as JSON: `{"4": {"application": {…}, "units": {"web/0": {…}}}}`, or what
//! `juju show-unit --format json` prints of a provider's unit.

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::Value;

use super::{Relation, RelationId};
use crate::databag::Databag;
use crate::detection::is_of_interface;
use crate::schema::Interface;

/// A text does not tell relations.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RelationError {
    /// The text is not JSON.
    #[error("not JSON: {0}")]
    Syntax(serde_json::Error),
    /// The JSON has another form.
    #[error(
        "{place}: {source}; expected {{\"RELATION-ID\": {{\"application\": {{…}}, \"units\": {{…}}}}}} \
         or what 'juju show-unit --format json' prints"
    )]
    Form {
        /// The key below which the form is another one.
        place: String,
        /// What was found.
        source: serde_json::Error,
    },
    /// A key is not the number of a relation.
    #[error("'{key}' is not the number of a relation, such as 4 or haproxy-route:4")]
    Id {
        /// The key.
        key: String,
    },
}

/// A relation in the short form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Short {
    #[serde(default)]
    application: Databag,
    #[serde(default)]
    units: IndexMap<String, Databag>,
}

/// A unit as `juju show-unit` prints it.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Unit {
    #[serde(default)]
    relation_info: Vec<Info>,
}

/// A relation of such a unit.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Info {
    relation_id: RelationId,
    endpoint: String,
    #[serde(default)]
    application_data: IndexMap<String, Value>,
    #[serde(default)]
    related_units: IndexMap<String, RelatedUnit>,
}

/// The other side's unit.
#[derive(Deserialize)]
struct RelatedUnit {
    #[serde(default)]
    data: IndexMap<String, Value>,
}

/// A relation of whatever interface.
pub(crate) struct Entry {
    id: RelationId,
    /// The name of the endpoint on the side of the unit; empty where nothing tells it.
    pub(crate) endpoint: String,
    application_data: Databag,
    pub(crate) units: IndexMap<String, Databag>,
}

impl Relation {
    /// Reads relations. In what `juju show-unit` prints, those of endpoints that are not named after an
    /// [`Interface`] are left out, unless their data is of `haproxy-route` or `haproxy-route-tcp`.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or of another form.
    pub fn read_all(text: &[u8]) -> Result<Vec<Self>, RelationError> {
        Ok(entries(text)?.into_iter().filter_map(of_entry).collect())
    }
}

/// Reads relations of whatever interface.
pub(crate) fn entries(text: &[u8]) -> Result<Vec<Entry>, RelationError> {
    let fields: IndexMap<String, Value> = match serde_json::from_slice(text) {
        Ok(fields) => fields,
        Err(source) if source.is_data() => {
            let place = "the whole".to_owned();
            return Err(RelationError::Form { place, source });
        }
        Err(error) => return Err(RelationError::Syntax(error)),
    };
    let mut entries = Vec::new();
    for (key, value) in fields {
        let form = |source| RelationError::Form {
            place: key.clone(),
            source,
        };
        if value.get("relation-info").is_some() {
            let unit: Unit = serde_json::from_value(value).map_err(form)?;
            entries.extend(unit.relation_info.into_iter().map(of_info));
        } else {
            let short: Short = serde_json::from_value(value).map_err(form)?;
            entries.push(of_short(&key, short)?);
        }
    }
    Ok(entries)
}

fn of_short(key: &str, short: Short) -> Result<Entry, RelationError> {
    let (endpoint, number) = key.rsplit_once(':').unwrap_or(("", key));
    let Ok(id) = number.parse() else {
        let key = key.to_owned();
        return Err(RelationError::Id { key });
    };
    Ok(Entry {
        id,
        endpoint: endpoint.to_owned(),
        application_data: short.application,
        units: short.units,
    })
}

fn of_info(info: Info) -> Entry {
    let units = info.related_units.into_iter();
    Entry {
        id: info.relation_id,
        endpoint: info.endpoint,
        application_data: databag(info.application_data),
        units: units
            .map(|(name, unit)| (name, databag(unit.data)))
            .collect(),
    }
}

fn of_entry(entry: Entry) -> Option<Relation> {
    let interface = of_endpoint(&entry.endpoint).or_else(|| of_data(&entry.application_data));
    // A relation without a word so far: only the short form leaves its endpoint open.
    let interface = interface.or_else(|| entry.endpoint.is_empty().then_some(Interface::Route))?;
    Some(Relation {
        id: entry.id,
        interface,
        application: application_of(&entry.units),
        application_data: entry.application_data,
        units: entry.units,
    })
}

fn of_endpoint(endpoint: &str) -> Option<Interface> {
    // Endpoints are named with dashes, whatever their interfaces are.
    let named = |name: &str| name.replace('_', "-");
    let mut interfaces = Interface::ALL.into_iter();
    interfaces.find(|interface| named(interface.name()) == named(endpoint))
}

fn of_data(databag: &Databag) -> Option<Interface> {
    let is_tcp = is_of_interface(databag, Interface::Tcp);
    match is_of_interface(databag, Interface::Route) {
        // Both have fields such as `check`; a port of the proxy has one of them.
        true if is_tcp && databag.get("service").is_none() && databag.get("ports").is_none() => {
            Some(Interface::Tcp)
        }
        true => Some(Interface::Route),
        false if is_tcp => Some(Interface::Tcp),
        false => None,
    }
}

/// The application that the units are of.
fn application_of(units: &IndexMap<String, Databag>) -> String {
    let name = units.keys().next().and_then(|unit| unit.rsplit_once('/'));
    name.map(|(application, _)| application.to_owned())
        .unwrap_or_default()
}

/// What Juju prints of a databag: texts, and where a text looks like another type, that type.
fn databag(entries: IndexMap<String, Value>) -> Databag {
    let text = |value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    entries
        .into_iter()
        .map(|(key, value)| (key, text(value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let short = r#"{
            "haproxy-route-tcp:7": {"application": {}},
            "4": {
                "application": {"service": "\"web\"", "ports": "[80]"},
                "units": {"web/10": {"address": "\"10.0.0.10\""}, "web/2": {"address": "\"10.0.0.2\""}}
            },
            "5": {"application": {"port": "80", "check": "{}"}}
        }"#;
        let relations = Relation::read_all(short.as_bytes()).unwrap();
        let summary: Vec<_> = relations
            .iter()
            .map(|relation| {
                (
                    relation.id,
                    relation.interface,
                    relation.application.as_str(),
                )
            })
            .collect();
        assert_eq!(
            summary,
            [
                (7, Interface::Tcp, ""),
                (4, Interface::Route, "web"),
                (5, Interface::Tcp, "")
            ]
        );
        let [_, web, _] = &relations[..] else {
            panic!()
        };
        let units: Vec<_> = web.units_in_order().iter().map(|(name, _)| *name).collect();
        assert_eq!(units, ["web/2", "web/10"]);

        let shown = r#"{"haproxy/0": {"leader": true, "relation-info": [
            {"relation-id": 1, "endpoint": "haproxy-peers", "application-data": {}},
            {"relation-id": 4, "endpoint": "haproxy-route", "related-endpoint": "route",
             "application-data": {"service": "\"web\"", "ports": "[80]"},
             "local-unit": {"in-scope": true, "data": {}},
             "related-units": {
                 "web/10": {"in-scope": true, "data": {"address": "\"10.0.0.10\""}},
                 "web/2": {"in-scope": true, "data": {"address": "\"10.0.0.2\""}}}}]}}"#;
        assert_eq!(
            Relation::read_all(shown.as_bytes()).unwrap(),
            relations[1..2]
        );
    }

    #[test]
    fn other_forms_are_refused() {
        let error = |text: &str| Relation::read_all(text.as_bytes()).unwrap_err().to_string();
        assert!(error("{").starts_with("not JSON: EOF"));
        assert!(error("[]").starts_with("the whole: invalid type: sequence"));
        assert!(error(r#"{"4": {"app": {}}}"#).starts_with("4: unknown field `app`"));
        assert!(error(r#"{"4": {"application": {"ports": [80]}}}"#).starts_with("4: invalid type"));
        assert!(error(r#"{"web": {}}"#).starts_with("'web' is not the number of a relation"));
    }
}
