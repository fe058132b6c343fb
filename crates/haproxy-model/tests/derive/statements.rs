//! Lines: prefixes, and words that nothing explains.

use haproxy_model::language::{Argument, Directive, Words};
use haproxy_model::statement::{Prefix, Statement};
use haproxy_model::value::Text;

use crate::lines::{message, read, words};

#[derive(Debug, Clone, PartialEq, Directive)]
enum Keyword {
    #[keyword("option httplog", no, default)]
    OptionHttplog,
    #[keyword("timeout client", since = "3.0")]
    TimeoutClient(Text),
    #[keyword("server")]
    Server(Server),
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

#[derive(Debug, Clone, PartialEq, Directive)]
struct Server {
    name: Text,
    parameters: Vec<Parameter>,
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum Parameter {
    #[keyword("check", deprecated = "3.2", instead = "checks")]
    Check,
    #[keyword(unknown)]
    Unknown(Text),
}

type Line = Statement<Keyword>;

#[test]
fn prefixes() {
    let line = read::<Line>("no option httplog");
    assert_eq!(line, Statement::no(Keyword::OptionHttplog));
    let line = read::<Line>("default option httplog");
    assert_eq!(line.prefix, Some(Prefix::Default));
    assert_eq!(
        message::<Line>("no timeout client 5"),
        (
            1,
            "expected a keyword that may stand behind 'no', found 'timeout client'".to_owned()
        )
    );
}

#[test]
fn words_behind_the_arguments_are_kept() {
    let line = read::<Line>("option httplog clf x");
    assert_eq!(line.rest, ["clf", "x"]);
    let line = read::<Line>("timeout client 5");
    assert_eq!(line.rest, [] as [&str; 0]);
}

#[test]
fn unknown_lines_are_kept_whole() {
    for text in [
        "foo bar",
        "no foo bar",
        "option foo",
        "no",
        "no option",
        "timeout",
    ] {
        let line = read::<Line>(text);
        let all = words(text).iter().map(|word| Text::from(&**word)).collect();
        assert_eq!(line, Statement::new(Keyword::Unknown(all)));
    }
}

#[test]
fn empty_words_are_kept() {
    for text in ["option httplog '' x", "foo '' x"] {
        let words = words(text);
        let line = Line::parse(&mut Words::new(&words)).unwrap();
        let mut printer = haproxy_model::language::Printer::new();
        line.print(&mut printer);
        assert_eq!(printer.into_words(), words);
    }
}

#[test]
fn a_line_with_wrong_arguments_can_be_kept() {
    let words = words("timeout client");
    let mut words = Words::new(&words);
    assert!(Line::parse(&mut words).is_err());
    let line = Line::unknown(&mut words).unwrap();
    assert_eq!(
        line.directive,
        Keyword::Unknown(vec!["timeout".into(), "client".into()])
    );
    // A target may restrict the keyword all the same.
    assert_eq!(words.restricted().len(), 1);
}

#[test]
fn what_is_restricted_or_not_understood_is_noted() {
    let words = words("server a check foo check");
    let mut words = Words::new(&words);
    Line::parse(&mut words).unwrap();
    let restricted: Vec<_> = words
        .restricted()
        .iter()
        .map(|(at, keyword)| (*at, keyword.name))
        .collect();
    assert_eq!(restricted, [(2, "check"), (4, "check")]);
    assert_eq!(words.unrecognized(), [3]);
}
