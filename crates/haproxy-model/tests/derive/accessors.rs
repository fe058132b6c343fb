//! The methods of a section that give its values.

use haproxy_model::language::{Argument, Directive, Words};
use haproxy_model::section::Section;
use haproxy_model::statement::Statement;
use haproxy_model::value::Text;

use crate::lines::words;

#[derive(Debug, PartialEq, Section)]
#[section("zone")]
struct Zone {
    statements: Vec<Statement<ZoneKeyword>>,
}

#[derive(Debug, PartialEq, Directive)]
#[directive(accessors(Zone))]
enum ZoneKeyword {
    #[keyword("mode")]
    Mode(Text),
    #[keyword("type")]
    Type(Box<Text>),
    #[keyword("ask", multiple = "asked")]
    Ask(Text),
    #[keyword("quiet", no, default)]
    Quiet,
    #[keyword("level")]
    Level(Option<Text>),
    #[keyword(group)]
    Limit(LimitKeyword),
}

#[derive(Debug, PartialEq, Directive)]
#[directive(accessors(Zone))]
enum LimitKeyword {
    #[keyword("limit bytes", no)]
    LimitBytes(Text),
    #[keyword("limit")]
    Limit { bytes: Text, time: Text },
}

fn zone(lines: &[&str]) -> Zone {
    let mut zone = Zone {
        statements: Vec::new(),
    };
    for line in lines {
        let statement = Statement::parse(&mut Words::new(&words(line))).unwrap();
        zone.statements.push(statement);
    }
    zone
}

#[test]
fn the_last_one_counts() {
    let zone = zone(&["mode a", "type x", "mode b", "level"]);
    assert_eq!(zone.mode().unwrap(), "b");
    assert_eq!(zone.r#type().unwrap(), "x");
    assert_eq!(zone.level(), Some(&None));
    assert_eq!(zone.limit_bytes(), None);
}

#[test]
fn several_values_are_in_order() {
    let zone = zone(&["ask b", "mode x", "ask a"]);
    let asked: Vec<_> = zone.asked().map(Text::as_str).collect();
    assert_eq!(asked, ["b", "a"]);
}

#[test]
fn a_prefix_ends_what_stands_before() {
    assert!(!zone(&[]).quiet());
    assert!(zone(&["no quiet", "quiet"]).quiet());
    assert!(!zone(&["quiet", "no quiet"]).quiet());
    assert!(!zone(&["quiet", "default quiet"]).quiet());
}

#[test]
fn values_of_a_group() {
    let zone = zone(&["limit bytes 5", "limit 1 2"]);
    assert_eq!(zone.limit_bytes().unwrap(), "5");
}
