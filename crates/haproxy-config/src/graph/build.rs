use std::borrow::Cow;

use haproxy_model::reference::{Mention, NameKind, Role};
use haproxy_model::section_kind::SectionKind;

use super::{Edge, Node, NodeKind, ReferenceGraph, Target};
use crate::document::Document;
use crate::names::NamedLine;

pub(super) fn graph(documents: &[&Document]) -> ReferenceGraph {
    let mut graph = ReferenceGraph::default();
    let mut lines = Vec::new();
    for (file, document) in documents.iter().enumerate() {
        let first = graph.nodes.len();
        graph.nodes.extend(document.sections().map(|section| Node {
            kind: NodeKind::Section(section.kind()),
            name: section.name().map(Cow::into_owned),
            file,
            line: section.header().map_or(0, |header| header.number()),
            parent: None,
        }));
        for line in document.names() {
            lines.push((file, first + line.section, line));
        }
    }
    for (file, section, line) in &lines {
        for mention in &line.mentions {
            graph.define(*file, *section, line, mention);
        }
    }
    for (file, section, line) in &lines {
        graph.refer(*file, *section, line);
    }
    graph
}

impl ReferenceGraph {
    /// Adds what a mention defines.
    fn define(&mut self, file: usize, section: usize, line: &NamedLine<'_>, mention: &Mention) {
        let kind = match (mention.role, mention.kind) {
            (Role::Defines, NameKind::Server) => NodeKind::Server,
            (Role::Defines, NameKind::Acl) => NodeKind::Acl,
            _ => return,
        };
        if self.member(kind, section, &mention.name).is_none() {
            self.nodes.push(Node {
                kind,
                name: Some(mention.name.clone()),
                file,
                line: line.line.number(),
                parent: Some(section),
            });
        }
    }

    /// Adds the references of a line.
    fn refer(&mut self, file: usize, section: usize, line: &NamedLine<'_>) {
        let definition = line.mentions.iter().find_map(|mention| {
            let kind = match (mention.role, mention.kind) {
                (Role::Defines, NameKind::Server) => NodeKind::Server,
                (Role::Defines, NameKind::Acl) => NodeKind::Acl,
                _ => return None,
            };
            self.member(kind, section, &mention.name)
        });
        let keyword = line.line.value(0).unwrap_or_default();
        let keyword = String::from_utf8_lossy(&keyword).into_owned();
        let edges = line.references().map(|mention| Edge {
            from: definition.unwrap_or(section),
            to: self.target(section, mention),
            kind: mention.kind,
            keyword: match mention.kind {
                NameKind::Defaults => "from".to_owned(),
                _ => keyword.clone(),
            },
            file,
            line: line.line.number(),
        });
        let edges: Vec<Edge> = edges.collect();
        self.edges.extend(edges);
    }

    fn target(&self, section: usize, mention: &Mention) -> Target {
        if mention.dynamic {
            return Target::Dynamic(mention.name.clone());
        }
        let node = match mention.kind {
            NameKind::Acl => self.member(NodeKind::Acl, section, &mention.name),
            NameKind::Server => {
                let proxy = match &mention.proxy {
                    Some(proxy) => self.section(NameKind::Backend.sections(), proxy),
                    None => Some(section),
                };
                proxy.and_then(|proxy| self.member(NodeKind::Server, proxy, &mention.name))
            }
            kind => self.section(kind.sections(), &mention.name),
        };
        node.map_or_else(|| Target::Unknown(mention.name.clone()), Target::Node)
    }

    fn section(&self, kinds: &[SectionKind], name: &str) -> Option<usize> {
        self.nodes.iter().position(|node| {
            let is_kind = matches!(node.kind, NodeKind::Section(kind) if kinds.contains(&kind));
            is_kind && node.name.as_deref() == Some(name)
        })
    }

    fn member(&self, kind: NodeKind, section: usize, name: &str) -> Option<usize> {
        self.nodes.iter().position(|node| {
            node.kind == kind && node.parent == Some(section) && node.name.as_deref() == Some(name)
        })
    }
}
