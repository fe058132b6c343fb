//! Arguments in a fixed order.

use haproxy_model::language::Directive;
use haproxy_model::value::Text;

use crate::lines::{message, printed, read, read_start};

#[derive(Debug, Clone, PartialEq, Directive)]
struct Rule {
    name: Text,
    label: Option<Text>,
    #[arg(keyword = "code")]
    status: Option<Text>,
    #[arg(word = "log")]
    log: bool,
    condition: Option<Condition>,
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum Condition {
    #[keyword("if")]
    If(Vec<Text>),
    #[keyword("unless")]
    Unless(Vec<Text>),
}

#[derive(Debug, Clone, PartialEq, Directive)]
struct Listed {
    names: Vec<Text>,
    #[arg(keyword = "from", name = "where")]
    from: Text,
    condition: Option<Condition>,
}

#[derive(Debug, Clone, PartialEq, Directive)]
struct Pair(Text, Option<Box<Text>>);

/// A parameter list with a value inside that can be left out.
#[derive(Debug, Clone, PartialEq, Directive)]
struct Wrapped {
    parameters: Vec<Parameter>,
    condition: Option<Condition>,
}

#[derive(Debug, Clone, PartialEq, Directive)]
enum Parameter {
    #[keyword("check")]
    Check,
    #[keyword("track")]
    Track(Option<Text>),
    #[keyword(unknown)]
    Unknown(Text),
}

#[derive(Debug, Clone, PartialEq, Directive)]
struct Located {
    place: Option<Place>,
    name: Text,
}

#[derive(Debug, Clone, PartialEq, Directive)]
struct Place {
    #[arg(keyword = "at")]
    at: Text,
    order: Option<Text>,
}

#[test]
fn all_present() {
    assert_eq!(
        read::<Rule>("a b code 404 log if c"),
        Rule {
            name: "a".into(),
            label: Some("b".into()),
            status: Some("404".into()),
            log: true,
            condition: Some(Condition::If(vec!["c".into()])),
        }
    );
}

#[test]
fn all_absent() {
    assert_eq!(
        read::<Rule>("a"),
        Rule {
            name: "a".into(),
            label: None,
            status: None,
            log: false,
            condition: None,
        }
    );
}

#[test]
fn an_optional_argument_leaves_what_a_later_one_claims() {
    for line in ["a code 1", "a log", "a if c", "a log unless c", "a x log"] {
        read::<Rule>(line);
    }
    assert_eq!(read::<Rule>("a if c").label, None);
}

#[test]
fn a_list_stops_at_what_a_later_argument_claims() {
    let listed = read::<Listed>("a b from c if d");
    assert_eq!(listed.names.len(), 2);
    assert!(read::<Listed>("from c").names.is_empty());
}

#[test]
fn what_follows_is_claimed_inside_of_parameters_too() {
    let wrapped = read::<Wrapped>("track x what track check if a");
    assert_eq!(
        wrapped.parameters,
        [
            Parameter::Track(Some("x".into())),
            Parameter::Unknown("what".into()),
            Parameter::Track(None),
            Parameter::Check,
        ]
    );
    assert!(wrapped.condition.is_some());
}

#[test]
fn an_optional_sequence_is_left_out_where_its_first_word_is_not_there() {
    assert_eq!(read::<Located>("a").place, None);
    assert_eq!(read_start::<Located>("at x y a").0.name, "a");
}

#[test]
fn tuples_and_boxes() {
    assert_eq!(
        read::<Pair>("a b"),
        Pair("a".into(), Some(Box::new("b".into())))
    );
    assert_eq!(read::<Pair>("a"), Pair("a".into(), None));
}

#[test]
fn what_no_argument_explains_is_left_over() {
    assert_eq!(read_start::<Pair>("a b c d").1, 2);
    assert_eq!(read_start::<Rule>("a b c d").1, 2);
}

#[test]
fn an_empty_word_ends_the_arguments() {
    let (rule, left) = read_start::<Rule>("a '' b");
    assert_eq!((printed(&rule).as_str(), left), ("a", 2));
}

#[test]
fn errors_name_the_argument() {
    assert_eq!(
        message::<Rule>(""),
        (
            0,
            "<name>: expected a word, found the end of the line".to_owned()
        )
    );
    assert_eq!(
        message::<Rule>("a b code"),
        (
            3,
            "<status>: expected a word, found the end of the line".to_owned()
        )
    );
    assert_eq!(
        message::<Listed>("a b"),
        (
            2,
            "<where>: expected 'from', found the end of the line".to_owned()
        )
    );
}
