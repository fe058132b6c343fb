//! What is done with configurations as a whole: names hidden, defaults named, references drawn.

use haproxy_config::{AnonymizeOptions, Anonymizer, ReferenceTarget};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::document::Document;
use crate::error;
use crate::several::{change, files_of};
use crate::text;

/// The documents with names, addresses, paths and secrets replaced, and what was replaced by what.
#[pyfunction]
pub(crate) fn anonymize<'py>(
    python: Python<'py>,
    documents: Vec<Bound<'py, Document>>,
    keep_comments: bool,
) -> PyResult<(Vec<Document>, Bound<'py, PyDict>)> {
    let files = files_of(python, &documents).files;
    let (anonymous, anonymizer) = python.detach(|| {
        let options = AnonymizeOptions::default().with_comments(keep_comments);
        let mut anonymizer = Anonymizer::new(options);
        for file in &files {
            anonymizer.learn(&file.document);
        }
        let anonymous = files.iter();
        let anonymous: Vec<_> = anonymous
            .map(|file| anonymizer.anonymize(&file.document))
            .collect();
        (anonymous, anonymizer)
    });
    let anonymous = anonymous.into_iter();
    let anonymous = anonymous.map(|document| Document::new(document, None));
    let replacements = PyDict::new(python);
    for (kind, replaced) in anonymizer.replacements() {
        replacements.set_item(kind, replaced)?;
    }
    Ok((anonymous.collect(), replacements))
}

/// Names every `defaults`, and says `from` in each proxy, in place.
#[pyfunction]
pub(crate) fn make_defaults_explicit(
    python: Python<'_>,
    documents: Vec<Bound<'_, Document>>,
) -> PyResult<()> {
    let path = documents
        .first()
        .and_then(|document| document.get().path_text());
    change(python, &documents, |files| files.make_defaults_explicit())?
        .map_err(|failure| error::edit(python, &failure, path))
}

/// Who uses what, as a record.
#[pyfunction]
pub(crate) fn graph<'py>(
    python: Python<'py>,
    documents: Vec<Bound<'py, Document>>,
) -> PyResult<Bound<'py, PyAny>> {
    let files = files_of(python, &documents);
    let (graph, dot, mermaid) = python.detach(|| {
        let graph = files.reference_graph();
        let (dot, mermaid) = (graph.to_dot(), graph.to_mermaid());
        (graph, dot, mermaid)
    });
    let path = |file: usize| {
        documents
            .get(file)
            .and_then(|document| document.get().path_text())
    };
    let nodes = graph.nodes.iter().enumerate().map(|(index, node)| {
        let fields = (
            graph.label(index),
            node.parent.map(|parent| graph.label(parent)),
            path(node.file),
            node.line,
        );
        text::record(python, "Node", fields)
    });
    let nodes = PyTuple::new(python, nodes.collect::<PyResult<Vec<_>>>()?)?;
    let edges = graph.edges.iter().map(|edge| {
        let (to, found) = match &edge.to {
            ReferenceTarget::Node(node) => (graph.label(*node), "node"),
            ReferenceTarget::Dynamic(text) => (text.clone(), "dynamic"),
            ReferenceTarget::Unknown(name) => (name.clone(), "unknown"),
            _ => (String::new(), "unknown"),
        };
        let fields = (
            graph.label(edge.from),
            to,
            found,
            edge.kind.as_str(),
            &edge.keyword,
            path(edge.file),
            edge.line,
        );
        text::record(python, "Edge", fields)
    });
    let edges = PyTuple::new(python, edges.collect::<PyResult<Vec<_>>>()?)?;
    text::record(python, "Graph", (nodes, edges, dot, mermaid))
}
