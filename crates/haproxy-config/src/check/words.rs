//! Keywords and their arguments.
//!
//! Most of these are found where lines are read into the model, which knows what each keyword takes.

mod absent_section;
mod address;
mod argument;
mod header_address;
mod incomplete;
mod keyword;
mod variable;
mod version;
mod wrong_section;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[
    &keyword::UNKNOWN,
    &argument::MISSING,
    &argument::INVALID,
    &argument::UNKNOWN,
    &version::NOT_YET,
    &version::REMOVED,
    &version::DEPRECATED,
    &wrong_section::RULE,
    &version::EXPERIMENTAL,
    &argument::IGNORED,
    &header_address::RULE,
    &address::RULE,
    &version::MISSING_FEATURE,
];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    wrong_section::check(context, found);
    header_address::check(context, found);
    address::check(context, found);
    variable::check(context, found);
    absent_section::check(context, found);
    incomplete::check(context, found);
}
