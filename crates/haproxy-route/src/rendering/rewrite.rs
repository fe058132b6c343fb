//! Rewrites: what a requirer wrote, as one typed rule.

use std::borrow::Cow;

use haproxy_model::language::Problem;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::RuleKeyword;
use haproxy_model::statement::Statement;
use haproxy_model::value::LogFormat;
use haproxy_model::version::Version;

use super::expression;
use crate::requirer::Rewrite;
use crate::statement::{literal, of_model_words, words_of};
use crate::value::RewriteMethod;

/// The words of a rewrite: an expression and, where the requirer wrote one, a condition.
pub(super) fn words(rewrite: &Rewrite, version: Version) -> Result<Vec<Cow<'static, str>>, String> {
    let mut words: Vec<Cow<'static, str>> =
        vec!["http-request".into(), rewrite.method.as_str().into()];
    if rewrite.method == RewriteMethod::SetHeader {
        let Some(header) = rewrite.header.as_ref().filter(|header| !header.is_empty()) else {
            return Err("set-header needs the name of the header".to_owned());
        };
        words.push(literal(header).into_owned().into());
    }
    let written = words_of(&rewrite.expression).map_err(|error| error.to_string())?;
    if written
        .iter()
        .any(|word| haproxy_model::text::has_reference(word))
    {
        return Err("the environment of the proxy is not for requirers".to_owned());
    }
    let Some(format) = written.first() else {
        return Err("the expression is empty".to_owned());
    };
    let format: LogFormat = format
        .parse()
        .map_err(|problem: Problem| problem.to_string())?;
    expression::confine_format(&format)?;
    words.extend(written);
    let statement: Statement<ProxyKeyword> =
        of_model_words(&words).map_err(|error| error.to_string())?;
    let Some(RuleKeyword::HttpRequest(rule)) = statement.group() else {
        return Err("it is no rule for requests".to_owned());
    };
    if let Some(condition) = &rule.condition {
        expression::confine_condition(condition)?;
    }
    expression::check(statement, version)?;
    Ok(words)
}
