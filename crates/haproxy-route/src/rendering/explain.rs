use std::collections::BTreeMap;

use haproxy_config::{QuoteError, to_text};

use super::Rendering;
use crate::relation::RelationId;

/// A line of a rendered configuration, and why it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedLine {
    /// The line, without its end.
    pub text: String,
    /// The relations that it is for; none for what is there anyway.
    pub relation_ids: Vec<RelationId>,
}

impl Rendering {
    /// The configuration line by line, with the relations of each: why is this here? The header of a
    /// section is for a relation where the whole section is.
    ///
    /// # Errors
    ///
    /// A word cannot stand in a configuration, which no rendering makes and a changed one may hold.
    pub fn explain(&self) -> Result<Vec<ExplainedLine>, QuoteError> {
        let mut origins: BTreeMap<_, Vec<RelationId>> = BTreeMap::new();
        for origin in &self.origins {
            let own = origins.entry((origin.section, origin.statement));
            own.or_default().push(origin.relation_id);
        }
        let text = to_text(&self.config)?;
        let text = String::from_utf8_lossy(&text);
        let mut texts = text.lines();
        let mut lines = Vec::new();
        let mut push = |relation_ids: Vec<RelationId>| {
            lines.extend(texts.next().map(|text| ExplainedLine {
                text: text.to_owned(),
                relation_ids,
            }));
        };
        for (index, section) in self.config.sections.iter().enumerate() {
            if index > 0 {
                // An empty line stands between sections.
                push(Vec::new());
            }
            push(self.relation_of_section(index).into_iter().collect());
            for statement in 0..section.len() {
                push(origins.remove(&(index, statement)).unwrap_or_default());
            }
        }
        Ok(lines)
    }
}
