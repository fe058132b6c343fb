//! Keywords that have only another name.

use haproxy_model::catalogue::{Catalogue, Entry};

/// What follows the first words of a line.
fn arguments<'u>(usage: &'u str, name: &str) -> &'u str {
    usage.strip_prefix(name).unwrap_or(usage).trim()
}

#[test]
fn the_other_name_is_a_keyword_of_the_same_places_and_arguments() {
    let catalogue = Catalogue::new();
    let renamed: Vec<&Entry> = catalogue
        .entries()
        .iter()
        .filter(|entry| entry.keyword().renamed)
        .collect();
    assert!(renamed.len() > 30, "{}", renamed.len());
    for entry in renamed {
        let keyword = entry.keyword();
        let instead = keyword.instead.unwrap();
        let parents = || entry.parents().map(|parent| parent.name);
        let is_other = |other: &&Entry| {
            let name = other.keyword().name;
            let rest = instead.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
                && other.parents().map(|parent| parent.name).eq(parents())
                && entry
                    .sections()
                    .all(|section| other.sections().any(|own| own == section))
        };
        let other = catalogue.entries().iter().find(is_other);
        let other = other.unwrap_or_else(|| panic!("{}: no '{instead}'", entry.name()));
        assert!(!other.keyword().renamed, "{instead}");
        let words = instead
            .strip_prefix(other.keyword().name)
            .unwrap_or_default()
            .trim();
        if words.is_empty() {
            let own = keyword.usage();
            let own = arguments(&own, keyword.name);
            let usage = other.keyword().usage();
            let others = arguments(&usage, other.keyword().name);
            let may_be_left_out = own.is_empty() && others.starts_with('[');
            assert!(own == others || may_be_left_out, "{own} and {others}");
        } else {
            assert_eq!(keyword.usage(), keyword.name, "{instead}");
        }
    }
}
