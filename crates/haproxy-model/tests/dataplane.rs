//! The properties of sections against those of the Data Plane API's own specification.
//!
//! What differs is listed in `dataplane/`, a line for each: the property with the definition that has
//! it, what differs, and the reason, behind tabs. With `HAPROXY_KIT_UPDATE` in the environment the
//! lists are written anew; reasons stay, and those that lack are to be filled in.

#![cfg(test)]

mod dataplane {
    pub(crate) mod list;
    pub(crate) mod property;
}

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dataplane::list::List;
use dataplane::property::{Found, Property, properties};
use haproxy_model::config::AnySection;
use haproxy_model::section_kind::SectionKind;
use serde_json::Value;

/// The variable that names the reference's folder where it is not beside the checkout.
const VARIABLE: &str = "HAPROXY_KIT_REFERENCE";

/// The sections, and their definitions there.
const SECTIONS: [(SectionKind, &str); 18] = [
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
    (SectionKind::Healthcheck, "healthcheck"),
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

/// What differs in a property, in each place that has it.
#[derive(Default)]
struct Differences {
    places: Vec<(String, Option<String>)>,
}

impl Differences {
    /// The lines for the list: one where it is the same everywhere, else one for each kind of place.
    fn lines(self, key: &str) -> Vec<(String, String)> {
        let first = self.places.first().and_then(|(_, what)| what.clone());
        if self.places.iter().all(|(_, what)| *what == first) {
            return first
                .map(|what| (key.to_owned(), what))
                .into_iter()
                .collect();
        }
        let mut lines: Vec<_> = self
            .places
            .into_iter()
            .filter_map(|(place, what)| Some((format!("{key} in {place}"), what?)))
            .collect();
        lines.dedup();
        lines
    }
}

#[test]
fn properties_are_those_of_the_data_plane_api() {
    let Some(specification) = specification() else {
        return;
    };
    let definitions = specification["definitions"].as_object().unwrap();
    let mut differences: BTreeMap<String, Differences> = BTreeMap::new();
    let mut extra: BTreeMap<String, String> = BTreeMap::new();
    let (mut total, mut missing, mut different) = (0, 0, 0);
    for (kind, definition) in SECTIONS {
        let theirs = properties(definitions, definition, &definitions[definition]);
        let schema = AnySection::json_schema(kind);
        let mut ours: BTreeMap<String, Property> = properties(definitions, definition, &schema)
            .into_iter()
            .map(|found| (found.path, found.property))
            .collect();
        let mut lacking = 0;
        for Found {
            path,
            key,
            property,
        } in &theirs
        {
            let what = match ours.remove(path) {
                None => {
                    lacking += 1;
                    Some("missing".to_owned())
                }
                Some(ours) => ours.difference(property),
            };
            different += usize::from(what.as_ref().is_some_and(|what| what != "missing"));
            let places = &mut differences.entry(key.clone()).or_default().places;
            places.push((definition.to_owned(), what));
        }
        println!(
            "{definition}: {} of {}",
            theirs.len() - lacking,
            theirs.len()
        );
        total += theirs.len();
        missing += lacking;
        for path in ours.into_keys() {
            let is_own = path.ends_with("/statements") || path.contains("/header");
            if !is_own || path.matches('/').count() > 1 {
                extra.insert(dataplane::property::key_of(&theirs, &path), String::new());
            }
        }
    }
    println!(
        "{} of {total} properties, {different} of them different",
        total - missing
    );
    let found = differences
        .into_iter()
        .flat_map(|(key, differences)| differences.lines(&key));
    let lists = [("differences", found.collect()), ("extra", extra)];
    let problems = lists.map(|(name, found)| List::read(name).check(found));
    let problems: Vec<String> = problems.into_iter().flatten().collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
