//! Sample expressions, conditions and log formats.

mod acl_context;
mod acl_name;
mod acls;
mod argument;
mod argument_count;
mod argument_value;
mod back_reference;
mod checker;
mod condition;
mod constraint;
mod converter_input;
mod criterion;
mod fetch_context;
mod finding;
mod format;
mod http_alias;
mod match_method;
mod missing_pattern;
mod output_type;
mod pattern;
mod piece;
mod regex;
mod regex_syntax;
mod replacement;
mod sample;
mod side;
mod unknown_alias;
mod unknown_converter;
mod unknown_fetch;
mod unreadable_pattern;
mod variable_name;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;
use checker::Checker;

pub(super) const RULES: &[&Rule] = &[
    &unknown_fetch::RULE,
    &unknown_converter::RULE,
    &argument_count::RULE,
    &argument_value::RULE,
    &converter_input::RULE,
    &fetch_context::RULE,
    &acl_context::RULE,
    &unknown_alias::RULE,
    &http_alias::RULE,
    &output_type::RULE,
    &match_method::RULE,
    &unreadable_pattern::RULE,
    &missing_pattern::RULE,
    &regex::RULE,
    &back_reference::RULE,
    &variable_name::RULE,
    &acl_name::RULE,
];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut checker = Checker::new(context);
    for evaluated in context.evaluations() {
        checker.check(&evaluated, found);
    }
}
