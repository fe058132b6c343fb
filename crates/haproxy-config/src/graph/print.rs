use std::fmt::Write as _;

use super::{NodeKind, ReferenceGraph, Target};

/// What drawings show: the way of requests. ACLs and what stands beside it are left out.
impl ReferenceGraph {
    /// The graph in the language of Graphviz.
    pub fn to_dot(&self) -> String {
        let mut text = String::from("digraph haproxy {\n    rankdir=LR;\n    node [shape=box];\n");
        for index in self.drawn() {
            let label = escaped(&self.label(index));
            line(&mut text, format_args!("    n{index} [label=\"{label}\"];"));
        }
        for (from, to, label) in self.arrows(&mut text, |name, id| {
            format!("    {id} [label=\"{}\", style=dashed];", escaped(name))
        }) {
            let label = escaped(&label);
            match &*label {
                "" => line(&mut text, format_args!("    n{from} -> {to};")),
                _ => line(
                    &mut text,
                    format_args!("    n{from} -> {to} [label=\"{label}\"];"),
                ),
            }
        }
        text.push_str("}\n");
        text
    }

    /// The graph in the language of Mermaid.
    pub fn to_mermaid(&self) -> String {
        let mut text = String::from("flowchart LR\n");
        for index in self.drawn() {
            let label = entities(&self.label(index));
            line(&mut text, format_args!("    n{index}[\"{label}\"]"));
        }
        for (from, to, label) in self.arrows(&mut text, |name, id| {
            format!("    {id}([\"{}\"])", entities(name))
        }) {
            let label = entities(&label);
            match &*label {
                "" => line(&mut text, format_args!("    n{from} --> {to}")),
                _ => line(&mut text, format_args!("    n{from} -->|\"{label}\"| {to}")),
            }
        }
        text
    }

    /// The nodes of a drawing: servers, and sections that use something or are used.
    fn drawn(&self) -> impl Iterator<Item = usize> {
        self.nodes.iter().enumerate().filter_map(|(index, node)| {
            let is_used = || {
                self.users(index).next().is_some()
                    || self.edges.iter().any(|edge| edge.from == index)
                    || self.nodes.iter().any(|node| node.parent == Some(index))
            };
            match node.kind {
                NodeKind::Acl => None,
                NodeKind::Server => Some(index),
                NodeKind::Section(kind) => (kind.is_proxy() || is_used()).then_some(index),
            }
        })
    }

    /// The arrows of a drawing, each with its label; the nodes of what is not known are written
    /// first, as `node` writes them.
    fn arrows(
        &self,
        text: &mut String,
        node: impl Fn(&str, &str) -> String,
    ) -> Vec<(usize, String, String)> {
        let mut arrows = Vec::new();
        for (index, own) in self.nodes.iter().enumerate() {
            if let (NodeKind::Server, Some(parent)) = (own.kind, own.parent) {
                arrows.push((parent, format!("n{index}"), String::new()));
            }
        }
        for (count, edge) in self.edges.iter().enumerate() {
            let is_acl = |index: &usize| {
                self.nodes
                    .get(*index)
                    .is_some_and(|node| node.kind == NodeKind::Acl)
            };
            // What an ACL looks at, its section does.
            let parent = |index: usize| self.nodes.get(index).and_then(|node| node.parent);
            let from = if is_acl(&edge.from) {
                parent(edge.from).unwrap_or(edge.from)
            } else {
                edge.from
            };
            let to = match &edge.to {
                Target::Node(to) if is_acl(to) => continue,
                Target::Node(to) => format!("n{to}"),
                Target::Dynamic(name) => {
                    let id = format!("d{count}");
                    line(text, format_args!("{}", node(name, &id)));
                    id
                }
                // ACLs that are built in, mostly.
                Target::Unknown(_) => continue,
            };
            // What a server uses says more than that it is one.
            let is_server = edge.keyword.starts_with("server");
            let label = if is_server {
                edge.kind.as_str()
            } else {
                &edge.keyword
            };
            let arrow = (from, to, label.to_owned());
            if !arrows.contains(&arrow) {
                arrows.push(arrow);
            }
        }
        arrows
    }
}

fn line(text: &mut String, content: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(text, "{content}");
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Text as Mermaid takes it between quotes.
fn entities(text: &str) -> String {
    text.replace('#', "#35;")
        .replace('"', "#quot;")
        .replace('<', "#lt;")
        .replace('>', "#gt;")
}
