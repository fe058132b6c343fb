//! The corpus as JSON: no statement is lost or changed on the way there and back.

mod generate;
mod generated;
mod limits;
mod words;

use std::fs;

use haproxy_config::{Document, Target};
use haproxy_kit_tests::{corpus, parallel};
use haproxy_model::config::Config;
use haproxy_model::version::Version;

#[test]
fn text_and_json_mean_the_same() {
    let Some(files) = corpus::files() else {
        return;
    };
    let target = Target::new(Version::new(3, 2));
    let found = parallel::map(&files, |path| {
        let (config, _) = Document::parse(fs::read(path).unwrap()).to_model(&target);
        let json = config.to_json();
        let sections = json["sections"].as_array().unwrap();
        let statements: usize = config
            .sections
            .iter()
            .map(haproxy_model::config::AnySection::len)
            .sum();
        let notes = sections
            .iter()
            .flat_map(|section| section["statements"].as_array().into_iter().flatten());
        let without_property = notes.filter(|note| note.is_array()).count();
        let wrong = match Config::from_json(&json) {
            Ok(read) if read == config => None,
            Ok(read) => {
                let pairs = config.sections.iter().zip(&read.sections);
                let first = pairs.into_iter().find(|(one, other)| one != other);
                Some(format!("{}: {first:#?}", path.display()))
            }
            Err(error) => Some(format!("{}: {error}", path.display())),
        };
        (statements, without_property, wrong)
    });
    let statements: usize = found.iter().map(|(statements, ..)| statements).sum();
    let without: usize = found.iter().map(|(_, without, _)| without).sum();
    println!("{without} of {statements} statements have no property");
    let wrong: Vec<_> = found.into_iter().filter_map(|(.., wrong)| wrong).collect();
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
