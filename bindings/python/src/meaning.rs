//! The typed model, and what is done with it.

use std::sync::LazyLock;

use haproxy_config::{Effective, MigrateOptions, ReconcileOptions, SectionSelector, TimeSuffix};
use haproxy_model::config::{Config, ConfigSchema};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde_json::Value;

use crate::document::{Document, kind_of};
use crate::error;
use crate::json;
use crate::several::{change, files_of};
use crate::target::{target_of, version_of};
use crate::text;

/// The configuration that these documents together mean to the target, as JSON data.
#[pyfunction]
pub(crate) fn to_model<'py>(
    python: Python<'py>,
    documents: Vec<Bound<'py, Document>>,
    target: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let target = target_of(target)?;
    let files = files_of(python, &documents);
    let value = python.detach(|| files.to_model(&target).to_json());
    json::to_python(python, &value)
}

/// A fresh document of this model.
#[pyfunction]
pub(crate) fn from_model(python: Python<'_>, model: &Bound<'_, PyAny>) -> PyResult<Document> {
    let config = config_of(model)?;
    let document = python.detach(|| haproxy_config::Document::from_model(&config));
    let document = document.map_err(|failure| error::quote(python, &failure))?;
    Ok(Document::new(document, None))
}

/// Raises what is wrong with this model.
#[pyfunction]
pub(crate) fn check_model(model: &Bound<'_, PyAny>) -> PyResult<()> {
    config_of(model).map(|_| ())
}

/// It does not change, and takes a while.
static SCHEMA: LazyLock<ConfigSchema> = LazyLock::new(ConfigSchema::new);

/// The JSON Schema of configurations, or of the definition of this name; None where there is none.
#[pyfunction]
#[pyo3(signature = (definition = None))]
pub(crate) fn json_schema<'py>(
    python: Python<'py>,
    definition: Option<&str>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let schema = python.detach(|| match definition {
        Some(name) => SCHEMA.definition(name),
        None => Some(SCHEMA.whole()),
    });
    schema
        .map(|schema| json::to_python(python, &schema))
        .transpose()
}

/// Makes the documents together mean the model; how many lines changed, were added and removed.
#[pyfunction]
pub(crate) fn reconcile<'py>(
    python: Python<'py>,
    documents: Vec<Bound<'py, Document>>,
    model: &Bound<'py, PyAny>,
    target: &Bound<'py, PyAny>,
    time_suffix: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let wanted = config_of(model)?;
    let target = target_of(target)?;
    let mut options = ReconcileOptions::default();
    if let Some(suffix) = time_suffix {
        let suffix = suffix.parse::<TimeSuffix>();
        let suffix = suffix.map_err(|failure| PyValueError::new_err(failure.to_string()))?;
        options = options.with_preferred_time_suffix(suffix);
    }
    let outcome = change(python, &documents, |files| {
        files.reconcile(&wanted, &target, options)
    })?;
    let summary = outcome.map_err(|failure| {
        let paths: Vec<_> = documents
            .iter()
            .map(|document| document.get().path_text())
            .collect();
        error::reconcile(python, &failure, &paths)
    })?;
    let fields = (summary.changed, summary.added, summary.removed);
    text::record(python, "Summary", fields)
}

/// The differences in meaning between two models.
#[pyfunction]
pub(crate) fn diff<'py>(
    python: Python<'py>,
    old: &Bound<'py, PyAny>,
    new: &Bound<'py, PyAny>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let (old, new) = (config_of(old)?, config_of(new)?);
    let changes = python.detach(|| haproxy_config::diff(&old, &new));
    let records = changes.into_iter().map(|change| {
        let fields = (change.section, change.path, change.before, change.after);
        text::record(python, "Change", fields)
    });
    records.collect()
}

/// The settings that a proxy works with.
#[pyfunction]
pub(crate) fn effective<'py>(
    python: Python<'py>,
    documents: Vec<Bound<'py, Document>>,
    kind: &str,
    name: Option<String>,
    target: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let selector = SectionSelector {
        kind: kind_of(kind)?,
        name,
    };
    let target = target_of(target)?;
    let files = files_of(python, &documents);
    let effective = python.detach(|| files.effective(&selector, &target));
    let Effective {
        sources, settings, ..
    } = effective.map_err(|failure| error::effective(python, &failure))?;
    let path = |file: usize| {
        documents
            .get(file)
            .and_then(|document| document.get().path_text())
    };
    let sources = sources.into_iter().map(|source| {
        let section = source.section;
        let fields = (
            section.kind.keyword(),
            section.name,
            path(source.file),
            source.line,
        );
        text::record(python, "Source", fields)
    });
    let sources = sources.collect::<PyResult<Vec<_>>>()?;
    let mut records = Vec::with_capacity(settings.len());
    for setting in settings {
        let words = PyTuple::new(python, &setting.words)?;
        let source = sources.get(setting.source);
        let fields = (setting.keyword, words, source, setting.line);
        records.push(text::record(python, "Setting", fields)?);
    }
    let fields = (
        PyTuple::new(python, sources)?,
        PyTuple::new(python, records)?,
    );
    text::record(python, "Effective", fields)
}

/// Rewrites what a newer HAProxy has removed or renamed.
#[pyfunction]
pub(crate) fn migrate<'py>(
    python: Python<'py>,
    documents: Vec<Bound<'py, Document>>,
    to: &str,
    since: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut options = MigrateOptions::new(version_of(python, to)?);
    if let Some(since) = since {
        options = options.from(version_of(python, since)?);
    }
    let migration = change(python, &documents, |files| files.migrate(&options))?;
    let is_complete = migration.is_complete();
    let notes = migration.changes.into_iter().map(|note| {
        let path = documents.get(note.file);
        let fields = (
            path.and_then(|document| document.get().path_text()),
            note.line,
            note.keyword,
            note.kind.as_str(),
            note.message,
            note.help,
            note.before,
            PyTuple::new(python, note.after)?,
        );
        text::record(python, "Note", fields)
    });
    let notes = PyTuple::new(python, notes.collect::<PyResult<Vec<_>>>()?)?;
    text::record(python, "Migration", (notes, is_complete))
}

pub(crate) fn config_of(model: &Bound<'_, PyAny>) -> PyResult<Config> {
    let python = model.py();
    let value: Value = json::from_python(model)?;
    python
        .detach(|| {
            Config::from_json(&value).map_err(|failure| {
                let suggestions = ConfigSchema::new().suggestions(&value, &failure.path);
                (failure, suggestions)
            })
        })
        .map_err(|(failure, suggestions)| error::model(python, &failure, suggestions))
}
