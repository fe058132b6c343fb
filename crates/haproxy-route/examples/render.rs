//! From what relations say to a configuration, and why each of its lines is there.
//!
//! `cargo run -p haproxy-route --example render`

use haproxy_route::{Collection, CollectionOptions, Relation, RenderingOptions, render};

const RELATIONS: &str = r#"{
    "haproxy-route:4": {
        "application": { "service": "\"shop\"", "ports": "[8000]", "hostname": "\"www.example.com\"" },
        "units": { "shop/0": { "address": "\"192.0.2.11\"" } }
    },
    "haproxy-route:5": { "application": { "service": "\"blog\"", "ports": "\"eighty\"" } }
}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let relations = Relation::read_all(RELATIONS.as_bytes())?;
    let collection = Collection::new(&relations, &CollectionOptions::default());
    let rendering = render(&collection, &RenderingOptions::default());
    for line in rendering.explain()? {
        match line.relation_ids[..] {
            [] => println!("{}", line.text),
            _ => println!("{}  # for relations {:?}", line.text, line.relation_ids),
        }
    }
    for id in rendering.refused.keys() {
        let reasons = collection.reasons(*id).unwrap_or_default();
        println!("# relation {id} is refused: {reasons}");
    }
    for (id, databag) in &rendering.replies {
        println!(
            "# relation {id} is told {:?}",
            databag.iter().collect::<Vec<_>>()
        );
    }
    Ok(())
}
