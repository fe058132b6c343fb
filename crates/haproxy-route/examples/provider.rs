//! A provider reads all its relations and chooses whom to serve.
//!
//! `cargo run -p haproxy-route --example provider`

use haproxy_route::{Collection, CollectionOptions, Relation};

const RELATIONS: &str = r#"{
    "4": {
        "application": { "service": "\"shop\"", "ports": "[8000]", "hostname": "\"www.example.com\"" },
        "units": { "shop/0": { "address": "\"192.0.2.11\"" }, "shop/1": { "address": "\"192.0.2.12\"" } }
    },
    "5": {
        "application": { "service": "\"blog\"", "ports": "[\"eighty\"]", "paths": "\"/blog\"" },
        "units": { "blog/0": { "address": "\"192.0.2.21\"" } }
    },
    "6": {
        "application": { "port": "5432", "tls_terminate": "false" },
        "units": { "database/0": { "address": "\"192.0.2.31\"" } }
    }
}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let relations = Relation::read_all(RELATIONS.as_bytes())?;
    let collection = Collection::new(&relations, &CollectionOptions::default());
    for service in &collection.services {
        println!(
            "{}: {} servers",
            service.data.service,
            service.addresses().len()
        );
    }
    for listener in &collection.tcp_listeners {
        println!(
            "port {}: relations {:?}",
            listener.ports, listener.relation_ids
        );
    }
    for id in collection.refused.keys() {
        println!(
            "relation {id} refused: {}",
            collection.reasons(*id).unwrap_or_default()
        );
    }
    Ok(())
}
