use std::collections::HashMap;

use haproxy_model::registry::Contexts;

use super::sample::Sample;

/// What the ACLs that the `acl` lines of a section define look at, by name.
#[derive(Default)]
pub(super) struct Acls {
    names: HashMap<String, Vec<Option<Sample>>>,
}

impl Acls {
    /// Notes a line of the ACL of this name; `None` where what it gives is not known.
    pub(super) fn define(&mut self, name: &str, sample: Option<Sample>) {
        self.names.entry(name.to_owned()).or_default().push(sample);
    }

    /// What stands in the way of an ACL in these contexts.
    pub(super) fn conflict(&self, name: &str, contexts: Contexts) -> Option<String> {
        let lines = self.names.get(name)?;
        let is_in = |sample: &Sample| sample.contexts.intersects(contexts);
        let conflict = lines.iter().flatten().find(|sample| !is_in(sample))?;
        let matches = lines.iter().any(|sample| sample.as_ref().is_none_or(is_in));
        let part = if matches { "a part of ACL" } else { "ACL" };
        Some(format!(
            "{part} '{name}' never matches here: '{}' is not available",
            conflict.fetch.name
        ))
    }
}
