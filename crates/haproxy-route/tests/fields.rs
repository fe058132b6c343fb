//! Every field of every schema: what it takes, what it is coerced to, what is refused, what is dumped.
//!
//! The cases are in `fields/`, a file for each schema and part of it. A block begins with the key of the
//! databag and the JSON text that it gets, with `?` for the value of a case; `-` leaves the key out. A
//! case is `VALUE => TEXT`, with the text that is dumped for the key (or `left out`), or
//! `VALUE !! PATH KIND, …`, with every error.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use haproxy_route::{
    Databag, DdosApplicationData, IngressApplicationData, IngressPerUnitData, IngressUnitData,
    Json, PolicyApplicationData, ProviderApplicationData, RequirerApplicationData,
    RequirerUnitData, Schema, SpoeAuthApplicationData, SpoeAuthUnitData,
    TcpRequirerApplicationData, ValidationError,
};
use serde_json::Value;

/// What one side says, in one schema.
#[derive(Clone, Copy)]
enum Part {
    Application,
    Unit,
    Provider,
    ProviderUnit,
}

/// A block of a file.
struct Block {
    key: String,
    template: String,
    cases: Vec<Case>,
}

/// A line of a block.
struct Case {
    value: String,
    expected: Result<String, String>,
}

const PARTS: [(Part, &str); 4] = [
    (Part::Application, ""),
    (Part::Unit, "-unit"),
    (Part::Provider, "-provider"),
    (Part::ProviderUnit, "-provider-unit"),
];

#[test]
fn every_case_is_as_written() {
    let mut count = 0;
    for (schema, part, name, blocks) in files() {
        for block in &blocks {
            for case in &block.cases {
                let found = match load_and_dump(schema, part, &databag(schema, part, block, case)) {
                    Ok(dump) => Ok(dump.get(&block.key).unwrap_or("left out").to_owned()),
                    Err(error) => Err(kinds(&error)),
                };
                let (key, template, value) = (&block.key, &block.template, &case.value);
                assert_eq!(
                    found, case.expected,
                    "{name}: [{key}] {template} with {value}"
                );
                count += 1;
            }
        }
    }
    assert!(count > 2500, "{count} cases");
}

#[test]
fn what_is_dumped_is_loaded_equally() {
    for (schema, part, name, blocks) in files() {
        for block in &blocks {
            for case in &block.cases {
                if let Ok(dump) = load_and_dump(schema, part, &databag(schema, part, block, case)) {
                    let again = load_and_dump(schema, part, &dump).unwrap();
                    assert_eq!(dump, again, "{name}: {} with {}", block.key, case.value);
                }
            }
        }
    }
}

#[test]
fn every_field_has_its_cases() {
    for (schema, part, name, blocks) in files() {
        for (path, field) in fields_of(&json_schema(schema, part).unwrap()) {
            let is_about = |block: &&Block| path_of(block) == path;
            let cases: Vec<&Case> = blocks
                .iter()
                .filter(is_about)
                .flat_map(|block| &block.cases)
                .collect();
            let accepted = |case: &&&Case| case.expected.is_ok() && case.value != "-";
            assert!(
                cases.iter().any(|case| accepted(&case)),
                "{name}: {path} is never taken"
            );
            assert!(
                cases.iter().any(|case| case.expected.is_err()),
                "{name}: {path} is never refused"
            );
            let is_coerced = |case: &&&Case| {
                accepted(case)
                    && !case
                        .expected
                        .as_ref()
                        .is_ok_and(|text| text.contains(&case.value))
            };
            if takes_other_types(&field) {
                assert!(
                    cases.iter().any(|case| is_coerced(&case)),
                    "{name}: {path} is never coerced"
                );
            }
        }
    }
}

/// The schemas with their parts, each with the name of its file and the blocks in it.
fn files() -> Vec<(Schema, Part, String, Vec<Block>)> {
    let mut files = Vec::new();
    for schema in Schema::ALL {
        for (part, suffix) in PARTS {
            if json_schema(schema, part).is_none() {
                continue;
            }
            let name = format!("{schema}{suffix}");
            let path = format!("{}/tests/fields/{name}.txt", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap();
            let blocks = text.split("\n\n").map(block).collect();
            files.push((schema, part, name, blocks));
        }
    }
    files
}

fn block(text: &str) -> Block {
    let mut lines = text.lines();
    let (key, template) = lines.next().unwrap().split_once("] ").unwrap();
    Block {
        key: key.strip_prefix('[').unwrap().to_owned(),
        template: template.to_owned(),
        cases: lines.map(case).collect(),
    }
}

fn case(line: &str) -> Case {
    let (value, expected) = if let Some((value, text)) = line.rsplit_once(" => ") {
        (value, Ok(text.to_owned()))
    } else {
        let (value, errors) = line.rsplit_once(" !! ").unwrap();
        (value, Err(errors.to_owned()))
    };
    let value = value.to_owned();
    Case { value, expected }
}

/// The keys without which nothing is valid.
fn required(schema: Schema, part: Part) -> &'static [(&'static str, &'static str)] {
    match (schema, part) {
        (Schema::RouteV0 | Schema::RouteV1 | Schema::RouteV2, Part::Application) => {
            &[("service", r#""web""#), ("ports", "[80]")]
        }
        (Schema::TcpV0 | Schema::TcpV1, Part::Application) => &[("port", "80")],
        (Schema::IngressV2, Part::Application) => {
            &[("model", r#""m""#), ("name", r#""web""#), ("port", "80")]
        }
        (Schema::IngressV2, _) => &[("host", r#""web.local""#)],
        (Schema::IngressPerUnitV1, _) => &[
            ("model", "m"),
            ("name", "web/0"),
            ("host", "web.local"),
            ("port", "80"),
        ],
        (Schema::PolicyV0, _) => &[
            ("approved_requests", "[]"),
            ("policy_backend_port", "80"),
            ("model", r#""m""#),
        ],
        (Schema::SpoeAuthV0, Part::Provider) => &[
            ("spop_port", "8081"),
            ("oidc_callback_port", "5000"),
            ("event", r#""on-frontend-http-request""#),
            ("message_name", r#""try""#),
            ("var_authenticated", r#""yes""#),
            ("var_redirect_url", r#""url""#),
            ("cookie_name", r#""C""#),
            ("hostname", r#""a.example""#),
        ],
        _ => &[],
    }
}

/// The databag of a case: the key that it is about, and those without which nothing is valid.
fn databag(schema: Schema, part: Part, block: &Block, case: &Case) -> Databag {
    let required = required(schema, part).iter();
    let mut keys: BTreeMap<_, _> = required
        .map(|(key, text)| (*key, (*text).to_owned()))
        .collect();
    if block.key == "port_mapping" {
        keys.remove("port");
    }
    if case.value == "-" {
        keys.remove(block.key.as_str());
    } else {
        keys.insert(&block.key, block.template.replacen('?', &case.value, 1));
    }
    keys.into_iter().collect()
}

fn load_and_dump(
    schema: Schema,
    part: Part,
    databag: &Databag,
) -> Result<Databag, ValidationError> {
    Ok(match (schema, part) {
        (Schema::IngressV2, Part::Application) => IngressApplicationData::load(databag)?.dump(),
        (Schema::IngressV2, _) => IngressUnitData::load(databag)?.dump(),
        (Schema::IngressPerUnitV1, _) => IngressPerUnitData::load(databag)?.dump(),
        (Schema::PolicyV0, _) => PolicyApplicationData::load(databag)?.dump(),
        (Schema::SpoeAuthV0, Part::Provider) => SpoeAuthApplicationData::load(databag)?.dump(),
        (Schema::SpoeAuthV0, _) => SpoeAuthUnitData::load(databag)?.dump(),
        (Schema::DdosProtectionV0, _) => DdosApplicationData::load(databag)?.dump(),
        (_, Part::Unit) => RequirerUnitData::load(databag, schema)?.dump(schema),
        (_, Part::Provider) => ProviderApplicationData::load(databag, schema)?.dump(schema),
        (Schema::TcpV0 | Schema::TcpV1, _) => {
            TcpRequirerApplicationData::load(databag, schema)?.dump(schema)
        }
        _ => RequirerApplicationData::load(databag, schema)?.dump(schema),
    })
}

/// The JSON Schema of what a side says, if it says anything.
fn json_schema(schema: Schema, part: Part) -> Option<Value> {
    let side = match part {
        Part::Application => "requirer/properties/application",
        Part::Unit => "requirer/properties/unit",
        Part::Provider => "provider/properties/application",
        Part::ProviderUnit => "provider/properties/unit",
    };
    let json = schema.json_schema();
    json.pointer(&format!("/properties/{side}")).cloned()
}

fn kinds(error: &ValidationError) -> String {
    let mut kinds: Vec<_> = error
        .errors()
        .iter()
        .map(|error| format!("{} {}", error.path, error.kind.name()))
        .collect();
    kinds.sort();
    kinds.join(", ")
}

/// The path of the value that the template leaves open, items of lists as `[]`.
fn path_of(block: &Block) -> String {
    let template = block.template.replacen('?', "\"?\"", 1);
    let mut path = block.key.clone();
    let json = Json::parse(&template).unwrap();
    assert!(find(&json, &mut path), "{template} leaves nothing open");
    path
}

fn find(json: &Json, path: &mut String) -> bool {
    let length = path.len();
    let is_found = match json {
        Json::String(text) => return text == "?",
        Json::Array(items) => items.iter().any(|item| {
            path.push_str("[]");
            find(item, path)
        }),
        Json::Object(entries) => entries.iter().any(|(key, value)| {
            path.truncate(length);
            path.push('.');
            path.push_str(key);
            find(value, path)
        }),
        _ => false,
    };
    if !is_found {
        path.truncate(length);
    }
    is_found
}

/// The fields of a JSON Schema, those of objects inside included.
fn fields_of(schema: &Value) -> Vec<(String, Value)> {
    let mut fields = Vec::new();
    collect(schema, "", &mut fields);
    fields
}

fn collect(schema: &Value, path: &str, fields: &mut Vec<(String, Value)>) {
    let schema = schema
        .pointer("/anyOf/0")
        .filter(|_| schema.get("type").is_none())
        .unwrap_or(schema);
    if let Some(items) = schema.get("items")
        && items.get("properties").is_some()
    {
        collect(items, &format!("{path}[]"), fields);
    }
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return;
    };
    for (name, property) in properties {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        fields.push((path.clone(), property.clone()));
        collect(property, &path, fields);
    }
}

/// Whether values of other types or other spellings stand for those of the field.
fn takes_other_types(field: &Value) -> bool {
    let text = field.to_string();
    let is_object = text.contains("\"properties\"");
    !is_object
        && ["\"integer\"", "\"boolean\"", "\"ipv4\"", "\"uri\""]
            .iter()
            .any(|part| text.contains(part))
}
