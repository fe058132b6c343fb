//! Requirers as a configuration.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod ddos;
mod fields;
mod grpc;
mod http;
mod ingress;
mod policy;
mod spoe;
mod tcp;

use haproxy_route::{Collection, CollectionOptions, Relation, Rendering, RenderingOptions, render};
use serde_json::{Map, Value, json};

/// A relation of `haproxy-route` with these fields, beside a service and a port.
fn relation(id: u64, fields: &Value) -> (String, Value) {
    let mut all = json!({ "service": format!("s{id}"), "ports": [80] });
    all.as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    relation_of(id, "haproxy-route", &all)
}

/// A relation of `haproxy-route-tcp` with these fields.
fn tcp(id: u64, fields: &Value) -> (String, Value) {
    relation_of(id, "haproxy-route-tcp", fields)
}

fn relation_of(id: u64, interface: &str, fields: &Value) -> (String, Value) {
    let fields = fields.as_object().unwrap().iter();
    let databag: Map<_, _> = fields
        .map(|(key, value)| (key.clone(), Value::from(value.to_string())))
        .collect();
    let units = json!({ "app/0": { "address": format!("\"10.0.0.{id}\"") } });
    (
        format!("{interface}:{id}"),
        json!({ "application": databag, "units": units }),
    )
}

fn render_with<const N: usize>(
    relations: [(String, Value); N],
    options: &RenderingOptions,
) -> Rendering {
    let relations = Value::Object(relations.into_iter().collect());
    let relations = Relation::read_all(relations.to_string().as_bytes()).unwrap();
    let collection = CollectionOptions {
        external_hostname: options.external_hostname.clone(),
        ..CollectionOptions::default()
    };
    render(&Collection::new(&relations, &collection), options)
}

fn options() -> RenderingOptions {
    RenderingOptions {
        external_hostname: Some("example.com".to_owned()),
        ddos_protection: false,
        ..RenderingOptions::default()
    }
}

fn text(rendering: &Rendering) -> String {
    String::from_utf8(haproxy_config::to_text(&rendering.config).unwrap()).unwrap()
}

/// The section of this header.
fn section(rendering: &Rendering, header: &str) -> String {
    let text = text(rendering);
    let mut sections = text.split("\n\n");
    let found = sections.find(|section| section.lines().next() == Some(header));
    found
        .map(|section| section.trim_end().to_owned() + "\n")
        .unwrap_or_default()
}

/// The reasons for which a relation is refused.
fn reasons(rendering: &Rendering, id: u64) -> Vec<String> {
    assert_eq!(rendering.endpoints[&id], Vec::<String>::new());
    let reasons = rendering.refused[&id].iter();
    reasons.map(ToString::to_string).collect()
}

/// The lines that are for this relation.
fn lines_of(rendering: &Rendering, id: u64) -> Vec<String> {
    let own = rendering
        .origins
        .iter()
        .filter(|origin| origin.relation_id == id);
    own.map(|origin| {
        let mut printer = haproxy_model::language::Printer::new();
        let section = &rendering.config.sections[origin.section];
        section.print_statement(origin.statement, &mut printer);
        printer.words().collect::<Vec<_>>().join(" ")
    })
    .collect()
}
