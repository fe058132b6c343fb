//! The names of sections, of which there is one each.

use std::collections::BTreeSet;

/// Names of sections and ACLs that are there without any service.
const RESERVED: [&str; 5] = [
    "default",
    "default_page",
    "haproxy",
    "prometheus",
    super::peers::NAME,
];

/// The names that are taken.
pub(super) struct Names(BTreeSet<String>);

impl Names {
    pub(super) fn new() -> Self {
        Self(RESERVED.map(str::to_owned).into())
    }

    /// Takes a name, if it is free.
    pub(super) fn take(&mut self, name: impl Into<String>) -> bool {
        self.0.insert(name.into())
    }

    /// Takes a name for the section of a relation: this one, or where it is taken, with the number of
    /// the relation behind.
    pub(super) fn take_for(&mut self, name: String, id: crate::RelationId) -> String {
        if self.take(name.clone()) {
            return name;
        }
        let own = format!("{name}_{id}");
        if self.take(own.clone()) {
            return own;
        }
        self.take_for(format!("{own}_"), id)
    }

    /// Takes the name of a service for its sections.
    ///
    /// # Errors
    ///
    /// It is taken, or no name of a section, in words.
    pub(super) fn take_service(&mut self, name: &str) -> Result<(), String> {
        if !is_name(name) {
            return Err(
                "the name of the service must be of letters, digits, '-', '_', '.' and ':'"
                    .to_owned(),
            );
        }
        if !self.take(name) {
            return Err(format!("the name '{name}' is taken by the provider"));
        }
        Ok(())
    }
}

/// Whether sections, ACLs, tables and servers may be named so.
pub(super) fn is_name(name: &str) -> bool {
    let is_fine = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | ':')
    };
    !name.is_empty() && name.chars().all(is_fine)
}
