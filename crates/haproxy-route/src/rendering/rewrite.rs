//! Rewrites: what a requirer wrote, as one typed rule.

use std::borrow::Cow;

use haproxy_model::language::Problem;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::RuleKeyword;
use haproxy_model::statement::Statement;
use haproxy_model::value::LogFormat;
use haproxy_model::version::Version;

use super::{Service, expression};
use crate::requirer::Rewrite;
use crate::statement::{literal, of_model_words, words_of};
use crate::value::RewriteMethod;

/// The statement of each rewrite, or why it cannot stand in a configuration.
pub(super) type Rewrites = Vec<Result<Statement<ProxyKeyword>, String>>;

/// The rewrites of each service, held to what HAProxy of this version says of them.
pub(super) fn statements(services: &[Service], version: Version) -> Vec<Rewrites> {
    let read = |service: &Service| service.data.rewrites.iter().map(statement).collect();
    let mut rewrites: Vec<Rewrites> = services.iter().map(read).collect();
    // All at once, as a document costs more than a rewrite; one by one only where there is a fault.
    let understood = rewrites.iter().flatten().flatten().cloned();
    if expression::check(understood, version).is_err() {
        for rewrite in rewrites.iter_mut().flatten() {
            if let Ok(statement) = rewrite
                && let Err(reason) = expression::check([statement.clone()], version)
            {
                *rewrite = Err(reason);
            }
        }
    }
    rewrites
}

/// An expression and, where the requirer wrote one, a condition.
fn statement(rewrite: &Rewrite) -> Result<Statement<ProxyKeyword>, String> {
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
    Ok(statement)
}
