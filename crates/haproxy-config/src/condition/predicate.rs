use super::ConditionError;
use super::version::{OpensslVersion, is_at_least};
use crate::environment::Environment;

/// A predicate: its name, the number of its arguments, the first version that has it.
struct Predicate {
    name: &'static str,
    arguments: usize,
    since: &'static str,
}

const PREDICATES: [Predicate; 13] = [
    Predicate {
        name: "awslc_api_atleast",
        arguments: 1,
        since: "3.3",
    },
    Predicate {
        name: "awslc_api_before",
        arguments: 1,
        since: "3.3",
    },
    Predicate {
        name: "defined",
        arguments: 1,
        since: "2.4",
    },
    Predicate {
        name: "enabled",
        arguments: 1,
        since: "2.7",
    },
    Predicate {
        name: "feature",
        arguments: 1,
        since: "2.4",
    },
    Predicate {
        name: "openssl_version_atleast",
        arguments: 1,
        since: "2.5",
    },
    Predicate {
        name: "openssl_version_before",
        arguments: 1,
        since: "2.5",
    },
    Predicate {
        name: "ssllib_name_startswith",
        arguments: 1,
        since: "2.6",
    },
    Predicate {
        name: "streq",
        arguments: 2,
        since: "2.4",
    },
    Predicate {
        name: "strneq",
        arguments: 2,
        since: "2.4",
    },
    Predicate {
        name: "strstr",
        arguments: 2,
        since: "2.7",
    },
    Predicate {
        name: "version_atleast",
        arguments: 1,
        since: "2.4",
    },
    Predicate {
        name: "version_before",
        arguments: 1,
        since: "2.4",
    },
];

/// Whether the predicate holds for these unquoted arguments.
pub(super) fn holds(
    name: &str,
    arguments: &[Vec<u8>],
    environment: &Environment,
) -> Result<bool, ConditionError> {
    let known = |predicate: &&Predicate| is_at_least(&environment.version, predicate.since);
    let Some(predicate) = PREDICATES
        .iter()
        .filter(known)
        .find(|predicate| predicate.name == name)
    else {
        let names: Vec<&str> = PREDICATES
            .iter()
            .filter(known)
            .map(|predicate| predicate.name)
            .collect();
        return Err(ConditionError::UnknownPredicate {
            name: name.to_owned(),
            version: environment.version.clone(),
            known: names.join(", "),
        });
    };
    if arguments.len() != predicate.arguments {
        let (name, expected, found) = (predicate.name, predicate.arguments, arguments.len());
        return Err(ConditionError::ArgumentCount {
            name,
            expected,
            found,
        });
    }
    let argument = |index: usize| arguments.get(index).map(Vec::as_slice).unwrap_or_default();
    let (first, second) = (argument(0), argument(1));
    let text = String::from_utf8_lossy(first);
    Ok(match predicate.name {
        "defined" => environment.variables.contains_key(first),
        // HAProxy 2.6 finds an empty name in its list.
        "feature" if first.is_empty() => !is_at_least(&environment.version, "2.7"),
        "feature" => environment.features.contains(&*text),
        "enabled" => environment.enabled.contains(&*text),
        "streq" => first == second,
        "strneq" => first != second,
        "strstr" => memchr::memmem::find(first, second).is_some(),
        "version_atleast" => is_at_least(&environment.version, &text),
        "version_before" => !is_at_least(&environment.version, &text),
        "openssl_version_atleast" => openssl_is_at_least(environment, &text)? == Some(true),
        "openssl_version_before" => openssl_is_at_least(environment, &text)? == Some(false),
        "ssllib_name_startswith" => environment.ssl_library.starts_with(&*text),
        "awslc_api_atleast" => environment
            .awslc_api
            .is_some_and(|api| number(&text).is_some_and(|least| api >= least)),
        _ => environment
            .awslc_api
            .is_some_and(|api| number(&text).is_some_and(|limit| api < limit)),
    })
}

/// `None` where the HAProxy has no OpenSSL or its like.
fn openssl_is_at_least(
    environment: &Environment,
    text: &str,
) -> Result<Option<bool>, ConditionError> {
    let least = OpensslVersion::parse(text).ok_or_else(|| ConditionError::Version {
        found: text.to_owned(),
    })?;
    let own = OpensslVersion::of_library(&environment.ssl_library);
    Ok(own.map(|own| own >= least))
}

fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}
