use super::{parse, understood};
use crate::rule::action::{LuaAction, Mark, TrackAction, VariableAction};
use crate::rule::{AnyBase, Computed, VariableCondition, VariableScope};
use crate::value::Duration;

#[test]
fn a_word_with_a_digit_first_is_the_value() {
    let period: Computed<Duration> = parse("5s").unwrap();
    assert_eq!(period, Computed::Fixed("5s".parse().unwrap()));
    let period: Computed<Duration> = parse("int(5)").unwrap();
    assert_eq!(period, Computed::Expression("int(5)".parse().unwrap()));
    assert!(parse::<Computed<Duration>>("5x").is_err());
    let mark: Computed<Mark> = parse("0x10").unwrap();
    let Computed::Fixed(mark) = mark else {
        panic!()
    };
    assert_eq!(mark.value().map(|mark| AnyBase::get(*mark)), Some(16));
}

#[test]
fn variables_have_scopes() {
    let Ok(VariableAction::SetVar {
        variable,
        conditions,
        ..
    }) = parse("set-var(ptxn.a.b,ifset,ifgt) src")
    else {
        panic!()
    };
    assert_eq!(variable.scope(), Some(VariableScope::Transaction));
    assert!(variable.is_of_parent());
    assert_eq!(
        conditions,
        [VariableCondition::Set, VariableCondition::Greater]
    );
}

#[test]
fn names_follow_in_the_same_word() {
    understood::<LuaAction>(&["lua.a.b-c", "lua.x 1 2"]);
    understood::<TrackAction>(&["track-sc11 src", "track-sc src"]);
    assert!(parse::<TrackAction>("track-scx src").is_err());
}
