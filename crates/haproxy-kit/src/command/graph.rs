//! `graph`: who uses what.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use haproxy_config::{ReferenceGraph, ReferenceTarget};
use serde_json::{Value, json};

use crate::Outcome;
use crate::error::CliError;
use crate::{input, output};

const AFTER_HELP: &str = "\
The drawings show how requests go from frontends to backends and servers, and which other sections
each uses; the JSON has the ACLs and the line of every reference as well. Every conditional block
is in it.

Examples:
  haproxy-kit graph haproxy.cfg | dot -Tsvg > haproxy.svg
  haproxy-kit graph --format mermaid haproxy.cfg conf.d/";

/// Draws which sections and servers use which.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Graph {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// What is written.
    #[arg(long, default_value = "dot")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For Graphviz.
    Dot,
    /// For Markdown.
    Mermaid,
    /// For programs.
    Json,
}

impl Graph {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let files = input::read_all(&self.files)?;
        let graph = files.reference_graph();
        let text = match self.format {
            Format::Dot => graph.to_dot(),
            Format::Mermaid => graph.to_mermaid(),
            Format::Json => {
                let names = files.files.iter();
                let names: Vec<String> =
                    names.map(|file| input::display_name(&file.path)).collect();
                format!("{:#}\n", json(&graph, &names))
            }
        };
        output::write(text.as_bytes())?;
        Ok(Outcome::Fine)
    }
}

fn json(graph: &ReferenceGraph, files: &[String]) -> Value {
    let nodes = graph.nodes.iter().enumerate().map(|(index, node)| {
        json!({
            "node": graph.label(index),
            "in": node.parent.map(|parent| graph.label(parent)),
            "file": files.get(node.file),
            "line": node.line,
        })
    });
    let edges = graph.edges.iter().map(|edge| {
        let (to, found) = match &edge.to {
            ReferenceTarget::Node(node) => (graph.label(*node), "node"),
            ReferenceTarget::Dynamic(text) => (text.clone(), "dynamic"),
            ReferenceTarget::Unknown(name) => (name.clone(), "unknown"),
            _ => (String::new(), "unknown"),
        };
        json!({
            "from": graph.label(edge.from),
            "to": to,
            "found": found,
            "kind": edge.kind.as_str(),
            "keyword": edge.keyword,
            "file": files.get(edge.file),
            "line": edge.line,
        })
    });
    json!({ "nodes": nodes.collect::<Vec<_>>(), "edges": edges.collect::<Vec<_>>() })
}
