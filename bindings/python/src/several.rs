//! Several documents as one configuration.

use std::path::PathBuf;
use std::sync::{PoisonError, RwLockWriteGuard};

use haproxy_config::{ConfigFile, ConfigFiles};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::document::{Document, State};

/// What a document without a path is called.
const UNNAMED: &str = "<document>";

/// The documents as they are, in their order.
pub(crate) fn files_of(python: Python<'_>, documents: &[Bound<'_, Document>]) -> ConfigFiles {
    let files = documents.iter().map(|document| {
        let document = document.get();
        ConfigFile {
            path: path_of(document),
            document: document.look(python, |state| state.document.clone()),
        }
    });
    ConfigFiles {
        files: files.collect(),
    }
}

/// Changes the documents together. Nobody sees some of them changed and others not yet.
pub(crate) fn change<T: Send>(
    python: Python<'_>,
    documents: &[Bound<'_, Document>],
    change: impl FnOnce(&mut ConfigFiles) -> T + Send,
) -> PyResult<T> {
    let documents: Vec<&Document> = documents.iter().map(Bound::get).collect();
    // Whoever locks several takes them in one order, so that nobody waits for the other.
    let mut order: Vec<usize> = (0..documents.len()).collect();
    let address = |index: &usize| {
        documents
            .get(*index)
            .map(|document| std::ptr::from_ref(*document))
    };
    order.sort_by_key(address);
    let is_twice = |pair: &[usize]| matches!(pair, [one, other] if address(one) == address(other));
    if order.windows(2).any(is_twice) {
        let message = "a document stands twice among those of one configuration";
        return Err(PyValueError::new_err(message));
    }
    let changed = python.detach(|| {
        let mut locked: Vec<(usize, RwLockWriteGuard<'_, State>)> = order
            .iter()
            .filter_map(|index| {
                let state = documents.get(*index)?.state();
                Some((
                    *index,
                    state.write().unwrap_or_else(PoisonError::into_inner),
                ))
            })
            .collect();
        locked.sort_by_key(|(index, _)| *index);
        let mut files = ConfigFiles::default();
        for ((_, state), document) in locked.iter().zip(&documents) {
            files.files.push(ConfigFile {
                path: path_of(document),
                document: state.document.clone(),
            });
        }
        let outcome = change(&mut files);
        for ((_, state), file) in locked.iter_mut().zip(files.files) {
            state.document = file.document;
            state.arrangement += 1;
        }
        outcome
    });
    Ok(changed)
}

fn path_of(document: &Document) -> PathBuf {
    let path = document.path_buf().cloned();
    path.unwrap_or_else(|| PathBuf::from(UNNAMED))
}
