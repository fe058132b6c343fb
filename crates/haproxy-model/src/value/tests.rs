use std::fmt::Display;
use std::str::FromStr;

use proptest::prelude::*;

use super::*;
use crate::language::Problem;
use crate::text::REFERENCE;

/// Whether a word that is taken comes out as it went in, and equal to itself.
fn is_kept<T: FromStr<Err = Problem> + Display + PartialEq>(text: &str) -> bool {
    text.parse::<T>()
        .is_ok_and(|value| value.to_string() == text && text.parse() == Ok(value))
}

/// Whether a word is either refused or kept.
fn is_refused_or_kept<T: FromStr<Err = Problem> + Display + PartialEq>(text: &str) -> bool {
    text.parse::<T>().is_err() || is_kept::<T>(text)
}

fn one_word() -> impl Strategy<Value = String> {
    let near = "(all|odd|on|off|auto:|ipv4@|unix@|fd@|[a-z]{1,3}@|[0-9]{1,11}|us|ms|[smhdkg]|[-+:.,/%*@\\[\\]]){0,6}";
    prop_oneof![near, "[^\0]{0,12}"]
}

proptest! {
    #[test]
    fn words_are_refused_or_kept(text in one_word()) {
        prop_assert!(is_refused_or_kept::<Duration>(&text));
        prop_assert!(is_refused_or_kept::<DurationSeconds>(&text));
        prop_assert!(is_refused_or_kept::<Size>(&text));
        prop_assert!(is_refused_or_kept::<Integer>(&text));
        prop_assert!(is_refused_or_kept::<Unsigned>(&text));
        prop_assert!(is_refused_or_kept::<LeadingInteger>(&text));
        prop_assert!(is_refused_or_kept::<Percent>(&text));
        prop_assert!(is_refused_or_kept::<Port>(&text));
        prop_assert!(is_refused_or_kept::<Toggle>(&text));
        prop_assert!(is_refused_or_kept::<StatusCode>(&text));
        prop_assert!(is_refused_or_kept::<StatusSet>(&text));
        prop_assert!(is_refused_or_kept::<Mask>(&text));
        prop_assert!(is_refused_or_kept::<Network>(&text));
        prop_assert!(is_refused_or_kept::<CpuSet>(&text));
        prop_assert!(is_refused_or_kept::<Name>(&text));
        prop_assert!(is_refused_or_kept::<Address>(&text));
        prop_assert!(is_refused_or_kept::<AddressList>(&text));
        prop_assert!(is_refused_or_kept::<LogFormat>(&text));
        prop_assert!(is_kept::<Regex>(&text));
    }

    #[test]
    fn references_are_kept(before in "[a-z@:/(%]{0,4}", name in "[A-Z]{1,4}", after in "[a-z,)%]{0,4}") {
        let text = format!("{before}{REFERENCE}{{{name}}}{after}");
        prop_assert!(is_kept::<Duration>(&text));
        prop_assert!(is_kept::<Toggle>(&text));
        prop_assert!(is_kept::<StatusSet>(&text));
        prop_assert!(is_kept::<CpuSet>(&text));
        prop_assert!(is_kept::<Network>(&text));
        prop_assert!(is_kept::<Name>(&text));
        prop_assert!(is_kept::<LogFormat>(&text));
        prop_assert!(is_kept::<Expression>(&text));
    }
}

#[test]
fn values_are_small() {
    assert!(size_of::<Address>() <= 16);
    assert!(size_of::<Expression>() <= 16);
    assert!(size_of::<LogFormat>() <= 16);
    assert!(size_of::<AclExpression>() <= 16);
    assert!(size_of::<Condition>() <= 16);
    assert!(size_of::<Mask>() <= 24);
}
