use std::borrow::Cow;

use pest::Parser;
use proptest::prelude::*;

use super::*;
use crate::value::AclExpression;
use crate::value::grammar::{Grammar, Rule};

fn condition(text: &str) -> Condition {
    let condition: Condition = text.parse().unwrap();
    assert_eq!(condition.to_string(), text);
    condition
}

fn meaning(text: &str) -> Vec<Vec<String>> {
    let condition = condition(text);
    let show = |term: &Term<'_>| {
        let mut printer = Printer::new();
        term.print(&mut printer);
        printer.into_words().join(" ")
    };
    condition
        .alternatives()
        .iter()
        .map(|terms| terms.iter().map(show).collect())
        .collect()
}

#[test]
fn terms_are_joined_by_and_and_or() {
    assert_eq!(
        meaning("if a b or c || !d OR e"),
        [vec!["a", "b"], vec!["c"], vec!["!d"], vec!["e"]]
    );
    assert_eq!(
        meaning("unless { path -i -m beg /a /b } !{ src 10.0.0.1 }"),
        [["{ path -i -m beg /a /b }", "!{ src 10.0.0.1 }"]]
    );
}

#[test]
fn exclamation_marks_add_up() {
    assert_eq!(meaning("if !!a ! ! b ! !c !! ! d"), [["a", "b", "c", "!d"]]);
    assert_eq!(meaning("if a ! or b !"), [["a"], ["b"]]);
    assert_eq!(condition("if ! a"), condition("if !a"));
}

#[test]
fn what_means_nothing_is_kept() {
    assert_eq!(meaning("if or a or or b or"), [["a"], ["b"]]);
    assert_eq!(meaning("if"), Vec::<Vec<String>>::new());
    assert_eq!(meaning("unless a if"), [["a", "if"]]);
}

#[test]
fn spelling_is_kept_and_does_not_count() {
    assert_eq!(condition("if a || b"), condition("if a or b"));
    assert_ne!(condition("if a b"), condition("if a or b"));
    assert_ne!(condition("if a"), condition("unless a"));
}

#[test]
fn what_haproxy_refuses_is_refused() {
    for text in [
        "",
        "a",
        "if a||b",
        "if {path /a }",
        "if { path /a}",
        "if { path { } }",
        "if { path /a",
        "if { !path /a }",
        "if { }",
        "if { path /a } }",
        "if a|| b",
        "if { path -x /a }",
    ] {
        assert!(text.parse::<Condition>().is_err(), "{text}");
    }
}

#[test]
fn an_error_is_at_its_word() {
    let at = |text: &str| {
        let words: Vec<Cow<'_, str>> = text.split(' ').map(Cow::Borrowed).collect();
        let mut words = Words::new(&words);
        words.skip(1);
        let error = Condition::parse(&mut words).unwrap_err();
        (error.word, error.problem.to_string())
    };
    assert_eq!(at("deny if a b@").0, 3);
    assert_eq!(at("deny if a { path -m x }").0, 6);
    assert_eq!(
        at("deny if a { path /b"),
        (
            6,
            "expected a closing brace, found the end of the line".to_owned()
        )
    );
    assert_eq!(at("deny a").0, 1);
}

#[test]
fn references_are_names() {
    let text = "if \u{10FF00}{ACL} !\u{10FF00}{OTHER}";
    assert_eq!(meaning(text), [["\u{10FF00}{ACL}", "!\u{10FF00}{OTHER}"]]);
}

#[test]
fn a_condition_claims_its_keyword() {
    let words = [Cow::Borrowed("unless")];
    assert!(Condition::claims(&Words::new(&words)));
    assert!(!Condition::claims(&Words::new(&[Cow::Borrowed("iffy")])));
}

#[test]
fn built_conditions_cannot_break_out() {
    let acl: AclExpression = "path /a".parse().unwrap();
    let built = Condition::new(
        ConditionKeyword::If,
        [vec![Term::named("a").negate()], vec![Term::anonymous(acl)]],
    );
    assert_eq!(built.unwrap().to_string(), "if !a || { path /a }");
    for name in ["a b", "", "{", "a@b"] {
        let built = Condition::new(ConditionKeyword::If, [[Term::named(name)]]);
        assert!(built.is_err(), "{name}");
    }
    let path = "path".parse().unwrap();
    let brace = AclExpression::new(&path, [], ["}", "a"]).unwrap();
    assert!(Condition::new(ConditionKeyword::If, [[Term::anonymous(brace)]]).is_err());
}

proptest! {
    #[test]
    fn plain_words_are_what_the_grammar_says(
        words in prop::collection::vec("!{0,2}([a-b.:]{0,2}|or|if|[{}|@])", 0..6),
    ) {
        let words = words.iter().map(String::as_str).filter(|word| !word.is_empty());
        let words: Vec<&str> = std::iter::once("if").chain(words).collect();
        let text: String = words.iter().flat_map(|word| [word, "\0"]).collect();
        if tree::is_usual(words.iter().map(AsRef::as_ref)) {
            prop_assert!(Grammar::parse(Rule::condition, &text).is_ok());
        }
    }

    #[test]
    fn words_come_out_as_they_went_in(
        words in prop::collection::vec("!|!?[a-c]|\\|\\||or|\\{|\\}|path|-i|/x", 0..10),
    ) {
        let text = format!("if {}", words.join(" "));
        if let Ok(condition) = text.parse::<Condition>() {
            prop_assert_eq!(condition.to_string(), text.trim_end());
            let rebuilt = Condition::new(condition.keyword(), condition.alternatives());
            prop_assert_eq!(rebuilt, Ok(condition));
        }
    }
}
