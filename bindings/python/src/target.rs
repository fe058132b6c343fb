//! The HAProxy that a configuration is for, as `haproxy_kit.config.Target` describes it.

use std::collections::BTreeSet;

use haproxy_config::{Environment, Target};
use haproxy_model::version::Version;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};

use crate::error::{Fields, config_error};
use crate::text;

/// The target that a version's text or a `Target` describes.
pub(crate) fn target_of(value: &Bound<'_, PyAny>) -> PyResult<Target> {
    let python = value.py();
    if let Ok(version) = value.cast::<PyString>() {
        return of_environment(python, Environment::new(version.to_str()?));
    }
    let output: Option<String> = value.getattr("version_output")?.extract()?;
    let version: String = value.getattr("version")?.extract()?;
    let mut environment = match output {
        Some(output) => Environment::from_version_output(&output)
            .ok_or_else(|| no_version(python, "the text is not what 'haproxy -vv' prints"))?,
        None => Environment::new(version),
    };
    let names = |field: &str| value.getattr(field)?.extract::<Option<BTreeSet<String>>>();
    if let Some(features) = names("features")? {
        environment.features = features;
    }
    if let Some(enabled) = names("enabled")? {
        environment.enabled = enabled;
    }
    if let Some(library) = value.getattr("ssl_library")?.extract::<Option<String>>()? {
        environment.ssl_library = library;
    }
    environment.awslc_api = value.getattr("awslc_api")?.extract()?;
    let variables = value.getattr("variables")?;
    for variable in variables.cast::<PyMapping>()?.items()? {
        let (name, value) = variable.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
        let (name, value) = (text::bytes_of(&name)?, text::bytes_of(&value)?);
        environment.variables.insert(name, value);
    }
    of_environment(python, environment)
}

/// A version such as 3.2, of those that are known.
pub(crate) fn version_of(python: Python<'_>, text: &str) -> PyResult<Version> {
    let version = text
        .parse::<Version>()
        .map_err(|error| no_version(python, &error.to_string()))?;
    known(python, version)
}

fn of_environment(python: Python<'_>, environment: Environment) -> PyResult<Target> {
    let message = format!(
        "expected a version such as 3.2, found '{}'",
        environment.version
    );
    let target =
        Target::from_environment(environment).ok_or_else(|| no_version(python, &message))?;
    known(python, target.version)?;
    Ok(target)
}

fn known(python: Python<'_>, version: Version) -> PyResult<Version> {
    if (Version::OLDEST..=Version::NEWEST).contains(&version) {
        return Ok(version);
    }
    let (oldest, newest) = (Version::OLDEST, Version::NEWEST);
    let message = format!("HAProxy {version} is not known, {oldest} to {newest} are");
    Err(no_version(python, &message))
}

fn no_version(python: Python<'_>, message: &str) -> PyErr {
    let fields = Fields {
        code: "unknown-version".to_owned(),
        ..Fields::default()
    };
    config_error(python, "TargetError", message, fields)
}
