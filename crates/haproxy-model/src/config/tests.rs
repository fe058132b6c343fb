use std::borrow::Cow;

use super::{AnySection, Config};
use crate::language::{Printer, Words};
use crate::section_kind::SectionKind;

fn words(line: &str) -> Vec<Cow<'_, str>> {
    line.split(' ').map(Cow::Borrowed).collect()
}

fn read(text: &str) -> Config {
    let mut config = Config::new();
    for line in text.lines() {
        let line = words(line.trim());
        let mut reader = Words::new(&line);
        match SectionKind::from_keyword(line[0].as_bytes()) {
            Some(kind) => config.push(
                AnySection::parse_header(kind, &mut reader)
                    .unwrap_or_else(|_| AnySection::unknown(&mut reader)),
            ),
            None => config
                .sections
                .last_mut()
                .unwrap()
                .parse_statement(&mut reader)
                .unwrap(),
        }
    }
    config
}

fn print(config: &Config) -> String {
    let mut text = Vec::new();
    for section in &config.sections {
        let mut printer = Printer::new();
        section.print_header(&mut printer);
        text.push(printer.into_words().join(" "));
        for index in 0..section.len() {
            let mut printer = Printer::new();
            section.print_statement(index, &mut printer);
            text.push(format!("  {}", printer.into_words().join(" ")));
        }
    }
    text.join("\n")
}

#[test]
fn sections_are_read_printed_and_found() {
    let text = "defaults base
  mode http
defaults more from base
frontend www
  bind :80
  default_backend app
frontend no/name
  bind :81
backend app from more
  balance leastconn
  no option checkcache
  server s1 10.0.0.1:80 check
mailers mail
  mailer m1 10.0.0.9:25
listen all";
    let config = read(text);
    assert_eq!(print(&config), text);
    let kinds: Vec<_> = config.sections.iter().map(AnySection::kind).collect();
    assert_eq!(kinds[0], Some(SectionKind::Defaults));
    assert_eq!(kinds[3], None);
    assert!(config.sections[6].is_empty());
    let backend = config.backend("app").unwrap();
    assert_eq!(backend.from.as_ref().unwrap().as_str(), "more");
    assert_eq!(backend.servers().count(), 1);
    assert!(config.backend("www").is_none());
    assert_eq!(config.frontends().count(), 1);
}

#[test]
fn keywords_of_a_section_are_listed() {
    let names = |kind| -> Vec<&str> {
        AnySection::keywords_of(kind)
            .unwrap()
            .map(|keyword| keyword.name)
            .collect()
    };
    let frontend = names(SectionKind::Frontend);
    assert!(frontend.contains(&"bind") && !frontend.contains(&"server"));
    let backend = names(SectionKind::Backend);
    assert!(backend.contains(&"server") && !backend.contains(&"bind"));
}

#[test]
fn every_kind_is_known() {
    for kind in SectionKind::ALL {
        assert!(AnySection::keywords_of(kind).unwrap().count() > 0, "{kind}");
        let line = words(kind.keyword());
        let line = [line, words("name")].concat();
        let section = AnySection::parse_header(kind, &mut Words::new(&line)).unwrap();
        assert_eq!(section.kind(), Some(kind));
    }
}

#[test]
fn sections_are_small() {
    assert!(size_of::<AnySection>() <= 128);
}
