//! The order in which rules stand.

mod misplaced_rule;

use super::entry::Entry;

pub(super) const RULES: &[Entry] = &[Entry::proxy(&misplaced_rule::RULE, misplaced_rule::check)];
