//! The tables of a configuration, and what their keys are.

use std::collections::HashMap;

use haproxy_model::config::AnySection;
use haproxy_model::registry::SampleType;
use haproxy_model::section::PeersKeyword;
use haproxy_model::section::proxy::PersistenceKeyword;
use haproxy_model::stick_table::{StickTable, StickTableParameter, StickTableType};

use super::context::Context;

/// What the keys of each table are, by the table's name.
pub(super) struct Tables {
    keys: HashMap<String, SampleType>,
}

impl Tables {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let mut keys = HashMap::new();
        for view in context.sections() {
            if let AnySection::Peers(peers) = view.section {
                for statement in &peers.statements {
                    if let PeersKeyword::Table(table) = &statement.directive
                        && let Some(key) = key(&table.table)
                    {
                        let name = format!("{}/{}", peers.name, table.name.as_str());
                        keys.entry(name).or_insert(key);
                    }
                }
            }
            let Some(proxy) = context.proxy(view) else {
                continue;
            };
            for (_, statement) in proxy.statements() {
                if let Some(PersistenceKeyword::StickTable(table)) = statement.group()
                    && let (Some(name), Some(key)) = (proxy.name, key(table))
                {
                    keys.entry(name.to_owned()).or_insert(key);
                }
            }
        }
        Self { keys }
    }

    /// What the keys of the table of this name are.
    pub(super) fn key(&self, name: &str) -> Option<SampleType> {
        self.keys.get(name).copied()
    }
}

fn key(table: &StickTable) -> Option<SampleType> {
    table.parameters.iter().find_map(|parameter| {
        let StickTableParameter::Type(key) = parameter else {
            return None;
        };
        Some(match key.value()? {
            StickTableType::Ip | StickTableType::Ipv4 => SampleType::Ipv4,
            StickTableType::Ipv6 => SampleType::Ipv6,
            StickTableType::Integer => SampleType::SignedInteger,
            StickTableType::String { .. } => SampleType::Text,
            StickTableType::Binary { .. } => SampleType::Binary,
            _ => return None,
        })
    })
}
