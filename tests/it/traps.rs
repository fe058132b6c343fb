//! How other tools damage configurations, and that nothing here does.

mod behaviour;
mod meaning;

use haproxy_config::{Document, FormatOptions, Target, to_text};
use haproxy_model::config::Config;
use haproxy_model::section_kind::SectionKind;

/// What becomes of a configuration on each of the ways that leave its meaning as it is.
fn forms(source: &[u8], target: &Target) -> Vec<(&'static str, Vec<u8>)> {
    let document = Document::parse(source);
    let (own, _) = document.to_model(target);
    let fresh = to_text(&own).unwrap();
    let through_json = Config::from_json(&own.to_json()).unwrap();
    let reconciled = |wanted: &Config| {
        let mut document = document.clone();
        document.reconcile(wanted, target).unwrap();
        document.to_bytes()
    };
    vec![
        ("printed", document.to_bytes()),
        ("formatted", document.formatted(&FormatOptions::default())),
        ("rebuilt", fresh.clone()),
        (
            "reconciled",
            reconciled(&Document::parse(fresh).to_model(target).0),
        ),
        ("from JSON", to_text(&through_json).unwrap()),
        ("reconciled with JSON", reconciled(&through_json)),
        ("edited", edited(&document)),
    ]
}

/// The configuration with a comment and a description more.
fn edited(document: &Document) -> Vec<u8> {
    let mut document = document.clone();
    let sections: Vec<_> = document.sections().map(|section| section.kind()).collect();
    for (index, kind) in sections.into_iter().enumerate() {
        let mut section = document.section_at_mut(index).unwrap();
        section.insert_comment(1, "edited").unwrap();
        if kind.is_proxy() && kind != SectionKind::Defaults {
            let description = [b"description".as_slice(), b"edited"];
            section.set(&description[..1], &description[1..]).unwrap();
        }
    }
    document.to_bytes()
}
