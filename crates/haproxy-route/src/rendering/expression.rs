//! What requirers write in HAProxy's language: what HAProxy would refuse is found before it reads it,
//! and what is not theirs to look at is refused.

use haproxy_config::{CheckOptions, Document, Severity, Target};
use haproxy_model::config::Config;
use haproxy_model::section::{Backend, ProxyKeyword};
use haproxy_model::statement::Statement;
use haproxy_model::value::{
    AclExpression, AclFlag, Call, Condition, Expression, LogFormat, LogFormatContent, Test,
};
use haproxy_model::version::Version;

/// Holds statements of a backend to what HAProxy of this version says of them.
pub(super) fn check(
    statements: impl IntoIterator<Item = Statement<ProxyKeyword>>,
    version: Version,
) -> Result<(), String> {
    let name = "requirer".parse();
    let mut backend = Backend::new(name.map_err(|problem| format!("{problem}"))?);
    backend.statements.extend(statements);
    let mut config = Config::new();
    config.push(backend);
    let document = Document::from_model(&config).map_err(|error| error.to_string())?;
    let found = document.check(&CheckOptions::new(Target::new(version)));
    let mut errors = found
        .into_iter()
        .filter(|found| found.severity == Severity::Error);
    errors.next().map_or(Ok(()), |error| Err(error.message))
}

/// Refuses what looks at files, the environment or programs of the provider in a log format.
pub(super) fn confine_format(format: &LogFormat) -> Result<(), String> {
    for part in format.parts() {
        match &part.content {
            LogFormatContent::Text | LogFormatContent::Percent => {}
            LogFormatContent::Sample { expression, .. } => confine_expression(expression)?,
            _ => {
                return Err(format!(
                    "'{}' is not understood: write %[…] or %%",
                    part.text
                ));
            }
        }
    }
    Ok(())
}

/// Refuses the same in a condition.
pub(super) fn confine_condition(condition: &Condition) -> Result<(), String> {
    for term in condition.alternatives().into_iter().flatten() {
        if let Test::Anonymous(acl) = term.test {
            confine_acl(&acl)?;
        }
    }
    Ok(())
}

fn confine_acl(acl: &AclExpression) -> Result<(), String> {
    let is_own =
        |flag: &AclFlag<'_>| matches!(flag, AclFlag::IgnoreCase | AclFlag::Match(_) | AclFlag::End);
    if !acl.flags().all(|flag| is_own(&flag)) {
        return Err("a condition may have no flags but -i and -m".to_owned());
    }
    confine_expression(&acl.criterion())
}

fn confine_expression(expression: &Expression) -> Result<(), String> {
    let converters = expression.converters();
    for call in expression.fetch().iter().chain(&converters) {
        if is_foreign(call) {
            return Err(format!("'{}' is not for requirers", call.name));
        }
    }
    Ok(())
}

/// Whether this runs programs, or reads files or the environment.
fn is_foreign(call: &Call<'_>) -> bool {
    let reads_map = call.name == "map" || call.name.starts_with("map_");
    reads_map || call.name == "env" || call.name.starts_with("lua.")
}
