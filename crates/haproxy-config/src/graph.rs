//! Who uses what: the sections, servers and ACLs of a configuration and the references between them.

mod build;
mod print;

use haproxy_model::reference::NameKind;
use haproxy_model::section_kind::SectionKind;

use crate::document::Document;
use crate::files::ConfigFiles;

/// What a configuration is made of, and what of it uses what.
///
/// ```
/// use haproxy_config::Document;
///
/// let document = Document::parse("frontend www\n default_backend app\nbackend app\n");
/// let graph = document.reference_graph();
/// assert_eq!(graph.nodes.len(), 2);
/// assert_eq!(graph.edges[0].keyword, "default_backend");
/// assert_eq!(graph.edges[0].line, 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ReferenceGraph {
    /// The things that have a name, in the order in which they stand.
    pub nodes: Vec<Node>,
    /// The references, in the order in which they stand.
    pub edges: Vec<Edge>,
}

/// A section, a server or an ACL.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Its name; `None` of sections without one, such as `global`.
    pub name: Option<String>,
    /// The index of the file that holds it.
    pub file: usize,
    /// The number of the line that defines it.
    pub line: usize,
    /// The index of the section that it stands in; `None` of sections.
    pub parent: Option<usize>,
}

/// What a node of the graph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NodeKind {
    /// A section.
    Section(SectionKind),
    /// A server, or the servers of a template.
    Server,
    /// An ACL; several lines of one name are one.
    Acl,
}

/// A reference.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edge {
    /// The index of the node that refers: the section, or the server or ACL whose line it is.
    pub from: usize,
    /// What is referred to.
    pub to: Target,
    /// What the reference is to.
    pub kind: NameKind,
    /// The first word of the statement; `from` where a section's opening line says that.
    pub keyword: String,
    /// The index of the file.
    pub file: usize,
    /// The number of the line.
    pub line: usize,
}

/// What a reference leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// The node of this index.
    Node(usize),
    /// Nothing here has this name: it is built in, or missing.
    Unknown(String),
    /// What this text stands for is known only when HAProxy runs.
    Dynamic(String),
}

impl Document {
    /// What the document is made of, and what of it uses what; every conditional block is in it.
    pub fn reference_graph(&self) -> ReferenceGraph {
        build::graph(&[self])
    }
}

impl ConfigFiles {
    /// What the files are made of, and what of them uses what.
    pub fn reference_graph(&self) -> ReferenceGraph {
        let files = self.files.iter();
        build::graph(&files.map(|file| &file.document).collect::<Vec<_>>())
    }
}

impl ReferenceGraph {
    /// The node's kind and name: `backend app`, `server s1`.
    pub fn label(&self, node: usize) -> String {
        let Some(node) = self.nodes.get(node) else {
            return String::new();
        };
        let kind = match node.kind {
            NodeKind::Section(kind) => kind.keyword(),
            NodeKind::Server => "server",
            NodeKind::Acl => "acl",
        };
        match &node.name {
            Some(name) => format!("{kind} {name}"),
            None => kind.to_owned(),
        }
    }

    /// The references to the node of this index.
    pub fn users(&self, node: usize) -> impl Iterator<Item = &Edge> {
        self.edges
            .iter()
            .filter(move |edge| edge.to == Target::Node(node))
    }
}
