//! What each field renders, in every schema that has it.
//!
//! The cases are in `fields/`, a file for each interface and what its units say. A case is
//! `FIELD DATA => PART`: data that has the field, and a part of a line that is rendered with it and not
//! without it.

use haproxy_route::{Collection, CollectionOptions, Interface, Relation, Schema, render};
use serde_json::{Map, Value, json};

use super::{options, relation_of, text};

/// Fields that HAProxy has no setting for; or one value, and everything else is refused.
const SILENT: [&str; 2] = ["retry.interval", "mode"];

/// What a remote side says.
#[derive(Clone)]
struct Said {
    application: Map<String, Value>,
    unit: Map<String, Value>,
}

/// A line of a file.
struct Case {
    field: String,
    data: Map<String, Value>,
    part: String,
}

/// The side that the proxy reads.
const fn side(interface: Interface) -> &'static str {
    match interface {
        Interface::Policy | Interface::SpoeAuth | Interface::DdosProtection => "provider",
        _ => "requirer",
    }
}

/// What must be said at least.
fn least(interface: Interface) -> Said {
    let (application, unit) = match interface {
        Interface::Route => (
            json!({ "service": "s", "ports": [80] }),
            json!({ "address": "10.0.0.1" }),
        ),
        // TLS is not asked for, so that a test of what is shows a difference.
        Interface::Tcp => (
            json!({ "port": 5000, "enforce_tls": false, "tls_terminate": false }),
            json!({ "address": "10.0.0.1" }),
        ),
        Interface::Ingress => (
            json!({ "model": "m", "name": "app", "port": 80 }),
            json!({ "host": "app.local" }),
        ),
        Interface::IngressPerUnit => (
            json!({}),
            json!({ "model": "m", "name": "app/0", "host": "app.local", "port": 80 }),
        ),
        Interface::Policy => (
            json!({ "approved_requests": [], "policy_backend_port": 80, "model": "m" }),
            json!({ "private-address": "10.0.0.9" }),
        ),
        Interface::SpoeAuth => (
            json!({
                "spop_port": 8081, "oidc_callback_port": 5000, "event": "on-frontend-http-request",
                "message_name": "try", "var_authenticated": "yes", "var_redirect_url": "url",
                "cookie_name": "C", "hostname": "a.example",
            }),
            json!({ "address": "10.0.0.1" }),
        ),
        Interface::DdosProtection => (json!({}), json!({})),
    };
    Said {
        application: application.as_object().unwrap().clone(),
        unit: unit.as_object().unwrap().clone(),
    }
}

/// What a provider of this schema renders, the files beside it included.
fn rendered(schema: Schema, said: &Said) -> String {
    let interface = schema.interface();
    let (key, mut relation) = relation_of(1, interface.name(), &said.application.clone().into());
    let is_plain = schema.has_plain_texts() || interface == Interface::Policy;
    let unit = said.unit.iter().map(|(key, value)| match value {
        Value::String(text) if is_plain => (key.clone(), json!(text)),
        value => (key.clone(), json!(value.to_string())),
    });
    relation["units"]["app/0"] = unit.collect();
    let mut relations: Map<_, _> = [(key, relation)].into_iter().collect();
    if side(interface) == "provider" {
        // What goes with services needs one.
        let other = json!({ "service": "other", "ports": [80], "hostname": "other.example" });
        relations.extend([relation_of(2, "haproxy-route", &other)]);
    }
    let relations = Relation::read_all(Value::from(relations).to_string().as_bytes()).unwrap();
    let mut collection = CollectionOptions {
        external_hostname: Some("example.com".to_owned()),
        ..CollectionOptions::default()
    };
    match interface {
        Interface::Route => collection.route = schema,
        Interface::Tcp => collection.tcp = schema,
        _ => {}
    }
    let rendering = render(&Collection::new(&relations, &collection), &options());
    let reasons = rendering.refused.get(&1);
    assert!(
        reasons.is_none(),
        "{schema} {}: {reasons:?}",
        json!(said.application)
    );
    let files = rendering.files.iter();
    let files = files.map(|file| String::from_utf8(file.content.clone()).unwrap());
    text(&rendering) + &files.collect::<String>()
}

/// The cases of a file.
fn cases(name: &str) -> Vec<Case> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rendering/fields");
    let text = std::fs::read_to_string(format!("{folder}/{name}.txt")).unwrap();
    let case = |line: &str| {
        let (start, part) = line.rsplit_once(" => ").unwrap();
        let (field, data) = start.split_once(' ').unwrap();
        Case {
            field: field.to_owned(),
            data: serde_json::from_str(data).unwrap(),
            part: part.to_owned(),
        }
    };
    text.lines().map(case).collect()
}

/// Says what a case says, in place of what must be said; `null` says nothing.
fn say(said: &mut Map<String, Value>, case: &Case) {
    said.extend(case.data.clone());
    said.retain(|_, value| !value.is_null());
}

/// The paths of all fields that hold no others.
fn paths(schema: &Value, path: &str, found: &mut Vec<String>) {
    let schema = schema
        .pointer("/anyOf/0")
        .filter(|_| schema.get("type").is_none())
        .unwrap_or(schema);
    let items = schema.get("items");
    if let Some(items) = items.filter(|items| items.get("properties").is_some()) {
        return paths(items, &format!("{path}[]"), found);
    }
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return found.push(path.to_owned());
    };
    for (name, property) in properties {
        let separator = if path.is_empty() { "" } else { "." };
        paths(property, &format!("{path}{separator}{name}"), found);
    }
}

#[test]
fn every_field_of_every_version_renders_its_line() {
    for schema in Schema::ALL {
        let interface = schema.interface();
        let before = rendered(schema, &least(interface));
        for (part, suffix) in [("application", ""), ("unit", "-unit")] {
            let pointer = format!("/properties/{}/properties/{part}", side(interface));
            let json_schema = schema.json_schema();
            let Some(object) = json_schema.pointer(&pointer) else {
                continue;
            };
            let mut fields = Vec::new();
            paths(object, "", &mut fields);
            fields.retain(|field| !SILENT.contains(&field.as_str()));
            let cases = cases(&format!("{interface}{suffix}"));
            for field in fields {
                let case = cases.iter().find(|case| case.field == field);
                let case = case.unwrap_or_else(|| panic!("{schema}: nothing tests {field}"));
                let mut said = least(interface);
                say(
                    if suffix.is_empty() {
                        &mut said.application
                    } else {
                        &mut said.unit
                    },
                    case,
                );
                let after = rendered(schema, &said);
                let line = &case.part;
                assert!(
                    after.contains(line),
                    "{schema}: {field} makes no line {line}: {after}"
                );
                assert!(
                    !before.contains(line),
                    "{schema}: {field} shows nothing: {before}"
                );
            }
        }
    }
}
