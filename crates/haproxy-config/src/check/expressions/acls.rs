use std::collections::HashMap;

use haproxy_model::registry::{Contexts, Fetch};

/// What the ACLs that `acl` lines define look at, by section and name.
#[derive(Default)]
pub(super) struct Acls {
    sections: HashMap<usize, HashMap<String, Vec<Option<&'static Fetch>>>>,
}

impl Acls {
    /// Notes a line of the ACL of this name; `None` where what it fetches is not known.
    pub(super) fn define(&mut self, section: usize, name: &str, fetch: Option<&'static Fetch>) {
        let names = self.sections.entry(section).or_default();
        names.entry(name.to_owned()).or_default().push(fetch);
    }

    /// What stands in the way of an ACL in these contexts.
    pub(super) fn conflict(
        &self,
        section: usize,
        name: &str,
        contexts: Contexts,
    ) -> Option<String> {
        let lines = self.sections.get(&section)?.get(name)?;
        let is_in = |fetch: &Fetch| fetch.contexts.intersects(contexts);
        let known = lines.iter().flatten();
        let conflict = known.copied().find(|fetch| !is_in(fetch))?;
        let matches = lines.iter().any(|fetch| fetch.is_none_or(is_in));
        let part = if matches { "a part of ACL" } else { "ACL" };
        Some(format!(
            "{part} '{name}' never matches here: '{}' is not available",
            conflict.name
        ))
    }
}
