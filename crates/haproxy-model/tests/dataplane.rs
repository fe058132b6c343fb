//! The properties of sections against those of the Data Plane API's own specification.

#![cfg(test)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use haproxy_model::config::AnySection;
use haproxy_model::section_kind::SectionKind;
use serde_json::{Map, Value};

/// The variable that names the reference's folder where it is not beside the checkout.
const VARIABLE: &str = "HAPROXY_KIT_REFERENCE";

/// What the specification has and the model does not say yet: this list only gets shorter.
const MISSING: &str = include_str!("dataplane/missing.txt");

/// Where a property's type or its values differ, each with its reason.
const DIFFERENT: &str = include_str!("dataplane/different.txt");

/// What the specification lacks and the model says, each with its reason.
const EXTRA: &str = include_str!("dataplane/extra.txt");

/// The sections, and their definitions there.
const SECTIONS: [(SectionKind, &str); 17] = [
    (SectionKind::Global, "global"),
    (SectionKind::Defaults, "defaults"),
    (SectionKind::Frontend, "frontend"),
    (SectionKind::Backend, "backend"),
    (SectionKind::Resolvers, "resolver"),
    (SectionKind::Peers, "peer_section"),
    (SectionKind::Mailers, "mailers_section"),
    (SectionKind::Userlist, "userlist"),
    (SectionKind::HttpErrors, "http_errors_section"),
    (SectionKind::Ring, "ring"),
    (SectionKind::LogForward, "log_forward"),
    (SectionKind::LogProfile, "log_profile"),
    (SectionKind::Cache, "cache"),
    (SectionKind::FcgiApp, "fcgi_app"),
    (SectionKind::CrtStore, "crt_store"),
    (SectionKind::Traces, "traces"),
    (SectionKind::Acme, "acme_provider"),
];

fn specification() -> Option<Value> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference");
    let folder = std::env::var_os(VARIABLE).map_or(beside, PathBuf::from);
    let path = folder.join("dataplane-openapi.json");
    let Ok(text) = std::fs::read(&path) else {
        println!(
            "no reference in {}: nothing to compare with",
            folder.display()
        );
        return None;
    };
    Some(serde_json::from_slice(&text).unwrap())
}

/// The lines of a list, without those that give reasons.
fn listed(list: &str) -> Vec<&str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// A property: its type, its values where they are limited.
#[derive(Debug, PartialEq)]
struct Property {
    ty: String,
    values: BTreeSet<String>,
}

/// Each property of the schema by its path, `[]` for the elements of a list or a map.
struct Flat<'a> {
    definitions: &'a Map<String, Value>,
    properties: Vec<(String, Property)>,
}

impl Flat<'_> {
    fn add(&mut self, path: &str, schema: &Value) {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            let schema = self.definitions[name].clone();
            return self.add(path, &schema);
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.add(path, part);
        }
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            // Comments of the API's own, which the text of a configuration has.
            if name != "metadata" {
                self.add(&format!("{path}/{name}"), schema);
            }
        }
        let inner = [&schema["items"], &schema["additionalProperties"]];
        for inner in inner.into_iter().filter(|inner| inner.is_object()) {
            self.add(&format!("{path}[]"), inner);
        }
        let values = schema["enum"].as_array().into_iter().flatten();
        if let Some(ty) = schema["type"].as_str().filter(|ty| *ty != "object") {
            let values =
                values.map(|value| value.as_str().map_or(value.to_string(), str::to_owned));
            let values = values.collect();
            let ty = ty.to_owned();
            self.properties
                .push((path.to_owned(), Property { ty, values }));
        }
    }
}

#[test]
fn properties_are_those_of_the_data_plane_api() {
    let Some(specification) = specification() else {
        return;
    };
    let definitions = specification["definitions"].as_object().unwrap();
    let (mut missing, mut different, mut extra) = (Vec::new(), Vec::new(), Vec::new());
    let mut total = 0;
    for (kind, definition) in SECTIONS {
        let flat = |schema: &Value| {
            let properties = Vec::new();
            let mut flat = Flat {
                definitions,
                properties,
            };
            flat.add(definition, schema);
            flat.properties
        };
        let theirs = flat(&definitions[definition]);
        let mut ours = flat(&AnySection::json_schema(kind));
        let of = |properties: &[(String, Property)], path: &str| {
            properties.iter().position(|(other, _)| other == path)
        };
        total += theirs.len();
        let before = missing.len();
        for (path, property) in &theirs {
            let Some(at) = of(&ours, path) else {
                missing.push(path.clone());
                continue;
            };
            let (_, ours) = ours.swap_remove(at);
            if ours.ty != property.ty {
                different.push(format!("{path}: {} for {}", ours.ty, property.ty));
            } else if !property.values.is_empty() && !ours.values.is_empty() {
                let lacks: Vec<_> = property.values.difference(&ours.values).collect();
                if !lacks.is_empty() {
                    different.push(format!("{path}: without {lacks:?}"));
                }
            }
        }
        println!(
            "{definition}: {} of {}",
            theirs.len() - (missing.len() - before),
            theirs.len()
        );
        extra.extend(ours.into_iter().map(|(path, _)| path));
    }
    extra.retain(|path| !path.contains("/header") && !path.ends_with("/statements"));
    extra.sort();
    let covered = total - missing.len();
    println!(
        "{covered} of {total} properties, {} of them different",
        different.len()
    );
    assert_eq!(missing, listed(MISSING));
    assert_eq!(different, listed(DIFFERENT));
    assert_eq!(extra, listed(EXTRA));
}
