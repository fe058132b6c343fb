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
mod ignored_fetch;
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
mod table_key;
mod unknown_alias;
mod unknown_converter;
mod unknown_fetch;
mod unreadable_pattern;
mod variable_name;
mod words;

use super::context::Context;
use super::entry::Entry;
use super::view::SectionView;
use crate::diagnostic::Diagnostic;
use checker::Checker;
use words::LineWords;

pub(super) const RULES: &[Entry] = &[
    Entry::section(&unknown_fetch::RULE, check),
    Entry::elsewhere(&unknown_converter::RULE),
    Entry::elsewhere(&argument_count::RULE),
    Entry::elsewhere(&argument_value::RULE),
    Entry::elsewhere(&converter_input::RULE),
    Entry::elsewhere(&fetch_context::RULE),
    Entry::elsewhere(&acl_context::RULE),
    Entry::elsewhere(&unknown_alias::RULE),
    Entry::elsewhere(&http_alias::RULE),
    Entry::elsewhere(&output_type::RULE),
    Entry::elsewhere(&match_method::RULE),
    Entry::elsewhere(&unreadable_pattern::RULE),
    Entry::elsewhere(&missing_pattern::RULE),
    Entry::elsewhere(&regex::RULE),
    Entry::elsewhere(&back_reference::RULE),
    Entry::elsewhere(&variable_name::RULE),
    Entry::elsewhere(&acl_name::RULE),
    Entry::elsewhere(&table_key::RULE),
    Entry::elsewhere(&ignored_fetch::RULE),
];

/// Looks at all that HAProxy evaluates in a section, once for all these rules.
fn check(context: &Context<'_>, section: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    let mut evaluations = context.evaluations_in(section.index..section.index + 1);
    let Some(first) = evaluations.next() else {
        return;
    };
    let mut checker = Checker::new(context, section);
    let mut words = LineWords::default();
    for evaluated in std::iter::once(first).chain(evaluations) {
        checker.check(&evaluated, words.of(context, evaluated.place), found);
    }
}
