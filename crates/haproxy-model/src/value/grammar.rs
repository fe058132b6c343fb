use pest_derive::Parser;

/// The languages inside words: sample expressions, log formats, conditions.
#[derive(Parser)]
#[grammar = "value/expression.pest"]
#[grammar = "value/log_format.pest"]
#[grammar = "value/condition.pest"]
pub(super) struct Grammar;
