//! Choices that include other choices.

use haproxy_model::keyword::{Group, Keywords};
use haproxy_model::language::{Directive, Words};
use haproxy_model::value::Text;
use haproxy_model::version::Version;

use crate::lines::{message, read};

#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("backend"))]
enum ProxyKeyword {
    #[keyword("timeout")]
    Timeout,
    #[keyword(group)]
    Timeouts(TimeoutKeyword),
    #[keyword(group)]
    Options(Box<OptionKeyword>),
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("frontend"))]
enum TimeoutKeyword {
    #[keyword("timeout client", no)]
    Client(Text),
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum OptionKeyword {
    #[keyword("option httplog")]
    Httplog,
    #[keyword("timeout client fin")]
    Fin(Text),
}

#[test]
fn the_longest_keyword_of_all_groups_wins() {
    let client = TimeoutKeyword::Client("5".into());
    let fin = OptionKeyword::Fin("5".into());
    assert_eq!(
        read::<ProxyKeyword>("timeout client 5"),
        ProxyKeyword::Timeouts(client)
    );
    assert_eq!(
        read::<ProxyKeyword>("timeout client fin 5"),
        ProxyKeyword::Options(Box::new(fin))
    );
    assert_eq!(read::<ProxyKeyword>("timeout"), ProxyKeyword::Timeout);
}

#[test]
fn the_table_has_all_keywords() {
    let names: Vec<_> = ProxyKeyword::KEYWORDS
        .iter()
        .map(|keyword| (keyword.name, keyword.sections))
        .collect();
    assert_eq!(
        names,
        [
            ("timeout", &["backend"][..]),
            ("timeout client", &["frontend"][..]),
            ("option httplog", &[]),
            ("timeout client fin", &[]),
        ]
    );
}

#[test]
fn a_value_knows_its_keyword_and_its_group() {
    let value = read::<ProxyKeyword>("timeout client 5");
    assert!(value.keyword().is_some_and(|keyword| keyword.no));
    let timeout: Option<&TimeoutKeyword> = value.group();
    assert!(timeout.is_some());
    let option: Option<&OptionKeyword> = value.group();
    assert_eq!(option, None);
}

#[test]
fn errors_come_from_the_group() {
    assert_eq!(
        message::<ProxyKeyword>("timeout client"),
        (
            2,
            "timeout client <text>: expected a word, found the end of the line".to_owned()
        )
    );
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum Action {
    #[keyword("allow")]
    Allow,
    #[keyword(group, since = "2.8")]
    Counter(CounterAction),
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum CounterAction {
    #[keyword("count")]
    Count,
    #[keyword("add", since = "2.6")]
    Add,
    #[keyword("log", since = "3.1")]
    Log,
}

#[test]
fn a_group_may_be_included_from_a_version_on() {
    let since = |keywords: &[haproxy_model::keyword::Keyword]| -> Vec<_> {
        keywords.iter().map(|keyword| keyword.since).collect()
    };
    let (early, late) = (Version::new(2, 8), Version::new(3, 1));
    assert_eq!(
        since(Action::KEYWORDS),
        [None, Some(early), Some(early), Some(late)]
    );
    let add = read::<Action>("add");
    assert_eq!(add.keyword().and_then(|keyword| keyword.since), Some(early));
    assert_eq!(
        CounterAction::Add
            .keyword()
            .and_then(|keyword| keyword.since),
        Some(Version::new(2, 6))
    );
    let line = ["add".into()];
    let mut words = Words::new(&line);
    assert!(<Action as haproxy_model::language::Argument>::parse(&mut words).is_ok());
    let restricted: Vec<_> = words
        .restricted()
        .iter()
        .map(|(_, keyword)| keyword.since)
        .collect();
    assert_eq!(restricted, [Some(early)]);
}
