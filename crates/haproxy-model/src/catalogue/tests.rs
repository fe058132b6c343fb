use super::*;
use crate::version::Version;

fn names(found: &[&Entry]) -> Vec<String> {
    found.iter().map(|entry| entry.name()).collect()
}

#[test]
fn keywords_are_found_at_every_level() {
    let catalogue = Catalogue::new();
    for (name, first) in [
        ("balance", "balance"),
        ("timeout client", "timeout client"),
        ("http-request set-header", "http-request set-header"),
        ("leastconn", "balance leastconn"),
        ("hdr(host)", "balance hdr"),
        ("server check-sni", "server ... check-sni"),
        ("bind ssl", "bind ... ssl"),
        ("backend balance", "balance"),
        ("no option httplog", "option httplog"),
        ("server ... check", "server ... check"),
        ("use_domain_only", "balance hdr"),
        ("frontend", "frontend"),
        ("httplog", "option httplog"),
    ] {
        let found = names(&catalogue.find(name));
        assert_eq!(
            found.first().map(String::as_str),
            Some(first),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn no_place_is_listed_twice() {
    let catalogue = Catalogue::new();
    let mut places: Vec<_> = catalogue
        .entries()
        .iter()
        .flat_map(|entry| {
            // A word may mean one thing here and another one two words later.
            let name = (entry.name(), entry.keyword().documentation);
            entry.sections().map(move |section| (section, name.clone()))
        })
        .collect();
    places.sort();
    let twice: Vec<_> = places
        .windows(2)
        .filter(|pair| pair[0] == pair[1])
        .map(|pair| &pair[0])
        .collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn every_keyword_is_documented() {
    let catalogue = Catalogue::new();
    let missing: Vec<String> = catalogue
        .entries()
        .iter()
        .filter(|entry| entry.keyword().documentation.is_empty())
        .map(Entry::name)
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn statements_with_one_first_word_are_found() {
    let catalogue = Catalogue::new();
    let found = names(&catalogue.beginning_with("timeout"));
    assert!(found.contains(&"timeout client".to_owned()), "{found:?}");
    assert!(
        found.iter().all(|name| name.starts_with("timeout ")),
        "{found:?}"
    );
}

#[test]
fn default_server_has_only_what_it_accepts() {
    let catalogue = Catalogue::new();
    let found = names(&catalogue.find("no-tlsv12"));
    assert!(
        found.contains(&"server ... no-tlsv12".to_owned()),
        "{found:?}"
    );
    assert!(
        !found.contains(&"default-server no-tlsv12".to_owned()),
        "{found:?}"
    );
}

#[test]
fn only_near_names_are_similar() {
    let catalogue = Catalogue::new();
    assert_eq!(
        catalogue.similar("http-request set-heder", 9),
        ["http-request set-header"]
    );
    assert_eq!(catalogue.similar("timeout cliant", 9), ["timeout client"]);
    assert!(catalogue.similar("quite another thing", 9).is_empty());
}

#[test]
fn versions_are_those_of_the_whole_path() {
    let catalogue = Catalogue::new();
    let action = catalogue.find("quic-initial reject")[0];
    assert_eq!(action.keyword().since, None);
    assert_eq!(action.since(), Some(Version::new(3, 1)));
    assert!(!action.is_in(Version::new(3, 0)));
    assert!(action.is_in(Version::new(3, 2)));
}
