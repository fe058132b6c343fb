//! Expressions of requirers: what HAProxy would not know is found before it reads it.

use haproxy_model::registry::{self, ArgumentType, Context};
use haproxy_model::value::{
    AclExpression, AclFlag, Call, Condition, Expression, LogFormat, LogFormatContent, Test,
};
use haproxy_model::version::Version;

/// ACLs that HAProxy brings with it.
const BUILT_IN: [&str; 16] = [
    "TRUE",
    "FALSE",
    "LOCALHOST",
    "HTTP",
    "HTTP_1.0",
    "HTTP_1.1",
    "HTTP_2.0",
    "HTTP_CONTENT",
    "HTTP_URL_ABS",
    "HTTP_URL_SLASH",
    "HTTP_URL_STAR",
    "METH_CONNECT",
    "METH_GET",
    "METH_HEAD",
    "METH_OPTIONS",
    "METH_POST",
];

/// Holds a log format to what HAProxy knows.
pub(super) fn check_format(format: &LogFormat, version: Version) -> Result<(), String> {
    for part in format.parts() {
        match &part.content {
            LogFormatContent::Text | LogFormatContent::Percent => {}
            LogFormatContent::Sample {
                label: None,
                modifiers: None,
                expression,
            } => {
                check_expression(expression, version)?;
            }
            _ => {
                return Err(format!(
                    "'{}' is not understood; write %[…] or %%",
                    part.text
                ));
            }
        }
    }
    Ok(())
}

/// Holds a condition to what HAProxy knows: ACLs with names are those that it brings with it.
pub(super) fn check_condition(condition: &Condition, version: Version) -> Result<(), String> {
    for term in condition.alternatives().into_iter().flatten() {
        match term.test {
            Test::Named(name) if BUILT_IN.contains(&name) => {}
            Test::Named(name) => return Err(format!("there is no ACL '{name}'")),
            Test::Anonymous(acl) => check_acl(&acl, version)?,
        }
    }
    Ok(())
}

fn check_acl(acl: &AclExpression, version: Version) -> Result<(), String> {
    if acl
        .flags()
        .any(|flag| !matches!(flag, AclFlag::IgnoreCase | AclFlag::Match(_) | AclFlag::End))
    {
        return Err("a condition may have no flags but -i and -m".to_owned());
    }
    let criterion = acl.criterion();
    let Some(fetch) = criterion.fetch() else {
        return Err("a condition looks at nothing".to_owned());
    };
    match registry::acl(fetch.name).filter(|acl| acl.is_in(version)) {
        Some(keyword) => check_fetch(
            &Call {
                name: keyword.fetch,
                ..fetch
            },
            version,
        )?,
        None => check_fetch(&fetch, version)?,
    }
    check_converters(&criterion, version)
}

fn check_expression(expression: &Expression, version: Version) -> Result<(), String> {
    match expression.fetch() {
        Some(fetch) => check_fetch(&fetch, version)?,
        None => return Err("an expression fetches nothing".to_owned()),
    }
    check_converters(expression, version)
}

fn check_fetch(call: &Call<'_>, version: Version) -> Result<(), String> {
    let fetch = registry::fetch(call.name).filter(|fetch| fetch.is_in(version));
    let Some(fetch) = fetch.filter(|fetch| fetch.contexts.contains(Context::HttpRequestInBackend))
    else {
        return Err(format!("there is no '{}' to fetch in requests", call.name));
    };
    check_arguments(call, fetch.required, fetch.optional)
}

fn check_converters(expression: &Expression, version: Version) -> Result<(), String> {
    for call in expression.converters() {
        let converter = registry::converter(call.name).filter(|converter| converter.is_in(version));
        let Some(converter) = converter else {
            return Err(format!("there is no converter '{}'", call.name));
        };
        check_arguments(&call, converter.required, converter.optional)?;
    }
    Ok(())
}

fn check_arguments(
    call: &Call<'_>,
    required: &[ArgumentType],
    optional: &[ArgumentType],
) -> Result<(), String> {
    let most = required.len().saturating_add(optional.len());
    if (required.len()..=most).contains(&call.arguments.len()) {
        Ok(())
    } else {
        Err(format!(
            "'{}' has {} to {most} arguments",
            call.name,
            required.len()
        ))
    }
}
