//! Documents that are valid against the Data Plane API's specification: each is a configuration.

use std::collections::BTreeSet;

use haproxy_config::{Document, Target};
use haproxy_kit_tests::reference;
use haproxy_model::config::Config;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::version::Version;
use proptest::prelude::{Just, RngExt, Strategy};
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestRng, TestRunner};
use serde_json::{Map, Value, json};

use super::{generate::Specification, limits};
use crate::model::UNTYPED;

/// How many documents are made.
const CASES: usize = 500;

/// How many of those that are wrong are shown, each with a message of its own.
const SHOWN: usize = 60;

/// The sections, and their definitions.
const SECTIONS: [(SectionKind, &str); 18] = [
    (SectionKind::Global, "global"),
    (SectionKind::Defaults, "defaults"),
    (SectionKind::Frontend, "frontend"),
    (SectionKind::Backend, "backend"),
    (SectionKind::Healthcheck, "healthcheck"),
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

#[test]
fn documents_of_the_specification_are_configurations() {
    let Some(specification) = reference::data_plane_api() else {
        return;
    };
    let specification = Specification::new(specification);
    let documents = Just(()).prop_perturb(|(), rng| document(&specification, rng));
    let mut runner = TestRunner::deterministic();
    let wrong: Vec<String> = (0..CASES)
        .filter_map(|_| {
            let document = documents.new_tree(&mut runner).unwrap().current();
            let what = is_a_configuration(&document).err()?;
            Some(format!("{what}\n{document:#}"))
        })
        .collect();
    let mut seen = BTreeSet::new();
    let some = wrong.iter().filter(|what| {
        let first = what.lines().next().unwrap_or_default();
        seen.insert(first.replace(|c: char| c.is_ascii_digit(), ""))
    });
    let some: Vec<_> = some.take(SHOWN).map(String::as_str).collect();
    assert!(
        wrong.is_empty(),
        "{} of {CASES} are wrong:\n{}",
        wrong.len(),
        some.join("\n\n")
    );
    let unmade: BTreeSet<String> = SECTIONS
        .iter()
        .flat_map(|(_, definition)| specification.unmade(definition))
        .collect();
    assert!(unmade.is_empty(), "no document has {unmade:#?}");
}

/// A few sections, each with its kind.
fn document(specification: &Specification, mut rng: TestRng) -> Value {
    let count = rng.random_range(1..=5);
    let sections = (0..count).map(|index| {
        // Every second one is of the four that hold the most.
        let most = [4, SECTIONS.len()][rng.random_range(0..=1)];
        let (kind, definition) = SECTIONS[rng.random_range(0..most)];
        let Value::Object(properties) = specification.value(definition, &mut rng) else {
            panic!("{definition} is no object");
        };
        let mut section = Map::new();
        section.insert("section".to_owned(), Value::from(kind.keyword()));
        section.extend(properties);
        if section.contains_key("name") {
            section.insert("name".to_owned(), Value::from(format!("name{index}")));
        }
        Value::Object(section)
    });
    let sections: Vec<Value> = sections.collect();
    json!({ "sections": sections })
}

/// Fails where the document is not a configuration that gives the same document again, as text too.
fn is_a_configuration(document: &Value) -> Result<(), String> {
    let config = Config::from_json(document).map_err(|error| error.to_string())?;
    let again = config.to_json();
    let wanted = without_what_is_off(document, &again);
    if let Some(difference) = difference(&wanted, &again, "") {
        return Err(difference);
    }
    let text = Document::from_model(&config).map_err(|error| error.to_string())?;
    let (read, diagnostics) = text.to_model(&Target::new(Version::new(3, 4)));
    let untyped = diagnostics
        .iter()
        .find(|found| UNTYPED.contains(&found.code));
    match untyped {
        Some(untyped) => Err(format!("{untyped}\n{text}")),
        None if read != config => Err(format!("the text means something else:\n{text}")),
        None => Ok(()),
    }
}

/// Where two values differ, and how.
fn difference(wanted: &Value, found: &Value, path: &str) -> Option<String> {
    match (wanted, found) {
        (Value::Object(one), Value::Object(other)) => {
            let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            let mut names = names.into_iter();
            names
                .find_map(|name| difference(&wanted[name], &found[name], &format!("{path}/{name}")))
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(at, (one, other))| difference(one, other, &format!("{path}/{at}")))
        }
        _ if wanted == found => None,
        _ => Some(format!("{path}: {wanted} comes back as {found}")),
    }
}

/// The value without what says nothing and so does not come back: what is off without a word for
/// it, and objects without anything else in them.
fn without_what_is_off(value: &Value, again: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let kept = object.iter().filter_map(|(name, value)| {
                let value = without_what_is_off(value, &again[name]);
                let is_kept = again.get(name).is_some() || !limits::says_nothing(name, &value);
                is_kept.then(|| (name.clone(), value))
            });
            Value::Object(kept.collect())
        }
        Value::Array(list) => {
            let list = list.iter().enumerate();
            list.map(|(index, value)| without_what_is_off(value, &again[index]))
                .collect()
        }
        value => value.clone(),
    }
}
