//! JSON of configurations, as the commands read and write it.

use std::path::Path;

use haproxy_config::{SectionKind, SectionSelector};
use haproxy_model::config::{AnySection, Config, ConfigSchema};
use haproxy_model::json::JsonError;
use serde_json::Value;

use crate::error::CliError;
use crate::input::{display_name, read_bytes};
use crate::selection::other_sections;

/// The JSON of this file.
pub(crate) fn read(path: &Path) -> Result<Value, CliError> {
    let bytes = read_bytes(path)?;
    serde_json::from_slice(&bytes).map_err(|source| CliError::NoJson {
        file: display_name(path),
        source,
    })
}

/// The configuration that the JSON of this file stands for: a whole one, or one section that says its
/// kind.
pub(crate) fn config(path: &Path, value: &Value) -> Result<Config, CliError> {
    let is_whole = value.get("sections").is_some() || value.get("section").is_none();
    let wrapped = (!is_whole).then(|| serde_json::json!({ "sections": [value] }));
    let whole = wrapped.as_ref().unwrap_or(value);
    Config::from_json(whole).map_err(|mut error| {
        let suggestions = ConfigSchema::new().suggestions(whole, &error.path);
        let inner = error.path.strip_prefix("/sections/0").map(str::to_owned);
        if let Some(inner) = inner.filter(|_| wrapped.is_some()) {
            error.path = inner;
        }
        refused(path, error, suggestions)
    })
}

/// The section of this kind that the JSON of this file stands for.
pub(crate) fn section(
    path: &Path,
    kind: SectionKind,
    value: &Value,
) -> Result<AnySection, CliError> {
    let mut value = value.clone();
    if let Some(object) = value.as_object_mut()
        && object
            .get("section")
            .is_some_and(|own| own == kind.keyword())
    {
        object.shift_remove("section");
    }
    AnySection::from_json(kind, &value).map_err(|error| {
        let suggestions = ConfigSchema::new().section_suggestions(kind, &value, &error.path);
        refused(path, error, suggestions)
    })
}

/// The one section that is selected, with its index.
pub(crate) fn find<'c>(
    config: &'c Config,
    selector: &SectionSelector,
) -> Result<(usize, &'c AnySection), CliError> {
    let is_meant = |section: &AnySection| {
        section.kind() == Some(selector.kind) && section.name() == selector.name.as_deref()
    };
    let mut found = (config.sections.iter().enumerate()).filter(|(_, section)| is_meant(section));
    match (found.next(), found.next()) {
        (Some(found), None) => Ok(found),
        (Some(_), Some(_)) => Err(CliError::SeveralSections {
            section: selector.to_string(),
        }),
        (None, _) => {
            let sections = config.sections.iter();
            let named = sections.filter_map(|section| Some((section.kind()?, section.name())));
            Err(CliError::NoSection {
                section: selector.to_string(),
                others: other_sections(selector.kind, named),
            })
        }
    }
}

/// JSON for people and programs, ending in a line feed.
pub(crate) fn text(value: &Value) -> Result<String, CliError> {
    let text = serde_json::to_string_pretty(value);
    text.map(|text| text + "\n")
        .map_err(|error| CliError::Write(error.into()))
}

fn refused(path: &Path, error: JsonError, suggestions: Vec<String>) -> CliError {
    let place = if error.path.is_empty() {
        "/".to_owned()
    } else {
        error.path
    };
    CliError::Model {
        file: display_name(path),
        place,
        problem: error.problem,
        suggestions,
    }
}
